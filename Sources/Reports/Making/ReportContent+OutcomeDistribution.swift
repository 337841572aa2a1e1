import Bargaining
import Simulation

extension ReportContent {
  /// Packages that a report lists at most.
  package static let packageLimit = 10

  /// What a report says of many runs of a scenario, with labels in `language` (else English, else
  /// the first, else the machine names).
  ///
  /// How to reproduce it (`manifest`) is the caller's to add, and whatever else `notes` should say.
  public init(_ distribution: OutcomeDistribution, language: String = "en") {
    let scenario = distribution.scenario
    let labels = ScenarioLabels(scenario, language: language)
    self.init(
      title: labels.title, subtitle: scenario.identifier, language: language, runs: distribution.runs,
      plannedRuns: max(distribution.plan.runs, distribution.runs), seed: distribution.plan.seed,
      rounds: scenario.rounds, roundUnit: scenario.roundUnit ?? "round",
      endings: distribution.endings(language),
      packages: distribution.packages(labels), settlements: distribution.settlements(labels),
      survival: distribution.survivalRows, mediators: distribution.mediators(labels),
      forums: distribution.forums(labels), parties: distribution.measures(labels),
      zones: distribution.zonesOfRuns,
      provenance: Provenance(of: scenario), assumptions: labels.assumptions, facts: labels.facts,
      notes: distribution.notes(language))
    worth = distribution.worth
    roundsToDeadline = scenario.roundsToDeadline
    agreement = distribution.estimate(distribution.agreementShare) { $0.agreementShare }
    models = distribution.models(labels)
    resumption = ResumptionWords(distribution)
    tolls = distribution.tolls(labels, language)
    partyLabels = scenario.parties.indices.map(labels.party)
    course = distribution.courseLayers(language)
    convergence = distribution.convergence
    ranges = distribution.ranges
    efficiency = distribution.efficiencyOfAgreements
    causes = distribution.causesOfFailure(language)
    rejections = distribution.rejections(labels)
    durability = distribution.durability(labels, language)
    quantileError = distribution.partyRows.map(\.distribution.quantiles.errorBound).max()
  }
}
