import Bargaining
import Tables

/// What is bargained over.
extension ScenarioDecoder {
  mutating func decodeIssues(_ top: Fields) {
    guard let member = required(top, "issues", hint: "an object with an entry for each issue"),
      let members = entries(member.value, "issues")
    else {
      issueNames.isIncomplete = true
      return
    }
    countCheck(members.count, 1...32, "issues", member.keySpan)
    // Of too many all are decoded: preferences and conditions may speak of any of them, and look
    // them up by number.
    for entry in members {
      issueNames.append(entry.key)
      checkName(entry, of: "an issue")
      let (issue, table) = decodeIssue(entry, mark: top.mark)
      issues.append(issue)
      options.append(table)
    }
    if (1...32).contains(issues.count),
      OutcomeSpace(optionCounts: issues.map { max(1, $0.options.count) }) == nil
    {
      diagnostics.error(
        at: member.keySpan, "the issues have more outcomes together than can be counted (2^63)",
        hint: "fewer issues or options are needed")
    }
  }

  /// Reports that there are too few or too many of something.
  mutating func countCheck(_ count: Int, _ range: ClosedRange<Int>, _ what: Message, _ span: SourceSpan) {
    if range.contains(count) { return }
    diagnostics.error(
      at: span, "a scenario has \(range.lowerBound) to \(range.upperBound) \(what), not \(count)")
  }

  private mutating func decodeIssue(_ entry: JSONMember, mark: Mark) -> (Issue, OptionTable?) {
    let what: Message = "issue \(Quoting.quoted(entry.key))"
    var issue = Issue(name: entry.key, options: [])
    guard
      let fields = fields(
        entry.value, anchor: entry.keySpan, path: "issues.\(entry.key)", what: what,
        keys: ["label", "options", "range", "status_quo", "tentative"], mark: mark)
    else { return (issue, nil) }
    issue.label = label(fields)
    issue.source = fields.facts
    var unit: LocalizedText?
    issue.options = decodeOptions(fields, unit: &unit) ?? []
    issue.unit = unit?.text(in: "en")
    issue.unitLabel = unit
    let table = issue.options.isEmpty ? nil : OptionTable(issue: entry.key, issue.options)
    if let member = fields["status_quo"] {
      issue.statusQuo = option(member.value, table, fields.path("status_quo"))
    } else {
      noteDefault(fields.path("status_quo"), "none")
    }
    issue.tentative = decodeTentative(fields, table)
    return (issue, table)
  }

  // MARK: References to options

  /// The index of an option written as its name or number, or `nil` after reporting.
  mutating func option(_ node: JSONNode, _ table: OptionTable?, _ path: String) -> Int? {
    guard let table else { return nil }
    switch node.value {
    case .string(let name): return option(name, node.span, table)
    case .number(let number):
      if let index = table.index(of: number) { return index }
      reportUnknownOption(Quoting.decimal(number), node.span, table)
      return nil
    default:
      wrongType(node, "\(path)", "an option of issue \(Quoting.quoted(table.issue))")
      return nil
    }
  }

  /// The index of the option with this name, or `nil` after reporting that there is none.
  mutating func option(_ name: String, _ span: SourceSpan, _ table: OptionTable) -> Int? {
    if let index = table.index(of: name) { return index }
    reportUnknownOption(Quoting.visible(name), span, table)
    return nil
  }

  private mutating func reportUnknownOption(_ name: String, _ span: SourceSpan, _ table: OptionTable) {
    let hint: Message
    if table.isNumeric {
      let extent = table.extent
      hint =
        "the options are \(table.names.count) numbers from \(Quoting.decimal(extent.lowerBound)) to \(Quoting.decimal(extent.upperBound))"
    } else {
      hint = diagnostics.isFull ? "" : Suggestion.hint(for: name, among: table.names)
    }
    diagnostics.error(
      at: span, "unknown option \("\"\(name)\"") of issue \(Quoting.quoted(table.issue))", hint: hint)
  }
}
