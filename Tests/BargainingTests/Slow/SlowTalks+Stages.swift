import Bargaining

/// An agenda in stages, from the words of ``AgendaOrder``.
extension SlowTalks {
  static func stages(of scenario: Scenario) -> [[Int]] {
    var stages = scenario.order.stages
    let rest = scenario.agenda.filter { issue in !stages.contains { $0.contains(issue) } }
    if !rest.isEmpty { stages.append(rest) }
    return stages.count < 2 ? [] : stages
  }

  /// Opens the first stage from this one on that has an open issue, or the last.
  mutating func open(_ first: Int) {
    stage = first
    while stage + 1 < stages.count, stages[stage].allSatisfy({ bound[$0] != nil }) { stage += 1 }
    locks = bound
    let later = stages[(stage + 1)...].joined()
    for k in later where bound[k] == nil || whole.order.holds { locks[k] = heldOption(of: k) }
    scenario = whole
    if whole.order.holds { return }
    let isKnown = { (condition: Condition) in
      condition.clauses.allSatisfy { clause in !later.contains(clause.issue) }
    }
    for i in scenario.parties.indices {
      scenario.parties[i].preferences.interactions.removeAll { !isKnown($0.condition) }
      scenario.parties[i].preferences.redLines.removeAll { !isKnown($0) }
    }
    for m in scenario.mediators.indices {
      scenario.mediators[m].preferences.interactions.removeAll { !isKnown($0.condition) }
      scenario.mediators[m].preferences.redLines.removeAll { !isKnown($0) }
    }
  }

  mutating func settle(_ f: Int, _ mediator: Int?, _ deal: [Int]) throws {
    for k in stages[stage] { bound[k] = deal[k] }
    firstStage = firstStage ?? round
    try expect(.settle, .talks, in: f, deal.indices.map { bound[$0] == nil ? -1 : deal[$0] })
    if whole.order.holds {
      var settled = record
      settled.round = round
      settled.forum = f
      settled.mediator = mediator
      settled.options = deal.map { UInt8($0) }
      for i in whole.parties.indices {
        settled.utilities[i] = worthOf(deal, to: i, after: interim)
        settled.surpluses[i] = settled.utilities[i] - nothing(to: i)
        settled.surplusesAtStart[i] =
          settled.utilities[i] + parties[i].discounting * parties[i].carrots - firstReservations[i]
      }
      interim = settled
    }
    open(stage + 1)
    for i in parties.indices {
      parties[i].bestSeen = -.infinity
      parties[i].lastSeen = nil
      parties[i].position = nil
      parties[i].seen = []
      parties[i].texts = []
      parties[i].made = []
      parties[i].lastAspiration = .infinity
      parties[i].hasNews = false
    }
    forums = forums.map { _ in SlowForum() }
    mediation = SlowMediation(errors: mediation.errors, lastRounds: mediation.lastRounds)
    stalled = 0
    hasMoved = true
  }

  /// What the options at which later issues are held bring, less what the party expects of these
  /// issues.
  func laterStakes(_ i: Int) -> Double {
    guard !stages.isEmpty, !whole.order.holds, stage + 1 < stages.count else { return 0 }
    var additive = whole.parties[i].preferences
    additive.interactions = []
    // What each option of each issue brings, by the difference that it makes.
    let base = whole.issues.map { _ in 0 }
    let nothing = world.utility(base, to: additive)
    let worths = whole.issues.indices.map { k in
      whole.issues[k].options.indices.map { option in
        var outcome = base
        outcome[k] = option
        return world.utility(outcome, to: additive) - nothing
      }
    }
    let reach = worths.indices.map { k in
      let values = bound[k].map { [worths[k][$0]] } ?? worths[k]
      return (low: values.min() ?? 0, high: values.max() ?? 0)
    }
    let least = nothing + reach.reduce(0) { $0 + $1.low }
    let most = nothing + reach.reduce(0) { $0 + $1.high }
    let share =
      most - least > 1e-12 ? min(max((parties[i].wholeThreshold - least) / (most - least), 0), 1) : 0
    return stages[(stage + 1)...].joined().reduce(0) { sum, k in
      let held = worths[k][locks[k] ?? 0]
      return sum + held - (reach[k].low + share * (reach[k].high - reach[k].low))
    }
  }
}
