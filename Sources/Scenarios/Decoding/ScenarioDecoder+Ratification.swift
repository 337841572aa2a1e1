import Bargaining
import Tables

/// What a deal needs at a party's home.
extension ScenarioDecoder {
  mutating func decodeRatification(_ party: Fields, hasVeto: Bool) -> Ratification? {
    guard let member = party["ratification"] else { return nil }
    let what: Message = "the ratification of \(party.what)"
    guard
      let fields = fields(
        party, "ratification", what: what,
        keys: ["quota", "factions", "failures", "trust_loss", "learning", "foresight"])
    else { return nil }
    let quota = number(fields, "quota", in: 0.000001...1)
    let factions = decodeFactions(fields)
    let failures = fields["failures"].flatMap { whole($0.value, fields.path("failures"), in: 1...1_000_000) }
    if fields["failures"] == nil { noteDefault(fields.path("failures"), "never") }
    let trustLoss = number(fields, "trust_loss", in: 0...1, default: 0)
    let learning = number(fields, "learning", in: 0...1, default: 0)
    let foresight = number(fields, "foresight", in: 0...1, default: 0)
    if !hasVeto {
      diagnostics.warning(
        at: member.keySpan,
        "\(what) is never held: a deal does not need the consent of a party without a veto")
    }
    return Ratification(
      quota: quota, factions: factions, failures: failures, trustLoss: trustLoss, learning: learning,
      foresight: foresight)
  }

  /// A deal that is turned down suspends the talks: something should let them resume.
  mutating func warnOfHomes(_ top: Fields, _ parties: [Party], _ talks: Talks) {
    let canResume = [talks.resume.base, talks.resume.mediation, talks.resume.pain].contains {
      parameters[$0.index].distribution.support.upperBound > 0
    }
    for entry in canResume ? [] : top["parties"]?.value.members ?? [] {
      guard let party = parties.first(where: { $0.name == entry.key }), party.hasVeto,
        let ratification = party.ratification, ratification.failures != 1,
        let member = entry.value.members?.first(where: { $0.key == "ratification" })
      else { continue }
      diagnostics.warning(
        at: member.keySpan,
        "a deal turned down by the home of party \(Quoting.quoted(entry.key)) suspends the talks for good: talks.resume is 0"
      )
    }
  }

  private mutating func decodeFactions(_ ratification: Fields) -> [Faction] {
    let path = ratification.path("factions")
    guard let member = required(ratification, "factions", hint: "an object with an entry for each faction"),
      let members = entries(member.value, "\(path)")
    else { return [] }
    if !(1...16).contains(members.count) {
      diagnostics.error(
        at: member.keySpan, "\(ratification.what) has 1 to 16 factions, not \(members.count)")
    }
    let errors = diagnostics.errorCount
    let factions = members.prefix(16).compactMap { entry in
      checkName(entry, of: "a faction")
      return decodeFaction(entry, path, mark: ratification.mark)
    }
    if diagnostics.errorCount == errors, !factions.isEmpty,
      factions.allSatisfy({ parameters[$0.weight.index].distribution.canBeZero })
    {
      diagnostics.error(
        at: member.keySpan, "the weights of the factions can all be 0: nobody would have a say")
    }
    return factions
  }

  private mutating func decodeFaction(_ entry: JSONMember, _ path: String, mark: Mark) -> Faction? {
    guard
      let fields = fields(
        entry.value, anchor: entry.keySpan, path: "\(path).\(entry.key)",
        what: "faction \(Quoting.quoted(entry.key))",
        keys: ["label", "weight", "minimum", "bears", "carrot_share", "adjust", "interactions"], mark: mark)
    else { return nil }
    return Faction(
      name: entry.key, label: label(fields),
      weight: number(fields, "weight", in: 0...ScenarioDecoder.largestWeight),
      minimum: number(fields, "minimum", in: -10...10),
      bears: number(fields, "bears", in: 0...1, default: 0),
      carrotShare: number(fields, "carrot_share", in: 0...1, default: 0),
      adjustments: decodeAdjustments(fields),
      interactions: decodeInteractions(fields))
  }

  // MARK: Adjustments

  private mutating func decodeAdjustments(_ faction: Fields) -> [Faction.Adjustment?] {
    var adjustments = [Faction.Adjustment?](repeating: nil, count: issues.count)
    let path = faction.path("adjust")
    guard let member = faction["adjust"] else {
      noteDefault(path, "{}")
      return adjustments
    }
    for entry in entries(member.value, "\(path)") ?? [] {
      guard let issue = resolve(entry.key, entry.keySpan, in: issueNames) else { continue }
      let what: Message = "the adjustment of \(faction.what) for issue \(Quoting.quoted(entry.key))"
      guard
        let fields = fields(
          entry.value, anchor: entry.keySpan, path: "\(path).\(entry.key)", what: what,
          keys: ["weight", "values"], mark: faction.mark)
      else { continue }
      if fields["weight"] == nil, fields["values"] == nil {
        diagnostics.error(at: entry.keySpan, "\(what) needs \"weight\" or \"values\"")
      }
      let weight = number(fields, "weight", in: 0...1_000, default: 1)
      adjustments[issue] = Faction.Adjustment(weight: weight, values: deltas(fields, issue))
    }
    return adjustments
  }

  /// What is added to the values of some options of an issue.
  private mutating func deltas(_ fields: Fields, _ issue: Int) -> [ParameterID?] {
    var values = [ParameterID?](repeating: nil, count: issues[issue].options.count)
    guard let member = fields["values"], let table = options[issue] else { return values }
    let path = fields.path("values")
    for entry in entries(member.value, "\(path)") ?? [] {
      guard let index = option(entry.key, entry.keySpan, table) else { continue }
      if values[index] != nil {
        diagnostics.error(
          at: entry.keySpan, "option \(Quoting.quoted(table.names[index])) is adjusted twice")
        continue
      }
      values[index] = number(entry.value, "\(path).\(table.names[index])", in: -1...1, mark: fields.mark)
    }
    return values
  }
}
