import Bargaining
import Tables

/// What many runs of one scenario came to: counts, moments and histograms in memory that does not grow with the
/// number of runs. Made by ``Simulation``; every table of a result is read off it.
public struct OutcomeDistribution: Sendable {
  public let scenario: Scenario
  public let plan: SimulationPlan
  /// Runs that were simulated; fewer than planned when interrupted or when the precision was reached.
  public internal(set) var runs = 0
  /// Rounds played, all runs together.
  public internal(set) var rounds = 0
  /// Runs per ending, by ``Bargaining/Ending/rawValue``.
  public internal(set) var endings: [Int]
  /// `settlements[k][o]`: agreements that settle issue k at option o. Sums to ``agreements`` for each k.
  public internal(set) var settlements: [[Int]]
  /// `agreementsByRound[r]`: agreements reached in round r.
  public internal(set) var agreementsByRound: [Int]
  /// `censoredByRound[r]`: runs that ended in round r without agreement.
  public internal(set) var censoredByRound: [Int]
  /// Texts tabled and agreements reached on one's own text, per mediator.
  public internal(set) var mediatorTexts: [Int]
  public internal(set) var mediatorAgreements: [Int]
  /// Offers and texts tabled, and agreements reached, per forum.
  public internal(set) var forumTexts: [Int]
  public internal(set) var forumAgreements: [Int]

  /// Runs that ended in an agreement, full or partial.
  public var agreements: Int {
    Ending.allCases.reduce(0) { $1.isAgreement ? $0 + endings[$1.rawValue] : $0 }
  }

  init(scenario: Scenario, plan: SimulationPlan) {
    self.scenario = scenario
    self.plan = plan
    endings = Ending.allCases.map { _ in 0 }
    settlements = scenario.issues.map { $0.options.map { _ in 0 } }
    agreementsByRound = Array(repeating: 0, count: scenario.rounds)
    censoredByRound = agreementsByRound
    mediatorTexts = scenario.mediators.map { _ in 0 }
    mediatorAgreements = mediatorTexts
    forumTexts = scenario.forums.map { _ in 0 }
    forumAgreements = forumTexts
  }
}
