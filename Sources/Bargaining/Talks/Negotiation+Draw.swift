extension Negotiation {
  /// Draws every number of a run and sets everybody back to the beginning.
  func begin(run: UInt32, seed: UInt64, lookingForZone: Bool) {
    numbers.draw(run: run, seed: seed)
    events.reset()
    course[0] = Course()
    course[0].clock = clock(of: 0)
    course[0].isSuspended = scenario.talks.startSuspended
    stopWatch.begin()
    zone.begin(isLooking: lookingForZone)
    agenda.begin(numbers)
    if agenda.isStaged { takeViews() }
    for party in 0..<partyCount {
      if stopWatch.stopsBetweenTurns() { return }
      resetParty(party)
    }
    mediators.begin()
    for forum in 0..<forums.count {
      forums[forum].reset()
    }
    forumTexts.fill(0)
    record.reset(run: run)
  }

  /// Recomputes what outcomes are worth to a party, at the start or after an event changed its preferences.
  func preparePreferences(of party: Int) {
    let state = parties[party]
    state.table.fill(from: preferences(of: party), numbers: numbers.current, layout: layout)
    if agenda.isStaged {
      state.whole.fill(from: scenario.parties[party].preferences, numbers: numbers.current, layout: layout)
    }
    parties[party].search.prepare(state.table, locked: agenda.locked)
    parties[party].best = parties[party].search.greatest()
    parties[party].worst = parties[party].search.least()
    parties[party].most = state.table.mostUtility(of: state.table.worth)
    parties[party].validAbove = .infinity
    parties[party].validTo = -.infinity
    parties[party].knowsAfterNew = false
    // What is worth the same is worth the same no longer, and other outcomes are.
    parties[party].newLevel.isTied = true
    forgetScores(party)
    parties[party].offerFound = OutcomeSearch.Found()
    parties[party].isTied = false
    for other in 0..<partyCount { parties[other].offerKnownIn = -1 }
  }

  private func resetParty(_ party: Int) {
    preparePreferences(of: party)
    parties[party].delay = 0
    parties[party].carrots = 0
    parties[party].sticks = 0
    parties[party].discounting = 1
    forgetOffers(party)
  }

  /// Everybody's offers so far count no longer.
  func forgetOffers(_ party: Int) {
    parties[party].hasProposed = false
    parties[party].bestSeen = -.infinity
    parties[party].homeDemand = -.infinity
    parties[party].hasSeen = false
    forgetScores(party)
    parties[party].ledger.reset()
    parties[party].memory.reset()
    parties[party].heard = 0
    parties[party].answered = 0
    parties[party].lastAspiration = .infinity
    parties[party].lastNew = OutcomeSearch.Found()
    parties[party].newLevel = MicroLevel()
    parties[party].knowsAfterNew = false
    parties[party].nextNew = OutcomeSearch.Found()
    parties[party].lastOwn = OutcomeSearch.Found()
    if parties[party].offersSeen > 0 {
      parties[party].offersSeen = 0
      parties[party].model.reset()
    }
  }
}
