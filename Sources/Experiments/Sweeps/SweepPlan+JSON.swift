import Scenarios
import Tables

extension SweepPlan {
  /// The content of `plan.json`.
  package var json: JSONValue { json(withNames: true) }

  func json(withNames: Bool) -> JSONValue {
    let files = scenarios.map { scenario in
      JSONValue.array(scenario.files.map { SweepPlan.json(of: $0, withName: withNames) })
    }
    let set = settings.map { setting in
      JSONValue.object(["path": .string(setting.path), "value": .string(setting.value)])
    }
    let object: JSONObject = [
      "version": .string(version), "scenarios": .array(files), "set": .array(set),
      "variants": .texts(design.variants), "design": design.json,
      "runs": .integer(runs), "seed": JSONValue(seed), "precision": JSONValue(precision),
      "shards": .integer(shards),
    ]
    return .object(object)
  }

  private static func json(of file: SourceText, withName: Bool) -> JSONValue {
    .object([
      "name": .string(withName ? file.name : ""), "sha256": .string(SHA256.hex(of: file.bytes)),
      "text": .string(file.text),
    ])
  }
}

extension SweepDesign {
  /// What varies, as `plan.json` and the manifest say it.
  package var json: JSONValue { .array(factors.map(\.json)) }
}

extension SweepFactor {
  var json: JSONValue {
    switch source {
    case .axes(let axes): .object(["axes": .array(axes.map(SweepFactor.json))])
    case .sample(let ranges, let sampling):
      .object(["sample": .string(sampling.text), "ranges": .array(ranges.map(SweepFactor.json))])
    }
  }

  private static func json(of axis: SweepAxis) -> JSONValue {
    var object: JSONObject = ["path": .string(axis.path), "values": .texts(axis.values)]
    if !axis.labels.isEmpty { object["labels"] = .texts(axis.labels) }
    return .object(object)
  }

  private static func json(of range: SweepRange) -> JSONValue {
    .object(["path": .string(range.path), "low": .real(range.low), "high": .real(range.high)])
  }
}

extension JSONValue {
  fileprivate static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
}
