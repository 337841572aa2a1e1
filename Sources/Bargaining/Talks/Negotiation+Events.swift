extension Negotiation {
  /// Step 1 of a round: effects that are over end, events happen.
  func happen<Observer: TalksObserver>(_ observer: inout Observer) {
    guard !scenario.events.isEmpty else { return }
    let round = course[0].round
    var changed = false
    if effects.someEnds(in: round) {
      for index in 0..<effects.entries.count {
        let entry = effects.entries[index]
        guard entry.inForce > 0, entry.rounds > 0,
          effects.happened(entry.event, entry.rounds, before: round)
        else { continue }
        if !changed { beforeChange() }
        changed = true
        effects.entries[index].inForce -= 1
        apply(to: entry.target)
      }
    }
    let progress = eventProgressRates.count > 0 ? self.progress() : 0
    for event in 0..<effects.hasHappened.count {
      var rate = numbers[eventRates[event]]
      if progress > 0, eventProgressRates[event] >= 0 {
        rate = min(max(rate + progress * numbers[eventProgressRates[event]], 0), 1)
      }
      if eventIsOnce[event], effects.hasHappened[event] { continue }
      guard happens(rate, dice.events[event], at: round) else { continue }
      // What is left undone here is found out in the same round, after the forums.
      if isBrokenOffBetweenTurns() { return }
      if !changed { beforeChange() }
      changed = true
      effects.note(event, in: round)
      var changes: [TalkAct.Change] = []
      for index in 0..<effects.entries.count where effects.entries[index].event == event {
        let target = effects.entries[index].target
        let before = numbers[target]
        effects.entries[index].inForce += 1
        apply(to: target)
        if Observer.isListening {
          changes.append(TalkAct.Change(ParameterID(target), from: before, to: numbers[target]))
        }
      }
      if Observer.isListening {
        observer.observe(
          TalkAct(round: round, actor: .event(event), kind: .event, options: [], changes: changes))
      }
    }
  }

  /// Brings one number up to date, and what hangs on it.
  private func apply(to target: Int) {
    numbers[target] = effects.value(at: target, drawn: drawn)
    if effects.movesLeverage[target] { course[0].leverageIsStale = true }
    let owner = effects.preferenceOwner[target]
    guard owner >= 0 else { return }
    testWaitingZones()
    if owner < partyCount {
      preparePreferences(of: owner)
      for forum in 0..<forums.count where forums[forum].proposer >= 0 {
        forums[forum].utilities[owner] = parties[owner].table.utility(forums[forum].standing)
      }
    } else {
      preparePreferences(ofMediator: owner - partyCount)
    }
  }

  /// Thresholds only fall between changes, so the zone is widest just before one: that state is
  /// kept for a test.
  private func beforeChange() {
    if course[0].round > 0 { keepForZone() }
  }
}
