import Bargaining
import Simulation
import Tables

extension OutcomeDistribution {
  func packages(_ labels: ScenarioLabels) -> [ReportContent.Package] {
    guard let space else { return [] }
    return packageRows(ReportContent.packageLimit).map { row in
      ReportContent.Package(
        share: estimate(row.share) {
          $0.share($0.packages.count(of: row.outcome), of: $0.agreements)
        },
        terms: scenario.agenda.map { k in labels.term(space.option(of: k, in: row.outcome), of: k) })
    }
  }

  func settlements(_ labels: ScenarioLabels) -> [ReportContent.Settlement] {
    let rows = Dictionary(grouping: settlementRows, by: \.issue)
    return scenario.agenda.map { k in
      ReportContent.Settlement(
        issue: labels.issue(k),
        options: (rows[k] ?? []).map {
          .init(
            label: labels.option($0.option, of: k), isStatusQuo: $0.option == scenario.issues[k].statusQuo,
            value: scenario.issues[k].isNumeric ? scenario.issues[k].options[$0.option].value : nil,
            share: share(of: $0.option, settling: k))
        }, unit: labels.unit(of: k))
    }
  }

  private func share(of option: Int, settling issue: Int) -> ShareEstimate {
    func share(_ distribution: OutcomeDistribution) -> WilsonInterval {
      distribution.share(distribution.settlements[issue][option], of: distribution.agreements)
    }
    return estimate(share(self), in: share)
  }

  var survivalRows: [ReportContent.SurvivalRow] {
    runs == 0
      ? []
      : survival.rows.map {
        .init(
          round: $0.round, atRisk: $0.atRisk, agreements: $0.agreements, censored: $0.censored,
          survival: $0.survival, low: $0.low, high: $0.high)
      }
  }

  func mediators(_ labels: ScenarioLabels) -> [ReportContent.Proposer] {
    mediatorRows.enumerated().map { index, row in
      .init(
        label: labels.mediator(row.index), texts: row.texts,
        agreed: estimate(row.agreed) { $0.mediatorRows[index].agreed })
    }
  }

  func forums(_ labels: ScenarioLabels) -> [ReportContent.Proposer] {
    forumRows.enumerated().map { index, row in
      .init(
        label: labels.forum(row.index), texts: row.texts,
        agreed: estimate(row.agreed) { $0.forumRows[index].agreed })
    }
  }

  /// Utilities of all parties, then surpluses, then those against the first round.
  func measures(_ labels: ScenarioLabels) -> [ReportContent.PartyMeasure] {
    let rows = partyRows
    return ["utility", "surplus", "surplus_at_start"].flatMap { name in rows.filter { $0.measure == name } }
      .compactMap { row in
        guard let measure = ReportContent.Measure(row.distribution, of: self) else { return nil }
        return .init(
          party: labels.party(row.party), measure: row.measure, mean: measure.mean,
          standardError: measure.standardError,
          deviation: row.distribution.moments.standardDeviation ?? .nan, quantiles: measure.quantiles)
      }
  }

  /// Empty when no run was looked at; without agreements that had no zone.
  var zonesOfRuns: [ReportContent.Zone] {
    fold.zones.total == 0
      ? []
      : zoneRows.enumerated().filter { $1.exists || !$1.agreed }.map { index, row in
        .init(
          exists: row.exists, agreed: row.agreed, share: estimate(row.share) { $0.zoneRows[index].share },
          bare: row.bare)
      }
  }

  /// Empty when the cause is known of no run.
  func causesOfFailure(_ language: String) -> [ReportContent.FailureShare] {
    let limit = TimeLimit(of: scenario)
    return fold.causes.total == 0
      ? []
      : causeRows.enumerated().map { index, row in
        .init(
          label: CauseWords.label(row.cause, limit, language: language),
          share: estimate(row.share) { $0.causeRows[index].share })
      }
  }

  /// `nil` when no agreement has any measure.
  var efficiencyOfAgreements: ReportContent.Efficiency? {
    let efficiency = fold.efficiency
    let measures = measureRows.reduce(into: [:]) {
      $0[$1.measure] = ReportContent.Measure($1.distribution, of: self)
    }
    guard !measures.isEmpty else { return nil }
    func efficient(_ distribution: OutcomeDistribution) -> WilsonInterval {
      distribution.share(distribution.efficiency.efficient, of: distribution.efficiency.measured)
    }
    return .init(
      agreements: efficiency.measured,
      efficient: efficiency.measured > 0 ? estimate(efficient(self), in: efficient) : nil,
      measures: measures)
  }

  /// What the reader should know of how the numbers came about.
  func notes(_ language: String) -> [String] {
    func every(_ sampling: SimulationPlan.Sampling) -> Int {
      if case .every(let n) = sampling { n } else { 0 }
    }
    return ResultNotes(
      runs: runs, plannedRuns: plan.runs, isComplete: !wasStopped, precision: plan.precision,
      zoneEvery: every(zoneSampling), zonesUndecided: fold.zones.undecided,
      efficiencyEvery: every(fold.efficiency.sampling),
      unmeasured: fold.efficiency.agreements - fold.efficiency.measured, agreements: agreements,
      packageUndercount: packages.isExact ? nil : packages.undercount
    ).sentences(language: language)
  }
}

extension ReportContent.Measure {
  /// `nil` of no values.
  init?(_ measure: MeasureDistribution, of distribution: OutcomeDistribution) {
    guard let mean = measure.moments.mean else { return nil }
    func quantile(_ p: Double) -> Double { measure.quantiles.quantile(p) ?? .nan }
    self.init(
      mean: mean, standardError: distribution.standardError(of: measure) ?? .nan,
      quantiles: .init(
        p05: quantile(0.05), p25: quantile(0.25), p50: quantile(0.5), p75: quantile(0.75),
        p95: quantile(0.95)))
  }
}
