/// The colours of pictures on one kind of paper.
///
/// Every fill and every line that carries a meaning has a contrast of at least 3 : 1 against the
/// paper (WCAG 2.2, 1.4.11). Fills that may lie side by side are at least 0.12 apart in OKLab
/// (Ottosson 2020), steps of a scale 0.09, for readers with any colour vision: seen as they are and
/// as protanopes, deuteranopes and tritanopes see them (Machado, Oliveira & Fernandes 2009,
/// doi:10.1109/TVCG.2009.113). Found by simulated annealing under these conditions.
package struct PictureTheme: Sendable {
  /// By name, without the two hyphens that a style sheet puts before it.
  package let colours: [(name: String, value: String)]

  /// Steps of the scale of a heat map, from the least to the greatest.
  package static let steps = 5
  /// Colours of lines; more of them are told apart by their dashes.
  package static let lines = 6

  package static let day = PictureTheme(
    ink: "#1b2733", faint: "#4f5d6a", line: "#dde3e8", paper: "#ffffff", main: "#0072b2",
    tones: [
      .full: "#073964", .partial: "#3c9baa", .noZone: "#7c34a7", .information: "#2b7351",
      .distrust: "#5b2036",
      .home: "#d37812", .time: "#747285", .event: "#703f0e", .breakdown: "#460911", .unknown: "#968b78",
    ],
    steps: ["#95939f", "#037d8e", "#07577e", "#112e73", "#1f004e"],
    onSteps: ["#000000", "#ffffff", "#ffffff", "#ffffff", "#ffffff"],
    lines: ["#0072b2", "#b3501b", "#007a5a", "#a3478a", "#5d6b78", "#7d6608"])

  package static let night = PictureTheme(
    ink: "#e6ebef", faint: "#a9b5c0", line: "#33404b", paper: "#161d24", main: "#56b4e9",
    tones: [
      .full: "#b4d4f8", .partial: "#44a0b0", .noZone: "#7059be", .information: "#5ad1ab",
      .distrust: "#d64651",
      .home: "#f6cb4a", .time: "#7f7685", .event: "#a15c11", .breakdown: "#e58d7d", .unknown: "#e6dec8",
    ],
    steps: ["#596b72", "#5b91d9", "#5dbbe2", "#84e0e3", "#c0fee7"],
    onSteps: ["#ffffff", "#000000", "#000000", "#000000", "#000000"],
    lines: ["#56b4e9", "#f0894a", "#2fc48d", "#e08cc3", "#b5bcc4", "#d9b64a"])

  private init(
    ink: String, faint: String, line: String, paper: String, main: String, tones: [Tone: String],
    steps: [String], onSteps: [String], lines: [String]
  ) {
    func numbered(_ name: String, _ values: [String]) -> [(name: String, value: String)] {
      values.enumerated().map { (name: "\(name)-\($0 + 1)", value: $1) }
    }
    let named = [("ink", ink), ("faint", faint), ("line", line), ("paper", paper), ("main", main)]
    colours =
      named.map { (name: $0, value: $1) }
      + Tone.allCases.map { (name: $0.name, value: tones[$0] ?? main) }
      + numbered("step", steps) + numbered("on-step", onSteps) + numbered("series", lines)
  }

  /// The value of a colour; the ink where there is no such name.
  package func value(of name: String) -> String {
    colours.first { $0.name == name }?.value ?? colours[0].value
  }

  /// As declarations of a style sheet.
  var declarations: String { colours.map { "--\($0.name): \($0.value);" }.joined(separator: " ") }
}

/// What a fill that has neighbours stands for: how talks end, and why they fail. In the order in
/// which they lie on one another.
package enum Tone: String, Sendable, CaseIterable {
  case full, partial, noZone, information, distrust, home, time, event, breakdown, unknown

  /// As a style sheet calls it.
  package var name: String { self == .noZone ? "tone-no-zone" : "tone-\(rawValue)" }

  /// No two that follow each other have the same.
  var texture: Texture {
    switch self {
    case .full, .noZone, .time: .plain
    case .partial: .diagonal
    case .information: .dots
    case .distrust: .counter
    case .home: .rows
    case .event: .columns
    case .breakdown: .cross
    case .unknown: .dots
    }
  }
}
