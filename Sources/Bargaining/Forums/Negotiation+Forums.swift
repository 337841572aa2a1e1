extension Negotiation {
  /// One sitting of a forum: offers, then the mediators' texts. A deal is in ``deal``.
  func sit<Observer: TalksObserver>(_ forum: Int, _ observer: inout Observer) -> Deal? {
    meetMediators(forum)
    switch forumPlans[forum].rules {
    case .alternating:
      if alternate(forum, &observer) { return Deal(forum: forum, mediator: -1) }
    case .shuttle:
      confide(forum, &observer)
    case .simultaneous:
      if proposeTogether(forum, &observer) { return Deal(forum: forum, mediator: -1) }
    case .singleText(let plan):
      if let deal = workOnText(plan, forum, &observer) { return deal }
    case .ultimatum:
      if putUltimatum(forum, &observer) { return Deal(forum: forum, mediator: -1) }
    }
    for mediator in forumPlans[forum].mediators {
      if isBrokenOffBetweenTurns() { return nil }
      if tableText(mediator, forum, &observer) { return Deal(forum: forum, mediator: mediator) }
    }
    return nil
  }

  /// Stacked alternating offers: each member in turn judges the offer that stands, if there is one,
  /// and makes its own if it does not take it. When all other members with a veto have taken an
  /// offer in a row, it is agreed.
  ///
  /// Returns whether the forum agreed and the parties outside it that have a veto consent.
  private func alternate<Observer: TalksObserver>(_ forum: Int, _ observer: inout Observer) -> Bool {
    withdrawWhatNoLongerPays(forum)
    let looksBetweenTurns = stopWatch.isWithinRounds
    for party in forumPlans[forum].members {
      if looksBetweenTurns, lookUp() { return false }
      let proposer = forums[forum].proposer
      if proposer >= 0, proposer != party {
        let standing = forums[forum].standing
        let because = refusal(of: standing, worth: forums[forum].utilities[party], by: party)
        tell(&observer, forum, .party(party), because == nil ? .accept : .reject, standing, because)
        if because == nil {
          forums[forum].accepted |= 1 << UInt32(party)
          if isAgreed(forum, &observer) { return true }
          continue
        }
      }
      makeOffer(party, forum, &observer)
      if isAgreed(forum, &observer) { return true }
    }
    return false
  }

  /// An offer stands from one round to the next, and meanwhile reservations may have risen. Nobody
  /// is held to what is now worth less to it than no agreement: not the proposer, and not those
  /// with a veto who have accepted.
  private func withdrawWhatNoLongerPays(_ forum: Int) {
    let state = forums[forum]
    guard state.proposer >= 0 else { return }
    var bound = state.accepted & vetoes | 1 << UInt32(state.proposer)
    while bound != 0 {
      let party = bound.trailingZeroBitCount
      bound &= bound - 1
      if isBelowThreshold(state.utilities[party], for: party) { return forums[forum].clear() }
    }
  }

  /// Whether all members with a veto other than the proposer have accepted what stands, and those
  /// outside consent. If they do not, it stands no longer: the forum has to find another.
  func isAgreed<Observer: TalksObserver>(_ forum: Int, _ observer: inout Observer) -> Bool {
    let state = forums[forum]
    guard state.proposer >= 0 else { return false }
    let others = state.vetoes & ~(1 << UInt32(state.proposer))
    guard state.accepted & others == others else { return false }
    if ratifyOutside(forum, state.standing, &observer) { return true }
    forums[forum].clear()
    return false
  }

  /// A party offers; the offer stands and every other member sees it.
  func makeOffer<Observer: TalksObserver>(_ party: Int, _ forum: Int, _ observer: inout Observer) {
    guard hasOffer(party, in: forum) else { return }
    noteOwnOffer(party, forum)
    let offer = parties[party].offer
    let members = forumPlans[forum].members
    // Most rounds the offer is the one of the round before, and what it is worth to everybody is
    // known.
    if parties[party].offerKnownIn != forum {
      let worths = forums[forum].worths(of: party)
      for other in members where other != party { worths[other] = parties[other].table.utility(offer) }
      worths[party] = ownWorth(of: party)
      forums[forum].offer(of: party).copy(from: offer)
      parties[party].offerKnownIn = forum
    }
    forums[forum].stand(party)
    forums[forum].offered |= 1 << UInt32(party)
    forumTexts[forum] += 1
    if hasLearners { teach(offer, of: party, forum) }
    for other in members where other != party {
      show(offer, worth: forums[forum].utilities[other], to: other, offeredBy: party)
    }
    tell(&observer, forum, .party(party), .offer, offer, nil)
  }

  /// What the offer of a party is worth to itself: known from the search, since sums on the utility
  /// grid are exact in any order.
  @inline(__always)
  func ownWorth(of party: Int) -> Double {
    parties[party].offerIsRepeat
      ? parties[party].table.utility(parties[party].offer) : parties[party].offerFound.utility
  }

  /// Shuttle: each member tells the mediators what it would offer; the others do not see it, but a
  /// move towards them is progress.
  private func confide<Observer: TalksObserver>(_ forum: Int, _ observer: inout Observer) {
    for party in forumPlans[forum].members {
      if isBrokenOffBetweenTurns() { return }
      guard hasOffer(party, in: forum) else { continue }
      let offer = parties[party].offer
      noteOwnOffer(party, forum)
      remember(offer, of: party, forum)
      forumTexts[forum] += 1
      for other in forumPlans[forum].members where other != party {
        noteProgress(parties[other].table.utility(offer), other)
      }
      tell(&observer, forum, .party(party), .offer, offer, nil)
    }
  }

  func remember(_ offer: Lane<UInt8>, of party: Int, _ forum: Int) {
    forums[forum].offer(of: party).copy(from: offer)
    forums[forum].offered |= 1 << UInt32(party)
    if hasLearners { teach(offer, of: party, forum) }
  }

  /// The mediators of a forum that learn from offers learn from this one.
  private func teach(_ offer: Lane<UInt8>, of party: Int, _ forum: Int) {
    for mediator in forumPlans[forum].mediators {
      mediators[mediator].model.learn(offer, from: party, time: relativeTime, layout: layout)
    }
  }

  /// What a forum agreed goes to all parties with a veto that were not there; on their consent it
  /// becomes ``deal``.
  func ratifyOutside<Observer: TalksObserver>(
    _ forum: Int, _ options: Lane<UInt8>, _ observer: inout Observer
  ) -> Bool {
    var outside = vetoes & ~forums[forum].members
    while outside != 0 {
      let party = outside.trailingZeroBitCount
      outside &= outside - 1
      let utility = parties[party].table.utility(options)
      let because = refusal(of: options, worth: utility, by: party)
      tell(&observer, forum, .party(party), because == nil ? .accept : .reject, options, because)
      if because != nil {
        return false
      }
    }
    deal.copy(from: options)
    return true
  }

  @inline(__always)
  func tell<Observer: TalksObserver>(
    _ observer: inout Observer, _ forum: Int, _ actor: TalkAct.Actor, _ kind: TalkAct.Kind,
    _ options: Lane<UInt8>, _ because: Refusal?
  ) {
    guard Observer.isListening else { return }
    observer.observe(
      TalkAct(
        round: course[0].round, forum: forum, actor: actor, kind: kind,
        options: (0..<options.count).map { Int(options[$0]) }, because: because,
        utilities: (0..<partyCount).map { parties[$0].table.utility(options) }))
  }
}
