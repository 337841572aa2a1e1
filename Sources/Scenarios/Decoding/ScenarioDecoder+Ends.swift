import Bargaining
import Tables

/// Until when talks last: the deadline that all know, and how long each party can hold out.
extension ScenarioDecoder {
  mutating func decodeDeadline(_ talks: Fields) -> Deadline? {
    let what: Message = "\(talks.path("deadline"))"
    guard let fields = fields(talks, "deadline", what: what, keys: ["round", "extension", "by"]) else {
      return nil
    }
    let round = number(fields, "round", in: 1...1_000_000)
    let chance = number(fields, "extension", in: 0...1, default: 0)
    var deadline = Deadline(round: round, extensionChance: chance)
    if fields["by"] != nil || parameters[chance.index].distribution.support.upperBound > 0 {
      if fields["by"] == nil, let member = fields["extension"] {
        diagnostics.error(
          at: member.keySpan, "\(what) may be put off and needs \"by\"",
          hint: "for how many rounds, at least 1")
        return deadline
      }
      deadline.extensionRounds = number(fields, "by", in: 1...1_000_000)
    }
    return deadline
  }

  mutating func decodeHorizon(_ party: Fields) -> ParameterID? {
    party["horizon"] == nil ? nil : number(party, "horizon", in: 0...1_000_000)
  }

  /// Whoever measures time needs an end to measure it against.
  mutating func checkEnds(_ top: Fields, _ parties: [Party], _ forums: [Forum], _ talks: Talks, rounds: Int) {
    let hasHorizons = parties.contains { $0.horizon != nil }
    guard talks.deadline != nil || hasHorizons else {
      return noteDefault("talks.deadline", "round \(rounds), the last: all know that the talks end then")
    }
    for entry in top["parties"]?.value.members ?? [] {
      guard let party = parties.first(where: { $0.name == entry.key }), party.horizon == nil else { continue }
      if talks.deadline != nil {
        noteDefault("parties.\(entry.key).horizon", "none")
      } else {
        diagnostics.error(
          at: entry.keySpan,
          "party \(Quoting.quoted(entry.key)) has no \"horizon\", and there is no deadline",
          hint: "others have one, so it needs an end to measure time against, too")
      }
    }
    guard talks.deadline == nil else { return }
    noteDefault("talks.deadline", "none")
    for entry in top["forums"]?.value.members ?? [] {
      guard let forum = forums.first(where: { $0.name == entry.key }),
        case .singleText(let plan) = forum.rules,
        plan.sittings == nil
      else { continue }
      diagnostics.error(
        at: entry.keySpan, "forum \(Quoting.quoted(entry.key)) needs \"sittings\"",
        hint: "without a deadline nobody knows how many there will be before the last vote")
    }
  }
}
