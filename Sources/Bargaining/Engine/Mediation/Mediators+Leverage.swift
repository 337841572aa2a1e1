/// What all mediators together pull each party with, in utility.
struct Leverage: BitwiseCopyable {
  /// Per party: what agreeing brings it, and what is taken off its reservation.
  let carrots: Lane<Double>
  let sticks: Lane<Double>
}

extension Mediators {
  /// What brings suspended talks back: the sum over mediators of facilitation times mean trust.
  var effort: Double { memory[0].effort }

  /// Numbers that leverage or effort come from have changed.
  func forgetLeverage() { memory[0].leverageIsStale = true }

  /// Whether anything has changed that leverage and effort come from.
  @inline(__always)
  var pullAnew: Bool { memory[0].leverageIsStale }

  /// Brings the carrots and sticks of all parties up to date, and the effort.
  ///
  /// Leverage adds up times a coherence `1 - kappa_c * (mean distance between the preferred texts)`
  /// of the mediators who use any. A mediator acts only on parties that it shares a forum with,
  /// scaled by their trust.
  ///
  /// - Returns: what they pull with now.
  func bringLeverage() -> Leverage {
    memory[0].leverageIsStale = false
    let coherence = self.coherence()
    memory[0].effort = 0
    leverage.carrots.fill(0)
    leverage.sticks.fill(0)
    for mediator in byName {
      let plan = plans[mediator]
      let strength = numbers[plan.manipulate.index]
      var trusts = 0.0
      var met = 0
      for party in partiesByName where meets[mediator * parties.count + party] {
        let relation = plan.toward[party]
        let trust = numbers[relation.trust.index]
        trusts += trust
        met += 1
        let pull = coherence * strength * trustInLeverage(of: mediator, by: party)
        leverage.carrots[party] += pull * numbers[relation.carrot.index]
        leverage.sticks[party] += pull * numbers[relation.stick.index]
      }
      if met > 0 {
        memory[0].effort += numbers[plan.facilitate.index] * trusts / Double(met)
      }
    }
    return leverage
  }

  /// In [0, 1]: 1 when the mediators who use leverage want the same, or there are fewer than two of
  /// them.
  private func coherence() -> Double {
    let cost = numbers[incoherence]
    guard cost > 0 else { return 1 }
    if memory[0].distancesAreStale { findDistances() }
    for mediator in 0..<count { pulls[mediator] = usesLeverage(mediator) }
    var sum = 0.0
    var pairs = 0
    for place in 0..<count where pulls[byName[place]] {
      for before in 0..<place where pulls[byName[before]] {
        sum += distances[byName[place] * count + byName[before]]
        pairs += 1
      }
    }
    return pairs == 0 ? 1 : 1 - cost * sum / Double(pairs)
  }

  /// Events change leverage every few rounds, but what mediators prefer hardly ever.
  private func findDistances() {
    memory[0].distancesAreStale = false
    for a in 0..<count {
      for b in 0..<a {
        distances[a * count + b] = preferredDistance(a, b)
        distances[b * count + a] = distances[a * count + b]
      }
    }
  }

  /// Whether a mediator has a carrot or a stick that reaches a party it meets, and wants something
  /// of its own. One without leverage cannot spoil that of the others (Fey & Ramsay 2010,
  /// doi:10.1017/S0043887110000109).
  private func usesLeverage(_ mediator: Int) -> Bool {
    let plan = plans[mediator]
    guard numbers[plan.manipulate.index] > 0 else { return false }
    let pulls = (0..<parties.count).contains { party in
      let relation = plan.toward[party]
      return meets[mediator * parties.count + party] && trustInLeverage(of: mediator, by: party) > 0
        && (numbers[relation.carrot.index] > 0 || numbers[relation.stick.index] > 0)
    }
    let table = states[mediator].table
    return pulls && (0..<agenda.layout.slotCount).contains { table.worth[$0] > 0 }
  }

  /// The mean over the open issues of how far two mediators are apart there: of the options that
  /// one of them likes best, the share that the other does not (Jaccard 1901). Where one of them
  /// likes all options alike, or says nothing of the issue, they are not apart.
  private func preferredDistance(_ a: Int, _ b: Int) -> Double {
    let layout = agenda.layout
    var distance = 0.0
    var issues = 0
    for k in layout.byName where agenda.bound[k] < 0 {
      issues += 1
      var (ofA, ofB, ofBoth) = (0, 0, 0)
      for slot in layout.offsets[k]..<layout.offsets[k] + layout.optionCounts[k] {
        let (first, second) = (states[a].preferred[slot], states[b].preferred[slot])
        if first { ofA += 1 }
        if second { ofB += 1 }
        if first, second { ofBoth += 1 }
      }
      guard ofA > 0, ofB > 0 else { continue }
      distance += 1 - Double(ofBoth) / Double(ofA + ofB - ofBoth)
    }
    return issues == 0 ? 0 : distance / Double(issues)
  }
}
