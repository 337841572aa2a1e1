import Bargaining
import Tables

/// Of many runs of one scenario, what a row of a sweep is made of: far less than an
/// ``OutcomeDistribution``, and such that it can be put down word by word and gone on with later.
///
/// Runs are added one after another in the order of their numbers, so that a tally that was
/// interrupted after any run and went on has the same bits as one that was not, and as the
/// distribution of the same runs.
package struct OutcomeTally: Sendable, Equatable {
  /// Runs 0 ..< `runs` of the plan are in it.
  package private(set) var counts: EndingCounts
  /// Utility per party over all runs, in the order of the scenario.
  package private(set) var utilities: [RunningMoments]

  /// Of no runs.
  package init(for scenario: Scenario) {
    counts = EndingCounts(rounds: scenario.rounds)
    utilities = scenario.parties.map { _ in RunningMoments() }
  }

  package var runs: Int { counts.runs }
  /// Rounds in which talks were active and a forum sat, all runs together.
  package var roundsSat: Int { counts.roundsSat }
  /// Runs per ending, by `Ending.rawValue`.
  package var endings: [Int] { counts.endings }
  /// Runs that ended in an agreement, full or partial.
  package var agreements: Int { counts.agreements }
  /// Kaplan–Meier median of the round of agreement; `nil` when fewer than half of the talks would
  /// ever agree.
  package var medianRound: Int? { counts.survival.medianRound }

  /// Whether it can be that of runs of a scenario, by rounds and parties.
  package func fits(_ scenario: Scenario) -> Bool {
    counts.agreementsByRound.count == scenario.rounds && utilities.count == scenario.parties.count
  }
}

extension OutcomeTally: RunFold {
  package mutating func add(_ run: RunBlock.Run) {
    counts.add(run)
    for party in utilities.indices { utilities[party].add(run.utility(party)) }
  }

  package mutating func merge(_ later: OutcomeTally) {
    counts.merge(later.counts)
    for party in utilities.indices { utilities[party].merge(later.utilities[party]) }
  }

  package func write(to record: inout WordWriter) {
    counts.write(to: &record)
    record.write(records: utilities)
  }

  package init?(reading words: inout WordReader) {
    guard let counts = EndingCounts(reading: &words), let utilities: [RunningMoments] = words.records(),
      utilities.allSatisfy({ $0.count == counts.runs })
    else { return nil }
    self.counts = counts
    self.utilities = utilities
  }
}
