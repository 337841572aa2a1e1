import Bargaining
import Tables

/// What many runs of one scenario came to: counts, moments and histograms in memory that does not
/// grow with the number of runs. Made by ``Simulation``; every table of a result is read off it.
public struct OutcomeDistribution: Sendable {
  /// What was simulated.
  public let scenario: Scenario
  /// How it was simulated.
  public internal(set) var plan: SimulationPlan
  /// Runs that were simulated; fewer than planned when stopped or when the precision was reached.
  public internal(set) var runs = 0
  /// Whether somebody asked to stop before the plan was done.
  public internal(set) var wasStopped = false
  /// Rounds in which talks were active and a forum sat, all runs together.
  public internal(set) var roundsSat = 0
  /// Runs per ending, by `Ending.rawValue`.
  public internal(set) var endings: [Int]
  /// `settlements[k][o]`: agreements that settle issue k at option o. Sums to ``agreements`` for
  /// each k.
  public internal(set) var settlements: [[Int]]
  /// `agreementsByRound[r]`: agreements reached in round r.
  public internal(set) var agreementsByRound: [Int]
  /// `censoredByRound[r]`: runs that ended in round r without agreement.
  public internal(set) var censoredByRound: [Int]
  /// Agreed outcomes by their rank in `space`.
  public internal(set) var packages = HeavyHitters()
  /// Utility and surplus per party, over all runs.
  public internal(set) var parties: [PartyMeasures]
  /// Texts tabled and agreements reached on one's own text, per mediator.
  public internal(set) var mediatorTexts: [Int]
  /// Per mediator: agreements on a text of its.
  public internal(set) var mediatorAgreements: [Int]
  /// Offers and texts made, and agreements reached, per forum.
  public internal(set) var forumTexts: [Int]
  /// Per forum: agreements reached in it.
  public internal(set) var forumAgreements: [Int]
  /// Zones of agreement, in the runs that were asked.
  public internal(set) var zones = ZoneCounts()
  /// How good the agreements are, in the runs that were measured.
  public internal(set) var efficiency: EfficiencyMeasures
  /// Per party: how often its home turned deals down.
  public internal(set) var ratifications: [RatificationCounts]
  /// What became of the agreements, phase by phase; empty when the scenario ends with the
  /// signature.
  public internal(set) var durability: Durability
  /// How often talks were suspended, over all runs.
  public internal(set) var suspensions = 0
  /// How often suspended talks resumed, over all runs.
  public internal(set) var resumptions = 0
  /// Rounds that talks spent suspended, over all runs.
  public internal(set) var roundsSuspended = 0
  /// All outcomes, those off the agenda included.
  package let space: OutcomeSpace?
  /// How runs were chosen that were asked for a zone of agreement.
  public let zoneSampling: SimulationPlan.Sampling

  /// Runs that ended in an agreement, full or partial.
  public var agreements: Int {
    Ending.allCases.reduce(0) { $1.isAgreement ? $0 + endings[$1.rawValue] : $0 }
  }

  init(scenario: Scenario, plan: SimulationPlan, looks: Looks) {
    self.scenario = scenario
    self.plan = plan
    zoneSampling = looks.zone
    efficiency = EfficiencyMeasures(looks.efficiency)
    space = OutcomeSpace(optionCounts: scenario.issues.map(\.options.count))
    endings = Ending.allCases.map { _ in 0 }
    settlements = scenario.issues.map { $0.options.map { _ in 0 } }
    agreementsByRound = Array(repeating: 0, count: scenario.rounds)
    censoredByRound = agreementsByRound
    parties = scenario.parties.map { _ in PartyMeasures() }
    mediatorTexts = scenario.mediators.map { _ in 0 }
    mediatorAgreements = mediatorTexts
    forumTexts = scenario.forums.map { _ in 0 }
    forumAgreements = forumTexts
    ratifications = scenario.parties.map { _ in RatificationCounts() }
    durability = Durability(scenario: scenario)
  }

  /// Adds the record of one run.
  mutating func add(_ block: RunBlock, row index: Int) {
    let row = block.row(index)
    runs += 1
    roundsSat += Int(row.roundsSat)
    endings[row.ending.rawValue] += 1
    suspensions += Int(row.suspensions)
    resumptions += Int(row.resumptions)
    roundsSuspended += Int(row.roundsSuspended)
    durability.add(row.phases)
    if row.ending.isAgreement {
      agreementsByRound[Int(row.round)] += 1
      packages.add(row.rank)
      if let space {
        for k in settlements.indices { settlements[k][space.option(of: k, in: row.rank)] += 1 }
      }
      if row.mediator >= 0 { mediatorAgreements[Int(row.mediator)] += 1 }
      if row.forum >= 0 { forumAgreements[Int(row.forum)] += 1 }
    } else {
      censoredByRound[Int(row.round)] += 1
    }
    for party in parties.indices {
      parties[party].utility.add(block.utility(party, in: index))
      parties[party].surplus.add(block.surplus(party, in: index))
      ratifications[party].add(block.failedRatifications(party, in: index))
    }
    for mediator in mediatorTexts.indices {
      mediatorTexts[mediator] += block.mediatorTexts(mediator, in: index)
    }
    for forum in forumTexts.indices { forumTexts[forum] += block.forumTexts(forum, in: index) }
    if zoneSampling.includes(Int(row.run)) {
      zones.add(row.zone, isBare: row.zoneIsBare, agreement: row.ending.isAgreement)
    }
    efficiency.add(row)
  }
}

/// Utility and surplus of one party over all runs: of the agreement where there is one, else the
/// no-agreement value of the last round, and a surplus of 0.
public struct PartyMeasures: Sendable {
  /// The (discounted) utility.
  public internal(set) var utility = MeasureDistribution()
  /// What the agreement is worth above no agreement.
  public internal(set) var surplus = MeasureDistribution()
}

/// Moments and quantiles of one number over the runs.
public struct MeasureDistribution: Sendable {
  /// Count, mean and variance.
  public private(set) var moments = RunningMoments()
  /// Quantiles are good to half a bin, 0.00025 of utility, inside [-2, 2]; beyond, only the least
  /// and the greatest are known.
  public private(set) var quantiles = QuantileHistogram(over: -2...2, bins: 8_192)

  mutating func add(_ value: Double) {
    moments.add(value)
    quantiles.add(value)
  }
}

/// Runs by whether a zone of agreement existed in some round and whether there was an agreement.
public struct ZoneCounts: Sendable, Equatable {
  /// Agreements: a zone existed, for the agreed outcome is in it.
  public private(set) var agreed = 0
  /// A zone existed in some round, and the talks missed it.
  public private(set) var missed = 0
  /// Those of the missed whose zone was one in name: no outcome acceptable to all left each of them
  /// a surplus, in any round.
  public private(set) var missedBare = 0
  /// No outcome was acceptable to all, in any round.
  public private(set) var absent = 0
  /// The search for a zone gave up; such runs are in none of the counts above.
  public private(set) var undecided = 0

  /// Runs whose zone is known: `agreed`, `missed` and `absent` together.
  public var total: Int { agreed + missed + absent }

  mutating func add(_ zone: Zone, isBare: Bool, agreement: Bool) {
    switch zone {
    case _ where agreement: agreed += 1
    case .exists:
      missed += 1
      if isBare { missedBare += 1 }
    case .none: absent += 1
    case .unknown: undecided += 1
    }
  }
}
