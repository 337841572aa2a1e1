extension Negotiation {
  /// How many own outcomes a party looks at in one turn; if none of them suffices, it offers the last and goes on from there next time.
  private static let steps = 1_000

  /// What a party of Zeuthen's kind offers now: its last offer, or the first of its outcomes below that which suffices.
  func zeuthenOutcome(_ party: Int) -> OutcomeSearch.Found {
    let state = parties[party]
    let last = tactics[party].kind == .zeuthen ? state.lastNew : state.lastOwn
    guard last.exists else { return parties[party].search.lowest(notBelow: state.best).found }
    var now = last
    // Events may have changed what it is worth.
    parties[party].search.write(now, to: deal)
    now.utility = state.table.utility(deal)
    guard hasOfferOfOthers(party), isLeast(riskOf: party, offering: now) else { return now }
    let offered = bestOffered(to: party)
    var next = now
    for _ in 0..<Self.steps {
      if isBrokenOffBetweenTurns() { return next }
      let lower = parties[party].search.next(after: next)
      guard lower.exists, !isBelowThreshold(lower.utility, for: party) else { return next }
      next = lower
      parties[party].search.write(next, to: deal)
      if next.utility <= offered || !isLeast(riskOf: party, offering: next) { return next }
    }
    return next
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

  /// Whether nobody whose offer a party has seen risks less than the party does, were its own offer the one in ``deal``.
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

  /// The risk of another: what it would lose by the worst for it of the offers of others that the party knows, its own included (``deal``).
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
