import Bargaining

extension SlowTalks {
  /// Step 2: open outcomes, leverage, thresholds; and whether somebody scanning all outcomes sees a
  /// zone now.
  mutating func standing() {
    let outcomes = world.outcomes(locks: locks)
    let together = coherence()
    effort = 0
    for (m, mediator) in scenario.mediators.enumerated() {
      let met = scenario.parties.indices.filter { meets(m, $0) }
      guard !met.isEmpty else { continue }
      let trust = met.reduce(0) { $0 + world.number(mediator.toward[$1].trust) } / Double(met.count)
      effort += world.number(mediator.facilitate) * trust
    }
    for (i, plan) in scenario.parties.enumerated() {
      parties[i].open = outcomes.compactMap { outcome in
        world.crosses(outcome, redLinesOf: plan.preferences)
          ? nil : (outcome, world.utility(outcome, to: plan.preferences))
      }
      var sticks = 0.0
      parties[i].carrots = 0
      for (m, mediator) in scenario.mediators.enumerated() where meets(m, i) {
        let toward = mediator.toward[i]
        let pull = together * world.number(mediator.manipulate) * trustInLeverage(of: m, i)
        parties[i].carrots += pull * world.number(toward.carrot)
        sticks += pull * world.number(toward.stick)
      }
      parties[i].reservation = world.number(plan.reservation) - parties[i].delay - sticks
      parties[i].wholeThreshold = max(parties[i].reservation - parties[i].carrots, parties[i].homeDemand)
      if let interim {
        let kept = world.utility(interim.options.map(Int.init), to: whole.parties[i].preferences)
        parties[i].threshold = max(kept, parties[i].homeDemand)
      } else {
        parties[i].threshold = parties[i].wholeThreshold + laterStakes(i)
      }
    }
    let voters = scenario.parties.indices.filter { scenario.parties[$0].hasVeto }
    sawZone =
      sawZone
      || world.outcomes(locks: bound).contains { outcome in
        voters.allSatisfy { i in
          let preferences = whole.parties[i].preferences
          return !world.crosses(outcome, redLinesOf: preferences)
            && world.utility(outcome, to: preferences) >= parties[i].wholeThreshold - SlowParty.tolerance
        } && passesAtHome(outcome)
      }
    if round == 0 { firstReservations = parties.map(\.reservation) }
  }

  func isAcceptable(_ outcome: [Int], to i: Int) -> Bool {
    !world.crosses(outcome, redLinesOf: scenario.parties[i].preferences)
      && world.utility(outcome, to: scenario.parties[i].preferences)
        >= parties[i].threshold - SlowParty.tolerance
  }

  func meets(_ mediator: Int, _ party: Int) -> Bool {
    scenario.forums.contains { $0.mediators.contains(mediator) && $0.members.contains(party) }
  }

  /// 1 less kappa_c times the mean, over pairs of mediators who pull and want something, of how far
  /// apart they are: over the open issues the mean of 1 less the options that both like best as a
  /// share of those that one of them does; 0 where one of them does not care.
  private func coherence() -> Double {
    let pulling = scenario.mediators.indices.filter { m in
      let mediator = scenario.mediators[m]
      let pulls = scenario.parties.indices.contains { i in
        meets(m, i)
          && world.number(mediator.manipulate) * trustInLeverage(of: m, i)
            * (world.number(mediator.toward[i].carrot) + world.number(mediator.toward[i].stick)) > 0
      }
      return pulls && scenario.issues.indices.contains { k in worths(m, k).contains { $0 > 0 } }
    }
    let open = scenario.issues.indices.filter { bound[$0] == nil }
    var distances: [Double] = []
    for a in pulling {
      for b in pulling where b < a {
        let apart = open.reduce(0.0) { sum, k in
          let (x, y) = (favourites(a, k), favourites(b, k))
          if x.isEmpty || y.isEmpty { return sum }
          return sum + 1 - Double(x.intersection(y).count) / Double(x.union(y).count)
        }
        distances.append(open.isEmpty ? 0 : apart / Double(open.count))
      }
    }
    guard !distances.isEmpty else { return 1 }
    let mean = distances.reduce(0, +) / Double(distances.count)
    return 1 - world.number(scenario.mediation.incoherence) * mean
  }

  /// The options of an issue that a mediator likes best; none where it likes all alike.
  private func favourites(_ mediator: Int, _ k: Int) -> Set<Int> {
    let worths = worths(mediator, k)
    let (least, most) = (worths.min() ?? 0, worths.max() ?? 0)
    if most <= least + 1e-12 { return [] }
    return Set(worths.indices.filter { worths[$0] >= most - 1e-12 })
  }

