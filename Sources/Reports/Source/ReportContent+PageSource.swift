import Bargaining
import Experiments
import Scenarios
import Simulation
import Tables

extension ReportContent {
  /// What a report says of many runs of a scenario, from the tables of the result: equal to what it
  /// says of the ``OutcomeDistribution`` that the tables were made of.
  ///
  /// - Parameters:
  ///   - source: of `run` or `given`.
  ///   - language: of labels and notes.
  /// - Returns: `nil` where there is no scenario.
  package init?(_ source: PageSource, language: String) {
    guard let reading = source.readings.first else { return nil }
    self = ResultReader(source, reading.scenario, language: language).content
  }
}

/// Reads tables of `run`.
private struct ResultReader {
  private let source: PageSource
  private let scenario: Scenario
  private let labels: ScenarioLabels
  private let limit: TimeLimit
  private let language: String
  /// By table and row, from 0.
  private let ranges: [String: [Int: ModelRange]]

  init(_ source: PageSource, _ scenario: Scenario, language: String) {
    self.source = source
    self.scenario = scenario
    self.language = language
    labels = ScenarioLabels(scenario, language: language)
    limit = TimeLimit(of: scenario)
    var ranges: [String: [Int: ModelRange]] = [:]
    for row in source.rows("model_ranges") {
      guard let place = row.whole("row"), let models = row.whole("models"), let low = row.real("models_low"),
        let high = row.real("models_high")
      else { continue }
      ranges[row.text("table"), default: [:]][place - 1] = ModelRange(low: low, high: high, models: models)
    }
    self.ranges = ranges
  }

  var content: ReportContent {
    let manifest = source.manifest
    let runs = endings.reduce(0) { $0 + $1.share.count }
    var content = ReportContent(
      title: labels.title, subtitle: scenario.identifier, language: language, runs: runs,
      plannedRuns: max(manifest.runsPlanned, runs), seed: manifest.seed, rounds: scenario.rounds,
      roundUnit: scenario.roundUnit ?? "round", endings: endings, packages: packages,
      settlements: settlements, survival: survival,
      mediators: proposers("mediators", labels.mediator, scenario.mediators.map(\.name)),
      forums: proposers("forums", labels.forum, scenario.forums.map(\.name)), parties: parties, zones: zones,
      provenance: .init(of: scenario), assumptions: labels.assumptions, facts: labels.facts)
    content.digits = source.digits
    content.worth = computed("worth") ?? 1
    content.roundsToDeadline = scenario.roundsToDeadline
    content.agreement = further("agreement")
    content.models = models
    content.resumption = ResumptionWords(
      course: source.rows("course"), curve: source.rows("resumption"), ranges["course"]?[0],
      unit: content.roundUnit)
    content.tolls = tolls
    content.ranges.missedZones = further("missed_zone")?.models
    content.ranges.ownOffers = further("own_offers")?.models
    content.ranges.inTheEnd = ranges["rounds"]?[0]
    content.efficiency = efficiency
    content.causes = causes
    content.rejections = rejections
    content.partyLabels = scenario.parties.indices.map(labels.party)
    content.course = course
    content.convergence = convergence
    content.utilitySpace = utilitySpace
    content.durability = durability
    content.quantileError = computed("quantile_error")
    content.notes = ResultNotes(
      runs: runs, plannedRuns: manifest.runsPlanned, isComplete: manifest.isComplete,
      precision: manifest.precision,
      zoneEvery: Int(computed("zone_every") ?? 1), zonesUndecided: Int(computed("zone_undecided") ?? 0),
      efficiencyEvery: Int(computed("efficiency_every") ?? 1),
      unmeasured: Int(computed("efficiency_agreements") ?? 0) - measuredAgreements,
      agreements: content.agreements, packageUndercount: computed("package_undercount").map { Int($0) }
    ).sentences(language: language)
    return content
  }

  private func range(_ table: String, _ row: Int) -> ModelRange? { ranges[table]?[row] }

  private func computed(_ measure: String) -> Double? {
    source.rows("computation").first { $0.text("measure") == measure }?.real("value")
  }

  private func further(_ measure: String) -> ShareEstimate? {
    source.rows("shares").first { $0.text("measure") == measure }.map {
      $0.share(models: range("shares", $0.index))
    }
  }

  private var endings: [ReportContent.Ending] {
    source.rows("endings").compactMap { row in
      guard let ending = Ending.allCases.first(where: { $0.name == row.text("ending") }) else { return nil }
      return .init(
        name: ending.name, label: EndingWords.label(ending, limit, language: language),
        isAgreement: ending.isAgreement, share: row.share(models: range("endings", row.index)))
    }
  }

  private var packages: [ReportContent.Package] {
    return mostFrequent.compactMap { row in
      var terms: [ReportContent.Term] = []
      for k in scenario.agenda {
        let issue = scenario.issues[k]
        let column = column(of: issue)
        guard let option = issue.options.firstIndex(where: { row.says($0.name, in: column) }) else {
          return nil
        }
        terms.append(labels.term(option, of: k))
      }
      return .init(share: row.share(models: range("packages", row.index)), terms: terms)
    }
  }

