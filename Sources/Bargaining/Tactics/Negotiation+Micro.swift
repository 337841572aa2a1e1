import Randomness

extension Negotiation {
  /// MiCRO (de Jonge 2022): finds the threshold of a party, which is what it would offer next: its next new outcome, if it has made no more
  /// distinct offers than it has had in return, else its last new one.
  func prepareMicroOffer(_ party: Int) {
    let state = parties[party]
    if microMayConcede(party), let next = nextMicroOutcome(party) {
      parties[party].aspiration = next.utility
      take(next, party)
    } else if state.ledger.sent > 0 {
      parties[party].aspiration = state.lastNew.utility
      take(state.lastNew, party)
    }
  }

  /// What MiCRO as a part of a mixture aims for: the outcome that it would come to, whatever the mixture offers.
  func microLevel(_ party: Int) -> Double {
    let state = parties[party]
    let next = microMayConcede(party) ? nextMicroOutcome(party) : nil
    parties[party].nextNew = next ?? OutcomeSearch.Found()
    if let next { return next.utility }
    return state.ledger.sent > 0 ? state.lastNew.utility : state.best
  }

  /// Makes the offer that was prepared: a new one is noted; a party that may not concede repeats one of its earlier offers, at random.
  func chooseMicroOffer(_ party: Int, _ forum: Int) {
    let state = parties[party]
    let found = state.offerFound
    if state.ledger.sent == 0 || found.left != state.lastNew.left || found.right != state.lastNew.right {
      parties[party].lastNew = found
      parties[party].knowsAfterNew = false
      state.ledger.send(rank(of: state.offer))
      return
    }
    let draw = RandomStream.uniform(
      seed: key[0].seed, run: key[0].run, stream: dice.repeats[party * forums.count + forum],
      at: UInt32(truncatingIfNeeded: course[0].round))
    write(state.ledger.sentRank(Int(draw * Double(state.ledger.sent))), to: state.offer)
    parties[party].offerIsRepeat = true
    parties[party].offerKnownIn = -1
  }

  private func microMayConcede(_ party: Int) -> Bool {
    let ledger = parties[party].ledger
    return ledger.sent == 0 || ledger.sent <= ledger.returned(to: party, parties: partyCount)
  }

  /// The best own outcome that comes after the last new one, by utility, then by rank; `nil` when that is below the reservation.
  private func nextMicroOutcome(_ party: Int) -> OutcomeSearch.Found? {
    let state = parties[party]
    if !state.knowsAfterNew {
      parties[party].afterNew =
        state.ledger.sent == 0
        ? state.search.lowest(notBelow: state.best).found : state.search.next(after: state.lastNew)
      parties[party].knowsAfterNew = true
    }
    let next = parties[party].afterNew
    guard next.exists, next.utility >= state.threshold - UtilityGrid.tolerance else { return nil }
    return next
  }

  func rank(of options: Lane<UInt8>) -> UInt64 {
    var rank: UInt64 = 0
    for k in 0..<issueCount { rank += UInt64(options[k]) * layout.space.strides[k] }
    return rank
  }

  private func write(_ rank: UInt64, to options: Lane<UInt8>) {
    for k in 0..<issueCount { options[k] = UInt8(truncatingIfNeeded: layout.space.option(of: k, in: rank)) }
  }
}
