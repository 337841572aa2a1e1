import Tables

extension ForecastRecord {
  /// As manifests keep it.
  package var json: JSONValue {
    .object([
      "result": .string(result), "manifest_sha256": .string(digest), "program": .string(program),
      "scenario": .string(scenario), "runs": .integer(runs),
      "endings": .array(endings.map(ForecastRecord.json)),
      "agreements": .array(agreements.map { .integer($0) }),
      "agreed": .array(agreed.map { .real($0) }),
      "issues": .array(
        issues.map { issue in
          .object([
            "name": .string(issue.name), "options": .array(issue.options.map(ForecastRecord.json)),
            "initial": JSONValue(issue.initial), "status_quo": JSONValue(issue.statusQuo),
          ])
        }),
      "labels": ForecastRecord.json(labels),
    ])
  }

  private static func json(_ answer: Answer) -> JSONValue {
    .object([
      "name": .string(answer.name), "count": .integer(answer.count), "share": .real(answer.share),
    ])
  }

  /// From what a manifest has kept; `nil` where that is something else.
  package init?(_ json: JSONValue) {
    guard let result = json["result"]?.text, let digest = json["manifest_sha256"]?.text,
      let program = json["program"]?.text, let scenario = json["scenario"]?.text,
      let runs = json["runs"]?.whole, runs > 0,
      let endings = json["endings"]?.elements?.map(ForecastRecord.answer),
      let agreements = json["agreements"]?.elements?.map(\.whole),
      let agreed = json["agreed"]?.elements?.map(\.number), agreed.count == agreements.count,
      let issues = json["issues"]?.elements?.map(ForecastRecord.issue)
    else { return nil }
    self.result = result
    self.digest = digest
    self.program = program
    self.scenario = scenario
    self.runs = runs
    self.endings = endings.compactMap(\.self)
    self.agreements = agreements.compactMap(\.self)
    self.agreed = agreed.compactMap(\.self)
    self.issues = issues.compactMap(\.self)
    labels = ForecastRecord.labels(json["labels"])
    guard self.endings.count == 5, self.agreements.count == agreements.count,
      self.agreed.count == agreed.count, self.issues.count == issues.count
    else { return nil }
  }

  private static func answer(_ json: JSONValue) -> Answer? {
    guard let name = json["name"]?.text, let count = json["count"]?.whole,
      let share = json["share"]?.number
    else { return nil }
    return Answer(name: name, count: count, share: share)
  }

  private static func issue(_ json: JSONValue) -> Issue? {
    guard let name = json["name"]?.text, let elements = json["options"]?.elements else { return nil }
    let options = elements.compactMap(answer)
    let (initial, statusQuo) = (json["initial"]?.whole, json["status_quo"]?.whole)
    guard options.count == elements.count, !options.isEmpty,
      [initial, statusQuo].allSatisfy({ $0.map(options.indices.contains) ?? true })
    else { return nil }
    return Issue(name: name, options: options, initial: initial, statusQuo: statusQuo)
  }
}

extension JSONValue {
  /// The member of an object; `nil` where there is none.
  package subscript(key: String) -> JSONValue? {
    if case .object(let object) = self { object[key] } else { nil }
  }

  package var text: String? { if case .string(let text) = self { text } else { nil } }

  package var elements: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }

  /// A number, whichever way it is kept.
  package var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .unsigned(let number): Double(number)
    case .real(let number): number
    default: nil
    }
  }

  /// A number that is whole.
  var whole: Int? { number.flatMap { Int(exactly: $0) } }
}
