import Randomness

extension Negotiation {
  /// MiCRO (de Jonge 2022): finds the threshold of a party, which is what it would offer next: its next new outcome, if it has made no more
  /// distinct offers than it has had in return, else its last new one.
  func prepareMicroOffer(_ party: Int) {
    if microMayConcede(party), let next = nextMicroOutcome(party) {
      parties[party].aspiration = next.utility
      take(next, party)
    } else if parties[party].ledger.sent > 0 {
      parties[party].aspiration = parties[party].lastNew.utility
      take(parties[party].lastNew, party)
    }
  }

  /// What MiCRO as a part of a mixture aims for: the outcome that it would come to, whatever the mixture offers.
  func microLevel(_ party: Int) -> Double {
    let next = microMayConcede(party) ? nextMicroOutcome(party) : nil
    parties[party].nextNew = next ?? OutcomeSearch.Found()
    if let next { return next.utility }
    return parties[party].ledger.sent > 0 ? parties[party].lastNew.utility : parties[party].best
  }

  /// Makes the offer that was prepared: a new one is noted; a party that may not concede repeats one of its earlier offers, at random.
  func chooseMicroOffer(_ party: Int, _ forum: Int) {
    let found = parties[party].offerFound
    if parties[party].ledger.sent == 0 || found.left != parties[party].lastNew.left
      || found.right != parties[party].lastNew.right
    {
      parties[party].lastNew = found
      parties[party].knowsAfterNew = false
      parties[party].ledger.send(rank(of: parties[party].offer))
      return
    }
    let draw = RandomStream.uniform(
      seed: key[0].seed, run: key[0].run, stream: dice.repeats[party * forums.count + forum],
      at: UInt32(truncatingIfNeeded: course[0].round))
    write(
      parties[party].ledger.sentRank(Int(draw * Double(parties[party].ledger.sent))), to: parties[party].offer
    )
    parties[party].offerIsRepeat = true
    parties[party].offerKnownIn = -1
  }

  private func microMayConcede(_ party: Int) -> Bool {
    let ledger = parties[party].ledger
    return ledger.sent == 0 || ledger.sent <= ledger.returned(to: party, parties: partyCount)
  }

  /// The best own outcome that comes after the last new one, by utility, then by rank; `nil` when that is below the reservation.
  private func nextMicroOutcome(_ party: Int) -> OutcomeSearch.Found? {
    if !parties[party].knowsAfterNew {
      parties[party].afterNew =
        parties[party].ledger.sent == 0
        ? parties[party].search.lowest(notBelow: parties[party].best).found
        : parties[party].search.next(after: parties[party].lastNew)
      parties[party].knowsAfterNew = true
    }
    let next = parties[party].afterNew
    guard next.exists, next.utility >= parties[party].threshold - UtilityGrid.tolerance else { return nil }
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
