import Bargaining
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
  private let language: MessageWords?
  private let limits: (first: TimeLimit, second: TimeLimit)

  /// Ways in which runs end otherwise that are told.
  private static let mostChanges = 6

  /// - Parameters:
  ///   - comparison: what was found.
  ///   - path: the file of the second scenario.
  ///   - subject: what it is compared with.
  ///   - width: of the lines.
  package init(
    _ comparison: ScenarioComparison, of path: String, with subject: Subject, width: Int,
    in language: MessageWords? = nil
  ) {
    self.comparison = comparison
    self.path = path
    self.subject = subject
    self.width = width
    self.language = language
    limits = (TimeLimit(of: comparison.first), TimeLimit(of: comparison.second))
  }

  /// Every line ended by a newline.
  ///
  /// - Parameter hinting: whether to say how one of the changed runs is told.
  package func text(hinting: Bool) -> String {
    wrapped(title) + "\n\n" + rows + models + "\n" + changes(hinting: hinting)
  }

  private func wrapped(_ text: Message) -> String { Prose.wrapped(language.text(text), width: width) }

  private var title: Message {
    let subject: Message =
      self.subject.changes.map { "\(self.subject.base) with \(all: $0) against the same without" }
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
      range.map { range -> Message in
        let share = ShareEstimate(WilsonInterval(count: count, total: comparison.runs), models: range)
        return "\(name) agrees in \(Message.estimate(share))"
      }
    }
    guard !told.isEmpty else { return "" }
    let change: Message? = ranges.difference.map {
      "; the difference across \(Message.counted($0.models, "model")) is \(Numerals.points($0.low)) to \(Numerals.points($0.high)) points"
    }
    return wrapped("\(all: told)\(change ?? "").") + "\n"
  }

  private var rows: String {
    let names = comparison.rows.map(name)
    let lines = comparison.rows.map { Line($0) }
    let column = min(28, names.map { DisplayWidth.of($0) }.max() ?? 0)
    // Of utilities and shares all are alike; tolls may be of any size.
    let values = lines.flatMap { [$0.first, $0.second] }.reduce(6) { max($0, DisplayWidth.of($1)) }
    let changes = lines.reduce(7) { max($0, DisplayWidth.of($1.difference)) }
    var text = String(repeating: " ", count: column + 2)
    text += DisplayWidth.padded("A", to: values, flush: .right) + "  "
    text += DisplayWidth.padded("B", to: values, flush: .right) + "  "
    text += DisplayWidth.padded("B - A", to: changes, flush: .right) + "   "
    text += language.text("95% interval")
    text += lines.contains { $0.models != nil } ? "     \(language.text("across models"))\n" : "\n"
    for (name, line) in zip(names, lines) {
      text += DisplayWidth.padded(DisplayWidth.truncated(name, to: column), to: column) + "  "
      text += DisplayWidth.padded(line.first, to: values, flush: .right) + "  "
      text += DisplayWidth.padded(line.second, to: values, flush: .right) + "  "
      text += DisplayWidth.padded(line.difference, to: changes, flush: .right)
      if let interval = line.interval {
        text += "   " + (line.models == nil ? interval : DisplayWidth.padded(interval, to: 15))
      }
      if let models = line.models { text += "  \(models)" }
      text += "\n"
    }
    return text
  }

  /// What a row is called.
  private func name(of row: ScenarioComparison.Row) -> String {
    let name = row.measure.replacing("_share", with: "")
    guard row.isShare, let ending = Ending.allCases.first(where: { $0.name == name }) else {
      return language.text(Message(whole: name.replacing("_", with: " ")))
    }
    let limit = limits.first.joined(with: limits.second)
    guard let language else { return EndingWords.label(ending, limit).lowercased() }
    return EndingWords.label(ending, limit, language: language.language)
  }

  /// The numbers of a row as they are printed.
  private struct Line {
    let first: String
    let second: String
    let difference: String
    let interval: String?
    let models: String?

    init(_ row: ScenarioComparison.Row) {
      let isToll = row.measure.hasPrefix("toll_")
      func shown(_ value: Double) -> String {
        isToll ? Numerals.amount(value) : row.isShare ? Numerals.percent(value) : Numerals.fixed(value)
      }
      func signed(_ value: Double) -> String {
        isToll
          ? Numerals.signedAmount(value) : row.isShare ? Numerals.points(value) : Numerals.signed(value)
      }
      (first, second) = (shown(row.first), shown(row.second))
      difference =
        isToll
        ? signed(row.difference)
        : row.isShare
          ? Numerals.points(from: row.first, to: row.second)
          : Numerals.change(from: row.first, to: row.second)
      interval = row.interval.map { "\(signed($0.lowerBound)) to \(signed($0.upperBound))" }
      models = row.models.map { "\(signed($0.low)) to \(signed($0.high))" }
    }
  }

  private func changes(hinting: Bool) -> String {
    guard comparison.changed > 0 else {
      return language.text("Every run ends in the same way in both.") + "\n"
    }
    var text = language.text(
      "\(Numerals.count(comparison.changed)) of \(Numerals.count(comparison.runs)) runs end otherwise:")
    text += "\n"
    for change in comparison.changes.prefix(Self.mostChanges) {
      let (from, to) = (
        EndingWords.told(change.from, limits.first), EndingWords.told(change.to, limits.second)
      )
      let line: Message =
        "\(Numerals.count(change.count)) \(from) in A and \(to) in B, such as run \(change.example)"
      text += "  " + Prose.wrapped(language.text(line), width: width - 2, indent: 2) + "\n"
    }
    if hinting, let change = comparison.changes.first {
      text += language.text(
        "detente trace \(subject.base) --seed \(subject.seed) --run \(change.example) tells one of them; --trace tells it here."
      )
      text += "\n"
    }
    return text
  }
}
