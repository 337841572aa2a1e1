import Bargaining

/// Those who decide.
extension ScenarioDecoder {
  private static let partyKeys = [
    "label", "preferences", "interactions", "red_lines", "reservation", "cost_of_delay", "discount",
    "tactic", "willingness", "offer", "ties", "opponent_model", "acceptance", "voter", "veto", "ratification",
    "looks_ahead", "overstatement", "horizon",
  ]

  mutating func decodeParties(_ top: Fields) -> [Party] {
    guard let member = required(top, "parties", hint: "an object with an entry for each party"),
      let members = entries(member.value, "parties")
    else {
      partyNames.isIncomplete = true
      return []
    }
    countCheck(members.count, 2...16, "parties", member.keySpan)
    let errors = diagnostics.errorCount
    let parties = members.prefix(16).compactMap { entry in
      checkName(entry, of: "a party")
      return decodeParty(entry, mark: top.mark)
    }
    if !members.isEmpty, parties.count == members.count, !parties.contains(where: \.hasVeto) {
      diagnostics.error(at: member.keySpan, "no party has a veto: nobody would have to agree")
    }
    // Each by itself leaves room, or that has been reported.
    if diagnostics.errorCount == errors, parties.count > 1 {
      let lines = parties.filter(\.hasVeto).flatMap(\.preferences.redLines)
      if RedLines.forbidEverything(lines, in: domains) {
        diagnostics.warning(at: member.keySpan, "the red lines of the parties together forbid every outcome")
      }
    }
    return parties
  }

  private mutating func decodeParty(_ entry: JSONMember, mark: Mark) -> Party? {
    guard
      let fields = fields(
        entry.value, anchor: entry.keySpan, path: "parties.\(entry.key)",
        what: "party \(Quoting.quoted(entry.key))", keys: ScenarioDecoder.partyKeys, mark: mark)
    else { return nil }
    var party = Party(
      name: entry.key,
      label: label(fields),
      preferences: decodePreferences(fields, isParty: true),
      reservation: number(fields, "reservation", in: -10...10),
      costOfDelay: number(fields, "cost_of_delay", in: 0...1, default: 0),
      discount: number(fields, "discount", in: 0.000001...1, default: 1),
      tactic: decodeTactic(fields),
      willingness: number(fields, "willingness", in: 0...1, default: 1),
      offer: decodeOffer(fields),
      ties: fields["ties"].map { tieRule($0, fields.path("ties")) } ?? ties,
      opponentModel: decodeOpponentModel(fields),
      acceptance: decodeAcceptance(fields),
      voter: decodeVoter(fields),
      hasVeto: flag(fields, "veto", default: true))
    party.ratification = decodeRatification(fields, hasVeto: party.hasVeto)
    party.looksAhead = flag(fields, "looks_ahead", default: false)
    party.overstatement = mediatorNumber(fields, "overstatement", in: 0...1, default: 0)
    party.horizon = decodeHorizon(fields)
    return party
  }

  private mutating func decodeOffer(_ party: Fields) -> OfferRule {
    let path = party.path("offer")
    guard let member = party["offer"] else {
      noteDefault(path, "\"lowest\"")
      return .lowest
    }
    let names = OfferRule.allCases.map(\.rawValue)
    return word(member.value, path, "offer", among: names).flatMap(OfferRule.init) ?? .lowest
  }

  /// What the file says of all parties.
  mutating func decodeTies(_ top: Fields) -> TieRule {
    guard let member = top["ties"] else {
      noteDefault("ties", "\"nearest\"")
      return .nearest
    }
    return tieRule(member, "ties")
  }

  private mutating func tieRule(_ member: JSONMember, _ path: String) -> TieRule {
    let names = TieRule.allCases.map(\.rawValue)
    return word(member.value, path, "rule for ties", among: names).flatMap(TieRule.init) ?? .nearest
  }

  private mutating func decodeOpponentModel(_ party: Fields) -> OpponentModel {
    let path = party.path("opponent_model")
    guard let member = party["opponent_model"] else {
      // The default matters only to those who choose by an estimate.
      let isEstimating = [party["offer"], party["ties"]].contains { choice in
        guard case .string(let name)? = choice?.value.value else { return false }
        return ["modelled", "best_for_others"].contains(name)
      }
      if isEstimating || party["ties"] == nil && ties == .bestForOthers { noteDefault(path, "\"frequency\"") }
      return .frequency
    }
    let names = OpponentModel.allCases.map(\.rawValue)
    return word(member.value, path, "opponent model", among: names).flatMap(OpponentModel.init) ?? .frequency
  }

  // MARK: Acceptance

  private mutating func decodeAcceptance(_ party: Fields) -> Acceptance {
    let path = party.path("acceptance")
    guard let member = party["acceptance"] else {
      noteDefault(path, "\"next\"")
      return .next
    }
    return acceptance(member.value, path, mark: party.mark) ?? .next
  }

  /// `nil` after reporting. Recursion is bounded by the depth that the parser allows.
  private mutating func acceptance(_ node: JSONNode, _ path: String, mark: Mark) -> Acceptance? {
    let kinds = ["constant", "time", "any", "all"]
    if case .string(let name) = node.value {
      switch name {
      case "next": return .next
      case "aspiration": return .aspiration
      default:
        let hint =
          kinds.contains(name)
          ? "expected {\(Quoting.quoted(name)): …}"
          : Suggestion.hint(for: name, among: ["next", "aspiration"] + kinds)
        diagnostics.error(at: node.span, "unknown acceptance \(Quoting.quoted(name))", hint: hint)
        return nil
      }
    }
    guard case .object = node.value else {
      wrongType(node, "\(path)", "\"next\", \"aspiration\" or an object")
      return nil
    }
    let errors = diagnostics.errorCount
    guard let fields = fields(node, anchor: node.span, path: path, what: "\(path)", keys: kinds, mark: mark)
    else { return nil }
    let given = fields.members.filter { kinds.contains($0.key) }
    guard given.count == 1, let member = given.first else {
      if diagnostics.errorCount == errors {
        diagnostics.error(
          at: node.span, "\(path) has \(given.count) kinds of acceptance",
          hint: "expected one of \(kinds.map(Quoting.quoted).joined(separator: ", "))")
      }
      return nil
    }
    switch member.key {
    case "constant": return .constant(number(fields, "constant", in: -10...10))
    case "time": return .time(number(fields, "time", in: 0...1))
    default:
      guard let elements = list(member.value, "\(fields.path(member.key))", of: "acceptances") else {
        return nil
      }
      if elements.isEmpty {
        diagnostics.error(at: member.value.span, "the list of acceptances is empty")
        return nil
      }
      let parts = elements.enumerated().compactMap { index, element in
        acceptance(element, "\(fields.path(member.key)).\(index)", mark: fields.mark)
      }
      return member.key == "any" ? .any(parts) : .all(parts)
    }
  }
}
