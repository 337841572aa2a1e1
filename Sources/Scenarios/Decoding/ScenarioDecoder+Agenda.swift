import Bargaining

/// Which issues are bargained over, and in which order.
extension ScenarioDecoder {
  /// The issues bargained over; the others stay at their status quo, so they need one.
  mutating func decodeAgenda(_ top: Fields) -> AgendaOrder {
    if top["agenda"] == nil { noteDefault("agenda", "all issues") }
    guard let member = top["agenda"],
      let fields = fields(
        top, "agenda", what: "the agenda", keys: ["issues", "order", "first", "holds"]),
      let list = required(fields, "issues", hint: "a list of issues")
    else { return .package }
    let errors = diagnostics.errorCount
    let chosen = references(list.value, "agenda.issues", "issues", in: issueNames)
    guard diagnostics.errorCount == errors else { return .package }
    if chosen.isEmpty {
      diagnostics.error(at: list.value.span, "the agenda has no issue")
      return .package
    }
    for index in issues.indices where !chosen.contains(index) {
      issues[index].isOnAgenda = false
      if issues[index].statusQuo == nil, options[index] != nil {
        let name = Quoting.quoted(issues[index].name)
        diagnostics.error(
          at: member.keySpan, "issue \(name) is not on the agenda and has no status quo to stay at")
      }
    }
    return decodeOrder(fields, chosen)
  }

  private mutating func decodeOrder(_ fields: Fields, _ chosen: [Int]) -> AgendaOrder {
    let orders = ["package", "issue_by_issue", "interim"]
    var order = "package"
    if let member = fields["order"] {
      order = word(member.value, "agenda.order", "order", among: orders) ?? order
    } else {
      noteDefault("agenda.order", "\"package\"")
    }
    if order != "interim", let first = fields["first"] {
      diagnostics.error(at: first.keySpan, "\"first\" belongs to the order \"interim\" alone")
    }
    if order == "package" {
      if let holds = fields["holds"] {
        diagnostics.error(
          at: holds.keySpan, "\"holds\" belongs to an agenda that is settled in stages",
          hint: "of a package, all is agreed at once or nothing")
      }
      return .package
    }
    let holds = flag(fields, "holds", default: order == "interim")
    let stages = order == "interim" ? [decodeFirst(fields, chosen)] : chosen.map { [$0] }
    if holds, let member = fields["holds"] ?? fields["order"] {
      for index in chosen
      where !stages[0].isEmpty && !stages[0].contains(index) && issues[index].statusQuo == nil {
        diagnostics.error(
          at: member.value.span,
          "issue \(Quoting.quoted(issues[index].name)) is settled later and has no status quo to stay at",
          hint: "what is settled holds, so it must be known what holds beside it")
      }
    }
    return AgendaOrder(stages: stages, holds: holds)
  }

  /// The issues of an interim deal: some of the agenda, not all.
  private mutating func decodeFirst(_ fields: Fields, _ chosen: [Int]) -> [Int] {
    guard let member = required(fields, "first", hint: "a list of the issues of the interim deal") else {
      return []
    }
    let errors = diagnostics.errorCount
    let first = references(member.value, "agenda.first", "issues", in: issueNames)
    guard diagnostics.errorCount == errors else { return [] }
    // Without a fault every element has given one index, in order.
    guard case .array(let elements) = member.value.value else { return [] }
    for (element, index) in zip(elements, first) where !chosen.contains(index) {
      diagnostics.error(
        at: element.span, "issue \(Quoting.quoted(issues[index].name)) is not on the agenda")
    }
    if first.isEmpty || Set(chosen).isSubset(of: first) {
      diagnostics.error(
        at: member.value.span,
        first.isEmpty ? "the interim deal has no issue" : "the interim deal leaves no issue for later")
    }
    return diagnostics.errorCount == errors ? first : []
  }
}
