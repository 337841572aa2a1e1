import Bargaining

/// Statements about several issues at once.
extension ScenarioDecoder {
  /// Most interactions, and most red lines, of one actor.
  private static let most = 30

  mutating func decodeInteractions(_ actor: Fields) -> [Interaction] {
    guard let elements = conditionsList(actor, "interactions") else { return [] }
    var interactions: [Interaction] = []
    for (index, element) in elements.enumerated() {
      let path = "\(actor.path).interactions.\(index)"
      guard
        let fields = fields(
          element, anchor: element.span, path: path, what: "the interaction", keys: ["when", "add"],
          mark: actor.mark)
      else { continue }
      let when = required(fields, "when", hint: "a condition on two or more issues")
      let condition = when.flatMap { decodeCondition($0.value, fields.path("when")) }
      if let condition, condition.clauses.count < 2, let when {
        diagnostics.error(
          at: when.value.span, "an interaction needs a condition on two or more issues",
          hint: "what depends on one issue alone belongs into its values")
      }
      let bonus = number(fields, "add", in: -1...1)
      interactions.append(Interaction(condition: condition ?? Condition([]), bonus: bonus))
    }
    return interactions
  }

  mutating func decodeRedLines(_ actor: Fields) -> [Condition] {
    guard let elements = conditionsList(actor, "red_lines") else { return [] }
    let errors = diagnostics.errorCount
    let conditions = elements.enumerated().compactMap { index, element in
      decodeCondition(element, "\(actor.path).red_lines.\(index)")
    }
    if diagnostics.errorCount == errors, let member = actor["red_lines"],
      RedLines.forbidEverything(conditions, in: domains)
    {
      diagnostics.error(at: member.keySpan, "the red lines of \(actor.what) forbid every outcome")
    }
    return conditions
  }

  private mutating func conditionsList(_ actor: Fields, _ key: String) -> [JSONNode]? {
    guard let member = actor[key] else {
      noteDefault(actor.path(key), "[]")
      return nil
    }
    guard let elements = list(member.value, "\(actor.path(key))", of: "objects") else { return nil }
    if elements.count > ScenarioDecoder.most {
      diagnostics.error(
        at: member.keySpan, "\(actor.what) may have \(ScenarioDecoder.most) \(key), not \(elements.count)")
    }
    return Array(elements.prefix(ScenarioDecoder.most))
  }

  /// The options of each issue that can occur at all: of an issue off the agenda its status quo
  /// alone.
  var domains: [[Int]] {
    issues.map { issue in
      if !issue.isOnAgenda, let statusQuo = issue.statusQuo { return [statusQuo] }
      return Array(issue.options.indices)
    }
  }

  // MARK: Conditions and clauses

  /// `nil` after reporting.
  mutating func decodeCondition(_ node: JSONNode, _ path: String) -> Condition? {
    guard let members = entries(node, "\(path)") else { return nil }
    if members.isEmpty {
      diagnostics.error(at: node.span, "the condition says nothing", hint: "expected {\"issue\": \"option\"}")
      return nil
    }
    var clauses: [Condition.Clause] = []
    for member in members {
      guard let issue = resolve(member.key, member.keySpan, in: issueNames), let table = options[issue]
      else { continue }
      if let selection = clause(member.value, table, "\(path).\(member.key)") {
        clauses.append(Condition.Clause(issue: issue, options: selection))
      }
    }
    return clauses.count == members.count ? Condition(clauses) : nil
  }

  private mutating func clause(_ node: JSONNode, _ table: OptionTable, _ path: String) -> OptionSelection? {
    guard case .object(let members) = node.value else {
      return optionsOrOne(node, table, path).map { OptionSelection($0) }
    }
    guard members.count == 1, let member = members.first else {
      diagnostics.error(
        at: node.span, "a clause has one key, not \(members.count)",
        hint: "known: \"not\", \"at_least\", \"at_most\"")
      return nil
    }
    let chosen: [Int]
    switch member.key {
    case "not":
      guard let excluded = optionsOrOne(member.value, table, path) else { return nil }
      chosen = table.names.indices.filter { !excluded.contains($0) }
    case "at_least", "at_most":
      guard let bound = bound(member, table, path) else { return nil }
      chosen = table.values.indices.filter {
        member.key == "at_least" ? table.values[$0] >= bound : table.values[$0] <= bound
      }
    default:
      diagnostics.error(
        at: member.keySpan, "unknown clause \(Quoting.quoted(member.key))",
        hint: Suggestion.hint(for: member.key, among: ["not", "at_least", "at_most"]))
      return nil
    }
    if chosen.isEmpty {
      diagnostics.error(
        at: member.keySpan, "no option of issue \(Quoting.quoted(table.issue)) meets this condition")
      return nil
    }
    return OptionSelection(chosen)
  }

  private mutating func bound(_ member: JSONMember, _ table: OptionTable, _ path: String) -> Double? {
    guard table.isNumeric else {
      let issue = Quoting.quoted(table.issue)
      diagnostics.error(
        at: member.keySpan,
        "\(Quoting.quoted(member.key)) needs numbers, but the options of issue \(issue) are names"
      )
      return nil
    }
    guard case .number(let bound) = member.value.value else {
      wrongType(
        member.value, "\(path).\(member.key)", "a plain number", hint: BeginnersHint.number(member.value))
      return nil
    }
    return bound
  }

  /// One option or a list of them.
  private mutating func optionsOrOne(_ node: JSONNode, _ table: OptionTable, _ path: String) -> [Int]? {
    guard case .array(let elements) = node.value else {
      if case .string(let text) = node.value, table.index(of: text) == nil,
        let hint = BeginnersHint.comparison(text)
      {
        diagnostics.error(
          at: node.span,
          "unknown option \(Quoting.quoted(text)) of issue \(Quoting.quoted(table.issue))", hint: hint)
        return nil
      }
      return option(node, table, path).map { [$0] }
    }
    if elements.isEmpty {
      diagnostics.error(at: node.span, "the list of options is empty")
      return nil
    }
    let chosen = elements.compactMap { option($0, table, path) }
    return chosen.count == elements.count ? chosen : nil
  }
}
