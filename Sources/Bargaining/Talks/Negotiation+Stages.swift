extension Negotiation {
  /// What counts for an actor (parties first, then mediators) at the stage that the talks have come
  /// to.
  func preferences(of actor: Int) -> Preferences {
    if let view = stages.view(of: actor, at: course[0].stage) { return view.preferences }
    return actor < partyCount
      ? scenario.parties[actor].preferences : scenario.mediators[actor - partyCount].preferences
  }

  /// Opens a stage: its issues are free, the later ones are held. A stage whose issues are all
  /// locked is passed over, but for the last.
  func openStage(_ stage: Int) {
    var stage = stage
    while !stages.isLast(stage), stages.stages[stage].allSatisfy({ bound[$0] >= 0 }) { stage += 1 }
    course[0].stage = stage
    for k in 0..<issueCount { locked[k] = bound[k] }
    for later in stages.stages[(stage + 1)...] {
      for k in later where stages.holds || bound[k] < 0 { locked[k] = max(layout.statusQuo[k], 0) }
    }
    for party in 0..<partyCount {
      let view = stages.view(of: party, at: stage)
      parties[party].table = view?.table ?? parties[party].whole
      parties[party].search = view?.search ?? stages.searches[party]
    }
    for mediator in 0..<mediatorCount {
      mediators[mediator].table =
        stages.view(of: partyCount + mediator, at: stage)?.table ?? mediators[mediator].whole
    }
  }

  /// A stage is agreed, as ``deal`` has it: its issues are locked, and everybody turns to the next.
  func settleStage<Observer: TalksObserver>(_ agreed: Deal, _ observer: inout Observer) {
    keepForZone()
    testWaitingZones()
    for k in stages.stages[course[0].stage] { bound[k] = Int(deal[k]) }
    course[0].distancesAreStale = true
    if stages.holds {
      recordAgreement(agreed)
      course[0].hasInterimDeal = true
      inForce.copy(from: deal)
    }
    if Observer.isListening {
      observer.observe(
        TalkAct(
          round: course[0].round, forum: agreed.forum, actor: .talks, kind: .settle,
          options: (0..<issueCount).map { bound[$0] >= 0 ? Int(deal[$0]) : -1 }))
    }
    openStage(course[0].stage + 1)
    for party in 0..<partyCount {
      preparePreferences(of: party)
      forgetOffers(party)
    }
    for mediator in 0..<mediatorCount {
      preparePreferences(ofMediator: mediator)
      mediators[mediator].model.reset()
      mediators[mediator].hasText = false
      mediators[mediator].textVotes = 0
    }
    for forum in 0..<forums.count { forums[forum].reset() }
    course[0].hasProgress = true
    course[0].stalled = 0
    course[0].leverageIsStale = true
  }

  /// How much more than its threshold an offer must be worth at this stage, as the table counts it:
  /// what the party expects of the later issues (see ``AgendaOrder``) is not what the options at
  /// which they are held meanwhile would bring.
  func laterStakes(_ party: Int) -> Double {
    guard stages.isStaged, !stages.holds, !stages.isLast(course[0].stage) else { return 0 }
    let worth = parties[party].whole.worth
    var (least, most) = (0.0, 0.0)
    for k in 0..<issueCount {
      let (low, high) = reach(worth, k)
      least += low
      most += high
    }
    let share =
      most > least ? min(max((parties[party].wholeThreshold - least) / (most - least), 0), 1) : 0
    var shift = 0.0
    for later in stages.stages[(course[0].stage + 1)...] {
      for k in later {
        let (low, high) = reach(worth, k)
        shift += worth[layout.offsets[k] + locked[k]] - (low + share * (high - low))
      }
    }
    return shift
  }

  /// The least and the greatest that an issue can still bring.
  private func reach(_ worth: Lane<Double>, _ k: Int) -> (low: Double, high: Double) {
    let offset = layout.offsets[k]
    if bound[k] >= 0 { return (worth[offset + bound[k]], worth[offset + bound[k]]) }
    var (low, high) = (Double.infinity, -Double.infinity)
    for option in 0..<layout.optionCounts[k] {
      low = min(low, worth[offset + option])
      high = max(high, worth[offset + option])
    }
    return (low, high)
  }
}
