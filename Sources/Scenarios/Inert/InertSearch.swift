import Bargaining
import Tables

/// Looks for what a scenario declares and cannot matter, by who sits where under which protocol.
///
/// Nothing is simulated, so that what is found is certain and what is not found may still not
/// matter: `check --inert` tries numbers out. Settings are found whether or not they are written.
struct InertSearch {
  let scenario: Scenario
  private(set) var found: [InertSetting] = []
  /// Numbers that events change.
  private let touched: Set<ParameterID>

  /// All that is found, in the order of the model.
  static func settings(of scenario: Scenario) -> [InertSetting] {
    var search = InertSearch(scenario)
    search.lookAtParties()
    search.lookAtMediators()
    search.lookAtForums()
    search.lookAtTalks()
    search.lookForDead()
    return search.found
  }

  private init(_ scenario: Scenario) {
    self.scenario = scenario
    touched = Set(scenario.events.flatMap(\.effects).map(\.target))
  }

  /// Notes that a setting does not do what it is there for.
  mutating func note(_ path: [String], _ what: Message) {
    found.append(InertSetting(path: path, message: "\(path.joined(separator: ".")) \(what)"))
  }

  // MARK: What numbers can be

  /// Whether an event may change a number.
  func isTouched(_ id: ParameterID) -> Bool { touched.contains(id) }

  /// Whether a number can be other than 0.
  func canBeOther(_ id: ParameterID?) -> Bool {
    guard let id else { return false }
    return scenario[id].distribution != .constant(0) || touched.contains(id)
  }

  /// Whether a number that is never negative is 0 in every run and round.
  func isAlwaysZero(_ id: ParameterID?) -> Bool {
    guard let id else { return true }
    return scenario[id].distribution.support.upperBound <= 0 && !touched.contains(id)
  }

  // MARK: Who sees what

  /// Whether a party is shown offers that other parties make.
  func seesOffers(_ party: Int) -> Bool {
    scenario.forums.contains { forum in
      guard forum.members.contains(party) else { return false }
      switch forum.rules {
      case .alternating, .simultaneous: return true
      case .ultimatum: return forum.members.first != party
      case .shuttle, .singleText: return false
      }
    }
  }

  /// Whether a party is shown mediators' texts.
  func seesTexts(_ party: Int) -> Bool {
    scenario.forums.contains { $0.members.contains(party) && (isSingleText($0) || hasTexts($0)) }
  }

  func isSingleText(_ forum: Forum) -> Bool {
    if case .singleText = forum.rules { true } else { false }
  }

  /// Whether some mediator of a forum may table a text there.
  func hasTexts(_ forum: Forum) -> Bool {
    forum.mediators.contains {
      !isAlwaysZero(scenario.mediators[$0].formulate) || !scenario.mediators[$0].texts.isEmpty
    }
  }

  /// Whether a mediator and a party sit in a forum together.
  func meet(_ mediator: Int, _ party: Int) -> Bool {
    scenario.forums.contains { $0.mediators.contains(mediator) && $0.members.contains(party) }
  }

  func sits(_ mediator: Int) -> Bool { scenario.forums.contains { $0.mediators.contains(mediator) } }

  func sitsOverSingleText(_ mediator: Int) -> Bool {
    scenario.forums.contains { isSingleText($0) && $0.mediators.contains(mediator) }
  }

  /// Whether texts are drafted on what a mediator knows and wants: its own, or those of a group.
  func drafts(_ mediator: Int) -> Bool {
    sits(mediator) && group(of: mediator).contains { !isAlwaysZero(scenario.mediators[$0].formulate) }
  }

  /// The same, or whether there are texts ready.
  func tables(_ mediator: Int) -> Bool {
    drafts(mediator)
      || sits(mediator) && group(of: mediator).contains { !scenario.mediators[$0].texts.isEmpty }
  }

  private func group(of mediator: Int) -> [Int] {
    scenario.mediation.joint.first { $0.contains(mediator) } ?? [mediator]
  }

  /// Whether a mediator that drafts from what it is told sits with a party, or with anybody.
  func isAsked(_ party: Int? = nil) -> Bool {
    scenario.mediators.indices.contains { mediator in
      scenario.mediators[mediator].estimates == nil && drafts(mediator)
        && (party.map { meet(mediator, $0) } ?? true)
    }
  }

  /// Whether carrots may reach a party.
  func getsCarrots(_ party: Int) -> Bool {
    scenario.mediators.indices.contains { mediator in
      meet(mediator, party) && !isAlwaysZero(scenario.mediators[mediator].manipulate)
        && !isAlwaysZero(scenario.mediators[mediator].toward[party].carrot)
    }
  }

  /// Whether a mediator has leverage to bring to bear.
  func hasLeverage(_ mediator: Int) -> Bool {
    let it = scenario.mediators[mediator]
    return !isAlwaysZero(it.manipulate)
      && scenario.parties.indices.contains { party in
        meet(mediator, party)
          && !(isAlwaysZero(it.toward[party].carrot) && isAlwaysZero(it.toward[party].stick))
      }
  }
}
