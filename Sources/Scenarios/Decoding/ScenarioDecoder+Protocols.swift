import Bargaining
import Tables

/// How a forum works, and how parties vote on single texts.
extension ScenarioDecoder {
  private static let singleTextKeys = ["proposals", "sittings"]

  mutating func decodeRules(_ fields: Fields) -> Forum.Rules {
    let names = Forum.Rules.names
    let hint: Message = "\(anyOf: names.map(Quoting.quoted))"
    let name = required(fields, "protocol", hint: "\(hint)")
      .flatMap { word($0.value, fields.path("protocol"), "protocol", among: names) }
    if name == "single_text" { return .singleText(decodeSingleText(fields)) }
    if name != nil {
      for key in ScenarioDecoder.singleTextKeys {
        guard let member = fields[key] else { continue }
        diagnostics.error(
          at: member.keySpan, "\(Quoting.quoted(key)) belongs to the protocol \"single_text\" alone")
      }
    }
    switch name {
    case "shuttle": return .shuttle
    case "simultaneous": return .simultaneous
    case "ultimatum": return .ultimatum
    default: return .alternating
    }
  }

  private mutating func decodeSingleText(_ fields: Fields) -> SingleText {
    let proposals = whole(fields, "proposals", in: 1...10_000)
    guard let member = fields["sittings"] else {
      noteDefault(fields.path("sittings"), "all")
      return SingleText(proposals: proposals)
    }
    return SingleText(
      proposals: proposals, sittings: whole(member.value, fields.path("sittings"), in: 1...1_000_000))
  }

  mutating func checkMediation(_ forum: Forum, _ fields: Fields) {
    guard forum.rules.needsMediator, forum.mediators.isEmpty, let rules = fields["protocol"] else { return }
    // If mediators are written but unknown, that has been reported.
    if let member = fields["mediators"] {
      guard case .array(let elements) = member.value.value, elements.isEmpty else { return }
    }
    let why: Message =
      forum.rules == .shuttle
      ? "by shuttle, offers go to mediators alone" : "it is they who propose changes of a single text"
    diagnostics.error(at: rules.value.span, "\(fields.what) needs at least one mediator: \(why)")
  }

  /// Whether some forum works on a single text, so that it matters how parties vote.
  func hasSingleText(_ top: Fields) -> Bool {
    (top["forums"]?.value.members ?? []).contains { forum in
      if case .string("single_text")? = forum.value["protocol"]?.value { true } else { false }
    }
  }

  mutating func decodeVoter(_ party: Fields) -> Voter {
    let path = party.path("voter")
    guard let member = party["voter"] else {
      if votesOnTexts { noteDefault(path, "\"hill_climber\"") }
      return .hillClimber
    }
    if case .string(let name) = member.value.value {
      if name == "hill_climber" { return .hillClimber }
      let hint =
        name == "annealer"
        ? "expected {\"annealer\": {\"temperature\": …}}"
        : Suggestion.hint(for: name, among: ["hill_climber", "annealer"])
      diagnostics.error(at: member.value.span, "unknown voter \(Quoting.quoted(name))", hint: hint)
      return .hillClimber
    }
    let what: Message = "the voter of \(party.what)"
    guard let fields = fields(party, "voter", what: what, keys: ["annealer"]),
      required(fields, "annealer", hint: "such as {\"annealer\": {\"temperature\": 0.1}}") != nil,
      let annealer = self.fields(fields, "annealer", what: "the annealer", keys: ["temperature"])
    else { return .hillClimber }
    return .annealer(temperature: number(annealer, "temperature", in: 0...10))
  }
}
