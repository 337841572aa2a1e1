extension Negotiation {
  /// Step 2 of a round: leverage and what no agreement is worth to each party.
  func updateStanding() {
    if course[0].leverageIsStale {
      updateLeverage()
      course[0].leverageIsStale = false
    }
    for party in 0..<partyCount {
      let rho = numbers[partyPlans[party].reservation.index]
      let reservation = rho - parties[party].delay - parties[party].sticks
      parties[party].reservation = reservation
      // Mostly nothing is discounted, and a division is slow.
      let surplusZero = reservation - parties[party].carrots
      parties[party].wholeThreshold = max(
        parties[party].discounting == 1 ? surplusZero : surplusZero / parties[party].discounting,
        parties[party].homeDemand)
      parties[party].threshold =
        course[0].hasInterimDeal
        ? worthInForce(to: party) : parties[party].wholeThreshold + laterStakes(party)
    }
    // Only discounts let thresholds rise, which a later round could not make up for.
    if course[0].looksForZone, partyPlans.contains(where: { numbers[$0.discount.index] < 1 }) {
      keepForZone()
    }
  }

  /// What a further deal must at least be worth to a party once an interim deal holds: without one
  /// it keeps what is in force, however well it could have done without any.
  private func worthInForce(to party: Int) -> Double {
    max(parties[party].whole.utility(inForce), parties[party].homeDemand)
  }

  /// Carrots, sticks and efforts of all mediators together.
  ///
  /// Leverage adds up times a coherence `1 - kappa_c * (mean distance between the preferred texts)`
  /// of the mediators who use any. A mediator acts only on parties that it shares a forum with,
  /// scaled by their trust.
  private func updateLeverage() {
    let coherence = self.coherence()
    course[0].effort = 0
    for party in 0..<partyCount {
      parties[party].carrots = 0
      parties[party].sticks = 0
    }
    for mediator in 0..<mediatorCount {
      let plan = mediatorPlans[mediator]
      let strength = numbers[plan.manipulate.index]
      var trusts = 0.0
      var met = 0
      for party in 0..<partyCount where meets[mediator * partyCount + party] {
        let relation = plan.toward[party]
        let trust = numbers[relation.trust.index]
        trusts += trust
        met += 1
        let pull = coherence * strength * trust
        parties[party].carrots += pull * numbers[relation.carrot.index]
        parties[party].sticks += pull * numbers[relation.stick.index]
      }
      if met > 0 {
        course[0].effort += numbers[plan.facilitate.index] * trusts / Double(met)
      }
    }
  }

  /// In [0, 1]: 1 when the mediators who use leverage want the same, or there are fewer than two of
  /// them.
  private func coherence() -> Double {
    let cost = numbers[scenario.mediation.incoherence.index]
    guard cost > 0 else { return 1 }
    if course[0].distancesAreStale { findDistances() }
    var sum = 0.0
    var pairs = 0
    for a in 0..<mediatorCount where usesLeverage(a) {
      for b in 0..<a where usesLeverage(b) {
        sum += distances[a * mediatorCount + b]
        pairs += 1
      }
    }
    return pairs == 0 ? 1 : 1 - cost * sum / Double(pairs)
  }

  /// Events change leverage every few rounds, but what mediators prefer hardly ever.
  private func findDistances() {
    course[0].distancesAreStale = false
    for a in 0..<mediatorCount {
      for b in 0..<a { distances[a * mediatorCount + b] = preferredDistance(a, b) }
    }
  }

  /// Whether a mediator has a carrot or a stick that reaches a party it meets, and wants something
  /// of its own. One without leverage cannot spoil that of the others (Fey & Ramsay 2010,
  /// doi:10.1017/S0043887110000109).
  private func usesLeverage(_ mediator: Int) -> Bool {
    let plan = mediatorPlans[mediator]
    guard numbers[plan.manipulate.index] > 0 else { return false }
    let pulls = (0..<partyCount).contains { party in
      let relation = plan.toward[party]
      return meets[mediator * partyCount + party] && numbers[relation.trust.index] > 0
        && (numbers[relation.carrot.index] > 0 || numbers[relation.stick.index] > 0)
    }
    let table = mediators[mediator].table
    return pulls && (0..<layout.slotCount).contains { table.worth[$0] > 0 }
  }

  /// The share of the issues on which two mediators' preferred options differ; each prefers its
  /// best option, issue by issue.
  private func preferredDistance(_ a: Int, _ b: Int) -> Double {
    var differing = 0
    var issues = 0
    for k in 0..<issueCount where bound[k] < 0 {
      issues += 1
      if mediators[a].preferred[k] != mediators[b].preferred[k] { differing += 1 }
    }
    return issues == 0 ? 0 : Double(differing) / Double(issues)
  }
}
