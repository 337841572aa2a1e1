import Bargaining
import Simulation

/// What a sweep keeps of the outcome distribution at one point.
public struct SweepOutcome: Sendable, Equatable {
  public let runs: Int
  /// Rounds in which talks were active, all runs together.
  public let rounds: Int
  /// By `Ending.rawValue`, with 95% intervals.
  public let endings: [WilsonInterval]
  public let agreement: WilsonInterval
  /// Kaplan–Meier median of the round of agreement; `nil` when fewer than half of the talks would ever agree.
  public let medianRound: Int?
  /// Mean utility per party, in the order of the scenario; `nil` without runs.
  public let utilities: [PartyMean]

  /// The mean utility of one party over all runs.
  public struct PartyMean: Sendable, Equatable {
    public let party: String
    public let mean: Double?
  }

  public init(_ distribution: OutcomeDistribution) {
    runs = distribution.runs
    rounds = distribution.roundsSat
    endings = Ending.allCases.map {
      WilsonInterval(count: distribution.endings[$0.rawValue], total: distribution.runs)
    }
    agreement = WilsonInterval(count: distribution.agreements, total: distribution.runs)
    medianRound = distribution.survival.medianRound
    utilities = zip(distribution.scenario.parties, distribution.parties).map { party, measures in
      PartyMean(party: party.name, mean: measures.utility.moments.mean)
    }
  }
}
