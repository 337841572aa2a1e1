import Bargaining
import Randomness

/// Settings that are in order by themselves and dead by their numbers.
extension InertSearch {
  mutating func lookForDead() {
    for index in scenario.parties.indices { lookAtReservation(of: index) }
    for index in scenario.mediators.indices where sits(index) { lookAtIdleness(of: index) }
    for forum in scenario.forums where forum.first >= scenario.rounds {
      note(["forums", forum.name], "never sits: its first round comes after the end of the window")
    }
    for event in scenario.events { lookAtEffects(of: event) }
    if let after = scenario.talks.suspendAfter, after >= scenario.rounds {
      note(
        ["talks", "suspend_after"],
        "never suspends the talks: they end after \(scenario.rounds) rounds")
    }
  }

  /// A reservation that nothing could be worth, and that nothing lowers.
  private mutating func lookAtReservation(of index: Int) {
    let party = scenario.parties[index]
    let meetsLeverage = scenario.mediators.indices.contains { mediator in
      meet(mediator, index) && hasLeverage(mediator)
    }
    guard party.hasVeto, isAlwaysZero(party.costOfDelay), !isTouched(party.reservation), !meetsLeverage
    else { return }
    let least = scenario[party.reservation].distribution.support.lowerBound
    let best = bestUtility(of: party.preferences)
    // What is lost in rounding is no surplus.
    guard least > best + 1e-9 else { return }
    note(
      ["parties", party.name, "reservation"],
      "is above the best outcome: no deal is worth more than \(Quoting.decimal((best * 1e9).rounded() / 1e9)) to it, so that it agrees to none"
    )
  }

  /// A bound that no outcome's utility exceeds in any run.
  private func bestUtility(of preferences: Preferences) -> Double {
    let wanted = preferences.issues.compactMap(\.self)
    let tops = wanted.map { greatest(of: $0.valuation) }
    let weights = wanted.map { scenario[$0.weight].distribution }
    let isFixed = zip(wanted, weights).allSatisfy { $1.isConstant && !isTouched($0.weight) }
    let sum = weights.reduce(0) { $0 + $1.support.lowerBound }
    let mean =
      isFixed && sum > 0
      ? zip(weights, tops).reduce(0) { $0 + $1.0.support.lowerBound / sum * $1.1 } : tops.max() ?? 0
    return preferences.interactions.reduce(mean) { sum, interaction in
      sum
        + (isTouched(interaction.bonus)
          ? 1 : max(0, scenario[interaction.bonus].distribution.support.upperBound))
    }
  }

  private func greatest(of valuation: Valuation) -> Double {
    guard case .listed(let values) = valuation else { return 1 }
    return values.map { isTouched($0) ? 1 : scenario[$0].distribution.support.upperBound }.max() ?? 1
  }

  /// A mediator that neither drafts nor has texts, brings nothing to bear and resumes no talks, and
  /// in whom no hazard minds the parties' trust.
  private mutating func lookAtIdleness(of index: Int) {
    let mediator = scenario.mediators[index]
    let isEffort =
      !isAlwaysZero(mediator.facilitate) && talksCanBeSuspended
      && !isAlwaysZero(scenario.talks.resume.mediation)
    let isTrustMinded = [scenario.talks.resumptionTerms.trust, scenario.talks.collapseTerms.trust]
      .contains { canBeOther($0) }
    guard !tables(index), !hasLeverage(index), !isEffort, !isTrustMinded else { return }
    note(
      ["mediators", mediator.name],
      "does nothing: it tables no text, has nothing to bring to bear, and its effort brings no talks back")
  }

  private mutating func lookAtEffects(of event: Event) {
    for (place, effect) in event.effects.enumerated() {
      let path = ["events", event.name, "effects", "\(place)"]
      switch effect.change {
      case .add(let amount) where !canBeOther(amount): note(path + ["add"], "changes nothing: it adds 0")
      case .multiply(let factor) where scenario[factor].distribution == .constant(1) && !isTouched(factor):
        note(path + ["multiply"], "changes nothing: it multiplies by 1")
      default: break
      }
      if let rounds = effect.rounds, rounds >= scenario.rounds {
        note(
          path + ["for"],
          "says nothing: the effect lasts until the end, as the window has \(scenario.rounds) rounds")
      }
    }
  }

  /// MiCRO makes one new offer a round at most, and may have to go through all outcomes.
  mutating func lookAtMicro(of party: Int, _ path: [String]) {
    let outcomes = scenario.agenda.reduce(1.0) { $0 * Double(scenario.issues[$1].options.count) }
    let turns =
      scenario.forums.filter { $0.members.contains(party) && $0.rules != .shuttle && !isSingleText($0) }
      .map { $0.sittings(in: scenario.rounds) }.max() ?? 0
    guard turns > 0, Double(turns) < outcomes else { return }
    note(
      path,
      "may not come to the end of its list: \"micro\" makes one new offer in each of \(turns) sittings at most, and there are \(Quoting.decimal(outcomes)) outcomes"
    )
  }
}
