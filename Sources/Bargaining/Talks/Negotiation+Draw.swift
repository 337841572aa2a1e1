import Randomness

extension Negotiation {
  /// Draws every number of a run and sets everybody back to the beginning.
  func begin(run: UInt32, seed: UInt64, lookingForZone: Bool) {
    key[0] = RunKey(seed: seed, run: run)
    for (parameter, value) in dice.constants { drawn[parameter] = value }
    for draw in dice.uniforms {
      var stream = RandomStream(seed: seed, run: run, stream: draw.stream)
      let level = levels[draw.parameter]
      drawn[draw.parameter] =
        level.isNaN
        ? Distribution.uniformQuantile(stream.open(), draw.low, draw.high)
        : Distribution.uniform(low: draw.low, high: draw.high).quantile(level)
    }
    for draw in dice.draws {
      let level = levels[draw.parameter]
      if level.isNaN {
        var stream = RandomStream(seed: seed, run: run, stream: draw.stream)
        drawn[draw.parameter] = draw.distribution.sample(&stream)
      } else {
        drawn[draw.parameter] = draw.distribution.quantile(level)
      }
    }
    for number in fixedNumbers { drawn[number.parameter] = number.value }
    numbers.copy(from: drawn)
    effects.reset()
    course[0] = Course()
    course[0].clock = clock(of: 0)
    course[0].isSuspended = scenario.talks.startSuspended
    course[0].looksForZone = lookingForZone
    lockTentatives()
    if stages.isStaged { openStage(0) }
    for party in 0..<partyCount {
      if isBrokenOffBetweenTurns() { return }
      resetParty(party)
    }
    for mediator in 0..<mediatorCount { resetMediator(mediator) }
    for forum in 0..<forums.count {
      forums[forum].reset()
    }
    mediatorTexts.fill(0)
    forumTexts.fill(0)
    record.reset(run: run)
  }

  /// Locks each tentatively settled issue with the probability of its firmness, and issues off the
  /// agenda for good.
  private func lockTentatives() {
    for k in 0..<issueCount { bound[k] = firstLock(k) }
  }

  /// What an issue is locked to from the beginning of the run, or -1.
  func firstLock(_ k: Int) -> Int {
    guard layout.held[k] < 0, let tentative = scenario.issues[k].tentative else { return layout.held[k] }
    return happens(numbers[tentative.firmness.index], dice.tentatives[k], at: 0) ? tentative.option : -1
  }

  /// Recomputes what outcomes are worth to a party, at the start or after an event changed its
  /// preferences.
  func preparePreferences(of party: Int) {
    let state = parties[party]
    state.table.fill(from: preferences(of: party), numbers: numbers, layout: layout)
    if stages.isStaged {
      state.whole.fill(from: scenario.parties[party].preferences, numbers: numbers, layout: layout)
    }
    parties[party].search.prepare(state.table, locked: locked)
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

  /// The same for a mediator.
  func preparePreferences(ofMediator mediator: Int) {
    let state = mediators[mediator]
    state.table.fill(from: preferences(of: partyCount + mediator), numbers: numbers, layout: layout)
    for k in 0..<issueCount {
      let offset = layout.offsets[k]
      var best = 0
      for option in 1..<layout.optionCounts[k]
      where state.table.worth[offset + option] > state.table.worth[offset + best] { best = option }
      state.preferred[k] = best
    }
    mediators[mediator].most = state.table.mostUtility(of: state.table.worth)
    course[0].distancesAreStale = true
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

  private func resetMediator(_ mediator: Int) {
    preparePreferences(ofMediator: mediator)
    mediators[mediator].error.fill(1)
    mediators[mediator].model.reset()
    mediators[mediator].hasNoise = false
    mediators[mediator].hasText = false
    mediators[mediator].textVotes = 0
  }

  /// Whether something of that probability happens: draw number `index` of a stream of this run.
  @inline(__always)
  func happens(_ probability: Double, _ stream: StreamID, at index: Int) -> Bool {
    if probability <= 0 { return false }
    if probability >= 1 { return true }
    let draw = RandomStream.uniform(
      seed: key[0].seed, run: key[0].run, stream: stream, at: UInt32(truncatingIfNeeded: index))
    return draw < probability
  }
}

/// What every random stream of a run is keyed by.
struct RunKey: BitwiseCopyable {
  var seed: UInt64 = 0
  var run: UInt32 = 0
}
