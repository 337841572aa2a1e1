extension ForumTable {
  /// Shuttle: each member tells the mediators what it would offer; the others do not see it, but a
  /// move towards them is progress.
  func confide<Observer: TalksObserver>(_ forum: Int, _ observer: inout Observer) {
    for party in plans[forum].members {
      if stopWatch.stopsBetweenTurns() { return }
      guard seats.hasOffer(party, in: forum) else { continue }
      seats.noteOwnOffer(party, forum)
      guard seats.bringHome(party, forum) else { continue }
      let offer = parties[party].desk.offer
      lay(offer, of: party, forum)
      for other in plans[forum].members where other != party {
        seats.noteProgress(parties[other].worth.table.utility(offer), other)
      }
      tell(&observer, forum, .party(party), .offer, offer, nil)
    }
  }

  /// An offer lies on the table without standing: the mediators of the forum hear it.
  func lay(_ offer: Lane<UInt8>, of party: Int, _ forum: Int) {
    states[forum].offer(of: party).copy(from: offer)
    states[forum].offered |= .bit(party)
    if mediators.hasLearners {
      mediators.hear(offer, of: party, in: plans[forum], time: course.time(of: party))
    }
    texts[forum] += 1
  }
}
