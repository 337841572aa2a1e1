import Bargaining

/// How agreements are carried out.
extension ScenarioDecoder {
  /// Most phases, and most provisions.
  private static let mostPhases = 32
  private static let mostProvisions = 30

  mutating func decodeImplementation(_ top: Fields, parties: [Party]) -> Implementation? {
    guard top["implementation"] != nil else {
      warnOfForesight(top, parties)
      return nil
    }
    guard
      let fields = fields(
        top, "implementation", what: "the implementation",
        keys: ["phases", "order", "failure", "leverage_fade", "provisions"])
    else { return nil }
    let phases = inOrder(decodePhases(fields), fields)
    let failure = decodeFailure(fields)
    let fade = number(fields, "leverage_fade", in: 0...1, default: 0)
    return Implementation(
      phases: phases, failure: failure, leverageFade: fade, provisions: decodeProvisions(fields))
  }

  private mutating func warnOfForesight(_ top: Fields, _ parties: [Party]) {
    for entry in top["parties"]?.value.members ?? [] {
      guard parties.contains(where: { $0.name == entry.key && $0.looksAhead }),
        let member = entry.value.members?.first(where: { $0.key == "looks_ahead" })
      else { continue }
      diagnostics.warning(
        at: member.keySpan,
        "party \(Quoting.quoted(entry.key)) looks ahead to nothing: the scenario has no \"implementation\"")
    }
  }

  private mutating func decodePhases(_ implementation: Fields) -> [Phase] {
    let path = implementation.path("phases")
    guard let member = required(implementation, "phases", hint: "an object with an entry for each phase"),
      let members = entries(member.value, "\(path)")
    else { return [] }
    countCheck(members.count, 1...ScenarioDecoder.mostPhases, "phases", member.keySpan)
    return members.prefix(ScenarioDecoder.mostPhases).compactMap { entry in
      checkName(entry, of: "a phase")
      guard
        let fields = fields(
          entry.value, anchor: entry.keySpan, path: "\(path).\(entry.key)",
          what: "phase \(Quoting.quoted(entry.key))",
          keys: ["label", "when", "issues", "monitoring", "guarantee"], mark: implementation.mark)
      else { return nil }
      return Phase(
        name: entry.key, label: label(fields),
        condition: fields["when"].flatMap { decodeCondition($0.value, fields.path("when")) },
        issues: decodeSettled(fields), monitoring: number(fields, "monitoring", in: 0...1, default: 0),
        guarantee: number(fields, "guarantee", in: 0...1, default: 0))
    }
  }

  /// The phases in the order in which they are carried out: as `order` lists them, else as they
  /// stand in the file.
  private mutating func inOrder(_ phases: [Phase], _ implementation: Fields) -> [Phase] {
    guard let member = implementation["order"] else {
      if phases.count > 1 { noteDefault(implementation.path("order"), "as the phases are listed") }
      return phases
    }
    var names = NameTable(kind: "phase")
    for phase in phases { names.append(phase.name) }
    let errors = diagnostics.errorCount
    let order = references(member.value, implementation.path("order"), "phases", in: names)
    guard diagnostics.errorCount == errors else { return phases }
    for place in phases.indices where !order.contains(place) {
      diagnostics.error(
        at: member.value.span, "phase \(Quoting.quoted(phases[place].name)) is missing from the order")
    }
    return diagnostics.errorCount == errors ? order.map { phases[$0] } : phases
  }

  private mutating func decodeSettled(_ phase: Fields) -> [Int] {
    let path = phase.path("issues")
    guard let member = phase["issues"] else {
      noteDefault(path, "all issues")
      return Array(issues.indices)
    }
    let settled = references(member.value, path, "issues", in: issueNames)
    if case .array(let elements) = member.value.value, elements.isEmpty {
      diagnostics.error(at: member.value.span, "\(phase.what) settles no issue")
    }
    return settled
  }

  private mutating func decodeFailure(_ implementation: Fields) -> Implementation.Coefficients {
    let path = implementation.path("failure")
    let written = required(implementation, "failure", hint: "such as {\"base\": -2}").flatMap { _ in
      fields(
        implementation, "failure", what: "\(path)",
        keys: ["base", "temptation", "continuation", "monitoring", "guarantee"])
    }
    guard let fields = written else {
      let nothing = byDefault("\(path).base", 0, in: 0...0)
      return Implementation.Coefficients(
        base: nothing, temptation: nothing, continuation: nothing, monitoring: nothing, guarantee: nothing)
    }
    return Implementation.Coefficients(
      base: number(fields, "base", in: -1_000...1_000),
      temptation: number(fields, "temptation", in: 0...1_000, default: 0),
      continuation: number(fields, "continuation", in: 0...1_000, default: 0),
      monitoring: number(fields, "monitoring", in: 0...1_000, default: 0),
      guarantee: number(fields, "guarantee", in: 0...1_000, default: 0))
  }

  private mutating func decodeProvisions(_ implementation: Fields) -> [Implementation.Provision] {
    let path = implementation.path("provisions")
    guard let member = implementation["provisions"] else {
      noteDefault(path, "[]")
      return []
    }
    guard let elements = list(member.value, "\(path)", of: "objects") else { return [] }
    if elements.count > ScenarioDecoder.mostProvisions {
      diagnostics.error(
        at: member.keySpan,
        "there may be \(ScenarioDecoder.mostProvisions) provisions, not \(elements.count)")
    }
    var provisions: [Implementation.Provision] = []
    for (index, element) in elements.prefix(ScenarioDecoder.mostProvisions).enumerated() {
      guard
        let fields = fields(
          element, anchor: element.span, path: "\(path).\(index)", what: "the provision",
          keys: ["when", "monitoring", "guarantee"], mark: implementation.mark)
      else { continue }
      let condition = required(fields, "when", hint: "a condition on one issue or more").flatMap {
        decodeCondition($0.value, fields.path("when"))
      }
      if fields["monitoring"] == nil, fields["guarantee"] == nil {
        diagnostics.error(at: element.span, "the provision needs \"monitoring\" or \"guarantee\"")
      }
      provisions.append(
        Implementation.Provision(
          condition: condition ?? Condition([]),
          monitoring: number(fields, "monitoring", in: -1...1, default: 0),
          guarantee: number(fields, "guarantee", in: -1...1, default: 0)))
    }
    return provisions
  }
}
