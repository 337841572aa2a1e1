import Bargaining
import Experiments
import Tables

/// How good forecasts were, as one JSON document. An infinite score is `null`.
package enum ScoreDocument {
  package static func json(_ result: ScoreResult, _ tables: [Table]) -> JSONValue {
    var object = JSONObject([
      ("schema", "detente.score/1"), ("baseline", .string(result.request.baseline.rawValue)),
      ("zero", .string(result.request.rule.rawValue)),
      ("cases", .array(result.cases.map { json($0.forecast) })),
    ])
    for table in tables { object[table.name] = ResultDocument.json(table) }
    object["means"] = .array(
      ([nil] + Baseline.allCases).compactMap { (baseline: Baseline?) in
        result.mean(of: "agreement", against: baseline).map { mean in
          .object([
            "event": "agreement", "forecast": .string(baseline?.rawValue ?? "model"),
            "cases": .integer(mean.cases), "brier": .real(mean.brier), "log": .real(mean.log),
          ])
        }
      })
    return .object(object)
  }

  private static func json(_ forecast: ForecastRecord) -> JSONValue {
    .object([
      "scenario": .string(forecast.scenario), "result": .string(forecast.result),
      "manifest_sha256": .string(forecast.digest), "program": .string(forecast.program),
      "runs": .integer(forecast.runs), "rounds": .integer(forecast.rounds),
    ])
  }
}
