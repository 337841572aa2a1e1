import Bargaining
import Simulation

extension ReportContent {
  /// What a report says of many runs of a scenario, with labels in `language` (else English, else the first, else the
  /// machine names).
  ///
  /// What the distribution does not hold (``notes``, ``manifest``) is the caller's to add.
  public init(_ distribution: OutcomeDistribution, language: String = "en") {
    let scenario = distribution.scenario
    let labels = ScenarioLabels(scenario, language: language)
    let agreements = distribution.agreements
    func share(_ count: Int, of total: Int) -> ShareEstimate {
      ShareEstimate(WilsonInterval(count: count, total: total))
    }
    self.init(
      title: labels.title, subtitle: scenario.identifier, language: language, runs: distribution.runs,
      plannedRuns: max(distribution.plan.runs, distribution.runs), seed: distribution.plan.seed,
      rounds: scenario.rounds, roundUnit: scenario.roundUnit ?? "round",
      endings: Bargaining.Ending.allCases.map {
        Ending(
          name: $0.name, label: Self.words(for: $0), isAgreement: $0.isAgreement,
          share: share(distribution.endings[$0.rawValue], of: distribution.runs))
      },
      provenance: Provenance(of: scenario), assumptions: labels.assumptions, facts: labels.facts)
    settlements = scenario.agenda.map { k in
      Settlement(
        issue: labels.issue(k),
        options: scenario.issues[k].options.indices.map { option in
          Settlement.Option(
            label: labels.option(option, of: k), isStatusQuo: option == scenario.issues[k].statusQuo,
            share: share(distribution.settlements[k][option], of: agreements))
        })
    }
    survival = KaplanMeier(
      runs: distribution.runs, agreements: distribution.agreementsByRound,
      censored: distribution.censoredByRound
    ).rows.map {
      SurvivalRow(
        round: $0.round, atRisk: $0.atRisk, agreements: $0.agreements, censored: $0.censored,
        survival: $0.survival, low: $0.low, high: $0.high)
    }
    mediators = scenario.mediators.indices.map {
      Proposer(
        label: labels.mediator($0), texts: distribution.mediatorTexts[$0],
        agreed: share(distribution.mediatorAgreements[$0], of: agreements))
    }
    forums = scenario.forums.indices.map {
      Proposer(
        label: labels.forum($0), texts: distribution.forumTexts[$0],
        agreed: share(distribution.forumAgreements[$0], of: agreements))
    }
  }

  /// A package of `options`, one for each issue of the scenario, struck in `count` of so many agreements.
  public static func package(
    options: [Int], count: Int, agreements: Int, in scenario: Scenario, language: String
  ) -> Package {
    let labels = ScenarioLabels(scenario, language: language)
    return Package(
      share: ShareEstimate(WilsonInterval(count: count, total: agreements)),
      terms: scenario.agenda.map { k in
        Term(
          issue: labels.issue(k), option: labels.option(options[k], of: k),
          isMoved: options[k] != scenario.issues[k].statusQuo)
      })
  }

  /// The report's own words for an ending.
  static func words(for ending: Bargaining.Ending) -> String {
    switch ending {
    case .fullAgreement: "Full agreement"
    case .partialAgreement: "Partial agreement"
    case .rejectedAtHome: "Rejected at home"
    case .collapsed: "Collapsed"
    case .outOfTime: "Out of time"
    }
  }
}
