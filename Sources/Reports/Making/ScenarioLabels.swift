import Bargaining
import Tables

/// The names of a scenario's issues, options and actors in one language; a machine name, its
/// underscores made spaces, where there is no label.
package struct ScenarioLabels {
  let scenario: Scenario
  let language: String

  package init(_ scenario: Scenario, language: String) {
    self.scenario = scenario
    self.language = language
  }

  package var title: String { scenario.name.text(in: language) ?? scenario.identifier }

  package func issue(_ k: Int) -> String { words(scenario.issues[k].label, scenario.issues[k].name) }

  package func party(_ i: Int) -> String { words(scenario.parties[i].label, scenario.parties[i].name) }

  package func event(_ e: Int) -> String { words(scenario.events[e].label, scenario.events[e].name) }

  package func mediator(_ m: Int) -> String { words(scenario.mediators[m].label, scenario.mediators[m].name) }

  package func toll(_ t: Int) -> String { words(scenario.tolls[t].label, scenario.tolls[t].name) }

  /// So much of a toll with its unit: `80,000 people`.
  ///
  /// - Parameter error: the standard error that says how many of its digits mean something.
  package func amount(_ value: Double, of t: Int, within error: Double? = nil) -> String {
    let unit = scenario.tolls[t].unit?.text(in: language).map { " \($0)" } ?? ""
    return Numerals.amount(value, within: error) + unit
  }

  package func model(_ m: Int) -> String { words(scenario.models[m].label, scenario.models[m].name) }

  /// The one forum of a scenario that names none is its table.
  package func forum(_ f: Int) -> String {
    let forum = scenario.forums[f]
    // What a scenario without forums is played in.
    guard forum.label == nil, forum.name == "main" else { return words(forum.label, forum.name) }
    return language == "ar" ? "الطاولة الرئيسية" : "Main table"
  }

  package func faction(_ f: Int, of i: Int) -> String {
    guard let faction = scenario.parties[i].ratification?.factions[f] else { return "" }
    return words(faction.label, faction.name)
  }

  package func phase(_ j: Int) -> String {
    guard let phase = scenario.implementation?.phases[j] else { return "" }
    return words(phase.label, phase.name)
  }

  /// A numeric option without a label of its own carries its issue's unit: `500 trucks/day`.
  package func option(_ option: Int, of k: Int) -> String {
    let issue = scenario.issues[k]
    let name = words(issue.options[option].label, issue.options[option].name)
    let unit = unit(of: k)
    return unit.isEmpty || issue.options[option].label != nil ? name : "\(name) \(unit)"
  }

  /// Of the numbers that an issue's options stand for; empty where the file names none.
  package func unit(of k: Int) -> String {
    scenario.issues[k].unitLabel?.text(in: language) ?? scenario.issues[k].unit ?? ""
  }

  /// An option of an issue as a term of an agreement.
  package func term(_ option: Int, of k: Int) -> ReportContent.Term {
    .init(
      issue: issue(k), option: self.option(option, of: k), isMoved: option != scenario.issues[k].statusQuo)
  }

  /// Whom or what the number at a path belongs to: `parties.hamas.willingness` to the party's
  /// label, `talks.resume.base` to the talks.
  package func owner(of path: String) -> String {
    let keys = path.split(separator: ".", maxSplits: 2).map(String.init)
    let key = keys.count > 1 ? keys[1] : ""
    func owner(_ named: [(name: String, label: LocalizedText?)]) -> String? {
      named.first { $0.name == key }.map { words($0.label, $0.name) }
    }
    let found: String? =
      switch keys.first {
      case "parties": owner(scenario.parties.map { ($0.name, $0.label) })
      case "mediators": owner(scenario.mediators.map { ($0.name, $0.label) })
      case "forums": owner(scenario.forums.map { ($0.name, $0.label) })
      case "issues": owner(scenario.issues.map { ($0.name, $0.label) })
      case "events": owner(scenario.events.map { ($0.name, $0.label) })
      case "tolls": owner(scenario.tolls.map { ($0.name, $0.label) })
      case "models": owner(scenario.models.map { ($0.name, $0.label) })
      default: nil
      }
    if language == "ar", let word = keys.first.flatMap({ Self.arabicSections[$0] }) { return found ?? word }
    let section = (keys.first ?? path).split(separator: "_").joined(separator: " ")
    return found ?? section.capitalisedFirst
  }

  /// Of a scenario file, whose numbers are nobody's.
  private static let arabicSections = [
    "mediation": "الوساطة", "talks": "المحادثات", "implementation": "التنفيذ", "rounds": "الجولات",
    "round": "الجولة", "deadline": "المهلة",
  ]

  private func words(_ label: LocalizedText?, _ name: String) -> String {
    label?.text(in: language) ?? name.split(separator: "_").joined(separator: " ")
  }
}
