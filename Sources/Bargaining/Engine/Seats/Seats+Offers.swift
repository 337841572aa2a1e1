extension Seat {
  /// Why the party could not live with an outcome, whatever it hopes for; `nil` if it could.
  @inline(__always)
  func refusalOutright(of options: Lane<UInt8>, worth utility: Double) -> Refusal? {
    if worth.table.crossesRedLine(options) { return .redLine }
    return isBelowThreshold(utility) ? .belowReservation : nil
  }
}

extension Seats {
  /// Whether a party has something to offer that is worth no less to it than no agreement. One
  /// whose reservation lies above all that it could get stays silent: others might take its best,
  /// and it would be worse off than without them.
  @inline(__always)
  func hasOffer(_ party: Int, in forum: Int) -> Bool {
    prepareOffer(party)
    if parties[party].desk.isTied { chooseAmongTies(party, forum) }
    let found = parties[party].desk.offerFound
    return found.exists && !parties[party].isBelowThreshold(found.utility)
      && !wouldNotLast(parties[party].desk.offer, worth: found.utility, for: party)
  }

  /// What the offer of a party is worth to itself: known from the search, since sums on the utility
  /// grid are exact in any order.
  @inline(__always)
  func ownWorth(of party: Int) -> Double {
    parties[party].desk.offerIsRepeat
      ? parties[party].worth.table.utility(parties[party].desk.offer)
      : parties[party].desk.offerFound.utility
  }

  /// A party makes the offer that it has prepared. Where its aspiration follows time alone there is
  /// nothing that its tactic would remember.
  @inline(__always)
  func noteOwnOffer(_ party: Int, _ forum: Int) {
    if plans[party].keepsOffers { parties[party].desk.takePosition() }
    if standsAtFloor(party) { return noteMade(party) }
    if tactics[party].isReactive { tactics[party].rule.with { $0.noteOwnOffer(self, party, forum) } }
  }

  /// What any tactic remembers of its own offers.
  func noteMade(_ party: Int) {
    let seat = parties[party]
    parties[party].desk.noteMade(aspiration: seat.standing.aspiration, answering: seat.hearing.heard)
    let made = seat.hearing.memory.made
    if made.count > 0 { made[0].append(ownWorth(of: party)) }
  }

  /// A forum has a copy of what a party offers now, and of what that is worth to its members.
  @inline(__always)
  func noteKnown(_ party: Int, in forum: Int) { parties[party].desk.offerKnownIn = forum }

  /// Whether a party that looks ahead holds an outcome that it would take for too unlikely to be
  /// carried out: no agreement is worth more to it than the utility times the survival that it
  /// expects.
  ///
  /// - Parameter carrot: what agreeing brings it beside what mediators promise.
  @inline(__always)
  func wouldNotLast(
    _ options: Lane<UInt8>, worth utility: Double, for party: Int, carrot: Double = 0
  ) -> Bool {
    guard aftermath.lookingAhead != 0, utility > 0 else { return false }
    let needed = parties[party].standing.neededNow - carrot
    return utility * aftermath.expectedSurvival(of: options, for: party) < needed - UtilityGrid.tolerance
  }

  /// Finds what a party would offer now, but for which of several outcomes worth the same; the
  /// result is in its state.
  func prepareOffer(_ party: Int) {
    // Before anything else is put in its place: also where the party is only about to judge.
    if parties[party].desk.isAmended { parties[party].desk.takeBack() }
    guard parties[party].worth.best > -.infinity else { return }
    if tactics[party].isReactive, followTactic(party) { return }
    let aspiration = parties[party].standing.aspiration
    switch plans[party].offer {
    case .closest where parties[party].hearing.hasSeen, .modelled where parties[party].hearing.hasSeen:
      if aspiration == parties[party].desk.scoredFor { return }
      takeBest(notBelow: aspiration, party)
    default:
      let target = target(party)
      if target > parties[party].desk.validAbove, target <= parties[party].desk.validTo { return }
      let lowest = parties[party].worth.search.lowest(falling: target)
      lay(lowest.found, party)
      if lowest.isTied {
        let utility = lowest.found.utility
        parties[party].desk.tie(TieBand(low: utility, high: utility + UtilityGrid.tolerance))
      }
      parties[party].desk.validAbove = lowest.below
      parties[party].desk.validTo = greater(lowest.found.utility, target)
    }
  }

