import Bargaining
import Simulation

/// What a sweep keeps of the outcome distribution at one point.
package struct SweepOutcome: Sendable, Equatable {
  package let runs: Int
  /// Rounds in which talks were active, all runs together.
  package let rounds: Int
  /// By `Ending.rawValue`, with 95% intervals.
  package let endings: [SweepShare]
  package let agreement: SweepShare
  /// Kaplan–Meier median of the round of agreement; `nil` when fewer than half of the talks would
  /// ever agree.
  package let medianRound: Int?
  /// Mean utility per party, in the order of the scenario; `nil` without runs.
  package let utilities: [PartyMean]

  /// The mean utility of one party over all runs.
  package struct PartyMean: Sendable, Equatable {
    package let party: String
    package let mean: Double?
  }

  /// - Parameters:
  ///   - runs: how many there were.
  ///   - rounds: rounds in which talks were active.
  ///   - endings: runs by `Ending.rawValue`, summing to `runs`.
  ///   - medianRound: the median round of agreement.
  ///   - utilities: per party.
  ///   - sequence: gives the intervals when the number of runs depended on what they showed; `nil`
  ///     for one fixed beforehand.
  init(
    runs: Int, rounds: Int, endings: [Int], medianRound: Int?, utilities: [PartyMean],
    sequence: ConfidenceSequence?
  ) {
    let agreements = Ending.allCases.reduce(0) { $1.isAgreement ? $0 + endings[$1.rawValue] : $0 }
    self.runs = runs
    self.rounds = rounds
    self.endings = endings.map { SweepShare(count: $0, total: runs, sequence: sequence) }
    agreement = SweepShare(count: agreements, total: runs, sequence: sequence)
    self.medianRound = medianRound
    self.utilities = utilities
  }

  init(_ tally: OutcomeTally, parties: [String], sequence: ConfidenceSequence?) {
    self.init(
      runs: tally.runs, rounds: tally.roundsSat, endings: tally.endings, medianRound: tally.medianRound,
      utilities: zip(parties, tally.utilities).map { PartyMean(party: $0, mean: $1.mean) },
      sequence: sequence)
  }

  package init(_ distribution: OutcomeDistribution) {
    self.init(
      runs: distribution.runs, rounds: distribution.roundsSat, endings: distribution.endings,
      medianRound: distribution.survival.medianRound,
      utilities: zip(distribution.scenario.parties, distribution.fold.parties).map { party, measures in
        PartyMean(party: party.name, mean: measures.utility.moments.mean)
      }, sequence: nil)
  }
}

/// A share of the runs of a point with its 95% interval.
package struct SweepShare: Sendable, Equatable {
  package let count: Int
  /// `nil` of no runs.
  package let share: Double?
  package let low: Double
  package let high: Double

  /// - Parameter sequence: `nil` for Wilson's interval, which is for a number of runs fixed
  ///   beforehand.
  init(count: Int, total: Int, sequence: ConfidenceSequence?) {
    self.count = count
    let wilson = WilsonInterval(count: count, total: total)
    share = wilson.share
    let interval = sequence?.interval(count: count, total: total)
    low = interval?.lowerBound ?? wilson.low
    high = interval?.upperBound ?? wilson.high
  }
}
