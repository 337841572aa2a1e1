import Randomness

extension Negotiation {
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
    let members = forumPlans[forum].members
    var proposed: UInt32 = 0
    for party in members {
      if isBrokenOffBetweenTurns() { return false }
      if prepareProposal(party, forum) { proposed |= 1 << UInt32(party) }
    }
    for party in members where proposed >> UInt32(party) & 1 == 1 {
      let offer = parties[party].offer
      remember(offer, of: party, forum)
      forumTexts[forum] += 1
      tell(&observer, forum, .party(party), .offer, offer, nil)
    }
    for party in members where proposed >> UInt32(party) & 1 == 1 {
      let offer = parties[party].offer
      for other in members where other != party {
        show(offer, worth: parties[other].table.utility(offer), to: other, offeredBy: party)
      }
    }
    var agreeable: UInt32 = 0
    for party in members where proposed >> UInt32(party) & 1 == 1 {
      if judgeProposal(of: party, proposed, forum, &observer) { agreeable |= 1 << UInt32(party) }
    }
    guard agreeable != 0 else { return false }
    return ratifyOutside(forum, parties[tossCoin(agreeable, forum)].offer, &observer)
  }

  /// Puts what a party proposes next into its state; whether there is anything.
  private func prepareProposal(_ party: Int, _ forum: Int) -> Bool {
    if tactics[party].kind == .zeuthen { return concedeByRisk(party, forum) }
    guard hasOffer(party, in: forum) else { return false }
    noteOwnOffer(party, forum)
    return true
  }

  /// Every other member compares a proposal with its own; whether all of them that have a veto find
  /// it no worse.
  private func judgeProposal<Observer: TalksObserver>(
    of proposer: Int, _ proposed: UInt32, _ forum: Int, _ observer: inout Observer
  ) -> Bool {
    let offer = parties[proposer].offer
    var isAgreeable = true
    for party in forumPlans[forum].members where party != proposer {
      let state = parties[party]
      let utility = state.table.utility(offer)
      var because = refusalOutright(of: offer, worth: utility, by: party)
      if because == nil, proposed >> UInt32(party) & 1 == 1,
        !UtilityGrid.reaches(utility, state.table.utility(state.offer))
      {
        because = .prefersOwnOffer
      }
      tell(&observer, forum, .party(party), because == nil ? .accept : .reject, offer, because)
      if because != nil, partyPlans[party].hasVeto { isAgreeable = false }
    }
    return isAgreeable
  }

  /// One of the parties whose bits are set.
  private func tossCoin(_ candidates: UInt32, _ forum: Int) -> Int {
    let count = candidates.nonzeroBitCount
    var place = 0
    if count > 1 {
      let draw = RandomStream.uniform(
        seed: key[0].seed, run: key[0].run, stream: dice.coins[forum],
        at: UInt32(truncatingIfNeeded: course[0].round))
      place = Int(draw * Double(count))
    }
    var rest = candidates
    for _ in 0..<place { rest &= rest - 1 }
    return rest.trailingZeroBitCount
  }
}
