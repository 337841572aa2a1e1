import Simulation
import Tables

/// What a Kaplan–Meier curve says in words: when a quarter, half and three quarters had agreed,
/// and how many in the end.
package struct TimeToAgreement: Sendable {
  private let rows: [ReportContent.SurvivalRow]
  private let unit: String
  private let rounds: Int
  private let models: ModelRange?
  private let roundsToDeadline: Double?

  package init(_ content: ReportContent) {
    rows = content.survival
    unit = content.roundUnit
    rounds = content.rounds
    models = content.ranges.inTheEnd
    roundsToDeadline = content.roundsToDeadline
  }

  /// The number of the day (counted from 1) by which at least `share` had agreed; `nil` when that
  /// never happens.
  package func day(ofShare share: Double) -> Int? {
    rows.first { 1 - $0.survival >= share - 1e-9 }.map { $0.round + 1 }
  }

  /// Whether runs were lost on the way, before the last round: then the curve says what would be,
  /// had none been.
  package var hasEarlyLosses: Bool {
    rows.contains { $0.censored > 0 && $0.round < rounds - 1 }
  }

  /// The share that had agreed by the last round, its interval, and how many runs that is.
  package var final: ShareEstimate? {
    rows.last.map { last in
      ShareEstimate(
        count: rows.reduce(0) { $0 + $1.agreements }, share: 1 - last.survival, low: 1 - last.high,
        high: 1 - last.low, models: models)
    }
  }

  /// The median round of the agreements, from 0; `nil` without any.
  private var medianRound: Double? {
    let count = rows.reduce(0) { $0 + $1.agreements }
    guard count > 0 else { return nil }
    func round(of place: Int) -> Int {
      var before = 0
      return rows.first {
        before += $0.agreements
        return before > place
      }?.round ?? 0
    }
    return Double(round(of: (count - 1) / 2) + round(of: count / 2)) / 2
  }

  /// That the median agreement comes in the last sixth before a known deadline; `nil` where it does
  /// not, or none is known.
  package var rush: String? { bunching?.sentence }

  /// The same, in numbers.
  var bunching: Rush? {
    medianRound.flatMap { Rush(medianRound: $0, roundsToDeadline: roundsToDeadline, unit: unit) }
  }

  /// On which day a quarter, half and three quarters had agreed.
  ///
  /// Of several shares that are reached on one day the largest says it all, and on the last day the
  /// share of the end.
  ///
  /// - Parameter names: of the three shares.
  func milestones(_ names: [String]) -> [(name: String, day: Int)] {
    let days = zip(names, [0.25, 0.5, 0.75]).compactMap { name, share in
      day(ofShare: share).map { (name: name, day: $0) }
    }
    return days.indices
      .filter { days[$0].day < rounds && ($0 == days.count - 1 || days[$0].day != days[$0 + 1].day) }
      .map { days[$0] }
  }

  /// When a quarter, half and three quarters had agreed, and how many in the end.
  package var sentence: String {
    guard let final, final.count > 0 else {
      return "No run agreed within \(Numerals.counted(rounds, unit))."
    }
    let marks = milestones(["a quarter", "half", "three quarters"])
      .map { ($0.name, "by \(unit) \($0.day)") }
    let steps = marks + [(Numerals.estimate(final), "by the end (\(unit) \(Numerals.count(rounds)))")]
    let verb = hasEarlyLosses ? "would have agreed" : "had agreed"
    let first = "\(steps[0].0) of the runs \(verb) \(steps[0].1)"
    let opening =
      hasEarlyLosses
      ? "Had no talks broken off, \(first)" : first.capitalisedFirst
    let others = steps.dropFirst().map { "\($0.0) \($0.1)" }
    let verdict = day(ofShare: 0.5) == nil ? " It never reaches half." : ""
    return ([opening] + others).joined(separator: ", ") + "." + verdict
  }
}
