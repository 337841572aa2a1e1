import Randomness

extension Seats {
  /// MiCRO (de Jonge 2022): finds the threshold of a party, which is what it would offer next: its next new outcome, if it has made no more
  /// distinct offers than it has had in return, else its last new one.
  func prepareMicroOffer(_ party: Int) {
    if microMayConcede(party), let next = nextMicroLevel(party) {
      parties[party].standing.aspiration = next.found.utility
      lay(next.found, party)
      if next.isTied { parties[party].desk.tie(TieBand(low: next.low, high: next.high)) }
    } else if parties[party].hearing.ledger.sent > 0 {
      parties[party].standing.aspiration = parties[party].desk.lastNew.utility
      lay(parties[party].desk.lastNew, party)
    }
  }

  /// What MiCRO as a part of a mixture aims for: the outcome that it would come to, whatever the mixture offers.
  func microLevel(_ party: Int) -> Double {
    let next = microMayConcede(party) ? nextMicroLevel(party)?.found : nil
    parties[party].desk.nextNew = next ?? OutcomeSearch.Found()
    if let next { return next.utility }
    return parties[party].hearing.ledger.sent > 0
      ? parties[party].desk.lastNew.utility : parties[party].worth.best
  }

  /// Makes the offer that was prepared: a new one is noted; a party that may not concede repeats one of its earlier offers, at random.
  func chooseMicroOffer(_ party: Int, _ forum: Int) {
    let found = parties[party].desk.offerFound
    if parties[party].hearing.ledger.sent == 0 || found.left != parties[party].desk.lastNew.left
      || found.right != parties[party].desk.lastNew.right
    {
      noteNew(parties[party].desk.found, party)
      return
    }
    let draw = numbers.chance(
      numbers.dice.repeats[party * tables.count + forum], at: course.round)
    write(
      parties[party].hearing.ledger.sentRank(Int(draw * Double(parties[party].hearing.ledger.sent))),
      to: parties[party].desk.offer
    )
    parties[party].desk.noteRepeat()
  }

  /// A party goes down its list to an outcome of the level after the last.
  func noteNew(_ found: OutcomeSearch.Found, _ party: Int) {
    parties[party].desk.lastNew = found
    parties[party].desk.newLevel = parties[party].desk.afterNew
    parties[party].desk.knowsAfterNew = false
    parties[party].hearing.ledger.send(parties[party].worth.search.rank(found), from: party)
  }

  private func microMayConcede(_ party: Int) -> Bool {
    let ledger = parties[party].hearing.ledger
    return ledger.sent == 0 || ledger.sent <= ledger.returned(to: party, parties: count)
  }

  /// Where the next new outcome of a party lies on its list; `nil` when that is below the reservation.
  ///
  /// The list goes down by levels: the best outcome that is in none yet, and all that are worth the same. Those of a level that it has not
  /// offered come before the next level.
  private func nextMicroLevel(_ party: Int) -> MicroLevel? {
    if !parties[party].desk.knowsAfterNew {
      parties[party].desk.afterNew = findMicroLevel(party)
      parties[party].desk.knowsAfterNew = true
    }
    let next = parties[party].desk.afterNew
    guard next.found.exists, next.found.utility >= parties[party].standing.threshold - UtilityGrid.tolerance
    else {
      return nil
    }
    return next
  }

  private func findMicroLevel(_ party: Int) -> MicroLevel {
    let state = parties[party]
    guard state.hearing.ledger.sent > 0 else { return microLevel(from: state.worth.best, party) }
    if state.desk.newLevel.isTied {
      let rest = restOfLevel(state.desk.newLevel, party)
      if rest.found.exists { return rest }
    }
    let edge = parties[party].worth.search.lowest(falling: state.desk.newLevel.low).below
    return edge > -.infinity ? microLevel(from: edge, party) : MicroLevel()
  }

  /// The level whose best outcome is worth so much.
  private func microLevel(from high: Double, _ party: Int) -> MicroLevel {
    let lowest = parties[party].worth.search.lowest(falling: high)
    let low = high - UtilityGrid.tolerance
    return MicroLevel(found: lowest.found, high: high, isTied: lowest.below >= low || lowest.rival <= high)
  }

  /// What a level still holds that the party has not offered; the best of it is found, of equals the one of lowest rank. Of a level of more than 2^20, the
  /// first that the walk comes upon.
  private func restOfLevel(_ level: MicroLevel, _ party: Int) -> MicroLevel {
    var rest = MicroLevel(high: level.high, isTied: true)
    var walk = BandWalk(TieBand(low: level.low, high: level.high))
    var left = Self.mostOfLevel
    while left > 0, let found = walk.next(in: &parties[party].worth.search) {
      left -= 1
      let rank = parties[party].worth.search.rank(found)
      if found.utility < rest.found.utility || parties[party].hearing.ledger.hasSent(rank, from: party) {
        continue
      }
      if found.utility > rest.found.utility || rank < parties[party].worth.search.rank(rest.found) {
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