  /// The rows of packages that are listed. Where not all of those that are as frequent have room,
  /// the names of their options decide which do, as ``OutcomeDistribution/packageRows(_:)`` has it.
  private var mostFrequent: [TableRows.Row] {
    let (rows, most) = (source.rows("packages"), ReportContent.packageLimit)
    func count(_ row: TableRows.Row) -> Int { row.whole("count") ?? 0 }
    guard rows.count > most, count(rows[most]) == count(rows[most - 1]) else {
      return Array(rows.prefix(most))
    }
    let least = count(rows[most])
    let issues = NameOrder.places(of: scenario.issues.map(\.name)).map { scenario.issues[$0] }
    let before = rows.prefix { count($0) > least }
    let tied = rows.filter { count($0) == least }.map { row in
      (names: issues.map { issue in optionName(issue, row) }, row: row)
    }
    let kept = tied.sorted { $0.names.lexicographicallyPrecedes($1.names) }.prefix(most - before.count)
    return Array(before) + kept.map(\.row).sorted { $0.index < $1.index }
  }

  private func column(of issue: Issue) -> String {
    ["rank", "count", "share", "low", "high"].contains(issue.name) ? "issue_\(issue.name)" : issue.name
  }

  private func optionName(_ issue: Issue, _ row: TableRows.Row) -> String {
    issue.options.first { row.says($0.name, in: column(of: issue)) }?.name ?? ""
  }

  private var settlements: [ReportContent.Settlement] {
    let rows = Dictionary(grouping: source.rows("settlements")) { $0.text("issue") }
    return scenario.agenda.map { k in
      let issue = scenario.issues[k]
      return .init(
        issue: labels.issue(k),
        options: (rows[issue.name] ?? []).compactMap { row in
          guard let option = issue.options.firstIndex(where: { row.says($0.name, in: "option") }) else {
            return nil
          }
          return .init(
            label: labels.option(option, of: k), isStatusQuo: option == issue.statusQuo,
            value: issue.isNumeric ? issue.options[option].value : nil,
            share: row.share(models: range("settlements", row.index)))
        }, unit: labels.unit(of: k))
    }
  }

  private var course: [ReportContent.CourseLayer] {
    let times = source.rows("ending_times").compactMap { row -> ReportContent.EndingTime? in
      guard let ending = Ending.allCases.first(where: { $0.name == row.text("ending") }),
        let round = row.whole("round")
      else { return nil }
      let cause = FailureCause.allCases.first { $0.name == row.text("cause") }
      return .init(round: round, ending: ending, cause: cause, count: row.whole("count") ?? 0)
    }
    return ReportContent.courseLayers(times, rounds: scenario.rounds, limit, language: language)
  }

  private var convergence: [ReportContent.ConvergenceRow] {
    source.rows("convergence").map { .init(runs: $0.whole("runs") ?? 0, share: $0.share("agreements")) }
  }

  private var utilitySpace: UtilitySpace? {
    let names = scenario.parties.map(\.name)
    guard names.count == 2, source["utility_space"] != nil else { return nil }
    let rows = source.rows("utility_space").compactMap { row -> UtilitySpace.Row? in
      guard let kind = UtilitySpace.Kind(rawValue: row.text("kind")), let x = row.real("utility_\(names[0])"),
        let y = row.real("utility_\(names[1])")
      else { return nil }
      return .init(
        kind: kind, place: row.whole("place") ?? 0, by: names.firstIndex { row.says($0, in: "party") },
        share: row.real("share"), utilities: SIMD2(x, y))
    }
    return UtilitySpace(parties: names, rows: rows)
  }

  private var survival: [ReportContent.SurvivalRow] {
    source.rows("rounds").map { row in
      .init(
        round: row.whole("round") ?? 0, atRisk: row.whole("at_risk") ?? 0,
        agreements: row.whole("agreements") ?? 0, censored: row.whole("censored") ?? 0,
        survival: row.real("survival") ?? 1, low: row.real("low") ?? 0, high: row.real("high") ?? 1)
    }
  }

  private func proposers(
    _ table: String, _ label: (Int) -> String, _ names: [String]
  ) -> [ReportContent.Proposer] {
    source.rows(table).map { row in
      let name = row.text("name")
      return .init(
        label: names.firstIndex(of: name).map(label) ?? name, texts: row.whole("texts") ?? 0,
        agreed: row.share("agreements", models: range(table, row.index)))
    }
  }

  private var parties: [ReportContent.PartyMeasure] {
    let rows = source.rows("parties")
    return ["utility", "surplus", "surplus_at_start"].flatMap { name in
      rows.filter { $0.text("measure") == name }
    }.compactMap { row in
      guard let mean = row.real("mean") else { return nil }
      return .init(
        party: party(row.text("party")), measure: row.text("measure"), mean: mean,
        standardError: row.real("standard_error") ?? .nan, deviation: row.real("sd") ?? .nan,
        quantiles: row.quantiles)
    }
  }

