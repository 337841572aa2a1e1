import Bargaining
import Simulation
import Tables

extension OutcomeDistribution {
  private func ofAgreements(_ count: Int) -> ShareEstimate {
    ShareEstimate(WilsonInterval(count: count, total: agreements))
  }

  func packages(_ labels: ScenarioLabels) -> [ReportContent.Package] {
    guard let space else { return [] }
    return packages.top(ReportContent.packageLimit).map { entry in
      ReportContent.Package(
        share: ofAgreements(entry.count),
        terms: scenario.agenda.map { k in labels.term(space.option(of: k, in: entry.key), of: k) })
    }
  }

  func settlements(_ labels: ScenarioLabels) -> [ReportContent.Settlement] {
    scenario.agenda.map { k in
      ReportContent.Settlement(
        issue: labels.issue(k),
        options: settlements[k].enumerated().map { option, count in
          .init(
            label: labels.option(option, of: k), isStatusQuo: option == scenario.issues[k].statusQuo,
            share: ofAgreements(count))
        })
    }
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
    scenario.mediators.indices.filter { !scenario.isInert(mediator: $0) }.map {
      .init(
        label: labels.mediator($0), texts: mediatorTexts[$0], agreed: ofAgreements(mediatorAgreements[$0]))
    }
  }

  func forums(_ labels: ScenarioLabels) -> [ReportContent.Proposer] {
    scenario.forums.indices.map {
      .init(label: labels.forum($0), texts: forumTexts[$0], agreed: ofAgreements(forumAgreements[$0]))
    }
  }

  /// Utilities of all parties, then surpluses.
  func measures(_ labels: ScenarioLabels) -> [ReportContent.PartyMeasure] {
    let all =
      parties.indices.map { ($0, "utility", parties[$0].utility) }
      + parties.indices.map { ($0, "surplus", parties[$0].surplus) }
    return all.compactMap { party, name, measure in
      guard let mean = measure.moments.mean else { return nil }
      return .init(
        party: labels.party(party), measure: name, mean: mean,
        standardError: measure.moments.standardError ?? .nan,
        deviation: measure.moments.standardDeviation ?? .nan,
        quantiles: quantiles(of: measure))
    }
  }

  var zoneRows: [ReportContent.Zone] {
    guard zones.total > 0 else { return [] }
    func share(_ count: Int) -> ShareEstimate {
      ShareEstimate(WilsonInterval(count: count, total: zones.total))
    }
    return [
      .init(exists: true, agreed: true, share: share(zones.agreed)),
      .init(exists: true, agreed: false, share: share(zones.missed), bare: zones.missedBare),
      .init(exists: false, agreed: false, share: share(zones.absent)),
    ]
  }

  /// `nil` when no agreement was measured.
  var efficiencyOfAgreements: ReportContent.Efficiency? {
    guard efficiency.measured > 0 else { return nil }
    func measure(_ measure: MeasureDistribution) -> ReportContent.Measure? {
      measure.moments.mean.map {
        .init(
          mean: $0, standardError: measure.moments.standardError ?? .nan,
          quantiles: quantiles(of: measure))
      }
    }
    return .init(
      agreements: efficiency.measured,
      efficient: ShareEstimate(WilsonInterval(count: efficiency.efficient, total: efficiency.measured)),
      nashRatio: measure(efficiency.nashRatio),
      paretoDistance: measure(efficiency.paretoDistance))
  }

  private func quantiles(of measure: MeasureDistribution) -> ReportContent.Quantiles {
    func quantile(_ p: Double) -> Double { measure.quantiles.quantile(p) ?? .nan }
    return .init(
      p05: quantile(0.05), p25: quantile(0.25), p50: quantile(0.5), p75: quantile(0.75), p95: quantile(0.95))
  }

  /// In which agreements efficiency was measured, if not in all.
  private var efficiencyNotes: [String] {
    guard agreements > 0 else { return [] }
    switch efficiency.sampling {
    case .off: return ["The efficiency of agreements was not measured: too many outcomes are efficient."]
    case .every(let n):
      let lost = efficiency.agreements - efficiency.measured
      return
        (n > 1 ? ["The efficiency of agreements was measured in one run out of \(n)."] : [])
        + (lost > 0
          ? [
            "Of \(Numerals.counted(lost, "agreement")) it could not be measured: too many outcomes are efficient."
          ] : [])
    }
  }

  /// What the reader should know of how the numbers came about.
  var notes: [String] {
    var notes: [String] = []
    if wasStopped {
      notes.append(
        "Stopped early: \(Numerals.count(runs)) of \(Numerals.counted(plan.runs, "run")) were done.")
    } else if let precision = plan.precision, runs < plan.runs {
      notes.append(
        "Stopped at the precision asked for: the share of agreements is known to within "
          + "\(Numerals.shortest(precision)).")
    }
    if case .every(let n) = zoneSampling, n > 1 {
      notes.append("Zones of agreement were looked for in one run out of \(n).")
    }
    if zones.undecided > 0 {
      notes.append(
        "In \(Numerals.counted(zones.undecided, "run")) the search for a zone of agreement gave up.")
    }
    notes += efficiencyNotes
    if !packages.isExact {
      notes.append("Counts of packages may be too low by up to \(Numerals.count(packages.undercount)).")
    }
    return notes
  }
}
