import Bargaining
import Tables

/// Where they meet.
extension ScenarioDecoder {
  mutating func decodeForums(_ top: Fields, rounds: Int) -> [Forum] {
    guard let member = top["forums"] else {
      noteDefault("forums", "{\"main\": …}, alternating, with all parties and all mediators")
      return [
        Forum(
          name: "main", members: Array(partyNames.names.indices),
          mediators: Array(mediatorNames.names.indices), rules: .alternating)
      ]
    }
    guard let members = entries(member.value, "forums") else { return [] }
    let errors = diagnostics.errorCount
    countCheck(members.count, 1...16, "forums", member.keySpan)
    let forums = members.prefix(16).compactMap { entry in
      checkName(entry, of: "a forum")
      return decodeForum(entry, mark: top.mark, rounds: rounds)
    }
    if diagnostics.errorCount == errors {
      warnOfAbsentees(forums, top)
    }
    return forums
  }

  private mutating func decodeForum(_ entry: JSONMember, mark: Mark, rounds: Int) -> Forum? {
    let what: Message = "forum \(Quoting.quoted(entry.key))"
    guard
      let fields = fields(
        entry.value, anchor: entry.keySpan, path: "forums.\(entry.key)", what: what,
        keys: [
          "label", "members", "mediators", "turns", "protocol", "every", "from", "proposals", "sittings",
        ],
        mark: mark)
    else { return nil }
    let (members, mediators) = (decodeMembers(fields), decodeForumMediators(fields))
    let forum = Forum(
      name: entry.key, label: label(fields), members: members, mediators: mediators,
      turns: decodeTurns(fields, mediators: mediators.count), rules: decodeRules(fields),
      every: whole(fields, "every", in: 1...1_000_000, default: 1),
      first: whole(fields, "from", in: 0...1_000_000, default: 0))
    checkMediation(forum, fields)
    if let from = fields["from"], forum.first >= rounds {
      diagnostics.warning(
        at: from.value.span, "\(what) never sits: the last round is \(rounds - 1)")
    }
    return forum
  }

  private mutating func decodeMembers(_ fields: Fields) -> [Int] {
    let path = fields.path("members")
    guard let member = required(fields, "members", hint: "a list of two or more parties") else { return [] }
    let errors = diagnostics.errorCount
    let members = references(member.value, path, "parties", in: partyNames)
    if members.count < 2, diagnostics.errorCount == errors, !partyNames.isIncomplete,
      case .array = member.value.value
    {
      diagnostics.error(
        at: member.value.span, "\(fields.what) needs two or more members, not \(members.count)")
    }
    return members
  }

  private mutating func decodeForumMediators(_ fields: Fields) -> [Int] {
    let path = fields.path("mediators")
    guard let member = fields["mediators"] else {
      noteDefault(path, "[]")
      return []
    }
    return references(member.value, path, "mediators", in: mediatorNames)
  }

  /// In which order the mediators take their turns; of one mediator it says nothing.
  private mutating func decodeTurns(_ fields: Fields, mediators: Int) -> Forum.Turns {
    let path = fields.path("turns")
    guard let member = fields["turns"] else {
      if mediators > 1 { noteDefault(path, "\"drawn\"") }
      return .drawn
    }
    return word(member.value, path, "turns", among: ["drawn", "listed"]) == "listed" ? .listed : .drawn
  }

  private mutating func warnOfAbsentees(_ forums: [Forum], _ top: Fields) {
    for (key, kind, indices): (String, Message, Set<Int>) in [
      ("parties", "party", Set(forums.flatMap(\.members))),
      ("mediators", "mediator", Set(forums.flatMap(\.mediators))),
    ] {
      for (index, entry) in (top[key]?.value.members ?? []).enumerated() where !indices.contains(index) {
        diagnostics.warning(at: entry.keySpan, "\(kind) \(Quoting.quoted(entry.key)) sits in no forum")
      }
    }
  }
}
