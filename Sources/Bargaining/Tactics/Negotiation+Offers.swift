extension Negotiation {
  /// Relative time of a round: `(r + 1) / (R + 1)`.
  var relativeTime: Double { Double(course[0].round + 1) / Double(scenario.rounds + 1) }

  /// Moves every party's aspiration to this round:
  /// `A(t) = floor + (M - floor) (1 - F(t))`, `floor = m + (1 - kappa) (M - m)`, m the larger of worst utility and reservation.
  func updateAspirations() {
    let time = relativeTime
    for party in 0..<partyCount {
      let plan = scenario.parties[party]
      let state = parties[party]
      // With the tolerance of acceptance, so that an outcome of surplus zero can be offered as well as accepted.
      let least = max(state.worst, state.threshold - UtilityGrid.tolerance)
      let floor = least + (1 - numbers[plan.willingness.index]) * (state.best - least)
      switch plan.tactic {
      case .time(let tactic):
        let conceded = tactic.curve.concession(
          at: time, beta: numbers[tactic.beta.index], start: numbers[tactic.start.index])
        let aspiration = floor + (state.best - floor) * (1 - conceded) - numbers[tactic.tolerance.index]
        parties[party].aspiration = min(max(aspiration, floor), state.best)
      case .micro: break  // It moves with the offers of the others, not with time.
      }
    }
  }

  /// Whether a party has something to offer that is worth no less to it than no agreement. One whose reservation lies above all that it
  /// could get stays silent: others might take its best, and it would be worse off than without them.
  func hasOffer(_ party: Int) -> Bool {
    prepareOffer(party)
    let found = parties[party].offerFound
    return found.exists && !isBelowThreshold(found.utility, for: party)
      && !wouldNotLast(parties[party].offer, worth: found.utility, for: party)
  }

  /// Whether no agreement is worth more to a party than an outcome of that utility.
  func isBelowThreshold(_ utility: Double, for party: Int) -> Bool {
    utility < parties[party].threshold - UtilityGrid.tolerance
  }

  /// Whether a party that looks ahead holds an outcome that it would take for too unlikely to be carried out: no agreement is worth more to
  /// it than the utility times the survival that it expects.
  @inline(__always)
  func wouldNotLast(_ options: Lane<UInt8>, worth utility: Double, for party: Int) -> Bool {
    guard phases.lookingAhead != 0, utility > 0 else { return false }
    let state = parties[party]
    let needed = (state.reservation - state.carrots) / state.discounting
    return utility * expectedSurvival(of: options, for: party) < needed - UtilityGrid.tolerance
  }

  /// Finds what a party would offer now; the result is in its state.
  func prepareOffer(_ party: Int) {
    let state = parties[party]
    guard state.best > -.infinity else { return }
    if scenario.parties[party].tactic == .micro { return prepareMicroOffer(party) }
    switch scenario.parties[party].offer {
    case .modelled where state.offersSeen > 0:
      scoreByFrequency(party)
      take(state.search.best(by: slotScores, notBelow: state.aspiration), party)
    case .closest where state.hasSeen, .modelled where state.hasSeen:
      similarity.score(to: state.lastSeen, into: slotScores)
      take(state.search.best(by: slotScores, notBelow: state.aspiration), party)
    default:
      if state.aspiration > state.validAbove, state.aspiration <= state.validTo { return }
      let lowest = state.search.lowest(notBelow: state.aspiration)
      take(lowest.found, party)
      parties[party].validAbove = lowest.below
      parties[party].validTo = lowest.found.utility
    }
  }

  func take(_ found: OutcomeSearch.Found, _ party: Int) {
    let before = parties[party].offerFound
    parties[party].offerFound = found
    let isSame = found.left == before.left && found.right == before.right
    guard found.exists, !isSame || parties[party].offerIsRepeat else { return }
    parties[party].offerIsRepeat = false
    parties[party].search.write(found, to: parties[party].offer)
  }

  /// `nil` when a party takes an outcome worth `utility` to it, else why it does not.
  func refusal(of options: Lane<UInt8>, worth utility: Double, by party: Int) -> Refusal? {
    let state = parties[party]
    if state.table.crossesRedLine(options) { return .redLine }
    if isBelowThreshold(utility, for: party) { return .belowReservation }
    if wouldNotLast(options, worth: utility, for: party) { return .wouldNotLast }
    // An own offer is worth at least the aspiration, so below that it need not be known.
    if scenario.parties[party].tactic == .micro || rules[party].needsOffer && utility >= state.aspiration {
      prepareOffer(party)
    }
    return rules[party].refusal(of: utility, party: parties[party], time: relativeTime, numbers: numbers)
  }

  /// A party is shown an outcome: it remembers it, and counts it as progress if it is better for it than all before.
  ///
  /// - Parameter offeredBy: the party whose offer it is; -1 for a mediator's text.
  func show(_ options: Lane<UInt8>, worth utility: Double, to party: Int, offeredBy: Int) {
    noteProgress(utility, party)
    parties[party].lastSeen.copy(from: options)
    parties[party].hasSeen = true
    if scenario.parties[party].tactic == .micro {
      parties[party].ledger.receive(rank(of: options), from: offeredBy)
    }
    guard offeredBy >= 0, scenario.parties[party].offer == .modelled else { return }
    parties[party].offersSeen += 1
    let row = parties[party].counts.slice(offeredBy * layout.slotCount, layout.slotCount)
    for k in 0..<issueCount { row[layout.offsets[k] + Int(options[k])] += 1 }
  }

  func noteProgress(_ utility: Double, _ party: Int) {
    if utility > parties[party].bestSeen + numbers[scenario.talks.progress.index] {
      parties[party].bestSeen = utility
      course[0].hasProgress = true
    }
  }

  /// Scores slots by a frequency estimate of what the other parties want: options that they offer often are valued, and issues
  /// whose option they seldom change weigh most.
  private func scoreByFrequency(_ party: Int) {
    slotScores.fill(0)
    for other in 0..<partyCount where other != party {
      let counts = parties[party].counts.slice(other * layout.slotCount, layout.slotCount)
      FrequencyEstimate(counts: counts, layout: layout).add(to: slotScores)
    }
  }
}
