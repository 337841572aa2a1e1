extension Negotiation {
  enum Verdict { case ratified, sentBack, rejected }

  /// Puts ``deal`` to the home of each party that has to ratify, in the order of the scenario; the
  /// first that turns it down decides.
  func ratify<Observer: TalksObserver>(_ agreed: Deal, _ observer: inout Observer) -> Verdict {
    for party in home.parties {
      guard let ratification = scenario.parties[party].ratification else { continue }
      let vote = vote(of: party, under: ratification)
      if Observer.isListening {
        let told = told(vote, of: party, under: ratification)
        observer.observe(
          TalkAct(
            round: course[0].round, forum: agreed.forum, actor: .party(party), kind: .ratify,
            options: (0..<issueCount).map { Int(deal[$0]) }, because: vote.hasPassed ? nil : .rejectedAtHome,
            utilities: (0..<partyCount).map { parties[$0].table.utility(deal) }, vote: told))
      }
      guard !vote.hasPassed else { continue }
      record.failedRatifications[party] += 1
      // All at the table had taken it, so there was something to find.
      if course[0].looksForZone { course[0].zoneFound = true }
      if let most = ratification.failures, record.failedRatifications[party] >= most { return .rejected }
      sendBack(party, ratification, lacking: vote.shortfall, &observer)
      return .sentBack
    }
    return .ratified
  }

  private struct Count {
    var share: Double
    var quota: Double
    var shortfall: Double
    var hasPassed: Bool
  }

  private func vote(of party: Int, under ratification: Ratification) -> Count {
    let places = places(of: party, ratification)
    var total = 0.0
    var accepted = 0.0
    for (place, faction) in zip(places, ratification.factions) {
      let voter = home.voters[place]
      voter.table.fill(
        from: scenario.parties[party].preferences, adjustedBy: faction, numbers: numbers, layout: layout)
      let utility = voter.table.utility(deal)
      let accepts = utility >= numbers[voter.minimum] - UtilityGrid.tolerance
      home.voters[place].utility = utility
      home.voters[place].accepts = accepts
      total += numbers[voter.weight]
      if accepts { accepted += numbers[voter.weight] }
    }
    let quota = numbers[ratification.quota.index]
    let share = total > 0 ? accepted / total : 0
    let hasPassed = share >= quota - UtilityGrid.tolerance
    return Count(
      share: share, quota: quota, shortfall: hasPassed ? 0 : shortfall(places, total, quota),
      hasPassed: hasPassed)
  }

  /// The least utility that would have carried the deal, had every faction got it on top.
  private func shortfall(_ places: Range<Int>, _ total: Double, _ quota: Double) -> Double {
    func lacks(_ place: Int) -> Double {
      max(0, numbers[home.voters[place].minimum] - home.voters[place].utility)
    }
    var least = Double.infinity
    for place in places where total > 0 && lacks(place) < least {
      let won = places.reduce(0) { lacks($1) <= lacks(place) ? $0 + numbers[home.voters[$1].weight] : $0 }
      if won / total >= quota - UtilityGrid.tolerance { least = lacks(place) }
    }
    return least
  }

  private func places(of party: Int, _ ratification: Ratification) -> Range<Int> {
    home.first[party]..<home.first[party] + ratification.factions.count
  }

  /// The talks are suspended, the party trusts the mediators less and knows better what it has to
  /// bring home.
  private func sendBack<Observer: TalksObserver>(
    _ party: Int, _ ratification: Ratification, lacking shortfall: Double, _ observer: inout Observer
  ) {
    let kept = 1 - numbers[ratification.trustLoss.index]
    for mediator in 0..<mediatorCount where kept < 1 {
      // The trust itself falls; what events add to it or take from it comes on top, as before.
      let trust = mediatorPlans[mediator].toward[party].trust.index
      drawn[trust] *= kept
      numbers[trust] = effects.value(at: trust, drawn: drawn)
    }
    course[0].leverageIsStale = true
    let learning = numbers[ratification.learning.index]
    if learning > 0, shortfall < .infinity {
      let demand = parties[party].table.utility(deal) + learning * shortfall
      parties[party].homeDemand = max(parties[party].homeDemand, demand)
    }
    suspend(&observer)
  }

  private func told(_ vote: Count, of party: Int, under ratification: Ratification) -> HomeVote {
    let voters = places(of: party, ratification).map { home.voters[$0] }
    let total = voters.reduce(0) { $0 + numbers[$1.weight] }
    return HomeVote(
      hasPassed: vote.hasPassed, share: vote.share, quota: vote.quota, shortfall: vote.shortfall,
      factions: voters.map {
        HomeVote.FactionVote(
          share: total > 0 ? numbers[$0.weight] / total : 0, utility: $0.utility,
          minimum: numbers[$0.minimum], accepts: $0.accepts)
      })
  }
}
