import Experiments
import Tables

/// Talks that are given a history, as one JSON document: every table under its name, beside what it
/// rests on.
package struct GivenDocument {
  private let result: GivenResult
  private let tables: [Table]

  package init(_ result: GivenResult, _ tables: [Table]) {
    self.result = result
    self.tables = tables
  }

  package var json: JSONValue {
    let study = result.study
    var object: JSONObject = [
      "schema": "detente.given/1", "scenario": .string(study.scenario.identifier),
      "seed": JSONValue(study.seed), "runs": .integer(study.runs),
      "observations": .integer(study.history.observations.count), "method": .string(result.method.rawValue),
      "effective_runs": .real(result.effectiveRuns), "least": .integer(study.least),
      "runs_left": .integer(result.distribution.runs),
    ]
    for table in tables { object[table.name] = ResultDocument.json(table) }
    return .object(object)
  }
}
