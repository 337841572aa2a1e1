import Bargaining

/// Consecutive runs in stretches of equal length, the last perhaps shorter: what a worker does at a
/// time, and what is kept together.
package struct RunStretches: Sendable {
  /// Runs in a stretch, at most.
  private static let mostRuns = 64
  /// Rounds that its runs may take in all, unless one run alone may take more: some tenths of a
  /// second.
  private static let mostRounds = 65_536
  /// Combinations of half of the issues that are sorted in about the time of a round.
  private static let entriesPerRound = 64.0

  private let runs: Range<Int>
  private let length: Int

  /// - Parameters:
  ///   - runs: the numbers of the runs.
  ///   - scenarios: those in which each run is played.
  package init(_ runs: Range<Int>, of scenarios: Scenario...) {
    self.runs = runs
    length = scenarios.map(RunStretches.length).min() ?? 1
  }

  /// The length that suits a scenario, by the rounds of a run and by what each party sorts before
  /// the first of them: the combinations of either half of the issues, about the square root of the
  /// number of outcomes.
  static func length(for scenario: Scenario) -> Int {
    let outcomes = OutcomeSpace(optionCounts: scenario.agenda.map { scenario.issues[$0].options.count })?
      .count
    let entries = Double(2 * scenario.parties.count) * Double(outcomes ?? .max).squareRoot()
    let rounds = max(1, Double(scenario.rounds) + (entries / entriesPerRound).rounded(.down))
    return max(1, min(mostRuns, Int(Double(mostRounds) / rounds)))
  }

  /// How many stretches there are.
  package var count: Int { (runs.count + length - 1) / length }

  package subscript(stretch: Int) -> Range<Int> {
    let first = runs.lowerBound + stretch * length
    return first..<min(first + length, runs.upperBound)
  }
}
