import Randomness

extension Seats {
  /// Brings the aspiration of a party up to date with what it has seen. Returns whether the outcome
  /// that it would offer is thereby found.
  func followTactic(_ party: Int) -> Bool {
    if standsAtFloor(party) {
      parties[party].standing.aspiration = parties[party].standing.floor
      return false
    }
    return tactics[party].rule.with { $0.follow(self, party) }
  }

  /// Puts what a party proposes next where all propose at the same time on its desk; returns
  /// whether there is anything.
  func prepareProposal(_ party: Int, _ forum: Int) -> Bool {
    if standsAtFloor(party) {
      guard hasOffer(party, in: forum) else { return false }
      noteOwnOffer(party, forum)
      return true
    }
    return tactics[party].rule.with { $0.propose(self, party, forum) }
  }

  /// What one tactic of a party aims for as a part of a mixture.
  func level(of place: Int, _ party: Int, _ view: BiddingView) -> Double {
    tactics[party].nodes[place].rule.with { $0.level(self, party, place, view) }
  }

  /// Whether the tactic of a party may offer one of several outcomes worth the same.
  func isAllowed(_ found: OutcomeSearch.Found, _ party: Int) -> Bool {
    standsAtFloor(party) || tactics[party].rule.with { $0.allows(found, self, party) }
  }

  /// At how many of those its tactic looks for one offer.
  func mostOfLevel(_ party: Int) -> Int { tactics[party].rule.with(\.mostOfLevel) }

  /// A party sees an offer of another, or a mediator's text (-1).
  func watch(_ options: Lane<UInt8>, worth utility: Double, by party: Int, from sender: Int) {
    parties[party].hearing.heard += 1
    if tactics[party].needs.contains(.ledger) {
      parties[party].hearing.ledger.receive(rank(of: options), from: sender)
    }
    parties[party].hearing.memory.see(options, worth: utility, from: sender)
  }

  /// What a party knows now.
  func view(of party: Int) -> BiddingView {
    let state = parties[party]
    var view = BiddingView(
      time: course.time(of: party), round: course.round, rounds: course.roundsKnown(to: party),
      best: state.worth.best,
      floor: state.standing.floor, reservation: state.standing.threshold,
      lastAspiration: min(state.desk.lastAspiration, state.worth.best),
      hasNews: state.hearing.heard > state.desk.answered)
    if state.hearing.memory.made.count > 0 {
      view.made = state.hearing.memory.made[0]
      view.received = state.hearing.memory.receivedByAll()
    }
    return view
  }

  /// The draw of this round of one tactic of a party.
  func draw(_ place: Int, _ party: Int) -> Double {
    numbers.chance(numbers.dice.tactics[party][place], at: course.round)
  }
}
