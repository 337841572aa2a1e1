import Bargaining
import Tables

/// What people call the talks, their issues and options, in each language of the scenario file: a
/// result of scores has no scenario from which a page could take it.
extension ForecastRecord {
  /// The title of the talks in a language, else the scenario's name.
  package func title(in language: String) -> String { labels["name"]?.text(in: language) ?? scenario }

  /// An issue as people call it in a language; its name, underscores made spaces, without a label.
  package func label(ofIssue issue: String, in language: String) -> String {
    labels["issues.\(issue)"]?.text(in: language) ?? issue.replacing("_", with: " ")
  }

  /// An option of an issue, the same; a number without a label of its own with its unit.
  package func label(ofOption option: String, of issue: String, in language: String) -> String {
    if let label = labels["issues.\(issue).options.\(option)"]?.text(in: language) { return label }
    let unit = labels["issues.\(issue).unit"]?.text(in: language).map { " \($0)" } ?? ""
    return option.replacing("_", with: " ") + unit
  }

  /// The labels of a scenario; none of what has only a name.
  static func labels(of scenario: Scenario) -> [String: LocalizedText] {
    var labels: [String: LocalizedText] = [:]
    labels["name"] = scenario.name
    for k in scenario.agenda {
      let issue = scenario.issues[k]
      labels["issues.\(issue.name)"] = issue.label
      labels["issues.\(issue.name).unit"] = issue.unitLabel ?? issue.unit.map { LocalizedText($0) }
      for option in issue.options {
        labels["issues.\(issue.name).options.\(option.name)"] = option.label
      }
    }
    return labels.filter { !$0.value.entries.isEmpty }
  }

  /// As manifests keep them, in the order of their keys.
  static func json(_ labels: [String: LocalizedText]) -> JSONValue {
    .object(
      JSONObject(
        labels.sorted { $0.key < $1.key }.map { key, label in
          (key, .array(label.entries.map { .array([.string($0.language), .string($0.text)]) }))
        }))
  }

  /// From what a manifest has kept; none where it keeps none, as those of earlier versions.
  static func labels(_ json: JSONValue?) -> [String: LocalizedText] {
    guard case .object(let members) = json else { return [:] }
    var labels: [String: LocalizedText] = [:]
    for member in members.members {
      let entries = (member.value.elements ?? []).compactMap { entry -> LocalizedText.Entry? in
        guard let parts = entry.elements, parts.count == 2, let language = parts[0].text,
          let text = parts[1].text
        else { return nil }
        return .init(language: language, text: text)
      }
      if !entries.isEmpty { labels[member.key] = LocalizedText(entries) }
    }
    return labels
  }
}
