extension Seats {
  /// The Zeuthen strategy in the monotonic concession protocol (Zeuthen 1930, *Problems of Monopoly
  /// and Economic Warfare*; Harsanyi 1956, doi:10.2307/1905748; Rosenschein & Zlotkin 1994, *Rules
  /// of Encounter*): puts the party's next proposal into its state.
  ///
  /// Complete information is assumed: the party knows the utilities and the thresholds of all
  /// members of the forum. It first proposes the best for itself among the outcomes that every
  /// member with a veto could live with. From then on the party with the lower risk limit
  ///
  ///     risk_i = (U_i(own) - U_i(other's)) / (U_i(own) - threshold_i)
  ///
  /// concedes, both where the limits are equal, by the smallest step that makes the other's limit
  /// the lower one: to the outcome that it likes best among those. With s for surpluses,
  /// `risk_i <= risk_j` says the same as `s_i s_j` at i's own proposal being no greater than at
  /// j's, so the steps are compared by these products, and it is clear where they end: at the
  /// greatest product (Nash 1950). Whoever cannot get past the other's product any more takes over
  /// the other's proposal.
  ///
  /// Among more than two, the product is that over all members with a veto and the party itself;
  /// whoever's proposal has the least concedes, past the least of the others.
  /// - Returns: whether it has a proposal: none if there is no outcome that all could live with.
  func concedeByRisk(_ party: Int, _ forum: Int) -> Bool {
    let state = parties[party]
    let members = forums[forum].members
    concession.begin(party, members: members, parties: parties, plans: plans, locked: agenda.locked)
    let own = tables[forum].offer(of: party)
    guard tables[forum].offered.contains(bit: party), concession.product(own, parties) >= 0 else {
      guard concession.search(above: -1, parties, agenda.locked) == .found else { return false }
      return proposeBest(party, forum)
    }
    var least = Double.infinity
    var most = -Double.infinity
    var leader = -1
    for other in members where other != party && tables[forum].offered.contains(bit: other) {
      let offer = tables[forum].offers.slice(other * issueCount, issueCount)
      let product = max(0, concession.product(offer, parties))
      least = min(least, product)
      if product > most { (most, leader) = (product, other) }
    }
    state.desk.offer.copy(from: own)
    parties[party].desk.offerKnownIn = -1
    guard leader >= 0, concession.product(own, parties) <= least else { return propose(own, party) }
    switch concession.search(above: least, parties, agenda.locked) {
    case .found: return proposeBest(party, forum)
    case .none:
      let offer = tables[forum].offers.slice(leader * issueCount, issueCount)
      return propose(concession.product(offer, parties) >= 0 ? offer : own, party)
    case .unknown: return propose(own, party)
    }
  }

  /// Proposes what the search found, or one that ties with it.
  private func proposeBest(_ party: Int, _ forum: Int) -> Bool {
    if concession.isTied {
      prepareTies(party, forum, isScored: false)
      shuffleTies(party, forum)
      concession.choose(by: tieDraw, parties, agenda.locked)
    }
    return propose(concession.best, party)
  }

  private func propose(_ options: Lane<UInt8>, _ party: Int) -> Bool {
    parties[party].desk.propose(options)
    parties[party].standing.aspiration = parties[party].worth.table.utility(options)
    return true
  }
}
