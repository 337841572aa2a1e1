extension Negotiation {
  /// Draws every number of a run and sets every part back to the beginning.
  func begin(run: UInt32, seed: UInt64, lookingForZone: Bool) {
    numbers.draw(run: run, seed: seed)
    events.reset()
    course.begin()
    witness.zone.begin(isLooking: lookingForZone)
    seats.home.begin(isWatched: lookingForZone)
    witness.causes.begin(isLooking: lookingForZone)
    agenda.begin(numbers)
    seats.begin()
    if course.stopWatch.isBrokenOff { return }
    mediators.begin()
    forums.begin()
    witness.begin(run: run)
  }

  /// Plays all rounds of a run that has been drawn.
  func play<Observer: TalksObserver>(_ observer: inout Observer) {
    let stopWatch = course.stopWatch
    var nextLook = min(stopWatch.rounds, numbers.nextBranch)
    for round in 0..<scenario.rounds {
      if round == nextLook {
        numbers.beginBranches(of: round)
        if stopWatch.lookUp() { return }
        nextLook = min((round / stopWatch.rounds + 1) * stopWatch.rounds, numbers.nextBranch)
      }
      course.enter(round)
      happen(&observer)
      course.measureTime()
      updateStanding()
      if course.isSuspended {
        let factors = (factor(of: course.collapse), factor(of: course.resumption))
        switch course.resume(effort: mediators.effort, pain: seats.leastDelay, factors: factors) {
        case .brokenDown:
          witness.tolls.bear(.suspended)
          return breakDown()
        case .rested:
          witness.tolls.bear(.suspended)
          if closeRound(&observer) { return witness.recordEnd(.outOfTime) }
          continue
        case .resumed: tell(.resume, &observer)
        }
      }
      if !witness.tolls.isEmpty { witness.tolls.bear(.active) }
      seats.updateAspirations()
      let agreed = forums.sit(&observer)
      if stopWatch.isWithinRounds, stopWatch.isBrokenOff { return }
      if let agreed {
        if agenda.isAtLastStage {
          switch homeTable.ratify(agreed, &observer) {
          case .ratified:
            witness.recordDeal(agreed)
            return seats.aftermath.carryOut(agenda.deal, &observer, note: witness.notePhase)
          case .rejected: return witness.recordEnd(.rejectedAtHome)
          case .sentBack: suspend(&observer)
          }
        } else {
          settleStage(agreed, &observer)
        }
      }
      switch course.turn(factor: factor(of: course.collapse)) {
      case .brokenDown: return breakDown()
      case .stalled: suspend(&observer)
      case .goesOn: break
      }
      if closeRound(&observer) { return witness.recordEnd(.outOfTime) }
    }
    witness.recordEnd(.outOfTime, isStillTalking: course.ends.isOwn)
  }

  private func breakDown() {
    witness.recordEnd(.collapsed, isByEvent: !breaksDownUnmoved())
  }

  /// Everybody bears the round, unless it is the last: there is none after it whose delay would
  /// discount anything. Returns whether the deadline has come.
  private func closeRound<Observer: TalksObserver>(_ observer: inout Observer) -> Bool {
    if course.ends.isOwn {
      switch course.ends.turn(course.round) {
      case .over: return true
      case .putOff(let from, let to):
        if let deadline = scenario.talks.deadline {
          tell(.extend, changes: [TalkAct.Change(deadline.round, from: from, to: to)], &observer)
        }
      case .goesOn: break
      }
    }
    if course.round + 1 < scenario.rounds { seats.bearRound() }
    return false
  }

  /// Leverage, and from it what no agreement is worth to each party.
  func updateStanding() {
    if mediators.pullAnew {
      let leverage = mediators.bringLeverage()
      witness.noteChange()
      seats.feel(leverage)
    }
    seats.updateStanding()
    if course.round == 0 { witness.noteFirstReservations() }
    if witness.zone.isLooking { witness.zone.noteMove() }
  }

  /// What a hazard is multiplied by; 1, and nothing is looked at, where all coefficients are 0.
  @inline(__always)
  private func factor(of rule: HazardRule) -> Double {
    rule.isAtWork(numbers.current) ? rule.factor(measures(), numbers.current) : 1
  }

  /// Effects end, events happen, and what hangs on the numbers that they change follows.
  private func happen<Observer: TalksObserver>(_ observer: inout Observer) {
    guard !scenario.events.isEmpty else { return }
    let progress = events.watchesProgress ? seats.progress() : 0
    let changed = events.happen(in: course.round, progress: progress, numbers, &observer)
    guard changed.count > 0 else { return }
    witness.noteChange()
    for place in 0..<changed.count {
      // What is left undone here is found out in the same round, after the forums.
      if course.stopWatch.stopsBetweenTurns() { return }
      dependents.follow(changed[place])
    }
  }

  /// A stage is agreed, as the deal has it: its issues are locked, and everybody turns to the next.
  private func settleStage<Observer: TalksObserver>(_ agreed: Deal, _ observer: inout Observer) {
    witness.noteStage(agreed)
    agenda.settleStage()
    if agenda.hasInterimDeal { witness.tolls.noteInterimDeal() }
    tell(
      .settle, in: agreed.forum,
      options: (0..<agenda.issueCount).map { agenda.bound[$0] >= 0 ? Int(agenda.deal[$0]) : -1 }, &observer)
    agenda.open(agenda.stage + 1)
    seats.turnToStage()
    mediators.turnToStage()
    forums.reset()
    course.noteSettled()
  }

  /// The talks are suspended; nothing that was on the table stands any longer.
  private func suspend<Observer: TalksObserver>(_ observer: inout Observer) {
    course.suspend()
    forums.clear()
    tell(.suspend, &observer)
  }

  /// What the talks themselves do, for whoever listens.
  private func tell<Observer: TalksObserver>(
    _ kind: TalkAct.Kind, in forum: Int? = nil, options: @autoclosure () -> [Int] = [],
    changes: @autoclosure () -> [TalkAct.Change] = [], _ observer: inout Observer
  ) {
    guard Observer.isListening else { return }
    observer.observe(
      TalkAct(
        round: course.round, forum: forum, actor: .talks, kind: kind, options: options(), changes: changes()))
  }
}
