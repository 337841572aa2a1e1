import Experiments
import Simulation
import Tables

/// What differs between two scenarios on the same runs, for a terminal.
package struct ComparisonText: Sendable {
  /// What the second scenario is compared with.
  package struct Subject: Sendable {
    /// The file of the first.
    package let base: String
    /// The values that the second has in its place, as they are given; `nil` when it is a file of
    /// its own.
    package let changes: [String]?
    package let seed: UInt64

    package init(base: String, changes: [String]?, seed: UInt64) {
      self.base = base
      self.changes = changes
      self.seed = seed
    }
  }

  private let comparison: ScenarioComparison
  private let path: String
  private let subject: Subject
  private let width: Int

  /// Ways in which runs end otherwise that are told.
  private static let mostChanges = 6

  /// - Parameters:
  ///   - comparison: what was found.
  ///   - path: the file of the second scenario.
  ///   - subject: what it is compared with.
  ///   - width: of the lines.
  package init(_ comparison: ScenarioComparison, of path: String, with subject: Subject, width: Int) {
    self.comparison = comparison
    self.path = path
    self.subject = subject
    self.width = width
  }

  /// Every line ended by a newline.
  ///
  /// - Parameter hinting: whether to say how one of the changed runs is told.
  package func text(hinting: Bool) -> String {
    Prose.wrapped(title, width: width) + "\n\n" + rows + models + "\n" + changes(hinting: hinting)
  }

  private var title: String {
    let subject =
      self.subject.changes.map { "\(self.subject.base) with \(Enumeration.all($0)) against the same without" }
      ?? "\(path) against \(self.subject.base)"
    return "\(subject), the same \(Numerals.count(comparison.runs)) runs of seed \(self.subject.seed)"
  }

  /// How many of the runs agree in each, with the range across models; empty without models.
  private var models: String {
    let ranges = comparison.ranges(\.isAgreement)
    let agreement = comparison.agreement
    let sides = [
      ("A", agreement.firstShare, agreement.both + agreement.firstOnly, ranges.first),
      ("B", agreement.secondShare, agreement.both + agreement.secondOnly, ranges.second),
    ]
    let told = sides.compactMap { name, share, count, range in
      range.map { range in
        "\(name) agrees in "
          + Numerals.estimate(
            ShareEstimate(WilsonInterval(count: count, total: comparison.runs), models: range))
      }
    }
    guard !told.isEmpty else { return "" }
    let change = ranges.difference.map {
      "; the difference across \(Numerals.counted($0.models, "model")) is \(Numerals.points($0.low)) to \(Numerals.points($0.high)) points"
    }
    return Prose.wrapped(Enumeration.all(told) + (change ?? "") + ".", width: width) + "\n"
  }

  private var rows: String {
    let names = comparison.rows.map { $0.measure.replacing("_share", with: "").replacing("_", with: " ") }
    let column = min(28, names.map { DisplayWidth.of($0) }.max() ?? 0)
    var text = String(repeating: " ", count: column + 2) + "     A       B    B - A   95% interval"
    text += comparison.rows.contains { $0.models != nil } ? "     across models\n" : "\n"
    for (name, row) in zip(names, comparison.rows) {
      func shown(_ value: Double) -> String { row.isShare ? Numerals.percent(value) : Numerals.fixed(value) }
      func signed(_ value: Double) -> String { row.isShare ? Numerals.points(value) : Numerals.signed(value) }
      let difference =
        row.isShare
        ? Numerals.points(from: row.first, to: row.second) : Numerals.change(from: row.first, to: row.second)
      text += DisplayWidth.padded(DisplayWidth.truncated(name, to: column), to: column) + "  "
      text += DisplayWidth.padded(shown(row.first), to: 6, flush: .right) + "  "
      text += DisplayWidth.padded(shown(row.second), to: 6, flush: .right) + "  "
      text += DisplayWidth.padded(difference, to: 7, flush: .right)
      if let interval = row.interval {
        let sampling = "\(signed(interval.lowerBound)) to \(signed(interval.upperBound))"
        text += "   " + (row.models == nil ? sampling : DisplayWidth.padded(sampling, to: 15))
      }
      if let models = row.models { text += "  \(signed(models.low)) to \(signed(models.high))" }
      text += "\n"
    }
    return text
  }

  private func changes(hinting: Bool) -> String {
    guard comparison.changed > 0 else { return "Every run ends in the same way in both.\n" }
    var text =
      "\(Numerals.count(comparison.changed)) of \(Numerals.count(comparison.runs)) runs end otherwise:\n"
    for change in comparison.changes.prefix(Self.mostChanges) {
      let line =
        "\(Numerals.count(change.count)) \(EndingWords.verb(change.from)) in A and \(EndingWords.verb(change.to)) in B, such as run \(change.example)"
      text += "  " + Prose.wrapped(line, width: width - 2, indent: 2) + "\n"
    }
    if hinting, let change = comparison.changes.first {
      text +=
        "detente trace \(subject.base) --seed \(subject.seed) --run \(change.example) tells one of them; --trace tells it here.\n"
    }
    return text
  }
}
