import Randomness

/// MiCRO (``Tactic/micro``): own outcomes from the best down, a new one whenever the others have
/// made at least as many distinct offers as oneself.
final class MicroWalk: SeatTactic {
  override var needs: TacticNeeds { .ledger }
  /// A tenth of a second.
  override var mostOfLevel: Int { 1 << 20 }

  /// Finds what the party would offer next: its next new outcome, if it has made no more distinct
  /// offers than it has had in return, else its last new one.
  override func follow(_ seats: Seats, _ party: Int) -> Bool {
    let parties = seats.parties
    if mayConcede(seats, party), let next = nextLevel(seats, party) {
      parties[party].standing.aspiration = next.found.utility
      seats.lay(next.found, party)
      if next.isTied { parties[party].desk.tie(TieBand(low: next.low, high: next.high)) }
    } else if parties[party].hearing.ledger.sent > 0 {
      parties[party].standing.aspiration = parties[party].desk.lastNew.utility
      seats.lay(parties[party].desk.lastNew, party)
    }
    return true
  }

  /// As a part of a mixture it aims for the outcome that it would come to, whatever the mixture
  /// offers.
  override func level(_ seats: Seats, _ party: Int, _ place: Int, _ view: BiddingView) -> Double {
    let parties = seats.parties
    let next = mayConcede(seats, party) ? nextLevel(seats, party)?.found : nil
    parties[party].desk.nextNew = next ?? OutcomeSearch.Found()
    if let next { return next.utility }
    return parties[party].hearing.ledger.sent > 0
      ? parties[party].desk.lastNew.utility : parties[party].worth.best
  }

  /// Makes the offer that was prepared: a new one is noted; a party that may not concede repeats
  /// one of its earlier offers, at random.
  override func noteOwnOffer(_ seats: Seats, _ party: Int, _ forum: Int) {
    let (parties, numbers) = (seats.parties, seats.numbers)
    let found = parties[party].desk.offerFound
    if parties[party].hearing.ledger.sent == 0 || found.left != parties[party].desk.lastNew.left
      || found.right != parties[party].desk.lastNew.right
    {
      Self.noteNew(parties[party].desk.found, seats, party)
      return
    }
    let draw = numbers.chance(
      numbers.dice.repeats[party * seats.tables.count + forum], at: seats.course.round)
    write(
      parties[party].hearing.ledger.sentRank(Int(draw * Double(parties[party].hearing.ledger.sent))),
      to: parties[party].desk.offer, seats.layout.space)
    parties[party].desk.noteRepeat()
  }

  /// A party goes down its list to an outcome of the level after the last.
  static func noteNew(_ found: OutcomeSearch.Found, _ seats: Seats, _ party: Int) {
    let parties = seats.parties
    parties[party].desk.lastNew = found
    parties[party].desk.newLevel = parties[party].desk.afterNew
    parties[party].desk.knowsAfterNew = false
    parties[party].hearing.ledger.send(parties[party].worth.search.rank(found), from: party)
  }

  private func mayConcede(_ seats: Seats, _ party: Int) -> Bool {
    let ledger = seats.parties[party].hearing.ledger
    return ledger.sent == 0 || ledger.sent <= ledger.returned(to: party, parties: seats.count)
  }

  /// Where the next new outcome of a party lies on its list; `nil` when that is below the
  /// reservation.
  ///
  /// The list goes down by levels: the best outcome that is in none yet, and all that are worth the
  /// same. Those of a level that it has not offered come before the next level.
  private func nextLevel(_ seats: Seats, _ party: Int) -> MicroLevel? {
    let parties = seats.parties
    if !parties[party].desk.knowsAfterNew {
      parties[party].desk.afterNew = findLevel(seats, party)
      parties[party].desk.knowsAfterNew = true
    }
    let next = parties[party].desk.afterNew
    guard next.found.exists, next.found.utility >= parties[party].standing.threshold - UtilityGrid.tolerance
    else {
      return nil
    }
    return next
  }

  private func findLevel(_ seats: Seats, _ party: Int) -> MicroLevel {
    let parties = seats.parties
    let state = parties[party]
    guard state.hearing.ledger.sent > 0 else { return level(from: state.worth.best, seats, party) }
    if state.desk.newLevel.isTied {
      let rest = restOfLevel(state.desk.newLevel, seats, party)
      if rest.found.exists { return rest }
    }
    let edge = parties[party].worth.search.lowest(falling: state.desk.newLevel.low).below
    return edge > -.infinity ? level(from: edge, seats, party) : MicroLevel()
  }

  /// The level whose best outcome is worth so much.
  private func level(from high: Double, _ seats: Seats, _ party: Int) -> MicroLevel {
    let parties = seats.parties
    let lowest = parties[party].worth.search.lowest(falling: high)
    let low = high - UtilityGrid.tolerance
    return MicroLevel(found: lowest.found, high: high, isTied: lowest.below >= low || lowest.rival <= high)
  }

  /// What a level still holds that the party has not offered; the best of it is found, of equals
  /// the one of lowest rank. Of a level of more than 2^20, the first that the walk comes upon.
  private func restOfLevel(_ level: MicroLevel, _ seats: Seats, _ party: Int) -> MicroLevel {
    let parties = seats.parties
    var rest = MicroLevel(high: level.high, isTied: true)
    var walk = BandWalk(TieBand(low: level.low, high: level.high))
    var left = mostOfLevel
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

  /// What it has not offered yet.
  override func allows(_ found: OutcomeSearch.Found, _ seats: Seats, _ party: Int) -> Bool {
    let rank = seats.parties[party].worth.search.rank(found)
    return !seats.parties[party].hearing.ledger.hasSent(rank, from: party)
  }

  private func write(_ rank: UInt64, to options: Lane<UInt8>, _ space: OutcomeSpace) {
    for k in 0..<options.count { options[k] = UInt8(truncatingIfNeeded: space.option(of: k, in: rank)) }
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
