import Bargaining
import Simulation
import Tables

/// What a history adds to the page of a simulation.
extension StudyPage {
  /// Numbers that the first screen tells.
  private static let mostShifted = 3

  private func agreement(after place: Int) -> ShareEstimate? {
    let rows = source.rows("forecast").filter { row in
      row.whole("after") == place
        && Ending.allCases.first { $0.name == row.text("ending") }?.isAgreement == true
    }
    guard !rows.isEmpty else { return nil }
    return ShareEstimate(
      count: 0, share: rows.reduce(0) { $0 + ($1.real("share") ?? 0) }, low: 0, high: 1)
  }

  /// How many runs the answer is worth.
  var givenRemarks: [String] {
    (source.rows("forecast").last?.real("effective_runs")).map { [studies.worth($0)] } ?? []
  }

  /// What the record changes: the share of agreements, and the numbers that it moves most.
  var givenAnswer: [String] {
    var answer: [String] = []
    if let before = agreement(after: 0), let after = content?.agreement,
      let count = source.rows("forecast").last?.whole("after")
    {
      answer.append(studies.moved(from: before.share, to: after, observations: count))
    }
    let shifted = source.rows("posterior").prefix(Self.mostShifted).compactMap { row in
      row.real("prior_mean").flatMap { before in
        row.real("mean").map { (path: number(row.text("parameter")), from: before, to: $0) }
      }
    }
    if !shifted.isEmpty { answer.append(studies.shifted(Array(shifted))) }
    return answer
  }

  var givenSections: [Markup] {
    [
      section(
        "forecast",
        [
          .number("after", words), .number("round", words), .words("ending", words, label: ending),
          .share("share", "low", "high", words), .number("effective_runs", words, places: 0),
        ], picture: forecastPicture.map { layout.exhibit($0, caption: studies.forecastCaption) }, most: 200),
      section(
        "posterior",
        [
          numbered("parameter"), .number("prior_mean", words, places: 3),
          .number("mean", words, head: words.column("mean_after"), places: 3),
          .number("sd", words, head: words.column("sd_after"), places: 3),
          .number("p05", words, places: 3),
          .number("p95", words, places: 3), .number("shift", words, places: 3),
        ], picture: posteriorPicture.map { layout.exhibit($0, caption: studies.posteriorCaption) }),
    ].compactMap(\.self)
  }
}
