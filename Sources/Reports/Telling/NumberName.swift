import Bargaining

/// Names the numbers of a scenario in words: `parties.hamas.cost_of_delay` is
/// `Hamas, cost of delay`.
struct NumberName {
  let labels: ScenarioLabels
  let words: any TellingWords

  init(labels: ScenarioLabels, words: any TellingWords) {
    self.labels = labels
    self.words = words
  }

  /// In the language of the labels; no name has a unit in it.
  init(_ labels: ScenarioLabels) {
    let language = TellingLanguage(rawValue: labels.language) ?? .english
    self.init(labels: labels, words: language.words(unit: "round"))
  }

  /// The whole name of a number.
  func full(_ id: ParameterID) -> String { full(path: labels.scenario[id].path) }

  /// The same of any number that can be set; one of the whole scenario, such as `rounds`, belongs
  /// to nobody.
  func full(path: String) -> String { fullParts(path: path).joined(separator: words.comma) }

  private func fullParts(path: String) -> [String] {
    let keys = Self.keys(of: path)
    guard keys.count > 1 else { return [word(path) == path ? labels.owner(of: path) : word(path)] }
    if let patched = Self.patched(keys) {
      return [labels.owner(of: keys.prefix(2).joined(separator: "."))] + fullParts(path: patched)
    }
    let isOwned =
      keys.count > 2 && ["parties", "mediators", "issues", "events", "forums", "tolls"].contains(keys[0])
    let owner = isOwned ? labels.owner(of: keys.prefix(2).joined(separator: ".")) : word(keys[0])
    return [owner] + parts(Array(keys.dropFirst(isOwned ? 2 : 1)), of: Array(keys.prefix(2)))
  }

  /// What a model changes; `nil` of a number that is no model's.
  private static func patched(_ keys: [String]) -> String? {
    keys.count > 3 && keys[0] == "models" && keys[2] == "patch"
      ? keys.dropFirst(3).joined(separator: ".") : nil
  }

  /// The name without the actor that the number belongs to.
  func short(_ id: ParameterID) -> String {
    ownParts(path: labels.scenario[id].path).joined(separator: words.comma)
  }

  /// The parts of that name, each in the language of its words; none of a number that has no other
  /// name than its path.
  func ownParts(path: String) -> [String] {
    let keys = Self.keys(of: path)
    if let patched = Self.patched(keys) { return fullParts(path: patched) }
    return parts(Array(keys.dropFirst(2)), of: Array(keys.prefix(2)))
  }

  private static func keys(of path: String) -> [String] { path.split(separator: ".").map(String.init) }

  private func parts(_ keys: [String], of owner: [String]) -> [String] {
    var parts: [String] = []
    var issue: Int?
    for (place, key) in keys.enumerated() {
      let before = place > 0 ? keys[place - 1] : ""
      if key == "preferences" || key == "tactic" { continue }
      if let k = scenario.issues.firstIndex(where: { $0.name == key }),
        ["preferences", "adjust"].contains(before)
      {
        issue = k
        parts.append(labels.issue(k))
      } else if before == "values", let k = issue {
        // An option such as 0.5 has a dot of its own.
        let name = keys[place...].joined(separator: ".")
        let option = scenario.issues[k].options.firstIndex { $0.name == name }
        parts.append(option.map { labels.option($0, of: k) } ?? name)
        break
      } else if let label = label(of: key, in: before, of: owner) {
        parts.append(label)
      } else if let number = Int(key), !parts.isEmpty {
        // Of a part of a mixture, 0 is the weight and 1 the tactic.
        if place > 1, keys[place - 2] == "mix" {
          if number == 0 { parts.append(word("weight")) }
        } else {
          parts[parts.count - 1] += " \(number + 1)"
        }
      } else {
        let isTactic = before == "tactic" || place > 2 && keys[place - 3] == "mix"
        parts.append(word(isTactic ? "\(key)_tactic" : key))
      }
    }
    return parts
  }

  /// The label of what has a name of its own.
  private func label(of key: String, in collection: String, of owner: [String]) -> String? {
    switch collection {
    case "toward": scenario.parties.firstIndex { $0.name == key }.map(labels.party)
    case "phases": scenario.implementation?.phases.firstIndex { $0.name == key }.map(labels.phase)
    case "factions":
      scenario.parties.firstIndex { $0.name == owner.last }.flatMap { party in
        scenario.parties[party].ratification?.factions.firstIndex { $0.name == key }
          .map { labels.faction($0, of: party) }
      }
    default: nil
    }
  }

  private var scenario: Scenario { labels.scenario }

  private func word(_ key: String) -> String {
    words.word(for: key) ?? key.split(separator: "_").joined(separator: " ")
  }
}
