import Bargaining
import Tables

/// What the names in a result's tables are called by people, in English.
package struct TableLabels: Sendable {
  private let names: [String: String]
  private let issues: [String: (label: String, options: [String: String])]
  private let endings: [String: String]
  private let causes: [String: String]

  package init(_ scenario: Scenario) {
    let labels = ScenarioLabels(scenario, language: "en")
    var names: [String: String] = [:]
    for (index, party) in scenario.parties.enumerated() { names[party.name] = labels.party(index) }
    for (index, mediator) in scenario.mediators.enumerated() { names[mediator.name] = labels.mediator(index) }
    for (index, forum) in scenario.forums.enumerated() { names[forum.name] = labels.forum(index) }
    for (index, model) in scenario.models.enumerated() { names[model.name] = labels.model(index) }
    for (index, toll) in scenario.tolls.enumerated() { names[toll.name] = labels.toll(index) }
    for (index, phase) in (scenario.implementation?.phases ?? []).enumerated() {
      names[phase.name] = labels.phase(index)
    }
    for event in scenario.events { names[event.name] = event.label?.text(in: "en") }
    self.names = names
    issues = Dictionary(
      scenario.issues.enumerated().map { k, issue in
        let options = issue.options.indices.map { (issue.options[$0].name, labels.option($0, of: k)) }
        return (issue.name, (labels.issue(k), Dictionary(options) { first, _ in first }))
      }
    ) { first, _ in first }
    let limit = TimeLimit(of: scenario)
    endings = Dictionary(
      uniqueKeysWithValues: Ending.allCases.map { ($0.name, EndingWords.label($0, limit)) })
    causes = Dictionary(
      uniqueKeysWithValues: FailureCause.allCases.map {
        ($0.name, CauseWords.label($0, limit, language: "en"))
      })
  }

  /// What a cell is called.
  ///
  /// - Parameters:
  ///   - text: what stands in it.
  ///   - column: the name of its column.
  ///   - row: its row, whose issue says what an option is of.
  ///   - table: the whole.
  func label(_ text: String, in column: String, row: Int, of table: Table) -> String {
    switch column {
    case "ending", "from", "to": return endings[text] ?? text
    case "cause": return causes[text] ?? text
    case "issue": return issues[text]?.label ?? text
    case "option":
      guard case .text(let issue)? = table["issue"]?[row] else { return text }
      return issues[issue]?.options[text] ?? text
    case "party", "name", "mediator", "forum", "model", "toll", "phase", "event", "actor", "refuser":
      return names[text] ?? text
    case "measure", "part", "rests_on", "kind": return TableLabels.words(text, isHeading: false)
    default:
      return issue(of: column)?.options[text] ?? text
    }
  }

  /// What a column is called.
  func heading(_ column: String) -> String {
    if let issue = issue(of: column) { return issue.label }
    for prefix in ["surplus_at_start_", "mean_utility_", "utility_", "surplus_", "toll_", "cost_", "taken_"]
    where column.hasPrefix(prefix) {
      if let name = names[String(column.dropFirst(prefix.count))] {
        return "\(TableLabels.words(String(prefix.dropLast()))), \(name)"
      }
    }
    return TableLabels.words(column)
  }

  private func issue(of column: String) -> (label: String, options: [String: String])? {
    issues[column] ?? (column.hasPrefix("issue_") ? issues[String(column.dropFirst(6))] : nil)
  }

  /// A name with blanks in place of underscores; a path stays as it is.
  static func words(_ name: String, isHeading: Bool = true) -> String {
    guard !name.contains(".") else { return name }
    let words = name.split(separator: "_").joined(separator: " ")
    return isHeading ? words.prefix(1).uppercased() + words.dropFirst() : words
  }
}
