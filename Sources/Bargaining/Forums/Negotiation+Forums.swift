extension Negotiation {
  /// One sitting of a forum: offers, then the mediators' texts. A deal is in ``deal``.
  func sit<Observer: TalksObserver>(_ forum: Int, _ observer: inout Observer) -> Deal? {
    meetMediators(forum)
    switch scenario.forums[forum].rules {
    case .alternating:
      if alternate(forum, &observer) { return Deal(forum: forum, mediator: -1) }
    case .shuttle:
      confide(forum, &observer)
    }
    for mediator in scenario.forums[forum].mediators {
      if tableText(mediator, forum, &observer) { return Deal(forum: forum, mediator: mediator) }
    }
    return nil
  }

  /// Stacked alternating offers: each member in turn judges the offer that stands, if there is one, and makes its own if it
  /// does not take it. When all other members with a veto have taken an offer in a row, it is agreed.
  ///
  /// Returns whether the forum agreed and the parties outside it that have a veto consent.
  private func alternate<Observer: TalksObserver>(_ forum: Int, _ observer: inout Observer) -> Bool {
    for party in scenario.forums[forum].members {
      let proposer = forums[forum].proposer
      if proposer >= 0, proposer != party {
        let standing = forums[forum].standing
        let because = refusal(of: standing, worth: forums[forum].utilities[party], by: party)
        tell(&observer, forum, .party(party), because == nil ? .accept : .reject, standing, because)
        if because == nil {
          forums[forum].accepted |= 1 << UInt32(party)
          if isUnanimous(forum), ratifyOutside(forum, standing, &observer) { return true }
          continue
        }
      }
      makeOffer(party, forum, &observer)
      if isUnanimous(forum), ratifyOutside(forum, forums[forum].standing, &observer) { return true }
    }
    return false
  }

  /// Whether all members with a veto other than the proposer have accepted.
  private func isUnanimous(_ forum: Int) -> Bool {
    let state = forums[forum]
    guard state.proposer >= 0 else { return false }
    let others = state.vetoes & ~(1 << UInt32(state.proposer))
    return state.accepted & others == others
  }

  /// A party offers; the offer stands and every other member sees it.
  private func makeOffer<Observer: TalksObserver>(_ party: Int, _ forum: Int, _ observer: inout Observer) {
    prepareOffer(party)
    guard parties[party].offerFound.exists else { return }
    let offer = parties[party].offer
    if scenario.parties[party].tactic == .micro { chooseMicroOffer(party, forum) }
    remember(offer, of: party, forum)
    forums[forum].standing.copy(from: offer)
    forums[forum].proposer = party
    forums[forum].accepted = 0
    record.forumTexts[forum] += 1
    for other in scenario.forums[forum].members {
      let utility = parties[other].table.utility(offer)
      forums[forum].utilities[other] = utility
      if other != party { show(offer, worth: utility, to: other, offeredBy: party) }
    }
    tell(&observer, forum, .party(party), .offer, offer, nil)
  }

  /// Shuttle: each member tells the mediators what it would offer; the others do not see it, but a move towards them is progress.
  private func confide<Observer: TalksObserver>(_ forum: Int, _ observer: inout Observer) {
    for party in scenario.forums[forum].members {
      prepareOffer(party)
      guard parties[party].offerFound.exists else { continue }
      let offer = parties[party].offer
      if scenario.parties[party].tactic == .micro { chooseMicroOffer(party, forum) }
      remember(offer, of: party, forum)
      record.forumTexts[forum] += 1
      for other in scenario.forums[forum].members where other != party {
        noteProgress(parties[other].table.utility(offer), other)
      }
      tell(&observer, forum, .party(party), .offer, offer, nil)
    }
  }

  private func remember(_ offer: Lane<UInt8>, of party: Int, _ forum: Int) {
    forums[forum].offers.slice(party * issueCount, issueCount).copy(from: offer)
    forums[forum].offered |= 1 << UInt32(party)
  }

  /// What a forum agreed goes to all parties with a veto that were not there; on their consent it becomes ``deal``.
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
        // It stands no longer: the forum has to find another.
        forums[forum].proposer = -1
        forums[forum].accepted = 0
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
        options: (0..<options.count).map { Int(options[$0]) }, because: because))
  }
}
