import Randomness

extension Negotiation {
  /// Plays all rounds of a run that has been drawn.
  func play<Observer: TalksObserver>(_ observer: inout Observer) {
    let looksWithinRounds = stopWatch.isWithinRounds
    var nextLook = stopWatch.rounds
    for round in 0..<scenario.rounds {
      if round == nextLook {
        if lookUp() { return }
        nextLook += stopWatch.rounds
      }
      course[0].round = round
      course[0].clock = clock(of: round)
      happen(&observer)
      updateStanding()
      if course[0].isSuspended {
        switch restOrResume(&observer) {
        case .collapsed: return end(.collapsed)
        case .suspended:
          chargeDelay()
          continue
        case .active: break
        }
      }
      let agreed = sitForums(&observer)
      if looksWithinRounds, course[0].isBrokenOff { return }
      if let agreed {
        if stages.isLast(course[0].stage) {
          switch ratify(agreed, &observer) {
          case .ratified: return conclude(agreed, &observer)
          case .rejected: return end(.rejectedAtHome)
          case .sentBack: break
          }
        } else {
          settleStage(agreed, &observer)
        }
      }
      if noteStallOrCollapse(&observer) { return end(.collapsed) }
      chargeDelay()
    }
    end(.outOfTime)
  }

  private enum State { case active, suspended, collapsed }

  /// Step 3: suspended talks collapse, stay suspended, or resume.
  private func restOrResume<Observer: TalksObserver>(_ observer: inout Observer) -> State {
    let round = course[0].round
    let talks = scenario.talks
    if happens(numbers[talks.collapseWhileSuspended.index], dice.collapseWhileSuspended, at: round) {
      course[0].roundsSuspended += 1
      return .collapsed
    }
    let hazard =
      numbers[talks.resume.base.index] + numbers[talks.resume.mediation.index] * course[0].effort
      + numbers[talks.resume.pain.index] * leastDelay()
    guard happens(1 - Elementary.exp(-hazard), dice.resumption, at: round) else {
      course[0].roundsSuspended += 1
      return .suspended
    }
    course[0].isSuspended = false
    course[0].stalled = 0
    course[0].resumptions += 1
    if Observer.isListening {
      observer.observe(TalkAct(round: round, actor: .talks, kind: .resume, options: []))
    }
    return .active
  }

  /// Step 4: every forum that sits, in the order of the scenario.
  private func sitForums<Observer: TalksObserver>(_ observer: inout Observer) -> Deal? {
    let round = course[0].round
    updateAspirations()
    course[0].hasProgress = false
    var sat = false
    for forum in 0..<forumPlans.count {
      guard forumPlans[forum].rhythm.sits(in: round) else { continue }
      if !sat { course[0].roundsSat += 1 }
      sat = true
      if let deal = sit(forum, &observer) { return deal }
    }
    if sat { course[0].stalled = course[0].hasProgress ? 0 : course[0].stalled + 1 }
    return nil
  }

  /// Step 7: talks without progress are suspended; active talks may break down. Returns whether
  /// they did.
  private func noteStallOrCollapse<Observer: TalksObserver>(_ observer: inout Observer) -> Bool {
    let round = course[0].round
    if happens(numbers[scenario.talks.collapseWhileActive.index], dice.collapse, at: round) { return true }
    guard let patience = scenario.talks.suspendAfter, course[0].stalled >= patience else { return false }
    suspend(&observer)
    return false
  }

  /// The talks are suspended; nothing that was on the table stands any longer.
  func suspend<Observer: TalksObserver>(_ observer: inout Observer) {
    course[0].isSuspended = true
    course[0].stalled = 0
    course[0].suspensions += 1
    for forum in 0..<forums.count { forums[forum].clear() }
    if Observer.isListening {
      observer.observe(TalkAct(round: course[0].round, actor: .talks, kind: .suspend, options: []))
    }
  }

  /// Everybody bears the cost of one more round.
  private func chargeDelay() {
    for party in 0..<partyCount {
      parties[party].delay += numbers[partyPlans[party].costOfDelay.index]
      parties[party].discounting *= numbers[partyPlans[party].discount.index]
    }
  }

  /// Pain: the least of the parties' accumulated costs of delay.
  private func leastDelay() -> Double {
    var least = Double.infinity
    for party in 0..<partyCount { least = min(least, parties[party].delay) }
    return least
  }

  private func end(_ ending: Ending) {
    recordZoneAtEnd()
    if course[0].hasInterimDeal {
      // What was settled holds, as it was when it was settled.
      record.ending = .partialAgreement
      record.zone = .exists
      record.zoneIsBare = false
      return
    }
    record.ending = ending
    record.round = course[0].round
    for party in 0..<partyCount {
      let state = parties[party]
      parties[party].signingThreshold = (state.reservation - state.carrots) / state.discounting
      record.utilities[party] = parties[party].reservation
      record.surpluses[party] = 0
    }
  }

  private func conclude<Observer: TalksObserver>(_ agreed: Deal, _ observer: inout Observer) {
    var isFull = true
    for k in 0..<issueCount {
      if layout.held[k] < 0, layout.statusQuo[k] == Int(deal[k]) { isFull = false }
    }
    record.ending = isFull ? .fullAgreement : .partialAgreement
    record.zone = .exists
    recordAgreement(agreed)
    if phases.steps.count > 0 { carryOut(&observer) }
  }

  /// Writes down who agreed on what, and what it is worth to each. What an interim deal brought
  /// counts from the round in which it was signed, what the deal adds to it from now on.
  func recordAgreement(_ agreed: Deal) {
    for k in 0..<issueCount { record.options[k] = deal[k] }
    record.round = course[0].round
    record.forum = agreed.forum
    record.mediator = agreed.mediator < 0 ? nil : agreed.mediator
    for party in 0..<partyCount {
      let state = parties[party]
      let utility = state.whole.utility(deal)
      let value =
        course[0].hasInterimDeal
        ? record.utilities[party] + state.discounting * (utility - state.whole.utility(inForce))
        : state.discounting * utility
      record.utilities[party] = value
      record.surpluses[party] = value + state.carrots - state.reservation
      parties[party].signingThreshold = (state.reservation - state.carrots) / state.discounting
    }
  }
}
