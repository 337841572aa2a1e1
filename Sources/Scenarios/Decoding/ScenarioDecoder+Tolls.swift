import Bargaining
import Tables

/// What the conflict takes while something holds.
extension ScenarioDecoder {
  /// Most tolls of a scenario.
  private static let mostTolls = 16
  /// The largest rate: sums over a million rounds stay whole numbers that a double holds.
  private static let largestRate = 1e12

  mutating func decodeTolls(_ top: Fields) -> [Toll] {
    guard let member = top["tolls"] else {
      noteDefault("tolls", "{}")
      return []
    }
    guard let members = entries(member.value, "tolls") else { return [] }
    countCheck(members.count, 0...ScenarioDecoder.mostTolls, "tolls", member.keySpan)
    return members.prefix(ScenarioDecoder.mostTolls).compactMap { entry in
      checkName(entry, of: "a toll")
      guard
        let fields = fields(
          entry.value, anchor: entry.keySpan, path: "tolls.\(entry.key)",
          what: "toll \(Quoting.quoted(entry.key))", keys: ["label", "per_round", "while", "unit"],
          mark: top.mark)
      else { return nil }
      let label = label(fields)
      let unit = unit(fields)
      let rate = number(fields, "per_round", in: 0...ScenarioDecoder.largestRate)
      guard let when = decodeCircumstance(fields) else { return nil }
      return Toll(
        name: entry.key, label: label, unit: unit, perRound: rate, when: when, source: fields.facts)
    }
  }

  /// A text for people, or an object from language codes to texts.
  mutating func unit(_ fields: Fields) -> LocalizedText? {
    guard fields["unit"] != nil else { return nil }
    return label(fields, "unit")
  }

  /// A state of the talks, or a condition on what is in force.
  private mutating func decodeCircumstance(_ toll: Fields) -> Toll.Circumstance? {
    let states = TalksState.allCases.map(\.name)
    let hint: Message =
      "a condition such as {\"ceasefire\": \"none\"}, or one of \(states.map(Quoting.quoted).joined(separator: ", "))"
    guard let member = required(toll, "while", hint: hint) else { return nil }
    if case .object = member.value.value {
      return conditionInForce(member.value, toll.path("while")).map { .inForce($0) }
    }
    guard case .string = member.value.value else {
      wrongType(member.value, "\(toll.path("while"))", "a condition or a state of the talks")
      return nil
    }
    guard let name = word(member.value, toll.path("while"), "state of talks", among: states) else {
      return nil
    }
    return TalksState.allCases.first { $0.name == name }.map { .talks($0) }
  }

  /// A condition on what is in force, of issues that have a status quo.
  mutating func conditionInForce(_ node: JSONNode, _ path: String) -> Condition? {
    guard let condition = decodeCondition(node, path) else { return nil }
    for (entry, clause) in zip(node.members ?? [], condition.clauses)
    where issues[clause.issue].statusQuo == nil {
      diagnostics.error(
        at: entry.keySpan,
        "issue \(Quoting.quoted(issues[clause.issue].name)) has no status quo, so nothing is in force before an agreement"
      )
    }
    return condition
  }
}