  private func takeBest(notBelow aspiration: Double, _ party: Int) {
    if !parties[party].desk.hasScores {
      scoreOffers(party)
      parties[party].worth.search.score(by: slotScores)
    }
    let target = target(party)
    let best = parties[party].worth.search.best(notBelow: target)
    defer { parties[party].desk.noteScored(for: aspiration) }
    if keepsPosition(party, insteadOf: best.found, target) { return }
    lay(best.found, party)
    if best.isTied {
      let utility = best.found.utility
      parties[party].desk.tie(
        TieBand(low: max(target, utility - UtilityGrid.tolerance), high: utility, isScored: true))
    }
  }

  /// What a party has conceded before mediators it does not take back: it leaves its last offer
  /// only for one that asks for less, unless that offer has come to be worth less to it than it
  /// aims for. Otherwise it would follow each text of each mediator, up and down, day by day.
  ///
  /// A proposal that withdraws an earlier concession without a reason is called regressive, and is
  /// a mark of bad faith (*NLRB v. Insurance Agents*, 361 U.S. 477, 1960; Pruitt 1981, *Negotiation
  /// Behavior*); that concessions are monotonic is the rule of Rosenschein & Zlotkin 1994, *Rules
  /// of Encounter*.
  private func keepsPosition(_ party: Int, insteadOf found: OutcomeSearch.Found, _ target: Double) -> Bool {
    guard plans[party].keepsOffers, parties[party].desk.hasPosition, found.exists else { return false }
    let utility = parties[party].worth.table.utility(parties[party].desk.position)
    guard utility >= target, UtilityGrid.reaches(found.utility, utility) else { return false }
    parties[party].desk.keepPosition(insteadOf: found, worth: utility)
    return true
  }

  /// What an offer must be worth: what counts as the same as the aspiration, which rounding may put
  /// above the outcome that it stands for: a mixture of tactics that all stand at the floor, an
  /// answer in kind to another's offer.
  @inline(__always)
  func target(_ party: Int) -> Double { parties[party].standing.aspiration - UtilityGrid.tolerance }

  @inline(__always)
  func lay(_ found: OutcomeSearch.Found, _ party: Int) {
    parties[party].desk.lay(found, from: &parties[party].worth.search)
  }

  /// Whether a party can stand by an outcome that it offered or took before.
  @inline(__always)
  func standsBy(_ options: Lane<UInt8>, worth utility: Double, _ party: Int) -> Bool {
    if parties[party].isBelowThreshold(utility) { return false }
    return !home.isForeseen(by: party) || !wouldFailAtHome(options, worth: utility, for: party)
  }

  /// `nil` when a party takes an outcome worth `utility` to it, else why it does not.
  func refusal(of options: Lane<UInt8>, worth utility: Double, by party: Int) -> Refusal? {
    if let outright = parties[party].refusalOutright(of: options, worth: utility) { return outright }
    if wouldNotLast(options, worth: utility, for: party) { return .wouldNotLast }
    if home.isForeseen(by: party), wouldFailAtHome(options, worth: utility, for: party) {
      return .wouldFailAtHome
    }
    let isReactive = tactics[party].isReactive
    if isReactive, !parties[party].desk.hasProposed { prepareOffer(party) }
    // Most offers are less than a party aims for, and then nothing else has to be known.
    let (discount, standing) = (numbers[plans[party].discount.index], parties[party].standing)
    if let refusal = rules[party].refusal(
      below: standing.aspiration, utility, discount: discount, fallback: standing.threshold)
    {
      return refusal
    }
    var question = AcceptanceRule.Question(
      utility: utility, aspiration: standing.aspiration, ownOffer: 0, time: course.time(of: party),
      discount: discount, fallback: standing.threshold)
    // An own offer is worth at least the aspiration, so below that it need not be known.
    if !isReactive, !parties[party].desk.hasProposed, rules[party].needsOffer,
      UtilityGrid.reaches(utility, question.later(question.aspiration))
    {
      prepareOffer(party)
      question.aspiration = parties[party].standing.aspiration
    }
    question.ownOffer = parties[party].desk.offerFound.utility
    return rules[party].refusal(of: question, numbers: numbers.current)
  }

  /// Scores slots by what a party's offer rule looks at.
  func scoreOffers(_ party: Int) {
    if plans[party].offer == .modelled, parties[party].hearing.offersSeen > 0 { return scoreByModel(party) }
    similarity.score(to: parties[party].hearing.lastSeen, into: slotScores)
  }

  /// Scores slots by what the other parties seem to want, each counting the same.
  func scoreByModel(_ party: Int) {
    slotScores.fill(0)
    for other in 0..<count where other != party {
      parties[party].hearing.model.score(other, into: slotScores, layout: layout)
    }
  }
}
