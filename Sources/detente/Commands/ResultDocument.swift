import Bargaining
import Simulation
import Tables

/// A result as one JSON document: every table under its name, beside what it was made from.
enum ResultDocument {
  static func json(
    scenario: Scenario, _ distribution: OutcomeDistribution, _ tables: [Table]
  ) -> JSONValue {
    var object = JSONObject([
      ("scenario", .string(scenario.identifier)), ("seed", JSONValue(distribution.plan.seed)),
      ("runs", .integer(distribution.runs)), ("runs_planned", .integer(distribution.plan.runs)),
      ("complete", .bool(!distribution.wasStopped)),
    ])
    for table in tables { object[table.name] = json(table) }
    return .object(object)
  }

  /// One object for each row, as the format `json` of `export` has it.
  static func json(_ table: Table) -> JSONValue {
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
