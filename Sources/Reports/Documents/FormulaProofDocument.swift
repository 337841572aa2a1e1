import Bargaining
import Experiments
import Tables

/// What tabling texts changes as a part of the JSON document of `formula`.
struct FormulaProofDocument {
  let result: FormulaResult
  let outcome: ([Int]) -> JSONValue

  /// `null` where nothing was to be proved.
  var json: JSONValue {
    guard let plan = result.study.proof else { return .null }
    return .object([
      "seed": JSONValue(plan.seed), "runs": .integer(plan.runs), "tabled": .array(result.proofs.map(proof)),
    ])
  }

  private func proof(_ proof: FormulaProof) -> JSONValue {
    .object([
      "rank": .integer(proof.text.rank), "outcome": outcome(proof.text.options),
      "mediator": .string(result.study.scenario.mediators[proof.mediator].name),
      "round": .integer(proof.round), "measures": .array(proof.rows.map(row)),
    ])
  }

  private func row(_ row: FormulaProof.Row) -> JSONValue {
    var object: JSONObject = [
      "measure": .string(row.measure), "runs": .integer(row.runs), "without": JSONValue(row.first),
      "without_low": JSONValue(row.firstInterval?.low), "without_high": JSONValue(row.firstInterval?.high),
      "with": JSONValue(row.second), "with_low": JSONValue(row.secondInterval?.low),
      "with_high": JSONValue(row.secondInterval?.high), "difference": JSONValue(row.difference),
      "low": JSONValue(row.interval?.lowerBound), "high": JSONValue(row.interval?.upperBound),
    ]
    if let models = row.models {
      object["models_low"] = .real(models.low)
      object["models_high"] = .real(models.high)
    }
    return .object(object)
  }
}
