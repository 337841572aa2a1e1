import Bargaining
import Experiments
import Simulation
import Tables

/// A result as one JSON document: every table under its name, beside what it was made from.
package enum ResultDocument {
  /// Of `run`.
  package static func json(
    scenario: Scenario, _ distribution: OutcomeDistribution, _ tables: [Table]
  ) -> JSONValue {
    var object = JSONObject([
      ("schema", "detente.run/1"), ("scenario", .string(scenario.identifier)),
      ("seed", JSONValue(distribution.plan.seed)),
      ("runs", .integer(distribution.runs)), ("runs_planned", .integer(distribution.plan.runs)),
      ("complete", .bool(!distribution.wasStopped)),
    ])
    for table in tables { object[table.name] = json(table) }
    return .object(object)
  }

  /// Of `levers`.
  package static func json(_ result: LeverResult, _ tables: [Table]) -> JSONValue {
    let asItIs = result.conditions.agreements
    var object = JSONObject([
      ("schema", "detente.levers/1"), ("runs_per_value", .integer(result.study.runs)),
      ("seed", JSONValue(result.study.seed)),
      ("target", .real(result.study.target)),
      ("base_share", JSONValue.real(result.baseline.share ?? 0)),
      ("base_low", .real(result.baseline.low)), ("base_high", .real(result.baseline.high)),
      ("condition_runs", .integer(asItIs.total)), ("condition_base_share", .real(asItIs.share ?? 0)),
    ])
    for (name, range) in [("base", result.baselineRange), ("condition_base", result.conditions.models)] {
      guard let range else { continue }
      object["\(name)_models_low"] = .real(range.low)
      object["\(name)_models_high"] = .real(range.high)
    }
    for table in tables { object[table.name] = json(table) }
    return .object(object)
  }

  /// Of `sensitivity`.
  package static func json(_ result: SensitivityResult, _ tables: [Table]) -> JSONValue {
    let study = result.study
    var object = JSONObject([
      ("schema", "detente.sensitivity/1"), ("output", .string(study.output.name(in: study.scenario))),
      ("method", .string(study.method.name)),
      ("runs", .integer(study.runsPlanned)), ("seed", JSONValue(study.seed)),
      ("mean", .real(result.mean)), ("standard_deviation", .real(result.standardDeviation)),
      ("seed_noise", result.noise.map { .real($0.share) } ?? .null),
    ])
    for table in tables { object[table.name] = json(table) }
    return .object(object)
  }

  /// Of `compare` and `answers`: their tables.
  package static func json(
    of command: String, _ tables: [Table], runs: Int, seed: UInt64, warnings: [String]
  ) -> JSONValue {
    var object = JSONObject([
      ("schema", .string("detente.\(command)/1")), ("runs", .integer(runs)), ("seed", JSONValue(seed)),
      ("warnings", .array(warnings.map { .string($0) })),
    ])
    for table in tables { object[table.name] = json(table) }
    return .object(object)
  }

  /// Of `sweep`: its points.
  package static func json(ofPoints table: Table) -> JSONValue {
    .object(JSONObject([("schema", "detente.sweep/1"), ("points", json(table))]))
  }

  /// One object for each row, as the format `json` of `export` has it.
  package static func json(_ table: Table) -> JSONValue {
    .array(
      (0..<table.rowCount).map { row in
        .object(JSONObject(table.columns.map { ($0.name, json($0[row])) }))
      })
  }

  private static func json(_ cell: Cell) -> JSONValue {
    switch cell {
    case .missing: .null
    case .text(let text): .string(text)
    case .integer(let number): .integer(number)
    case .real(let number): .real(number)
    }
  }
}
