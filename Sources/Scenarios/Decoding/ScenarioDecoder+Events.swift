import Bargaining
import Tables

/// What may happen meanwhile.
extension ScenarioDecoder {
  mutating func decodeEvents(_ top: Fields) -> [Event] {
    guard let member = top["events"] else {
      noteDefault("events", "{}")
      return []
    }
    guard let members = entries(member.value, "events") else { return [] }
    // Rates first: an event may change the rate of a later one.
    var decoded: [(Event, Fields)] = []
    for entry in members {
      checkName(entry, of: "an event")
      let what: Message = "event \(Quoting.quoted(entry.key))"
      guard
        let fields = fields(
          entry.value, anchor: entry.keySpan, path: "events.\(entry.key)", what: what,
          keys: ["label", "rate", "progress_rate", "shock", "once", "effects"], mark: top.mark)
      else { continue }
      let event = Event(
        name: entry.key, label: label(fields), rate: number(fields, "rate", in: 0...1),
        progressRate: number(fields, "progress_rate", in: -1...1, default: 0),
        once: flag(fields, "once", default: false), effects: [], source: fields.facts,
        shock: number(fields, "shock", in: 0...1, default: 1))
      decoded.append((event, fields))
    }
    let tree = PathTree(parameters.map(\.path))
    return decoded.map { event, fields in
      var event = event
      event.effects = decodeEffects(fields, tree)
      return event
    }
  }

  private mutating func decodeEffects(_ event: Fields, _ tree: PathTree) -> [Event.Effect] {
    guard let member = required(event, "effects", hint: "a list of {\"on\": path, \"add\": number}"),
      let elements = list(member.value, "\(event.path("effects"))", of: "objects")
    else { return [] }
    if elements.isEmpty { diagnostics.error(at: member.value.span, "\(event.what) has no effect") }
    return elements.enumerated().compactMap { index, element in
      let path = "\(event.path).effects.\(index)"
      return fields(
        element, anchor: element.span, path: path, what: "the effect",
        keys: ["on", "add", "multiply", "for"], mark: event.mark
      ).flatMap { decodeEffect($0, tree) }
    }
  }

  private mutating func decodeEffect(_ fields: Fields, _ tree: PathTree) -> Event.Effect? {
    let target = required(fields, "on", hint: "the path of a number").flatMap {
      decodeTarget($0.value, fields, tree)
    }
    let rounds = fields["for"].flatMap { whole($0.value, fields.path("for"), in: 1...1_000_000) }
    let change: Event.Effect.Change
    switch (fields["add"], fields["multiply"]) {
    case (_?, nil): change = .add(number(fields, "add", in: -1_000...1_000))
    case (nil, _?): change = .multiply(number(fields, "multiply", in: 0...1_000))
    case (nil, nil):
      // With an unknown key, that is most likely what was misspelt.
      let known = ["on", "for", "source", "assumption", "note"]
      if fields.members.allSatisfy({ known.contains($0.key) }) {
        diagnostics.error(at: fields.anchor, "the effect needs \"add\" or \"multiply\"")
      }
      return nil
    case (_?, let multiply?):
      diagnostics.error(
        at: multiply.keySpan, "the effect has both \"add\" and \"multiply\"", hint: "expected one of them")
      return nil
    }
    return target.map { Event.Effect(target: $0, change: change, rounds: rounds) }
  }

  /// The number that a path names, or `nil` after reporting.
  private mutating func decodeTarget(_ node: JSONNode, _ fields: Fields, _ tree: PathTree) -> ParameterID? {
    guard let path = text(node, "\(fields.path("on"))") else { return nil }
    if let id = parameterIDs[path], !path.hasSuffix(".tentative.firmness"), !isEffect(path) { return id }
    if path.hasPrefix("issues."), path.hasSuffix(".tentative.firmness"), parameterIDs[path] != nil {
      diagnostics.error(
        at: node.span, "no event can change \(Quoting.quoted(path))",
        hint: "it is read before the first round")
    } else if isEffect(path) {
      diagnostics.error(at: node.span, "no event can change the effects of events")
    } else {
      let hint = diagnostics.isFull ? "" : tree.hint(for: path)
      diagnostics.error(at: node.span, "no number has the path \(Quoting.quoted(path))", hint: hint)
    }
    return nil
  }

  private func isEffect(_ path: String) -> Bool {
    let parts = path.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > 2 && parts[0] == "events" && parts[2] == "effects"
  }
}
