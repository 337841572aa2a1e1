import Bargaining
import Randomness

/// What an actor wants.
extension ScenarioDecoder {
  /// Preferences, interactions and red lines of a party (which must speak of every issue) or of a
  /// mediator.
  mutating func decodePreferences(_ actor: Fields, isParty: Bool) -> Preferences {
    var wanted = [IssuePreference?](repeating: nil, count: issues.count)
    if let member = isParty ? required(actor, "preferences") : actor["preferences"] {
      decode(member, of: actor, isParty: isParty, into: &wanted)
    } else if !isParty {
      noteDefault(actor.path("preferences"), "{}")
    }
    let interactions = decodeInteractions(actor)
    let redLines = decodeRedLines(actor)
    return Preferences(issues: wanted, interactions: interactions, redLines: redLines)
  }

  private mutating func decode(
    _ member: JSONMember, of actor: Fields, isParty: Bool, into wanted: inout [IssuePreference?]
  ) {
    let path = actor.path("preferences")
    guard let members = entries(member.value, "\(path)") else { return }
    let errors = diagnostics.errorCount
    var spoken = Set<Int>()
    for entry in members {
      guard let issue = resolve(entry.key, entry.keySpan, in: issueNames) else { continue }
      spoken.insert(issue)
      wanted[issue] = preference(entry, for: issue, of: actor, path)
    }
    guard isParty, !issueNames.isIncomplete else { return }
    for index in issues.indices where !spoken.contains(index) {
      diagnostics.error(
        at: member.keySpan,
        "\(actor.what) says nothing of issue \(Quoting.quoted(issues[index].name))",
        hint: "write {\"weight\": 0} if it does not care")
    }
    if diagnostics.errorCount == errors, !options.contains(where: { $0 == nil }) {
      checkWeights(wanted, of: actor, at: member.keySpan)
    }
  }

  /// Weights are divided by their sum, so that sum must not be zero in any draw.
  private mutating func checkWeights(_ wanted: [IssuePreference?], of actor: Fields, at span: SourceSpan) {
    let canBeZero = wanted.map { preference in
      preference.map { parameters[$0.weight.index].distribution.canBeZero } ?? true
    }
    if canBeZero.allSatisfy({ $0 }) {
      diagnostics.error(
        at: span, "the weights of \(actor.what) can all be 0: they cannot be normalised to sum 1")
    } else if issues.indices.allSatisfy({ !issues[$0].isOnAgenda || canBeZero[$0] }) {
      diagnostics.warning(at: span, "\(actor.what) gives weight to no issue of the agenda")
    }
  }

  private mutating func preference(
    _ entry: JSONMember, for issue: Int, of actor: Fields, _ path: String
  ) -> IssuePreference? {
    guard
      let fields = fields(
        entry.value, anchor: entry.keySpan, path: "\(path).\(entry.key)",
        what: "the preference of \(actor.what) for issue \(Quoting.quoted(entry.key))",
        keys: ["label", "weight", "values", "shape"], mark: actor.mark)
    else { return nil }
    _ = label(fields)
    if fields["values"] == nil, fields["shape"] == nil, let weight = fields["weight"]?.value,
      case .number(0) = (weight["value"] ?? weight).value
    {
      // Without weight there is nothing that values could change, so the actor is indifferent.
      return nil
    }
    let weight = number(fields, "weight", in: 0...ScenarioDecoder.largestWeight)
    return valuation(fields, options[issue]).map { IssuePreference(weight: weight, valuation: $0) }
  }

  // MARK: Values

  private mutating func valuation(_ fields: Fields, _ table: OptionTable?) -> Valuation? {
    switch (fields["values"], fields["shape"]) {
    case (let values?, nil): return listed(values, fields, table)
    case (nil, let shape?): return shaped(shape, fields, table)
    case (nil, nil):
      diagnostics.error(
        at: fields.anchor,
        table?.isNumeric == false
          ? "\(fields.what) needs \("\"values\"")"
          : "\(fields.what) needs \(either: ["\"shape\"", "\"values\""])")
      return nil
    case (_?, let shape?):
      diagnostics.error(
        at: shape.keySpan, "\(fields.what) has both \"values\" and \"shape\"", hint: "expected one of them")
      return nil
    }
  }

  private mutating func listed(_ member: JSONMember, _ fields: Fields, _ table: OptionTable?) -> Valuation? {
    let path = fields.path("values")
    if case .array = member.value.value {
      wrongType(
        member.value, "\(path)", "an object from options to numbers",
        hint: BeginnersHint.values(member.value, options: table?.names ?? []))
      return nil
    }
    guard let members = entries(member.value, "\(path)"), let table else { return nil }
    var values = [ParameterID?](repeating: nil, count: table.names.count)
    for entry in members {
      guard let index = option(entry.key, entry.keySpan, table) else { continue }
      if values[index] != nil {
        diagnostics.error(at: entry.keySpan, "option \(Quoting.quoted(table.names[index])) is valued twice")
        continue
      }
      values[index] = number(entry.value, "\(path).\(table.names[index])", in: 0...1, mark: fields.mark)
    }
    let missing = values.indices.filter { values[$0] == nil }.map { Quoting.quoted(table.names[$0]) }
    guard missing.isEmpty else {
      let shown = missing.prefix(5).joined(separator: ", ") + (missing.count > 5 ? ", …" : "")
      diagnostics.error(
        at: member.keySpan,
        "\(fields.what) lacks a value for \(words: missing.count == 1 ? "option" : "options") \(shown)")
      return nil
    }
    return .listed(values.compactMap { $0 })
  }

  private mutating func shaped(_ member: JSONMember, _ fields: Fields, _ table: OptionTable?) -> Valuation? {
    guard let table else { return nil }
    guard table.isNumeric else {
      diagnostics.error(
        at: member.keySpan,
        "a shape needs numbers, but the options of issue \(Quoting.quoted(table.issue)) are names",
        hint: "give \"values\" option by option")
      return nil
    }
    let path = fields.path("shape")
    let kinds = ["peak", "threshold"]
    if case .string(let name) = member.value.value, kinds.contains(name) {
      diagnostics.error(
        at: member.value.span, "unknown shape \(Quoting.quoted(name))",
        hint: "expected {\(Quoting.quoted(name)): …}")
      return nil
    }
    guard case .object(let members) = member.value.value else {
      switch word(member.value, path, "shape", among: ["increasing", "decreasing"] + kinds) {
      case "increasing": return .increasing
      case "decreasing": return .decreasing
      default: return nil
      }
    }
    let errors = diagnostics.errorCount
    guard
      let shape = self.fields(
        member.value, anchor: member.keySpan, path: path, what: "the shape", keys: kinds, mark: fields.mark)
    else { return nil }
    let given = members.filter { kinds.contains($0.key) }
    guard given.count == 1 else {
      if diagnostics.errorCount == errors {
        diagnostics.error(
          at: member.value.span, "a shape is of one kind, not \(given.count)",
          hint: "known: \(kinds.map(Quoting.quoted).joined(separator: ", "))")
      }
      return nil
    }
    let place = number(shape, given[0].key, in: table.extent)
    return given[0].key == "peak" ? .peak(place) : .threshold(place)
  }
}

extension Distribution {
  /// Whether 0 is drawn with a probability above 0.
  var canBeZero: Bool {
    if case .choice(let values) = self { return values.contains { $0.value == 0 && $0.probability > 0 } }
    return isConstant && support.lowerBound == 0
  }
}
