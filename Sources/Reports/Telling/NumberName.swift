import Bargaining

/// Names the numbers of a scenario in words: `parties.hamas.cost_of_delay` is `Hamas, cost of delay`.
struct NumberName {
  let labels: ScenarioLabels
  let words: any TellingWords

  /// The whole name of a number.
  func full(_ id: ParameterID) -> String {
    let keys = keys(of: id)
    let isOwned = keys.count > 2 && ["parties", "mediators", "issues", "events", "forums"].contains(keys[0])
    let owner = isOwned ? labels.owner(of: keys.prefix(2).joined(separator: ".")) : word(keys[0])
    return ([owner] + parts(Array(keys.dropFirst(isOwned ? 2 : 1)))).joined(separator: words.comma)
  }

  /// The name without the actor that the number belongs to.
  func short(_ id: ParameterID) -> String {
    parts(Array(keys(of: id).dropFirst(2))).joined(separator: words.comma)
  }

  private func keys(of id: ParameterID) -> [String] {
    labels.scenario[id].path.split(separator: ".").map(String.init)
  }

  private func parts(_ keys: [String]) -> [String] {
    var parts: [String] = []
    var issue: Int?
    for (place, key) in keys.enumerated() {
      let before = place > 0 ? keys[place - 1] : ""
      if key == "preferences" || key == "tactic" { continue }
      if before == "preferences", let k = labels.scenario.issues.firstIndex(where: { $0.name == key }) {
        issue = k
        parts.append(labels.issue(k))
      } else if before == "values", let k = issue,
        let option = labels.scenario.issues[k].options.firstIndex(where: { $0.name == key })
      {
        parts.append(labels.option(option, of: k))
      } else if before == "toward", let party = labels.scenario.parties.firstIndex(where: { $0.name == key })
      {
        parts.append(labels.party(party))
      } else {
        parts.append(word(before == "tactic" ? "\(key)_tactic" : key))
      }
    }
    return parts
  }

  private func word(_ key: String) -> String {
    words.word(for: key) ?? key.split(separator: "_").joined(separator: " ")
  }
}
