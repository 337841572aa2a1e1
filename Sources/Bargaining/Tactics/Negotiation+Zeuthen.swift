/// What a party of Zeuthen's kind would offer: one outcome, and perhaps others worth the same.
struct ZeuthenStep: BitwiseCopyable {
  var found = OutcomeSearch.Found()
  var band = TieBand()
  var isTied = false
}

extension Negotiation {
  /// How many own outcomes a party looks at in one turn; if none of them suffices, it offers one of
  /// the last that are worth the same and goes on from there next time.
  static let steps = 1_000

  /// What a party of Zeuthen's kind offers now: its last offer, or if it has to move, one that
  /// suffices among those worth the same, or else among those of the first level below that has
  /// one.
  func zeuthenStep(_ party: Int) -> ZeuthenStep {
    let state = parties[party]
    let last = lastOfZeuthen(party)
    guard last.exists else { return bestStep(party) }
    var now = last
    // Events may have changed what it is worth.
    parties[party].search.write(now, to: deal)
    now.utility = state.table.utility(deal)
    var step = ZeuthenStep(found: now)
    guard hasOfferOfOthers(party), isLeast(riskOf: party, offering: now) else { return step }
    var left = Self.steps
    var band = TieBand(low: now.utility - UtilityGrid.tolerance, high: now.utility + UtilityGrid.tolerance)
    while true {
      if isBrokenOffBetweenTurns() { return step }
      var (count, sufficing) = (0, OutcomeSearch.Found())
      var first = OutcomeSearch.Found()
      var walk = BandWalk(band)
      while left > 0, let next = walk.next(in: &parties[party].search) {
        if isSame(next, last) { continue }
        left -= 1
        count += 1
        if !first.exists { first = next }
        if !sufficing.exists, suffices(next, party) { sufficing = next }
      }
      let isTied = count > 1
      if sufficing.exists {
        band.mustSuffice = true
        return ZeuthenStep(found: sufficing, band: band, isTied: isTied)
      }
      // Of what is worth the same as its last offer, nothing is better than that.
      if first.exists, band.high < now.utility {
        step = ZeuthenStep(found: first, band: band, isTied: isTied)
      }
      if left == 0 { return step }
      let below = parties[party].search.lowest(falling: band.low).below
      guard below > -.infinity, !isBelowThreshold(below, for: party) else { return step }
      band = TieBand(low: below - UtilityGrid.tolerance, high: below)
    }
  }

  /// The last own offer, from which it goes on.
  func lastOfZeuthen(_ party: Int) -> OutcomeSearch.Found {
    tactics[party].kind == .zeuthen ? parties[party].lastNew : parties[party].lastOwn
  }

  private func bestStep(_ party: Int) -> ZeuthenStep {
    let best = parties[party].best
    let band = TieBand(low: best - UtilityGrid.tolerance, high: best)
    let lowest = parties[party].search.lowest(notBelow: best)
    return ZeuthenStep(
      found: lowest.found, band: band, isTied: lowest.below >= band.low || lowest.rival <= best)
  }

  /// Whether an own outcome turns the risk to another, or is worth no more than what is offered.
  func suffices(_ found: OutcomeSearch.Found, _ party: Int) -> Bool {
    parties[party].search.write(found, to: deal)
    return found.utility <= bestOffered(to: party) || !isLeast(riskOf: party, offering: found)
  }

  private func hasOfferOfOthers(_ party: Int) -> Bool {
    let memory = parties[party].memory
    for other in 0..<partyCount where memory.offered[other] { return true }
    return false
  }

  /// The most that another's last offer is worth to a party.
  private func bestOffered(to party: Int) -> Double {
    let state = parties[party]
    var best = -Double.infinity
    for other in 0..<partyCount where state.memory.offered[other] {
      best = max(best, state.table.utility(offer(of: other, seenBy: party)))
    }
    return best
  }

  private func offer(of other: Int, seenBy party: Int) -> Lane<UInt8> {
    parties[party].memory.offers.slice(other * issueCount, issueCount)
  }

  /// Whether nobody whose offer a party has seen risks less than the party does, were its own offer
  /// the one in ``deal``.
  private func isLeast(riskOf party: Int, offering own: OutcomeSearch.Found) -> Bool {
    var mine = 0.0
    let gain = surplus(own.utility, party)
    for other in 0..<partyCount where parties[party].memory.offered[other] {
      let theirs = parties[party].table.utility(offer(of: other, seenBy: party))
      mine = max(mine, risk(gain, surplus(theirs, party)))
    }
    for other in 0..<partyCount where parties[party].memory.offered[other] {
      if risk(of: other, seenBy: party) < mine - UtilityGrid.tolerance { return false }
    }
    return true
  }

  /// The risk of another: what it would lose by the worst for it of the offers of others that the
  /// party knows, its own included (``deal``).
  private func risk(of other: Int, seenBy party: Int) -> Double {
    let table = parties[other].table
    let gain = surplus(table.utility(offer(of: other, seenBy: party)), other)
    var risk = self.risk(gain, surplus(table.utility(deal), other))
    for third in 0..<partyCount where third != other && parties[party].memory.offered[third] {
      risk = max(risk, self.risk(gain, surplus(table.utility(offer(of: third, seenBy: party)), other)))
    }
    return risk
  }

  private func risk(_ gain: Double, _ offered: Double) -> Double {
    gain > UtilityGrid.tolerance ? max(0, (gain - offered) / gain) : 1
  }

  private func surplus(_ utility: Double, _ party: Int) -> Double {
    max(0, utility - parties[party].threshold)
  }
}
