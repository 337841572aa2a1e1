/// What a party of Zeuthen's kind would offer: one outcome, and perhaps others worth the same.
struct ZeuthenStep: BitwiseCopyable {
  var found = OutcomeSearch.Found()
  var band = TieBand()
  var isTied = false
}

/// Zeuthen (``Tactic/zeuthen``): whoever risks least by holding out concedes.
final class ZeuthenWalk: SeatTactic {
  override var needs: TacticNeeds { .offers }

  override func level(_ seats: Seats, _ party: Int, _ place: Int, _ view: BiddingView) -> Double {
    step(seats, party).found.utility
  }

  override func follow(_ seats: Seats, _ party: Int) -> Bool {
    let step = step(seats, party)
    seats.parties[party].standing.aspiration = step.found.utility
    seats.lay(step.found, party)
    if step.isTied { seats.parties[party].desk.tie(step.band) }
    return true
  }

  override func noteOwnOffer(_ seats: Seats, _ party: Int, _ forum: Int) {
    seats.parties[party].desk.lastOwn = seats.parties[party].desk.found
  }

  override func propose(_ seats: Seats, _ party: Int, _ forum: Int) -> Bool {
    seats.concedeByRisk(party, forum)
  }

  /// What suffices, among those worth the same of which one must.
  override func allows(_ found: OutcomeSearch.Found, _ seats: Seats, _ party: Int) -> Bool {
    let desk = seats.parties[party].desk
    return !desk.ties.mustSuffice || !seats.isSame(found, desk.lastOwn) && suffices(found, seats, party)
  }

  /// How many own outcomes a party looks at in one turn; if none of them suffices, it offers one of
  /// the last that are worth the same and goes on from there next time.
  override var mostOfLevel: Int { 1_000 }

  /// What a party of Zeuthen's kind offers now: its last offer, or if it has to move, one that
  /// suffices among those worth the same, or else among those of the first level below that has
  /// one.
  private func step(_ seats: Seats, _ party: Int) -> ZeuthenStep {
    let parties = seats.parties
    let state = parties[party]
    let last = state.desk.lastOwn
    guard last.exists else { return bestStep(parties, party) }
    var now = last
    // Events may have changed what it is worth.
    parties[party].worth.search.write(now, to: seats.judged)
    now.utility = state.worth.table.utility(seats.judged)
    var step = ZeuthenStep(found: now)
    guard hasOfferOfOthers(seats, party), isLeast(riskOf: party, offering: now, seats) else { return step }
    var left = mostOfLevel
    var band = TieBand(low: now.utility - UtilityGrid.tolerance, high: now.utility + UtilityGrid.tolerance)
    while true {
      if seats.course.stopWatch.stopsBetweenTurns() { return step }
      var (count, sufficing) = (0, OutcomeSearch.Found())
      var first = OutcomeSearch.Found()
      var walk = BandWalk(band)
      while left > 0, let next = walk.next(in: &parties[party].worth.search) {
        if seats.isSame(next, last) { continue }
        left -= 1
        count += 1
        if !first.exists { first = next }
        if !sufficing.exists, suffices(next, seats, party) { sufficing = next }
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
      let below = parties[party].worth.search.lowest(falling: band.low).below
      guard below > -.infinity, !parties[party].isBelowThreshold(below) else { return step }
      band = TieBand(low: below - UtilityGrid.tolerance, high: below)
    }
  }

  private func bestStep(_ parties: Lane<Seat>, _ party: Int) -> ZeuthenStep {
    let best = parties[party].worth.best
    let band = TieBand(low: best - UtilityGrid.tolerance, high: best)
    let lowest = parties[party].worth.search.lowest(notBelow: best)
    return ZeuthenStep(
      found: lowest.found, band: band, isTied: lowest.below >= band.low || lowest.rival <= best)
  }

  /// Whether an own outcome turns the risk to another, or is worth no more than what is offered.
  private func suffices(_ found: OutcomeSearch.Found, _ seats: Seats, _ party: Int) -> Bool {
    let parties = seats.parties
    parties[party].worth.search.write(found, to: seats.judged)
    return found.utility <= bestOffered(to: party, seats) || !isLeast(riskOf: party, offering: found, seats)
  }

  private func hasOfferOfOthers(_ seats: Seats, _ party: Int) -> Bool {
    let memory = seats.parties[party].hearing.memory
    for other in 0..<seats.count where memory.offered[other] { return true }
    return false
  }

  /// The most that another's last offer is worth to a party.
  private func bestOffered(to party: Int, _ seats: Seats) -> Double {
    let state = seats.parties[party]
    var best = -Double.infinity
    for other in 0..<seats.count where state.hearing.memory.offered[other] {
      best = max(best, state.worth.table.utility(offer(of: other, seenBy: party, seats)))
    }
    return best
  }

  private func offer(of other: Int, seenBy party: Int, _ seats: Seats) -> Lane<UInt8> {
    seats.parties[party].hearing.memory.offers.slice(other * seats.issueCount, seats.issueCount)
  }

  /// Whether nobody whose offer a party has seen risks less than the party does, were its own offer
  /// the one in ``deal``.
  private func isLeast(riskOf party: Int, offering own: OutcomeSearch.Found, _ seats: Seats) -> Bool {
    let parties = seats.parties
    var mine = 0.0
    let gain = surplus(own.utility, parties[party])
    for other in 0..<seats.count where parties[party].hearing.memory.offered[other] {
      let theirs = parties[party].worth.table.utility(offer(of: other, seenBy: party, seats))
      mine = max(mine, risk(gain, surplus(theirs, parties[party])))
    }
    for other in 0..<seats.count where parties[party].hearing.memory.offered[other] {
      if risk(of: other, seenBy: party, seats) < mine - UtilityGrid.tolerance { return false }
    }
    return true
  }

  /// The risk of another: what it would lose by the worst for it of the offers of others that the
  /// party knows, its own included (``deal``).
  private func risk(of other: Int, seenBy party: Int, _ seats: Seats) -> Double {
    let parties = seats.parties
    let table = parties[other].worth.table
    let gain = surplus(table.utility(offer(of: other, seenBy: party, seats)), parties[other])
    var risk = self.risk(gain, surplus(table.utility(seats.judged), parties[other]))
    for third in 0..<seats.count where third != other && parties[party].hearing.memory.offered[third] {
      risk = max(
        risk, self.risk(gain, surplus(table.utility(offer(of: third, seenBy: party, seats)), parties[other])))
    }
    return risk
  }

  private func risk(_ gain: Double, _ offered: Double) -> Double {
    gain > UtilityGrid.tolerance ? max(0, (gain - offered) / gain) : 1
  }

  private func surplus(_ utility: Double, _ seat: Seat) -> Double {
    max(0, utility - seat.standing.threshold)
  }
}
