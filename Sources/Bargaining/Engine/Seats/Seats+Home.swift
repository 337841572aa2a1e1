/// A party between two tables (Putnam 1988, doi:10.1017/S0020818300027697): what it expects of its
/// home, and what it makes of that before it speaks.
extension Seats {
  /// Whether a party that foresees its home expects it to turn an outcome down. Homes are asked
  /// about the whole deal, so that nothing is expected of earlier stages of an agenda.
  @inline(__always)
  func wouldFailAtHome(_ options: Lane<UInt8>, worth utility: Double, for party: Int) -> Bool {
    guard home.isForeseen(by: party) else { return false }
    return isExpectedToFail(options, utility, party)
  }

  @inline(never)
  private func isExpectedToFail(_ options: Lane<UInt8>, _ utility: Double, _ party: Int) -> Bool {
    agenda.isAtLastStage
      && !home.isExpected(options, by: party, gaining: utility - parties[party].standing.threshold)
  }

  /// Why a party could not live with an outcome, whatever it hopes for, its home included; `nil` if
  /// it could.
  func refusalInTheEnd(of options: Lane<UInt8>, worth utility: Double, by party: Int) -> Refusal? {
    if let outright = parties[party].refusalOutright(of: options, worth: utility) { return outright }
    return wouldFailAtHome(options, worth: utility, for: party) ? .wouldFailAtHome : nil
  }

  /// A party tells the mediators why its home would turn their text down.
  func explain(_ options: Lane<UInt8>, worth utility: Double, by party: Int) {
    guard let objection = expectedObjection(to: options, worth: utility, by: party) else { return }
    home.note(objection, of: party, to: options)
  }

  /// What a party expects its home to object to.
  func expectedObjection(
    to options: Lane<UInt8>, worth utility: Double, by party: Int
  ) -> HomeObjection? {
    guard isExpectedToFail(options, utility, party) else { return nil }
    return home.objection(of: party, to: options, locked: agenda.locked)
  }

  /// Makes of the offer on a party's desk one that its home is expected to let pass: where it would
  /// not, the party amends it in one issue, or if that will not do in two.
  ///
  /// Of amendments that it asks no less by than its aspiration, that cross none of its red lines
  /// and would pass, it takes the one worth least to itself; first among those of the issue that
  /// its home objected to last. Of equals it takes its last offer in the forum, else one at random,
  /// keyed by names.
  /// - Returns: false when there is none, so that it stays silent.
  @inline(__always)
  func bringHome(_ party: Int, _ forum: Int) -> Bool {
    guard home.isForeseen(by: party), agenda.isAtLastStage else { return true }
    return amendForHome(party, forum)
  }

  @inline(never)
  private func amendForHome(_ party: Int, _ forum: Int) -> Bool {
    let offer = parties[party].desk.offer
    let utility = parties[party].worth.table.utility(offer)
    guard isExpectedToFail(offer, utility, party) else { return true }
    shuffleTies(party, forum)
    var amendment = Amendment(
      level: max(target(party), parties[party].standing.threshold - UtilityGrid.tolerance))
    let objected = home.objectedIssue(party)
    judged.copy(from: offer)
    if objected >= 0 { vary(objected, party, forum, &amendment) }
    if !amendment.exists {
      for k in 0..<issueCount { vary(k, party, forum, &amendment) }
    }
    for k in 0..<issueCount where !amendment.exists || amendment.isOfTwo {
      if course.stopWatch.stopsBetweenTurns() { return false }
      amendment.isOfTwo = true
      varyBoth(k, party, forum, &amendment)
    }
    guard amendment.exists else { return false }
    parties[party].desk.amend(amended)
    return !wouldNotLast(amended, worth: amendment.utility, for: party)
  }

  /// The best amendment so far.
  private struct Amendment {
    /// What it must be worth at least.
    let level: Double
    var exists = false
    var utility = 0.0
    var isLast = false
    var draw: UInt64 = 0
    var isOfTwo = false
  }

  /// Tries every other option of an issue; leaves the text as it was.
  private func vary(_ k: Int, _ party: Int, _ forum: Int, _ best: inout Amendment) {
    guard agenda.locked[k] < 0 else { return }
    let present = judged[k]
    for option in 0..<layout.optionCounts[k] where option != Int(present) {
      judged[k] = UInt8(truncatingIfNeeded: option)
      consider(party, forum, &best)
    }
    judged[k] = present
  }

  private func varyBoth(_ k: Int, _ party: Int, _ forum: Int, _ best: inout Amendment) {
    guard agenda.locked[k] < 0 else { return }
    let present = judged[k]
    for option in 0..<layout.optionCounts[k] where option != Int(present) {
      judged[k] = UInt8(truncatingIfNeeded: option)
      for other in 0..<k { vary(other, party, forum, &best) }
    }
    judged[k] = present
  }

  private func consider(_ party: Int, _ forum: Int, _ best: inout Amendment) {
    let table = parties[party].worth.table
    let utility = table.utility(judged)
    let isMore = best.exists && UtilityGrid.exceeds(utility, best.utility)
    guard utility >= best.level, !isMore, !table.crossesRedLine(judged),
      !isExpectedToFail(judged, utility, party)
    else { return }
    let isLast =
      tables[forum].offered.contains(bit: party) && judged.isSame(as: tables[forum].offer(of: party))
    let draw = tieDraw.draw(of: judged)
    if best.exists, UtilityGrid.reaches(utility, best.utility) {
      if best.isLast || !isLast && draw >= best.draw { return }
    }
    amended.copy(from: judged)
    (best.exists, best.utility, best.isLast, best.draw) = (true, utility, isLast, draw)
  }
}
