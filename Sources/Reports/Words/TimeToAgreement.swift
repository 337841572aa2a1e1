/// What a Kaplan–Meier curve says in words: when a quarter, half and three quarters had agreed, and how many in the end.
package struct TimeToAgreement: Sendable {
  private let rows: [ReportContent.SurvivalRow]
  private let unit: String
  private let rounds: Int

  package init(_ content: ReportContent) {
    rows = content.survival
    unit = content.roundUnit
    rounds = content.rounds
  }

  /// The number of the day (counted from 1) by which at least `share` had agreed; `nil` when that never happens.
  package func day(ofShare share: Double) -> Int? {
    rows.first { 1 - $0.survival >= share - 1e-12 }.map { $0.round + 1 }
  }

  /// Whether runs were lost on the way, before the last round: then the curve says what would be, had none been.
  package var hasEarlyLosses: Bool {
    rows.contains { $0.censored > 0 && $0.round < rounds - 1 }
  }

  /// The share that had agreed by the last round, its interval, and how many runs that is.
  package var final: ShareEstimate? {
    rows.last.map { last in
      ShareEstimate(
        count: rows.reduce(0) { $0 + $1.agreements }, share: 1 - last.survival, low: 1 - last.high,
        high: 1 - last.low)
    }
  }

  /// Two sentences, or one that says that there is nothing to tell.
  package var sentences: [String] {
    guard let final, final.count > 0 else {
      return ["No run agreed within \(Numerals.counted(rounds, unit))."]
    }
    let condition = hasEarlyLosses ? "Had no talks broken off: " : ""
    let half = day(ofShare: 0.5)
    let opening =
      half.map { "half of the runs had agreed by \(unit) \($0)" } ?? "agreement never reaches half of the runs"
    let quarter = "a quarter " + (day(ofShare: 0.25).map { "by \(unit) \($0)" } ?? "never")
    let threeQuarters = "three quarters " + (day(ofShare: 0.75).map { "by \(unit) \($0)" } ?? "never")
    let quartiles = "\(quarter), \(threeQuarters)"
    let first = condition + (condition.isEmpty ? opening.prefix(1).uppercased() + opening.dropFirst() : opening)
    return [
      "\(first); \(quartiles).",
      "By the end (\(unit) \(Numerals.count(rounds))): \(Numerals.estimate(final)).",
    ]
  }
}
