import Bargaining
import Tables

/// Those who mediate.
extension ScenarioDecoder {
  private static let mediatorKeys = [
    "label", "preferences", "interactions", "red_lines", "facilitate", "formulate", "manipulate",
    "own_interest", "toward", "estimates", "texts",
  ]

  mutating func decodeMediators(_ top: Fields) -> [Mediator] {
    guard let member = top["mediators"] else {
      noteDefault("mediators", "{}")
      return []
    }
    guard let members = entries(member.value, "mediators") else { return [] }
    countCheck(members.count, 0...16, "mediators", member.keySpan)
    return members.prefix(16).compactMap { entry in
      checkName(entry, of: "a mediator")
      return decodeMediator(entry, mark: top.mark)
    }
  }

  private mutating func decodeMediator(_ entry: JSONMember, mark: Mark) -> Mediator? {
    guard
      let fields = fields(
        entry.value, anchor: entry.keySpan, path: "mediators.\(entry.key)",
        what: "mediator \(Quoting.quoted(entry.key))", keys: ScenarioDecoder.mediatorKeys, mark: mark)
    else { return nil }
    var mediator = Mediator(
      name: entry.key,
      label: label(fields),
      preferences: decodePreferences(fields, isParty: false),
      facilitate: number(fields, "facilitate", in: 0...1, default: 0),
      formulate: number(fields, "formulate", in: 0...1, default: 0),
      manipulate: number(fields, "manipulate", in: 0...1, default: 0),
      ownInterest: number(fields, "own_interest", in: 0...100, default: 0),
      toward: decodeRelations(fields),
      estimates: decodeEstimates(fields))
    mediator.texts = decodeTexts(fields, crossingNone: mediator.preferences.redLines)
    return mediator
  }

  /// `nil` for estimates by what the parties tell.
  private mutating func decodeEstimates(_ mediator: Fields) -> OpponentModel? {
    let path = mediator.path("estimates")
    guard let member = mediator["estimates"] else {
      // The default matters only to those who draft.
      if mediator["formulate"] != nil { noteDefault(path, "\"told\"") }
      return nil
    }
    let names = ["told"] + OpponentModel.allCases.map(\.rawValue)
    return word(member.value, path, "way to estimate", among: names).flatMap(OpponentModel.init)
  }

  /// One relation per party; with those that the file leaves out the mediator is trusted,
  /// even-handed and without leverage.
  private mutating func decodeRelations(_ mediator: Fields) -> [Mediator.Relation] {
    var written: [Int: JSONMember] = [:]
    if let member = mediator["toward"] {
      for entry in entries(member.value, "\(mediator.path("toward"))") ?? [] {
        guard let party = resolve(entry.key, entry.keySpan, in: partyNames) else { continue }
        written[party] = entry
      }
    }
    return partyNames.names.indices.prefix(16).map { party in
      let name = partyNames.names[party]
      let what: Message = "the relation of \(mediator.what) to party \(Quoting.quoted(name))"
      let path = "\(mediator.path("toward")).\(name)"
      let empty = Fields(
        what: what, path: path, anchor: mediator.anchor, members: [], mark: mediator.mark, facts: [])
      let fields = written[party].flatMap {
        self.fields(
          $0.value, anchor: $0.keySpan, path: path, what: what,
          keys: ["label", "trust", "gain", "loss", "bias", "carrot", "stick"],
          mark: mediator.mark)
      }
      return relation(fields ?? empty)
    }
  }

  private mutating func relation(_ fields: Fields) -> Mediator.Relation {
    _ = label(fields)
    return Mediator.Relation(
      trust: number(fields, "trust", in: 0...1, default: 1),
      bias: number(fields, "bias", in: -1...1, default: 0),
      carrot: number(fields, "carrot", in: 0...10, default: 0),
      stick: number(fields, "stick", in: 0...10, default: 0),
      gain: number(fields, "gain", in: 0...1, default: 0),
      loss: number(fields, "loss", in: 0...1, default: 0))
  }

  mutating func decodeMediation(_ top: Fields, of mediators: [Mediator]) -> Mediation {
    let fields =
      fields(
        top, "mediation", what: "the mediation",
        keys: ["noise", "floor", "incoherence", "allegiance", "suspicion", "joint"])
      ?? absent("mediation", in: top)
    let joint = decodeJoint(fields, mediators)
    return Mediation(
      noise: number(fields, "noise", in: 0...10, default: 0.2),
      incoherence: number(fields, "incoherence", in: 0...1, default: 0),
      floor: mediatorNumber(fields, "floor", in: 0...1, default: 0.1),
      allegiance: mediatorNumber(fields, "allegiance", in: 0...1, default: 0),
      suspicion: mediatorNumber(fields, "suspicion", in: 0...1, default: 0), joint: joint)
  }

  /// A number that only mediators look at: where there are none it may be left out altogether.
  mutating func mediatorNumber(
    _ fields: Fields, _ key: String, in range: ClosedRange<Double>, default standard: Double
  ) -> ParameterID? {
    if fields[key] == nil, mediatorNames.names.isEmpty { return nil }
    return number(fields, key, in: range, default: standard)
  }

  /// In place of an object that is not there: every part takes its default.
  func absent(_ key: String, in parent: Fields) -> Fields {
    Fields(
      what: "\(key)", path: parent.path(key), anchor: parent.anchor, members: [], mark: parent.mark, facts: []
    )
  }
}
