import Randomness

extension Negotiation {
  /// MiCRO (de Jonge 2022): finds the threshold of a party, which is what it would offer next: its
  /// next new outcome, if it has made no more distinct offers than it has had in return, else its
  /// last new one.
  func prepareMicroOffer(_ party: Int) {
    if microMayConcede(party), let next = nextMicroLevel(party) {
      parties[party].aspiration = next.found.utility
      take(next.found, party)
      if next.isTied { tie(party, TieBand(low: next.low, high: next.high)) }
    } else if parties[party].ledger.sent > 0 {
      parties[party].aspiration = parties[party].lastNew.utility
      take(parties[party].lastNew, party)
    }
  }

  /// What MiCRO as a part of a mixture aims for: the outcome that it would come to, whatever the
  /// mixture offers.
  func microLevel(_ party: Int) -> Double {
    let next = microMayConcede(party) ? nextMicroLevel(party)?.found : nil
    parties[party].nextNew = next ?? OutcomeSearch.Found()
    if let next { return next.utility }
    return parties[party].ledger.sent > 0 ? parties[party].lastNew.utility : parties[party].best
  }

  /// Makes the offer that was prepared: a new one is noted; a party that may not concede repeats
  /// one of its earlier offers, at random.
  func chooseMicroOffer(_ party: Int, _ forum: Int) {
    let found = parties[party].offerFound
    if parties[party].ledger.sent == 0 || found.left != parties[party].lastNew.left
      || found.right != parties[party].lastNew.right
    {
      noteNew(ownFound(party), party)
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

  /// A party goes down its list to an outcome of the level after the last.
  func noteNew(_ found: OutcomeSearch.Found, _ party: Int) {
    parties[party].lastNew = found
    parties[party].newLevel = parties[party].afterNew
    parties[party].knowsAfterNew = false
    parties[party].ledger.send(parties[party].search.rank(found), from: party)
  }

  private func microMayConcede(_ party: Int) -> Bool {
    let ledger = parties[party].ledger
    return ledger.sent == 0 || ledger.sent <= ledger.returned(to: party, parties: partyCount)
  }

  /// Where the next new outcome of a party lies on its list; `nil` when that is below the
  /// reservation.
  ///
  /// The list goes down by levels: the best outcome that is in none yet, and all that are worth the
  /// same. Those of a level that it has not offered come before the next level.
  private func nextMicroLevel(_ party: Int) -> MicroLevel? {
    if !parties[party].knowsAfterNew {
      parties[party].afterNew = findMicroLevel(party)
      parties[party].knowsAfterNew = true
    }
    let next = parties[party].afterNew
    guard next.found.exists, next.found.utility >= parties[party].threshold - UtilityGrid.tolerance else {
      return nil
    }
    return next
  }

  private func findMicroLevel(_ party: Int) -> MicroLevel {
    let state = parties[party]
    guard state.ledger.sent > 0 else { return microLevel(from: state.best, party) }
    if state.newLevel.isTied {
      let rest = restOfLevel(state.newLevel, party)
      if rest.found.exists { return rest }
    }
    let edge = parties[party].search.lowest(falling: state.newLevel.low).below
    return edge > -.infinity ? microLevel(from: edge, party) : MicroLevel()
  }

  /// The level whose best outcome is worth so much.
  private func microLevel(from high: Double, _ party: Int) -> MicroLevel {
    let lowest = parties[party].search.lowest(falling: high)
    let low = high - UtilityGrid.tolerance
    return MicroLevel(found: lowest.found, high: high, isTied: lowest.below >= low || lowest.rival <= high)
  }

  /// What a level still holds that the party has not offered; the best of it is found, of equals
  /// the one of lowest rank. Of a level of more than 2^20, the first that the walk comes upon.
  private func restOfLevel(_ level: MicroLevel, _ party: Int) -> MicroLevel {
    var rest = MicroLevel(high: level.high, isTied: true)
    var walk = BandWalk(TieBand(low: level.low, high: level.high))
    var left = Self.mostOfLevel
    while left > 0, let found = walk.next(in: &parties[party].search) {
      left -= 1
      let rank = parties[party].search.rank(found)
      if found.utility < rest.found.utility || parties[party].ledger.hasSent(rank, from: party) { continue }
      if found.utility > rest.found.utility || rank < parties[party].search.rank(rest.found) {
        rest.found = found
      }
    }
    return rest
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

/// A level of a party's list of outcomes: those worth the same as its best.
struct MicroLevel: BitwiseCopyable {
  /// One that was not offered yet.
  var found = OutcomeSearch.Found()
  /// What the best of the level is worth.
  var high = -Double.infinity
  var isTied = false

  var low: Double { high - UtilityGrid.tolerance }
}
