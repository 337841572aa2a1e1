extension Negotiation {
  /// What counts for a party at the stage that the talks have come to.
  func preferences(of party: Int) -> Preferences {
    views.view(of: party, at: agenda.stage)?.preferences ?? scenario.parties[party].preferences
  }

  /// The parties turn to the issues of the present stage.
  func takeViews() {
    for party in 0..<partyCount {
      let view = views.view(of: party, at: agenda.stage)
      parties[party].table = view?.table ?? parties[party].whole
      parties[party].search = view?.search ?? searches[party]
    }
  }

  /// A stage is agreed, as the deal has it: its issues are locked, and everybody turns to the next.
  func settleStage<Observer: TalksObserver>(_ agreed: Deal, _ observer: inout Observer) {
    zone.keep()
    zone.test()
    // What was in force until now counts in what the deal is worth.
    if agenda.holds { recordAgreement(agreed) }
    agenda.settleStage()
    if Observer.isListening {
      observer.observe(
        TalkAct(
          round: course[0].round, forum: agreed.forum, actor: .talks, kind: .settle,
          options: (0..<issueCount).map { agenda.bound[$0] >= 0 ? Int(agenda.deal[$0]) : -1 }))
    }
    agenda.open(agenda.stage + 1)
    takeViews()
    for party in 0..<partyCount {
      preparePreferences(of: party)
      forgetOffers(party)
    }
    mediators.turnToStage()
    for forum in 0..<forums.count { forums[forum].reset() }
    course[0].hasProgress = true
    course[0].stalled = 0
  }

  /// How much more than its threshold an offer must be worth at this stage, as the table counts it: what the party expects of the later
  /// issues (see ``AgendaOrder``) is not what the options at which they are held meanwhile would bring.
  func laterStakes(_ party: Int) -> Double {
    guard agenda.isStaged, !agenda.holds, !agenda.isAtLastStage else { return 0 }
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
    for later in agenda.laterStages {
      for k in later {
        let (low, high) = reach(worth, k)
        shift += worth[layout.offsets[k] + agenda.locked[k]] - (low + share * (high - low))
      }
    }
    return shift
  }

  /// The least and the greatest that an issue can still bring.
  private func reach(_ worth: Lane<Double>, _ k: Int) -> (low: Double, high: Double) {
    let offset = layout.offsets[k]
    if agenda.bound[k] >= 0 {
      let settled = worth[offset + agenda.bound[k]]
      return (settled, settled)
    }
    var (low, high) = (Double.infinity, -Double.infinity)
    for option in 0..<layout.optionCounts[k] {
      low = min(low, worth[offset + option])
      high = max(high, worth[offset + option])
    }
    return (low, high)
  }
}
