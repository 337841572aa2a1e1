import Scenarios
import Tables

extension SweepPlan {
  /// In what another plan differs from this one, a line or a few for each difference; empty when
  /// their tables are the same.
  ///
  /// - Parameters:
  ///   - other: the plan that is compared.
  ///   - here: what this plan is called, such as a directory.
  ///   - there: what the other is called.
  package func differences(to other: SweepPlan, here: String, there: String) -> [String] {
    guard digest != other.digest else { return [] }
    var lines: [String] = []
    func compare(_ what: String, _ mine: String, _ theirs: String) {
      if mine != theirs { lines.append("\(what): \(mine) in \(here), \(theirs) in \(there)") }
    }
    compare("version", version, other.version)
    compare("scenarios", "\(scenarios.count)", "\(other.scenarios.count)")
    for (mine, theirs) in zip(scenarios, other.scenarios) {
      lines += SweepPlan.differences(mine.files, theirs.files, here, there)
    }
    compare("settings", SweepPlan.spelt(settings), SweepPlan.spelt(other.settings))
    compare(
      "variants", design.variants.joined(separator: ", "), other.design.variants.joined(separator: ", "))
    for index in 0..<max(design.factors.count, other.design.factors.count) {
      compare("design", SweepPlan.spelt(design, index), SweepPlan.spelt(other.design, index))
    }
    compare("runs", "\(runs)", "\(other.runs)")
    compare("seed", "\(seed)", "\(other.seed)")
    compare("precision", SweepPlan.spelt(precision), SweepPlan.spelt(other.precision))
    compare("shards", "\(shards)", "\(other.shards)")
    return lines
  }

  private static func differences(
    _ mine: [SourceText], _ theirs: [SourceText], _ here: String, _ there: String
  ) -> [String] {
    let names = [mine, theirs].map { $0.map(\.name).joined(separator: ", ") }
    guard mine.count == theirs.count else {
      return ["files: \(names[0]) in \(here), \(names[1]) in \(there)"]
    }
    return zip(mine, theirs).flatMap { mine, theirs in
      difference(mine, theirs, here, there)
    }
  }

  /// The first line in which two texts differ.
  private static func difference(
    _ mine: SourceText, _ theirs: SourceText, _ here: String, _ there: String
  ) -> [String] {
    guard mine.bytes != theirs.bytes else { return [] }
    let (a, b) = (lines(mine), lines(theirs))
    let line = zip(a, b).enumerated().first { $1.0 != $1.1 }?.offset ?? min(a.count, b.count)
    func shown(_ lines: [Substring]) -> String {
      line < lines.count ? Quoting.visible(String(lines[line]), upTo: 100) : "(no such line)"
    }
    return [
      "\(theirs.name): SHA-256 \(SHA256.hex(of: mine.bytes).prefix(12)) in \(here), "
        + "\(SHA256.hex(of: theirs.bytes).prefix(12)) in \(there); line \(line + 1) is",
      "  \(shown(a))  in \(here)", "  \(shown(b))  in \(there)",
    ]
  }

  private static func lines(_ source: SourceText) -> [Substring] {
    source.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  private static func spelt(_ settings: [ScenarioSetting]) -> String {
    settings.isEmpty ? "none" : settings.map(\.text).joined(separator: " ")
  }

  private static func spelt(_ precision: Double?) -> String { precision.map(Numerals.shortest) ?? "none" }

  private static func spelt(_ design: SweepDesign, _ index: Int) -> String {
    guard index < design.factors.count else { return "nothing" }
    let text =
      switch design.factors[index].source {
      case .axes(let axes):
        axes.map { "\($0.path)=\($0.values.joined(separator: ","))" }.joined(separator: " with ")
      case .sample(let ranges, let sampling):
        "\(sampling.text) over "
          + ranges.map(\.text).joined(separator: " ")
      }
    return Quoting.visible(text, upTo: 200)
  }
}
