import Bargaining

/// What a deal needs at home, from the words of ``Ratification`` and ``Faction``.
extension SlowTalks {
  /// Whether all homes let a deal pass; if not, the talks are suspended or over.
  mutating func ratify(_ f: Int, _ deal: [Int]) throws -> Bool {
    for i in homeOrder {
      let plan = whole.parties[i]
      guard plan.hasVeto, let ratification = plan.ratification else { continue }
      let lacks = ratification.factions.map {
        max(0, minimum($0, of: i) - utility(deal, to: $0, of: plan.preferences))
      }
      let weights = ratification.factions.map { world.number($0.weight) }
      let total = weights.reduce(0, +)
      /// The share of those who would accept were the deal worth so much more to them.
      func share(with more: Double) -> Double {
        zip(lacks, weights).reduce(0) { $1.0 <= more + SlowParty.tolerance ? $0 + $1.1 : $0 } / total
      }
      let quota = world.number(ratification.quota) - SlowParty.tolerance
      let passes = share(with: 0) >= quota
      let vote = next < acts.count ? acts[next].vote : nil
      try expect(.ratify, .party(i), in: f, deal, because: passes ? nil : .rejectedAtHome)
      if passes { continue }
      failures[i] += 1
      for (f, lack) in lacks.enumerated() where lack > SlowParty.tolerance { refusals[i][f] += 1 }
      if isForeseen(by: i) { note(lacks, of: i, to: deal) }
      if let most = ratification.failures, failures[i] >= most {
        try finish(.rejectedAtHome)
        return false
      }
      guard let lacking = lacks.sorted().first(where: { share(with: $0) >= quota }),
        abs(lacking - (vote?.shortfall ?? .nan)) < 1e-9
      else { throw Mismatch(text: "round \(round): \(lacks) are lacking, \(String(describing: vote))") }
      // The deal is on a text if that was the last thing put to the vote.
      for m in mediation.dealBy.map({ authors(with: $0, in: f) }) ?? [] {
        for other in whole.parties.indices where other != i && meets(m, other) {
          move(whole.mediators[m].toward[other].trust, to: 0, by: whole.mediators[m].toward[other].loss)
        }
      }
      for mediator in whole.mediators {
        drawn[mediator.toward[i].trust.index] *= 1 - world.number(ratification.trustLoss)
        recompute(mediator.toward[i].trust.index)
      }
      let learning = world.number(ratification.learning)
      if learning > 0 {
        parties[i].homeDemand = max(
          parties[i].homeDemand, world.utility(deal, to: plan.preferences) + learning * lacking)
      }
      try suspend()
      return false
    }
    return true
  }

  /// Whether every home that is asked would let an outcome pass as it stands now.
  func passesAtHome(_ outcome: [Int]) -> Bool {
    whole.parties.indices.allSatisfy { i in
      let plan = whole.parties[i]
      guard plan.hasVeto, let ratification = plan.ratification else { return true }
      let weights = ratification.factions.map { world.number($0.weight) }
      let won = zip(ratification.factions, weights).reduce(0) { sum, each in
        let isEnough =
          utility(outcome, to: each.0, of: plan.preferences)
          >= minimum(each.0, of: i) - SlowParty.tolerance
        return isEnough ? sum + each.1 : sum
      }
      return won / weights.reduce(0, +) >= world.number(ratification.quota) - SlowParty.tolerance
    }
  }

  /// The party's utility with the faction's weights and values, and its interactions added.
  func utility(_ outcome: [Int], to faction: Faction, of preferences: Preferences) -> Double {
    var alone = preferences
    alone.interactions = []
    let weights = whole.issues.indices.map { k in
      (preferences.issues[k].map { world.number($0.weight) } ?? 0)
        * (faction.adjustments[k].map { world.number($0.weight) } ?? 1)
    }
    let total = weights.reduce(0, +)
    var utility = 0.0
    for k in whole.issues.indices where weights[k] > 0 {
      // With all weight on one issue, a utility is its value.
      alone.issues = preferences.issues.enumerated().map { $0.offset == k ? $0.element : nil }
      func worth(_ option: Int) -> Double {
        let shift = faction.adjustments[k]?.values[option].map { world.number($0) } ?? 0
        var settled = outcome
        settled[k] = option
        let value = world.utility(settled, to: alone, ofParty: false) + shift
        return weights[k] / total * (shift == 0 ? value : min(max(value, 0), 1))
      }
      utility += worth(outcome[k])
      guard let anchor = world.anchor(of: k) else { continue }
      utility -= anchor.price * max(0, worth(anchor.option) - worth(outcome[k]))
    }
    for interaction in preferences.interactions + faction.interactions
    where interaction.condition.holds(in: outcome) {
      utility += world.number(interaction.bonus)
    }
    return utility
  }
}
