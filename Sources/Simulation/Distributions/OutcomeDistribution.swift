import Bargaining
import Tables

/// What many runs of one scenario came to: counts, moments and histograms in memory that does not
/// grow with the number of runs. Made by ``Ensemble``; tables, summary and page are read off its
/// rows.
public struct OutcomeDistribution: Sendable {
  /// What was simulated.
  public let scenario: Scenario
  /// How it was simulated.
  public internal(set) var plan: SimulationPlan
  /// Whether somebody asked to stop before the plan was done.
  public package(set) var wasStopped = false
  /// The runs, added up.
  package var fold: OutcomeFold
  /// All outcomes, those off the agenda included.
  package let space: OutcomeSpace?
  /// How many independent runs each of these stands for, at most 1: less where runs are weighted or
  /// have a part in common. All intervals and standard errors heed it.
  package var worth = 1.0

  init(scenario: Scenario, plan: SimulationPlan, looks: Looks) {
    self.scenario = scenario
    self.plan = plan
    fold = OutcomeFold(for: scenario, looks: looks)
    space = OutcomeSpace(optionCounts: scenario.issues.map(\.options.count))
  }

  /// What the runs of one model came to, by themselves.
  package func ofModel(_ model: Int) -> OutcomeDistribution {
    var distribution = self
    distribution.fold = fold.models[model]
    return distribution
  }

  /// Runs that were simulated; fewer than planned when stopped or when the precision was reached.
  public var runs: Int { fold.counts.runs }
  /// Rounds in which talks were active and a forum sat, all runs together.
  public var roundsSat: Int { fold.counts.roundsSat }
  /// Runs per ending, by `Ending.rawValue`.
  public var endings: [Int] { fold.counts.endings }
  /// Runs that ended in an agreement, full or partial.
  public var agreements: Int { fold.counts.agreements }
  /// `agreementsByRound[r]`: agreements reached in round r.
  public var agreementsByRound: [Int] { fold.counts.agreementsByRound }
  /// `censoredByRound[r]`: runs that ended in round r without agreement.
  public var censoredByRound: [Int] { fold.counts.censoredByRound }
  /// Time to agreement, other endings being censored.
  public var survival: KaplanMeier { fold.counts.survival(worth: worth) }
  /// `settlements[k][o]`: agreements that settle issue k at option o. Sums to ``agreements`` for
  /// each k.
  public var settlements: [[Int]] { fold.terms.settlements }
  /// Agreed outcomes by their rank in `space`.
  public var packages: HeavyHitters { fold.terms.packages }
  /// What the last round was worth to each party, in the order of the scenario.
  public var parties: [PartyMeasures] { fold.parties }
  /// In how many of the runs without agreement there was a zone of agreement.
  public var zones: ZoneCounts { fold.zones }
  /// Why runs ended without agreement, where that is known.
  public var causes: CauseCounts { fold.causes }
  /// How good agreements are; of the runs in which that was measured.
  public var efficiency: EfficiencyMeasures { fold.efficiency }
  /// What became of deals at home, by party, in the order of the scenario.
  public var ratifications: [RatificationCounts] { fold.ratifications }
  /// What became of deals that are carried out in phases.
  public var durability: Durability { fold.durability }
  /// Texts and agreements of mediators, and of forums.
  package var mediators: ProposerCounts { fold.mediators }
  package var forums: ProposerCounts { fold.forums }
  package var counts: EndingCounts { fold.counts }
  package var terms: TermCounts { fold.terms }
  package var course: CourseCounts { fold.course }
  /// How runs were chosen that were asked for a zone of agreement.
  public var zoneSampling: SimulationPlan.Sampling { fold.zones.sampling }
}

extension OutcomeDistribution {
  /// A share of these runs, or of some of them.
  package func share(_ count: Int, of total: Int) -> WilsonInterval {
    WilsonInterval(count: count, total: total, worth: worth)
  }

  /// The standard error of a mean over these runs, or over some of them.
  package func standardError(of measure: MeasureDistribution) -> Double? {
    measure.moments.standardError.map { $0 / worth.squareRoot() }
  }
}
