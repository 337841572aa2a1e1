import Bargaining
import Simulation
import Tables

extension LeverStudy {
  /// What the tables of the study must be like, whatever it finds out.
  package func shapes() throws -> [TableShape] {
    let nothing = LeverResult(
      study: self, baseline: WilsonInterval(count: 0, total: 0), effects: [],
      conditions: try AgreementConditions(
        scenario, inputs: [], agreed: [], seed: seed, shouldStop: { false }),
      gaps: GapDistribution([], parties: scenario.parties.count), set: nil)
    return try nothing.tables().map { table in
      switch table.name {
      case "levers": TableShape(headingOf: table, rows: .ranked(names: levers.map(\.path)))
      case "gap": TableShape(table, cells: 1)
      default: TableShape(headingOf: table, rows: .distinct(cells: 1))
      }
    }
  }
}

extension SensitivityStudy {
  /// What the table of the study must be like, whatever it finds out.
  package func shapes() throws -> [TableShape] {
    let nothing = SensitivityResult(
      study: self, mean: 0, standardDeviation: 0, noise: nil, split: nil, findings: [])
    return try nothing.tables().map { table in
      TableShape(
        headingOf: table,
        rows: table.name == "variance"
          ? .distinct(cells: 1) : .ranked(names: inputs.map { scenario[$0].path }))
    }
  }
}

extension FormulaStudy {
  /// What the tables of the study must be like, whatever it finds out.
  package func shapes() throws -> [TableShape] {
    let nothing = FormulaResult(
      study: self, textCount: 0, draws: 0, openDraws: WilsonInterval(count: 0, total: 0))
    return try nothing.tables().map { table in
      TableShape(headingOf: table, rows: .distinct(cells: table.columns.count))
    }
  }
}

extension AnswersStudy {
  /// What the tables of the study must be like, whatever it finds out.
  package func shapes() throws -> [TableShape] {
    try nothing.tables().map { table in
      switch table.name {
      case "willingness", "contributions", "tolls": TableShape(table, cells: 2)
      case "models": TableShape(table, cells: 3)
      case "formula", "folder": TableShape(headingOf: table, rows: .distinct(cells: table.columns.count))
      case "resumption", "convergence": TableShape(headingOf: table, rows: .distinct(cells: 1))
      case "ending_times": TableShape(headingOf: table, rows: .distinct(cells: 3))
      default: TableShape(table, cells: 1)
      }
    }
  }
}

extension GivenStudy {
  /// What the tables of the study must be like, whatever it finds out.
  package func shapes() throws -> [TableShape] {
    let forecasts = try GivenResult.table(of: [Forecast]())
    let posteriors = try GivenResult.table(of: [Posterior]())
    let rounds = [0] + history.observations.map(\.round)
    let endings = Ending.allCases
    return try OutcomeDistribution.shapes(of: scenario, runs: runs, keepsRuns: false, keepsDraws: false) + [
      TableShape(
        forecasts.name, heading: forecasts.columns.map(\.name),
        rows: .keyed(count: rounds.count * endings.count) { row in
          let after = row / endings.count
          return ["\(after)", "\(rounds[after])", endings[row % endings.count].name]
        }),
      TableShape(headingOf: posteriors, rows: .distinct(cells: 1)),
    ]
  }
}

extension ScenarioComparison {
  /// What the tables of some comparisons with a scenario must be like, whatever they find out.
  package static func shapes(
    of first: Scenario, with others: [Scenario], naming: Naming
  ) throws -> [TableShape] {
    let none = try others.compactMap { try compare(first, $0, plan: SimulationPlan(runs: 0)) }
    let tables = try tables(of: none, naming: naming)
    return [TableShape(tables[0], cells: 2), TableShape(headingOf: tables[1], rows: .distinct(cells: 3))]
  }
}

extension OutcomeDistribution {
  /// What the tables of a single simulation of a scenario must be like.
  ///
  /// - Parameters:
  ///   - runs: how many there are.
  ///   - keepsRuns: whether there is a table of them.
  ///   - keepsDraws: whether there is one of what they drew.
  package static func shapes(
    of scenario: Scenario, runs: Int, keepsRuns: Bool, keepsDraws: Bool
  ) throws -> [TableShape] {
    var shapes = try OutcomeDistribution(ofNoRuns: scenario).tables().map { table in
      switch table.name {
      case "packages": TableShape(headingOf: table, rows: .ranked(names: nil))
      case "model_ranges": TableShape(headingOf: table, rows: .distinct(cells: 2))
      case "settlements", "parties", "zone", "tolls": TableShape(table, cells: 2)
      case "models": TableShape(table, cells: 3)
      case "resumption", "convergence": TableShape(headingOf: table, rows: .distinct(cells: 1))
      case "ending_times": TableShape(headingOf: table, rows: .distinct(cells: 3))
      default: TableShape(table, cells: 1)
      }
    }
    let logs = [
      (keepsRuns, "runs", RunLog.columns(of: scenario)),
      (keepsDraws, "draws", DrawLog.columns(of: scenario)),
    ]
    for (isKept, name, heading) in logs where isKept {
      shapes.append(TableShape(name, heading: heading, rows: .keyed(count: runs) { ["\($0)"] }))
    }
    return shapes
  }
}
