import Bargaining
import Tables

/// Texts that mediators have ready.
extension ScenarioDecoder {
  /// The states of the talks that a text may wait for. In the others nobody tables anything.
  private static let states = [TalksState.active, .suspended]
  private static let stateNames = states.map { Quoting.quoted($0.name) }.joined(separator: ", ")

  /// - Parameter lines: the red lines of the mediator, which a text of its must not cross.
  mutating func decodeTexts(_ mediator: Fields, crossingNone lines: [Condition]) -> [PreparedText] {
    let path = mediator.path("texts")
    guard let member = mediator["texts"], let elements = list(member.value, "\(path)", of: "objects") else {
      return []
    }
    if elements.count > PreparedText.most {
      diagnostics.error(
        at: member.keySpan, "a mediator has up to \(PreparedText.most) texts, not \(elements.count)")
    }
    return elements.prefix(PreparedText.most).enumerated().compactMap { place, element in
      let what: Message = "text \(place + 1) of \(mediator.what)"
      guard
        let fields = fields(
          element, anchor: element.span, path: "\(path).\(place)", what: what,
          keys: ["outcome", "at", "when"],
          mark: mediator.mark)
      else { return nil }
      let text = decodeText(fields)
      if let text, let outcome = fields["outcome"], lines.contains(where: { $0.holds(in: text.options) }) {
        diagnostics.error(at: outcome.keySpan, "\(what) crosses a red line of the mediator itself")
      }
      return text
    }
  }

  private mutating func decodeText(_ fields: Fields) -> PreparedText? {
    let options = decodeOutcome(fields)
    let occasion = fields["when"].flatMap { decodeOccasion($0.value, fields.path("when")) }
    var text = PreparedText(options: options ?? [], occasion: occasion ?? .any)
    switch fields["at"] {
    case nil where fields["when"] == nil:
      _ = required(fields, "at", hint: "a round, or a state of the talks: \(Self.stateNames)")
    case nil: break
    case let at? where at.value.isText:
      text.occasion = decodeState(at.value, fields.path("at")) ?? .any
      if let when = fields["when"] {
        diagnostics.error(
          at: when.keySpan, "\(fields.what) has a state in \"at\" and in \"when\"",
          hint: "beside \"when\" a round is expected in \"at\"")
      }
    case _?: text.round = number(fields, "at", in: 0...Double(Self.rounds.upperBound))
    }
    return options == nil ? nil : text
  }

  /// An option for each issue, those that are left out at their status quo; `nil` after reporting.
  private mutating func decodeOutcome(_ fields: Fields) -> [Int]? {
    guard let member = required(fields, "outcome", hint: "{\"issue\": \"option\", …}"),
      let entries = entries(member.value, "\(fields.path("outcome"))")
    else { return nil }
    let errors = diagnostics.errorCount
    var chosen: [Int: Int] = [:]
    for entry in entries {
      guard let k = resolve(entry.key, entry.keySpan, in: issueNames) else { continue }
      chosen[k] = option(entry.value, options[k], "\(fields.path("outcome")).\(entry.key)")
      if let option = chosen[k], !issues[k].isOnAgenda, issues[k].statusQuo != option {
        diagnostics.error(
          at: entry.value.span, "issue \(Quoting.quoted(entry.key)) is not on the agenda",
          hint: "it stays at its status quo")
      }
    }
    guard diagnostics.errorCount == errors, !issueNames.isIncomplete, !options.contains(where: { $0 == nil })
    else { return nil }
    for (k, issue) in issues.enumerated() where chosen[k] == nil {
      chosen[k] = issue.statusQuo
      if issue.statusQuo == nil {
        diagnostics.error(
          at: member.keySpan,
          "\(fields.what) says nothing of issue \(Quoting.quoted(issue.name)), which has no status quo",
          hint: "only an issue with a status quo can be left as it is")
      }
    }
    let text = issues.indices.compactMap { chosen[$0] }
    guard text.count == issues.count else { return nil }
    if issues.indices.allSatisfy({ issues[$0].statusQuo == text[$0] }) {
      diagnostics.error(at: member.keySpan, "\(fields.what) leaves everything as it is")
      return nil
    }
    return text
  }

  /// A state of the talks, or a condition on what is in force.
  private mutating func decodeOccasion(_ node: JSONNode, _ path: String) -> PreparedText.Occasion? {
    if node.isText { return decodeState(node, path) }
    guard case .object = node.value else {
      wrongType(node, "\(path)", "a condition or a state of the talks")
      return nil
    }
    return conditionInForce(node, path).map { .inForce($0) }
  }

  private mutating func decodeState(_ node: JSONNode, _ path: String) -> PreparedText.Occasion? {
    guard case .string(let name) = node.value else { return nil }
    if let state = TalksState.allCases.first(where: { $0.name == name }), !Self.states.contains(state) {
      diagnostics.error(
        at: node.span, "nobody tables a text once the talks are over", hint: "known: \(Self.stateNames)")
      return nil
    }
    return word(node, path, "state of talks", among: Self.states.map(\.name)).map {
      $0 == TalksState.suspended.name ? .resumption : .any
    }
  }
}

extension JSONNode {
  fileprivate var isText: Bool { if case .string = value { true } else { false } }
}
