extension Negotiation {
  func clock(of round: Int) -> RoundClock {
    round < clocks.count ? clocks[round] : RoundClock(round: round, of: scenario.rounds)
  }

  /// Relative time of this round.
  var relativeTime: Double { course[0].clock.time }

  /// Moves every party's aspiration to this round: `A(t) = floor + (M - floor) (1 - F(t))`,
  /// `floor = m + (1 - kappa) (M - m)`, m the larger of worst utility and reservation.
  func updateAspirations() {
    let clock = course[0].clock
    for party in 0..<partyCount {
      // With the tolerance of acceptance, so that an outcome of surplus zero can be offered as well
      // as accepted.
      let least = max(parties[party].worst, parties[party].threshold - UtilityGrid.tolerance)
      let best = parties[party].best
      let floor = least + (1 - numbers[partyPlans[party].willingness.index]) * (best - least)
      parties[party].floor = floor
      switch tactics[party].kind {
      case .time:
        parties[party].aspiration = timeConcession(tactics[party].nodes[0]).aspiration(
          at: clock, best: best, floor: floor)
      case .hardliner: parties[party].aspiration = best
      default: break  // It moves with the offers of the others, not with time alone.
      }
    }
  }

  /// Whether a party has something to offer that is worth no less to it than no agreement. One
  /// whose reservation lies above all that it could get stays silent: others might take its best,
  /// and it would be worse off than without them.
  @inline(__always)
  func hasOffer(_ party: Int, in forum: Int) -> Bool {
    prepareOffer(party)
    if parties[party].isTied { chooseAmongTies(party, forum) }
    let found = parties[party].offerFound
    return found.exists && !isBelowThreshold(found.utility, for: party)
      && !wouldNotLast(parties[party].offer, worth: found.utility, for: party)
  }

  /// Whether no agreement is worth more to a party than an outcome of that utility.
  func isBelowThreshold(_ utility: Double, for party: Int) -> Bool {
    !UtilityGrid.reaches(utility, parties[party].threshold)
  }

  /// Whether a party that looks ahead holds an outcome that it would take for too unlikely to be
  /// carried out: no agreement is worth more to it than the utility times the survival that it
  /// expects.
  @inline(__always)
  func wouldNotLast(_ options: Lane<UInt8>, worth utility: Double, for party: Int) -> Bool {
    guard phases.lookingAhead != 0, utility > 0 else { return false }
    let needed = (parties[party].reservation - parties[party].carrots) / parties[party].discounting
    return utility * expectedSurvival(of: options, for: party) < needed - UtilityGrid.tolerance
  }

  /// Finds what a party would offer now, but for which of several outcomes worth the same; the
  /// result is in its state.
  func prepareOffer(_ party: Int) {
    guard parties[party].best > -.infinity else { return }
    if tactics[party].isReactive, followTactic(party) { return }
    let aspiration = parties[party].aspiration
    switch partyPlans[party].offer {
    case .closest where parties[party].hasSeen, .modelled where parties[party].hasSeen:
      if aspiration == parties[party].scoredFor { return }
      takeBest(notBelow: aspiration, party)
    default:
      if aspiration > parties[party].validAbove, aspiration <= parties[party].validTo { return }
      let lowest = parties[party].search.lowest(falling: target(party))
      take(lowest.found, party)
      if lowest.isTied {
        let utility = lowest.found.utility
        tie(party, TieBand(low: utility, high: utility + UtilityGrid.tolerance))
      }
      parties[party].validAbove = lowest.below
      parties[party].validTo = greater(lowest.found.utility, aspiration)
    }
  }

  private func takeBest(notBelow aspiration: Double, _ party: Int) {
    if !parties[party].hasScores {
      scoreOffers(party)
      parties[party].search.score(by: slotScores)
    }
    let target = target(party)
    let best = parties[party].search.best(notBelow: target)
    take(best.found, party)
    if best.isTied {
      let utility = best.found.utility
      tie(
        party, TieBand(low: max(target, utility - UtilityGrid.tolerance), high: utility, isScored: true))
    }
    parties[party].scoredFor = aspiration
    parties[party].hasScores = true
  }

