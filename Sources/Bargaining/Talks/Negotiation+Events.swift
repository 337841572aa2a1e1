extension Negotiation {
  /// Step 1 of a round: effects that are over end, events happen, and what hangs on the numbers that they change follows.
  func happen<Observer: TalksObserver>(_ observer: inout Observer) {
    guard !scenario.events.isEmpty else { return }
    let progress = events.watchesProgress ? self.progress() : 0
    let changed = events.happen(in: course[0].round, progress: progress, numbers, &observer)
    guard changed.count > 0 else { return }
    // Thresholds only fall between changes, so the zone is widest just before one: that state is kept for a test.
    if course[0].round > 0 { zone.keep() }
    for place in 0..<changed.count {
      // What is left undone here is found out in the same round, after the forums.
      if stopWatch.stopsBetweenTurns() { return }
      follow(changed[place])
    }
  }

  /// Brings up to date what hangs on one number.
  private func follow(_ parameter: Int) {
    if events.movesLeverage[parameter] { mediators.forgetLeverage() }
    let owner = events.preferenceOwner[parameter]
    guard owner >= 0 else { return }
    zone.test()
    if owner < partyCount {
      preparePreferences(of: owner)
      for forum in 0..<forums.count where forums[forum].proposer >= 0 {
        forums[forum].utilities[owner] = parties[owner].table.utility(forums[forum].standing)
      }
    } else {
      mediators.prepare(owner - partyCount)
    }
  }
}
