import Bargaining
import Tables

extension ScenarioComparison {
  /// Why the difference between two scenarios says little, each a sentence; empty where nothing
  /// speaks against comparing them.
  ///
  /// Scenarios are compared to learn what a change does. Without a common issue, or a common party,
  /// by their names, they are different talks.
  package static func caveats(_ first: Scenario, _ second: Scenario) -> [Message] {
    func names(_ scenario: Scenario) -> (issues: Set<String>, parties: Set<String>) {
      (Set(scenario.agenda.map { scenario.issues[$0].name }), Set(scenario.parties.map(\.name)))
    }
    let (a, b) = (names(first), names(second))
    let missing: Message
    switch (a.issues.isDisjoint(with: b.issues), a.parties.isDisjoint(with: b.parties)) {
    case (true, true): missing = "issues and no parties"
    case (true, false): missing = "issues"
    case (false, true): missing = "parties"
    case (false, false): return []
    }
    return [
      "\(first.identifier) and \(second.identifier) have no \(missing) in common: "
        + "what differs is the talks themselves, not what a change does to them"
    ]
  }
}
