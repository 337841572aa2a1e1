extension ForumState {
  /// The last offer of a party here, and what it is worth to each member.
  @inline(__always)
  func offer(of party: Int) -> Lane<UInt8> { offers.slice(party &* standing.count, standing.count) }
  @inline(__always)
  func worths(of party: Int) -> Lane<Double> { worths.slice(party &* utilities.count, utilities.count) }

  /// The last offer of a party stands.
  @inline(__always)
  mutating func stand(_ party: Int) {
    standing = offer(of: party)
    utilities = worths(of: party)
    proposer = party
    accepted = 0
  }
}

extension ForumTable {
  /// Stacked alternating offers: each member in turn judges the offer that stands, if there is one,
  /// and makes its own if it does not take it. When all other members with a veto have taken an
  /// offer in a row, it is agreed.
  ///
  /// Returns whether the forum agreed and the parties outside it that have a veto consent.
  func alternate<Observer: TalksObserver>(_ forum: Int, _ observer: inout Observer) -> Bool {
    withdrawWhatNoLongerPays(forum)
    let looksBetweenTurns = stopWatch.isWithinRounds
    for party in plans[forum].members {
      if looksBetweenTurns, stopWatch.lookUp() { return false }
      let proposer = states[forum].proposer
      if proposer >= 0, proposer != party {
        if takesStanding(party, forum, &observer) {
          if isAgreed(forum, &observer) { return true }
          continue
        }
      }
      makeOffer(party, forum, &observer)
      if isAgreed(forum, &observer) { return true }
    }
    return false
  }

  /// Whether a party takes the offer that stands.
  @inline(__always)
  private func takesStanding<Observer: TalksObserver>(
    _ party: Int, _ forum: Int, _ observer: inout Observer
  ) -> Bool {
    let standing = states[forum].standing
    let refusal = seats.refusal(of: standing, worth: states[forum].utilities[party], by: party)
    guard takes(standing, party, in: forum, &observer, refusal: refusal) else { return false }
    states[forum].accepted |= .bit(party)
    return true
  }

  /// An offer stands from one round to the next, and meanwhile reservations may have risen. Nobody
  /// is held to what is now worth less to it than no agreement: not the proposer, and not those
  /// with a veto who have accepted.
  private func withdrawWhatNoLongerPays(_ forum: Int) {
    let state = states[forum]
    guard state.proposer >= 0 else { return }
    for party in PartySet(bits: state.accepted & vetoes | .bit(state.proposer))
    where !seats.standsBy(state.standing, worth: state.utilities[party], party) {
      return states[forum].clear()
    }
  }

  /// Whether all members with a veto other than the proposer have accepted what stands, and those
  /// outside consent. If they do not, it stands no longer: the forum has to find another.
  func isAgreed<Observer: TalksObserver>(_ forum: Int, _ observer: inout Observer) -> Bool {
    let state = states[forum]
    guard state.proposer >= 0 else { return false }
    let others = state.vetoes & ~UInt32.bit(state.proposer)
    guard state.accepted & others == others else { return false }
    if ratifyOutside(forum, state.standing, &observer) { return true }
    states[forum].clear()
    return false
  }

  /// A party offers; the offer stands and every other member sees it.
  func makeOffer<Observer: TalksObserver>(_ party: Int, _ forum: Int, _ observer: inout Observer) {
    guard seats.hasOffer(party, in: forum) else { return }
    seats.noteOwnOffer(party, forum)
    if seats.home.isForeseen(by: party), !seats.bringHome(party, forum) { return }
    let offer = parties[party].desk.offer
    let members = plans[forum].members
    // Most rounds the offer is the one of the round before, and what it is worth to everybody is
    // known.
    if parties[party].desk.offerKnownIn != forum {
      let worths = states[forum].worths(of: party)
      for other in members where other != party {
        worths[other] = parties[other].worth.table.utility(offer)
      }
      worths[party] = seats.ownWorth(of: party)
      states[forum].offer(of: party).copy(from: offer)
      seats.noteKnown(party, in: forum)
    }
    states[forum].stand(party)
    if causes.isSeeking { causes.noteOffer(offer, worths: states[forum].utilities, to: members) }
    states[forum].offered |= .bit(party)
    texts[forum] += 1
    if mediators.hasLearners {
      mediators.hear(offer, of: party, in: plans[forum], time: course.time(of: party))
    }
    for other in members where other != party {
      seats.show(offer, worth: states[forum].utilities[other], to: other, offeredBy: party)
    }
    tell(&observer, forum, .party(party), .offer, offer, nil)
  }
}