  private func party(_ name: String) -> String {
    scenario.parties.firstIndex { $0.name == name }.map(labels.party) ?? name
  }

  private var zones: [ReportContent.Zone] {
    let rows = source.rows("zone")
    guard rows.contains(where: { ($0.whole("count") ?? 0) > 0 }) else { return [] }
    return rows.compactMap { row in
      let (exists, agreed) = (row.text("zone") == "exists", row.text("agreement") == "yes")
      guard exists || !agreed else { return nil }
      return .init(
        exists: exists, agreed: agreed, share: row.share(models: range("zone", row.index)),
        bare: exists && !agreed ? Int(computed("zone_bare") ?? 0) : 0)
    }
  }

  private var causes: [ReportContent.FailureShare] {
    let rows = source.rows("causes")
    guard rows.contains(where: { ($0.whole("count") ?? 0) > 0 }) else { return [] }
    return rows.compactMap { row in
      guard let cause = FailureCause.allCases.first(where: { $0.name == row.text("cause") }) else {
        return nil
      }
      return .init(
        label: CauseWords.label(cause, limit, language: language),
        share: row.share(models: range("causes", row.index)))
    }
  }

  private var measuredAgreements: Int {
    source.rows("shares").first { $0.text("measure") == "pareto_efficient" }?.whole("of") ?? 0
  }

  private var efficiency: ReportContent.Efficiency? {
    var measures: [AgreementMeasure: ReportContent.Measure] = [:]
    for row in source.rows("efficiency") {
      guard let measure = AgreementMeasure.allCases.first(where: { $0.name == row.text("measure") }),
        let mean = row.real("mean")
      else { continue }
      measures[measure] = .init(
        mean: mean, standardError: row.real("standard_error") ?? .nan, quantiles: row.quantiles)
    }
    guard !measures.isEmpty else { return nil }
    let measured = measuredAgreements
    return .init(
      agreements: measured, efficient: measured > 0 ? further("pareto_efficient") : nil, measures: measures)
  }

  private var rejections: [ReportContent.Rejection] {
    source.rows("ratification").map { row in
      .init(
        party: party(row.text("party")), deals: row.whole("failed") ?? 0,
        runs: row.share("runs", models: range("ratification", row.index)))
    }
  }

  private var durability: ReportContent.Durability? {
    guard let implementation = scenario.implementation, let kept = further("carried_out") else { return nil }
    let shares = source.rows("shares")
    return .init(
      kept: kept,
      agreements: shares.first { $0.text("measure") == "carried_out" }?.whole("of") ?? 0,
      phases: source.rows("durability").map { row in
        let name = row.text("phase")
        return .init(
          label: implementation.phases.firstIndex { $0.name == name }.map(labels.phase) ?? name,
          started: row.whole("started") ?? 0,
          completed: row.share("completed", models: range("durability", row.index)))
      },
      causes: PhaseFailure.Cause.allCases.compactMap { cause in
        let count = shares.first { $0.text("measure") == "broken_by_\(cause.name)" }?.whole("count") ?? 0
        return count > 0
          ? .init(words: PhaseFailureWords.words(for: cause, language: language), count: count) : nil
      })
  }

  private var models: [ReportContent.Model] {
    let weights = scenario.modelShares
    let rows = Dictionary(grouping: source.rows("models")) { $0.text("model") }
    let worth = computed("worth") ?? 1
    return scenario.models.enumerated().map { index, model in
      var (runs, agreed) = (0, 0)
      for row in rows[model.name] ?? [] {
        let count = row.whole("count") ?? 0
        runs += count
        if Ending.allCases.first(where: { $0.name == row.text("ending") })?.isAgreement == true {
          agreed += count
        }
      }
      return .init(
        label: labels.model(index), weight: weights[index], runs: runs,
        agreement: ShareEstimate(WilsonInterval(count: agreed, total: runs, worth: worth)))
    }
  }

  private var tolls: [ReportContent.Toll] {
    let rows = source.rows("tolls")
    return scenario.tolls.indices.map { toll in
      .init(
        label: labels.toll(toll),
        rows: rows.filter { $0.text("toll") == scenario.tolls[toll].name }.compactMap { row in
          guard let mean = row.real("mean") else { return nil }
          let ending = Ending.allCases.first { $0.name == row.text("ending") }
          let (quantiles, error) = (row.quantiles, row.real("standard_error"))
          return .init(
            runs: ending.map { EndingWords.label($0, limit, language: language) }
              ?? EndingWords.all(language: language),
            mean: labels.amount(mean, of: toll, within: error),
            error: error.map { Numerals.amount($0, within: $0) } ?? "–",
            low: Numerals.amount(quantiles.p05, within: error),
            median: Numerals.amount(quantiles.p50, within: error),
            high: Numerals.amount(quantiles.p95, within: error))
        })
    }
  }
}
