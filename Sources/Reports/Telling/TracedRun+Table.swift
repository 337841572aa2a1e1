import Bargaining

extension TracedRun {
  /// The acts, with issues that are not on the table yet at -1.
  ///
  /// Where nothing is agreed until everything is, the options at which the issues of later stages
  /// are held meanwhile are no part of an offer (see `AgendaOrder`). Where what is settled holds,
  /// they are: they would be in force if nothing more came.
  package func actsOnTheTable(of scenario: Scenario) -> [TalkAct] {
    let stages = scenario.order.stages(over: scenario.agenda)
    guard !stages.isEmpty, !scenario.order.holds else { return acts }
    var isSettled = locked.map { $0 != nil }
    var waiting = Self.waiting(stages, isSettled)
    return acts.map { act in
      if act.kind == .settle {
        for k in stages.joined() where act.options[k] >= 0 { isSettled[k] = true }
        waiting = Self.waiting(stages, isSettled)
        return act
      }
      guard !act.options.isEmpty else { return act }
      var told = act
      for k in waiting { told.options[k] = -1 }
      return told
    }
  }

  /// The open issues of the stages after the first one that is not settled.
  private static func waiting(_ stages: [[Int]], _ isSettled: [Bool]) -> [Int] {
    let stage = stages.firstIndex { !$0.allSatisfy { isSettled[$0] } } ?? stages.count - 1
    return stages[(stage + 1)...].joined().filter { !isSettled[$0] }
  }
}