  /// What each option of an issue alone brings a mediator.
  private func worths(_ mediator: Int, _ k: Int) -> [Double] {
    var alone = scenario.mediators[mediator].preferences
    alone.interactions = []
    let base = scenario.issues.map { _ in 0 }
    let rest = scenario.issues.indices.filter { $0 != k }
    // Of a sum over issues, the part of issue k is what is left when nothing else counts.
    guard let own = alone.issues[k] else { return scenario.issues[k].options.map { _ in 0 } }
    for other in rest { alone.issues[other] = nil }
    let total = scenario.mediators[mediator].preferences.issues
      .reduce(0) { $0 + ($1.map { world.number($0.weight) } ?? 0) }
    let share = total > 0 ? world.number(own.weight) / total : 0
    return scenario.issues[k].options.indices.map { option in
      var outcome = base
      outcome[k] = option
      return share * world.utility(outcome, to: alone, ofParty: false)
    }
  }

  /// The discounted worth of a deal; of one that follows an interim deal, what that brought when it
  /// was signed and what is added now.
  func worthOf(_ deal: [Int], to i: Int, after interim: RunRecord?) -> Double {
    let preferences = whole.parties[i].preferences
    guard let interim else { return parties[i].discounting * world.utility(deal, to: preferences) }
    let added =
      world.utility(deal, to: preferences) - world.utility(interim.options.map(Int.init), to: preferences)
    return interim.utilities[i] + parties[i].discounting * added
  }

  /// What no agreement would be worth now, less what agreeing brings beside the deal, discounted.
  func nothing(to i: Int) -> Double {
    parties[i].discounting * (parties[i].reservation - parties[i].carrots)
  }

  /// Compares what the run leaves behind.
  mutating func finish(
    _ ending: Ending, forum: Int? = nil, mediator: Int? = nil, deal: [Int]? = nil,
    isStillTalking: Bool = false
  ) throws {
    isOver = true
    let before = interim
    if deal != nil { interim = nil }
    if next < acts.count { throw Mismatch(text: "the engine goes on after round \(round)") }
    var wanted = interim ?? record
    wanted.ending = interim == nil ? ending : .partialAgreement
    wanted.isStillTalking = interim == nil && isStillTalking
    wanted.round = interim?.round ?? round
    wanted.firstStage = firstStage
    wanted.roundsSat = counts.sat
    wanted.forum = interim?.forum ?? forum
    wanted.mediator = interim?.mediator ?? mediator
    wanted.suspensions = counts.suspensions
    wanted.resumptions = counts.resumptions
    wanted.roundsSuspended = counts.suspended
    wanted.firstResumption = counts.back?.round
    wanted.roundsToResumption = counts.back?.after ?? counts.suspended
    wanted.options = interim?.options ?? (deal ?? scenario.issues.map { _ in 0 }).map { UInt8($0) }
    wanted.mediatorTexts = counts.texts
    wanted.forumTexts = counts.offers
    wanted.failedRatifications = failures
    wanted.zone = sawZone || interim != nil ? .exists : .none
    wanted.cause = cause(of: wanted.ending)
    wanted.utilities = record.utilities
    wanted.surpluses = record.surpluses
    wanted.surplusesAtStart = record.surplusesAtStart
    bearTheRest(agreed: interim.map { $0.options.map(Int.init) } ?? deal)
    let areTollsSame = zip(tolls, record.tolls).allSatisfy { abs($0 - $1) <= 1e-9 * max(1, abs($0)) }
    guard areTollsSame, tolls.count == record.tolls.count else {
      throw Mismatch(text: "tolls of \(tolls), found \(record.tolls)")
    }
    wanted.tolls = record.tolls
    guard wanted == record else { throw Mismatch(text: "expected \(wanted), found \(record)") }
    for (i, plan) in scenario.parties.enumerated() {
      if let interim, deal == nil {
        let isSame =
          abs(interim.utilities[i] - record.utilities[i]) < 1e-9
          && abs(interim.surpluses[i] - record.surpluses[i]) < 1e-9
          && abs(interim.surplusesAtStart[i] - record.surplusesAtStart[i]) < 1e-9
        guard isSame else { throw Mismatch(text: "the interim deal of party \(i): \(interim), \(record)") }
        continue
      }
      let worth = deal.map { worthOf($0, to: i, after: before) }
      let surplus = worth.map { $0 - nothing(to: i) } ?? 0
      let (carrots, rest) = (parties[i].carrots, parties[i].reservation)
      let atStart =
        (worth.map { $0 + parties[i].discounting * carrots } ?? parties[i].discounting * rest)
        - firstReservations[i]
      let isSame =
        abs((worth ?? parties[i].discounting * parties[i].reservation) - record.utilities[i]) < 1e-9
        && abs(surplus - record.surpluses[i]) < 1e-9
        && abs(atStart - record.surplusesAtStart[i]) < 1e-9
      guard isSame else { throw Mismatch(text: "utility or surplus of party \(i): \(record)") }
      if deal != nil, before == nil, plan.hasVeto, surplus < -1e-9 {
        throw Mismatch(text: "party \(i) is worse off than without the agreement, by \(surplus)")
      }
    }
  }
}
