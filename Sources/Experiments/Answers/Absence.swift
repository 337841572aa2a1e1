import Bargaining

extension Scenario {
  /// The same talks without some of their mediators, forums and events.
  ///
  /// A mediator that is away sits nowhere, and so tables nothing, brings nobody back and pulls
  /// nobody; a forum that is away never sits, and gives no mediator access to anybody. One that can
  /// do nothing without a mediator does not sit once all of its are away. Everything else is as it
  /// is, and draws the same numbers in the same run.
  ///
  /// - Parameters:
  ///   - mediators: by their index.
  ///   - forums: by their index.
  ///   - event: by its name; `nil` for none.
  package func without(mediators: Set<Int> = [], forums: Set<Int> = [], event: String? = nil) -> Scenario {
    var scenario = self
    for index in scenario.forums.indices {
      scenario.forums[index].mediators.removeAll { mediators.contains($0) || forums.contains(index) }
      let isIdle = scenario.forums[index].rules.needsMediator && scenario.forums[index].mediators.isEmpty
      if forums.contains(index) || isIdle {
        scenario.forums[index].first = scenario.rounds
        scenario.forums[index].rules = .alternating
      }
    }
    scenario.events.removeAll { $0.name == event }
    for index in scenario.models.indices {
      scenario.models[index].scenario = scenario.models[index].scenario.without(
        mediators: mediators, forums: forums, event: event)
    }
    return scenario
  }
}
