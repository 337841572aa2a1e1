import Bargaining
import Results
import Simulation
import Tables

/// What the names in a table of a result are called on a page: endings, causes, parties, options by
/// their labels. The file that a reader keeps has the names.
struct PageCells: Sendable {
  private let scenario: Scenario
  private let labels: ScenarioLabels
  private let limit: TimeLimit
  private let words: any PageWords

  init(_ scenario: Scenario, _ words: any PageWords) {
    self.scenario = scenario
    self.words = words
    labels = ScenarioLabels(scenario, language: words.code)
    limit = TimeLimit(of: scenario)
  }

  /// The head of a column; that of ``PageWords`` where it names nothing of the scenario.
  func head(_ column: String, of table: String) -> String {
    if let k = issue(of: column), !Self.isFixed(column, of: table) { return Isolate.name(labels.issue(k)) }
    for (prefix, words) in [
      ("utility_", words.partyMeasure("utility")), ("surplus_", words.partyMeasure("surplus")),
      ("mean_utility_", words.partyMeasure("mean_utility")), ("cost_", words.partyMeasure("cost")),
      ("taken_", words.partyMeasure("taken")),
    ] {
      if column.hasPrefix(prefix), let party = actor(String(column.dropFirst(prefix.count))) {
        return "\(words): \(Isolate.name(party))"
      }
    }
    if column.hasPrefix("toll_"), let toll = toll(String(column.dropFirst("toll_".count))) {
      return Isolate.name(toll)
    }
    if column.contains("."), !column.contains("*") { return Isolate.name(number(column)) }
    return shareOfEnding(column) ?? words.column(column, of: table)
  }

  /// A number whose owner is told elsewhere: its name in words, the path in small print under it.
  func ownNumber(_ path: String) -> Markup {
    let parts = NumberName(labels).ownParts(path: path)
    let code = PageLayout.path(path)
    guard let first = parts.first else { return code }
    let names = [first.capitalisedFirst] + parts.dropFirst()
    let name = names.map(Isolate.name).joined(separator: words.comma)
    return .tag("span", ["class": "named"], [.tag("span", [:], Markup.sentence(name)), code])
  }

  /// A number of the scenario by its path: whose it is, then what of them.
  private func number(_ path: String) -> String {
    NumberName(labels).full(path: path).capitalisedFirst
  }

  /// `collapsed_share`, and the ends of its interval.
  private func shareOfEnding(_ column: String) -> String? {
    for ending in Ending.allCases where column.hasPrefix("\(ending.name)_") {
      let label = EndingWords.label(ending, limit, language: words.code)
      switch column.dropFirst(ending.name.count + 1) {
      case "share": return label
      case "low", "high":
        return "\(label): \(words.column(String(column.suffix(column.hasSuffix("low") ? 3 : 4))))"
      default: continue
      }
    }
    return nil
  }

  /// A name in a cell.
  ///
  /// - Parameter issue: what the row's column `issue` has.
  func text(_ name: String, in column: String, issue: String) -> String {
    let label: String? =
      switch column {
      case "ending", "from", "to": ending(name)
      case "cause":
        FailureCause.allCases.first { $0.name == name }.map {
          CauseWords.label($0, limit, language: words.code)
        }
      case "party", "refuser": party(name)
      case "mediator", "forum", "actor", "name": actor(name)
      case "issue": scenario.issues.firstIndex { $0.name == name }.map(labels.issue)
      case "option": scenario.issues.firstIndex { $0.name == issue }.flatMap { option(name, of: $0) }
      case "model": scenario.models.firstIndex { $0.name == name }.map(labels.model)
      case "toll": toll(name)
      case "event": scenario.events.first { $0.name == name }?.label?.text(in: words.code)
      case "measure": measure(name)
      case "kind", "rests_on", "part": words.value(name)
      default: self.issue(of: column).flatMap { option(name, of: $0) }
      }
    return label ?? name
  }

  /// Whether the table has a column of its own by that name, whatever issues are called.
  private static func isFixed(_ column: String, of table: String) -> Bool {
    TableDictionary.table(named: table)?.columns.contains { $0.name == column } ?? false
  }

  private func issue(of column: String) -> Int? {
    scenario.issues.firstIndex { $0.name == column || "issue_\($0.name)" == column }
  }

  private func option(_ name: String, of k: Int) -> String? {
    scenario.issues[k].options.firstIndex { $0.name == name }.map { labels.option($0, of: k) }
  }

  private func ending(_ name: String) -> String? {
    Ending.allCases.first { $0.name == name }.map { EndingWords.label($0, limit, language: words.code) }
  }

  private func party(_ name: String) -> String? {
    scenario.parties.firstIndex { $0.name == name }.map(labels.party)
  }

  private func toll(_ name: String) -> String? {
    scenario.tolls.firstIndex { $0.name == name }.map(labels.toll)
  }

  private func actor(_ name: String) -> String? {
    party(name) ?? scenario.mediators.firstIndex { $0.name == name }.map(labels.mediator)
      ?? scenario.forums.firstIndex { $0.name == name }.map(labels.forum)
  }

  private func measure(_ name: String) -> String? {
    if let measure = AgreementMeasure.allCases.first(where: { $0.name == name }) {
      return words.measure(measure)
    }
    if name.hasSuffix("_share"), let ending = ending(String(name.dropLast("_share".count))) { return ending }
    return ["utility", "surplus", "surplus_at_start"].contains(name) ? words.partyMeasure(name) : nil
  }
}
