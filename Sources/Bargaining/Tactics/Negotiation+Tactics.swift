import Randomness

extension Negotiation {
  /// Brings the aspiration of a party up to date with what it has seen, and finds the outcome where
  /// the tactic is one that walks through outcomes. Returns whether the outcome that it would offer
  /// is thereby found.
  func followTactic(_ party: Int) -> Bool {
    switch tactics[party].kind {
    case .time, .hardliner: return false
    case .micro:
      prepareMicroOffer(party)
      return true
    case .random:
      let found = randomOutcome(party, 0)
      parties[party].aspiration = found.utility
      take(found, party)
      return true
    case .zeuthen:
      let step = zeuthenStep(party)
      parties[party].aspiration = step.found.utility
      take(step.found, party)
      if step.isTied { tie(party, step.band) }
      return true
    case .relative, .absolute, .averaged, .custom, .mix:
      let view = view(of: party)
      parties[party].aspiration = view.held(level(0, party, view))
      return false
    }
  }

  /// A party makes the offer that it has prepared: what it remembers of its own offers moves on.
  func noteOwnOffer(_ party: Int, _ forum: Int) {
    let tactic = tactics[party]
    switch tactic.kind {
    case .time, .hardliner, .random: break
    case .micro: chooseMicroOffer(party, forum)
    case .zeuthen: parties[party].lastNew = ownFound(party)
    case .relative, .absolute, .averaged, .custom, .mix:
      let state = parties[party]
      parties[party].lastAspiration = state.aspiration
      parties[party].answered = state.heard
      if state.memory.made.count > 0 { state.memory.made[0].append(ownWorth(of: party)) }
      if tactic.usesOffers { parties[party].lastOwn = ownFound(party) }
      guard tactic.usesLedger, state.nextNew.exists else { return }
      noteNew(state.nextNew, party)
      parties[party].nextNew = OutcomeSearch.Found()
    }
  }

  /// A party sees an offer of another, or a mediator's text (-1).
  func watch(_ options: Lane<UInt8>, worth utility: Double, by party: Int, from sender: Int) {
    parties[party].heard += 1
    if tactics[party].usesLedger { parties[party].ledger.receive(rank(of: options), from: sender) }
    parties[party].memory.see(options, worth: utility, from: sender)
  }

  /// What a party knows now.
  private func view(of party: Int) -> BiddingView {
    let state = parties[party]
    var view = BiddingView(
      time: relativeTime, round: course[0].round, rounds: scenario.rounds, best: state.best,
      floor: state.floor,
      reservation: state.threshold, lastAspiration: min(state.lastAspiration, state.best),
      hasNews: state.heard > state.answered)
    if state.memory.made.count > 0 {
      view.made = state.memory.made[0]
      view.received = state.memory.receivedByAll()
    }
    return view
  }

  /// What one tactic of a party aims for, by itself or as part of a mixture.
  private func level(_ place: Int, _ party: Int, _ view: BiddingView) -> Double {
    let node = tactics[party].nodes[place]
    switch node.kind {
    case .time: return timeConcession(node).aspiration(view)
    case .hardliner: return Hardliner().aspiration(view)
    case .relative: return TitForTat(.relative, window: node.window).aspiration(view)
    case .averaged: return TitForTat(.averaged, window: node.window).aspiration(view)
    case .absolute:
      var view = view
      view.draw = draw(place, party)
      let rule = TitForTat.Rule.absolute(
        step: numbers[node.step], direction: node.isDemanding ? .demand : .concede)
      return TitForTat(rule, window: node.window).aspiration(view)
    case .custom:
      var view = view
      view.draw = draw(place, party)
      return view.held(customTactics[node.first].aspiration(view))
    case .micro: return microLevel(party)
    case .zeuthen: return zeuthenStep(party).found.utility
    case .random: return randomOutcome(party, place).utility
    case .mix:
      var weights = 0.0
      for part in node.first..<node.first + node.parts {
        weights += numbers[tactics[party].nodes[part].weight]
      }
      var sum = 0.0
      for part in node.first..<node.first + node.parts {
        let share =
          weights > 0 ? numbers[tactics[party].nodes[part].weight] / weights : 1 / Double(node.parts)
        if share > 0 { sum += share * view.held(level(part, party, view)) }
      }
      return sum
    }
  }

  @inline(__always)
  func timeConcession(_ node: TacticPlan.Node) -> TimeConcession {
    TimeConcession(
      curve: node.isExponential ? .exponential : .polynomial, beta: numbers[node.beta],
      start: numbers[node.start], tolerance: numbers[node.tolerance])
  }

  /// The draw of this round of one tactic of a party.
  private func draw(_ place: Int, _ party: Int) -> Double {
    RandomStream.uniform(
      seed: key[0].seed, run: key[0].run, stream: dice.tactics[party][place],
      at: UInt32(truncatingIfNeeded: course[0].round))
  }

  /// Any of the outcomes at or above the floor, each as likely (up to the 2^-53 of the draw); its
  /// best if rounding leaves none.
  private func randomOutcome(_ party: Int, _ place: Int) -> OutcomeSearch.Found {
    let state = parties[party]
    let count = parties[party].search.count(notBelow: state.floor)
    guard count > 0 else { return parties[party].search.lowest(notBelow: state.best).found }
    let index = UInt64(draw(place, party) * Double(count))
    return parties[party].search.outcome(number: min(index, count - 1), notBelow: state.floor)
  }
}
