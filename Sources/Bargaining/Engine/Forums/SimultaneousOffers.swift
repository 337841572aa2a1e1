extension ForumTable {
  /// The monotonic concession protocol (Rosenschein & Zlotkin 1994, *Rules of Encounter*, for two;
  /// Endriss 2006, "Monotonic concession protocols for multilateral negotiation", AAMAS, for more):
  /// all members propose at the same time, knowing what was proposed in earlier rounds alone. A
  /// proposal is agreed if every other member with a veto finds it at least as good as its own. Of
  /// several such proposals a coin decides, each being as likely as any other.
  ///
  /// How far a member concedes from round to round is the matter of its tactic; its acceptance rule
  /// is for mediators' texts alone. Nothing stands from one round to the next.
  /// - Returns: whether something is agreed, parties outside that have a veto included.
  func proposeTogether<Observer: TalksObserver>(_ forum: Int, _ observer: inout Observer) -> Bool {
    let members = plans[forum].members
    var proposed: UInt32 = 0
    for party in members {
      if stopWatch.stopsBetweenTurns() { return false }
      if seats.prepareProposal(party, forum), seats.bringHome(party, forum) { proposed |= .bit(party) }
    }
    for party in members where proposed.contains(bit: party) {
      let offer = parties[party].desk.offer
      lay(offer, of: party, forum)
      causes.noteTabled(offer)
      tell(&observer, forum, .party(party), .offer, offer, nil)
    }
    for party in members where proposed.contains(bit: party) {
      let offer = parties[party].desk.offer
      for other in members where other != party {
        seats.show(offer, worth: parties[other].worth.table.utility(offer), to: other, offeredBy: party)
      }
    }
    var agreeable: UInt32 = 0
    for party in members where proposed.contains(bit: party) {
      if judgeProposal(of: party, proposed, forum, &observer) { agreeable |= .bit(party) }
    }
    guard agreeable != 0 else { return false }
    return ratifyOutside(forum, parties[tossCoin(agreeable, forum)].desk.offer, &observer)
  }

  /// Every other member compares a proposal with its own; whether all of them that have a veto find
  /// it no worse.
  private func judgeProposal<Observer: TalksObserver>(
    of proposer: Int, _ proposed: UInt32, _ forum: Int, _ observer: inout Observer
  ) -> Bool {
    let offer = parties[proposer].desk.offer
    let others = plans[forum].members.lazy.filter { $0 != proposer }
    let votes = poll(others, on: offer, in: forum, &observer) { party in
      let seat = parties[party]
      let utility = seat.worth.table.utility(offer)
      if let because = seats.refusalInTheEnd(of: offer, worth: utility, by: party) { return because }
      guard proposed.contains(bit: party) else { return nil }
      let own = seat.worth.table.utility(seat.desk.offer)
      return UtilityGrid.reaches(utility, own) ? nil : .prefersOwnOffer
    }
    let needed = states[forum].vetoes & ~UInt32.bit(proposer)
    return votes & needed == needed
  }

  /// One of the parties whose bits are set.
  private func tossCoin(_ candidates: UInt32, _ forum: Int) -> Int {
    if candidates.nonzeroBitCount == 1 { return candidates.trailingZeroBitCount }
    let draw = numbers.chance(numbers.dice.coins[forum], at: course.round)
    return partyDraw.one(of: PartySet(bits: candidates), draw) ?? candidates.trailingZeroBitCount
  }
}
