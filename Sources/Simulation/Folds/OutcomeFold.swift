import Bargaining
import Tables

/// All that a result says of many runs of one scenario, added up.
package struct OutcomeFold: Sendable {
  package private(set) var counts: EndingCounts
  package private(set) var terms: TermCounts
  /// Per party.
  package private(set) var parties: [PartyMeasures]
  package private(set) var mediators: ProposerCounts
  package private(set) var forums: ProposerCounts
  package private(set) var zones: ZoneCounts
  package private(set) var efficiency: EfficiencyMeasures
  /// Per party.
  package private(set) var ratifications: [RatificationCounts]
  package private(set) var durability: Durability
  package private(set) var course: CourseCounts
  /// Per toll of the scenario.
  package private(set) var tolls: [TollDistributions]
  /// The runs of each model by themselves; empty where the scenario has none.
  package private(set) var models: [OutcomeFold]
  package private(set) var causes = CauseCounts()
  package private(set) var endingTimes: EndingTimes
  package private(set) var convergence = ConvergenceCounts()

  /// Of no runs.
  init(for scenario: Scenario, looks: Looks) { self.init(for: scenario, looks: looks, isOfModel: false) }

  private init(for scenario: Scenario, looks: Looks, isOfModel: Bool) {
    counts = EndingCounts(rounds: scenario.rounds)
    terms = TermCounts(optionCounts: scenario.issues.map(\.options.count))
    parties = scenario.parties.map { _ in PartyMeasures() }
    mediators = ProposerCounts(scenario.mediators.count)
    forums = ProposerCounts(scenario.forums.count)
    zones = ZoneCounts(looks.zone)
    efficiency = EfficiencyMeasures(looks.efficiency)
    ratifications = scenario.parties.map { _ in RatificationCounts() }
    durability = Durability(scenario: scenario)
    course = CourseCounts(rounds: scenario.rounds)
    tolls = scenario.tolls.indices.map { TollDistributions(upTo: scenario.mostToll($0)) }
    // Nothing is told of them model by model.
    endingTimes = EndingTimes(rounds: isOfModel ? 0 : scenario.rounds)
    models = scenario.models.map { OutcomeFold(for: $0.scenario, looks: looks, isOfModel: true) }
  }
}

extension OutcomeFold {
  /// Whether both are of scenarios that have as many of everything, so that they can be merged and
  /// read alike.
  func hasShape(of other: OutcomeFold) -> Bool {
    counts.agreementsByRound.count == other.counts.agreementsByRound.count
      && terms.settlements.map(\.count) == other.terms.settlements.map(\.count)
      && parties.count == other.parties.count && mediators.texts.count == other.mediators.texts.count
      && forums.texts.count == other.forums.texts.count && tolls.count == other.tolls.count
      && zip(tolls, other.tolls).allSatisfy { $0.all.hasBins(of: $1.all) }
      && durability.started.count == other.durability.started.count
      && durability.brokenBy.count == other.durability.brokenBy.count
      && course.resumedAfter.count == other.course.resumedAfter.count
      && models.count == other.models.count
      && zip(models, other.models).allSatisfy { $0.hasShape(of: $1) }
  }
}

extension OutcomeFold: PartedFold {
  package mutating func add(_ run: RunBlock.Run) {
    counts.add(run)
    terms.add(run)
    for party in parties.indices {
      parties[party].add((run.utility(party), run.surplus(party), run.surplusAtStart(party)))
      ratifications[party].add(run.failedRatifications(party))
    }
    let agreed = run.row.ending.isAgreement
    mediators.add((run.mediatorTexts, agreed ? run.row.mediator : -1))
    forums.add((run.forumTexts, agreed ? run.row.forum : -1))
    zones.add(run)
    efficiency.add(run)
    durability.add(run.row.phases)
    course.add(run)
    for toll in tolls.indices { tolls[toll].add((run.toll(toll), run.row.ending)) }
    if models.indices.contains(Int(run.row.model)) { models[Int(run.row.model)].add(run) }
    causes.add(run)
    endingTimes.add(run)
    convergence.add(run)
  }

  package mutating func merge(_ later: OutcomeFold) {
    counts.merge(later.counts)
    terms.merge(later.terms)
    for party in parties.indices {
      parties[party].merge(later.parties[party])
      ratifications[party].merge(later.ratifications[party])
    }
    mediators.merge(later.mediators)
    forums.merge(later.forums)
    zones.merge(later.zones)
    efficiency.merge(later.efficiency)
    durability.merge(later.durability)
    course.merge(later.course)
    for toll in tolls.indices { tolls[toll].merge(later.tolls[toll]) }
    for model in models.indices { models[model].merge(later.models[model]) }
    causes.merge(later.causes)
    endingTimes.merge(later.endingTimes)
    convergence.merge(later.convergence)
  }

  package mutating func end(_ part: RunPart) {
    terms.end(part)
    for party in parties.indices { parties[party].end(part) }
    efficiency.end(part)
    for toll in tolls.indices { tolls[toll].end(part) }
    for model in models.indices { models[model].end(part) }
  }

  package func write(to record: inout WordWriter) {
    counts.write(to: &record)
    terms.write(to: &record)
    record.write(records: parties)
    mediators.write(to: &record)
    forums.write(to: &record)
    zones.write(to: &record)
    efficiency.write(to: &record)
    record.write(records: ratifications)
    durability.write(to: &record)
    course.write(to: &record)
    causes.write(to: &record)
    endingTimes.write(to: &record)
    convergence.write(to: &record)
    record.write(records: tolls)
    record.write(records: models)
  }

  package init?(reading words: inout WordReader) { self.init(reading: &words, isOfModel: false) }

  /// - Parameter isOfModel: whether it is that of one model, which has none of its own.
  private init?(reading words: inout WordReader, isOfModel: Bool) {
    guard let counts = EndingCounts(reading: &words), let terms = TermCounts(reading: &words),
      let parties: [PartyMeasures] = words.records(), let mediators = ProposerCounts(reading: &words),
      let forums = ProposerCounts(reading: &words), let zones = ZoneCounts(reading: &words),
      let efficiency = EfficiencyMeasures(reading: &words),
      let ratifications: [RatificationCounts] = words.records(), ratifications.count == parties.count,
      let durability = Durability(reading: &words), let course = CourseCounts(reading: &words),
      let causes = CauseCounts(reading: &words), let endingTimes = EndingTimes(reading: &words),
      let convergence = ConvergenceCounts(reading: &words),
      let tolls: [TollDistributions] = words.records(),
      let models = words.list({ isOfModel ? nil : OutcomeFold(reading: &$0, isOfModel: true) }),
      models.isEmpty || models.reduce(0, { $0 + $1.counts.runs }) == counts.runs
    else { return nil }
    (self.counts, self.terms, self.parties) = (counts, terms, parties)
    (self.mediators, self.forums, self.zones) = (mediators, forums, zones)
    (self.efficiency, self.ratifications) = (efficiency, ratifications)
    (self.durability, self.course, self.causes) = (durability, course, causes)
    (self.endingTimes, self.convergence) = (endingTimes, convergence)
    (self.tolls, self.models) = (tolls, models)
  }
}
