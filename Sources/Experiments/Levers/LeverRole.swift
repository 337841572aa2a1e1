import Bargaining

/// Whose number a lever is: an act of somebody, or what would have to be true.
///
/// What a party or a mediator can decide by itself, or those at the table together, is an act: how
/// far it goes, how hard it tries, what it brings to bear, where and how often it meets, which
/// guarantees there are. Coefficients of nature are not: what no agreement is worth, how trusted
/// somebody is, how easily talks break down, how often things happen. Preferences are what talks
/// take as given, and are neither.
package enum LeverRole: Sendable, Equatable {
  /// Somebody can do it: the name of a party or a mediator, or `parties`, `mediators`.
  case act(by: String)
  case nature

  /// The name in tables: `act`, `nature`.
  package var name: String { if case .act = self { "act" } else { "nature" } }

  /// Who can do it; `nil` for nature.
  package var actor: String? { if case .act(let actor) = self { actor } else { nil } }

  /// The role of a number, by its path; `nil` for preferences and other numbers that are taken as
  /// given.
  init?(path: String) {
    let parts = path.split(separator: ".").map(String.init)
    guard parts.count > 1, Set(parts).isDisjoint(with: ["preferences", "interactions", "adjust", "tactic"]),
      let last = parts.last
    else { return nil }
    switch parts[0] {
    case "parties": self.init(ofParty: parts[1], last)
    case "mediators": self.init(ofMediator: parts[1], last)
    case "mediation": self = last == "incoherence" ? .act(by: "mediators") : .nature
    case "talks": self = parts[1] == "deadline" ? .act(by: "mediators") : .nature
    case "issues": self.init(ofIssue: last)
    case "implementation":
      self =
        ["monitoring", "guarantee", "leverage_fade"].contains(last) && parts[1] != "failure"
        ? .act(by: "mediators") : .nature
    case "events": self = .nature
    default: return nil
    }
  }

  private init?(ofParty name: String, _ last: String) {
    switch last {
    case "willingness", "overstatement", "foresight", "learning": self = .act(by: name)
    case "reservation", "cost_of_delay", "discount", "horizon", "minimum", "quota", "trust_loss", "bears":
      self = .nature
    case "carrot_share": self = .act(by: "mediators")
    default: return nil
    }
  }

  private init(ofMediator name: String, _ last: String) {
    switch last {
    // When it tables a text that it has ready.
    case "at": self = .act(by: name)
    case "facilitate", "formulate", "manipulate", "own_interest", "carrot", "stick": self = .act(by: name)
    default: self = .nature
    }
  }

  private init?(ofIssue last: String) {
    switch last {
    // Those who have settled a point provisionally can stand by it.
    case "firmness": self = .act(by: "parties")
    case "cost": self = .nature
    default: return nil
    }
  }
}