  /// What an offer must be worth: the aspiration, or if that is the party's best, what is worth the
  /// same as its best.
  @inline(__always)
  private func target(_ party: Int) -> Double {
    let (aspiration, best) = (parties[party].aspiration, parties[party].best)
    let least = best - UtilityGrid.tolerance
    return aspiration > least && aspiration <= best ? least : aspiration
  }

  func take(_ found: OutcomeSearch.Found, _ party: Int) {
    parties[party].isTied = false
    let before = parties[party].offerFound
    parties[party].offerFound = found
    let isSame = found.left == before.left && found.right == before.right
    guard found.exists, !isSame || parties[party].offerIsRepeat else { return }
    parties[party].offerIsRepeat = false
    parties[party].offerKnownIn = -1
    parties[party].search.write(found, to: parties[party].offer)
  }

  /// `nil` when a party takes an outcome worth `utility` to it, else why it does not.
  func refusal(of options: Lane<UInt8>, worth utility: Double, by party: Int) -> Refusal? {
    if parties[party].table.crossesRedLine(options) { return .redLine }
    if isBelowThreshold(utility, for: party) { return .belowReservation }
    if wouldNotLast(options, worth: utility, for: party) { return .wouldNotLast }
    // An own offer is worth at least the aspiration, so below that it need not be known.
    if !parties[party].hasProposed,
      tactics[party].isReactive
        || rules[party].needsOffer && UtilityGrid.reaches(utility, parties[party].aspiration)
    {
      prepareOffer(party)
    }
    return rules[party].refusal(
      of: AcceptanceRule.Question(
        utility: utility, aspiration: parties[party].aspiration, ownOffer: parties[party].offerFound.utility,
        time: relativeTime),
      numbers: numbers)
  }

  /// A party is shown an outcome: it remembers it, and counts it as progress if it is better for it
  /// than all before.
  ///
  /// - Parameter offeredBy: the party whose offer it is; -1 for a mediator's text.
  func show(_ options: Lane<UInt8>, worth utility: Double, to party: Int, offeredBy: Int) {
    noteProgress(utility, party)
    if partyPlans[party].offer != .lowest {
      see(options, party)
    }
    if tactics[party].watches { watch(options, worth: utility, by: party, from: offeredBy) }
    guard offeredBy >= 0, partyPlans[party].learns else { return }
    parties[party].offersSeen += 1
    if partyPlans[party].offer == .modelled { forgetScores(party) }
    parties[party].model.learn(options, from: offeredBy, time: relativeTime, layout: layout)
  }

  /// Remembers the last outcome seen; the same once more changes nothing.
  private func see(_ options: Lane<UInt8>, _ party: Int) {
    let seen = parties[party].lastSeen
    if parties[party].hasSeen, seen.isSame(as: options) { return }
    seen.copy(from: options)
    parties[party].hasSeen = true
    forgetScores(party)
  }

  /// What was seen, or what outcomes are worth, has changed.
  func forgetScores(_ party: Int) {
    parties[party].scoredFor = .nan
    parties[party].hasScores = false
  }

  func noteProgress(_ utility: Double, _ party: Int) {
    if UtilityGrid.exceeds(utility, parties[party].bestSeen + numbers[scenario.talks.progress.index]) {
      parties[party].bestSeen = utility
      course[0].hasProgress = true
    }
  }

  /// Scores slots by what a party's offer rule looks at.
  func scoreOffers(_ party: Int) {
    if partyPlans[party].offer == .modelled, parties[party].offersSeen > 0 { return scoreByModel(party) }
    similarity.score(to: parties[party].lastSeen, into: slotScores)
  }

  /// Scores slots by what the other parties seem to want, each counting the same.
  func scoreByModel(_ party: Int) {
    slotScores.fill(0)
    for other in 0..<partyCount where other != party {
      parties[party].model.score(other, into: slotScores, layout: layout)
    }
  }
}
