import Randomness

extension Seats {
  /// Puts into a party's offer the one that its ``TieRule`` chooses of those worth the same as what
  /// was found.
  @inline(never)
  func chooseAmongTies(_ party: Int, _ forum: Int) {
    if repeatsItself(party, forum) {
      return parties[party].desk.layChoice(tables[forum].offer(of: party))
    }
    prepareTies(party, forum, isScored: parties[party].desk.ties.isScored)
    var found = choice(party, forum)
    if !isAllowed(found, party) { found = choiceOneByOne(party, forum) }
    parties[party].desk.tiedFound = found
    parties[party].worth.search.write(found, to: judged)
    parties[party].desk.layChoice(judged)
  }

  /// Whether two entries make the same outcome.
  @inline(__always)
  func isSame(_ a: OutcomeSearch.Found, _ b: OutcomeSearch.Found) -> Bool {
    a.left == b.left && a.right == b.right
  }

  /// Whether the nearest to its last offer is that offer itself, which needs no search.
  private func repeatsItself(_ party: Int, _ forum: Int) -> Bool {
    guard plans[party].ties == .nearest, tables[forum].offered.contains(bit: party),
      tactics[party].needs.isDisjoint(with: [.ledger, .offers])
    else { return false }
    let state = parties[party]
    let last = tables[forum].offer(of: party)
    let utility = state.worth.table.utility(last)
    guard utility >= state.desk.ties.low, utility <= state.desk.ties.high,
      !state.worth.table.crossesRedLine(last)
    else {
      return false
    }
    guard state.desk.ties.isScored else { return true }
    scoreOffers(party)
    return score(of: last) == score(of: found(party))
  }

  private func found(_ party: Int) -> Lane<UInt8> {
    parties[party].worth.search.write(parties[party].desk.offerFound, to: judged)
    return judged
  }

  private func score(of options: Lane<UInt8>) -> Int32 {
    var sum: Int32 = 0
    for k in 0..<issueCount { sum += slotScores[layout.offsets[k] + Int(options[k])] }
    return sum
  }

  /// Fills the keys by which a party chooses: what its offer rule looks at, what others seem to
  /// want, how near it comes to offers made.
  func prepareTies(_ party: Int, _ forum: Int, isScored: Bool) {
    tieDraw.keys.fill(TieKey())
    if isScored {
      scoreOffers(party)
      addScores(at: 0)
    }
    switch plans[party].ties {
    case .random: break
    case .first:
      for k in 0..<issueCount {
        for option in 0..<layout.optionCounts[k] {
          tieDraw.keys[layout.offsets[k] + option][2] = -Int64(option) * Int64(layout.space.strides[k])
        }
      }
    case .bestForOthers:
      scoreByModel(party)
      addScores(at: 1)
      addNearness(party, forum)
    case .nearest: addNearness(party, forum)
    }
  }

  /// Nearness to the party's own last offer in the forum, then to those of the others that it sees
  /// there.
  private func addNearness(_ party: Int, _ forum: Int) {
    let state = tables[forum]
    if state.offered.contains(bit: party) {
      similarity.score(to: state.offer(of: party), into: slotScores)
      // The others' sum stays below 2^32: 32 parties, 63 issues, 2^20.
      addScores(at: 2, times: 1 << 32)
    }
    guard forums[forum].rules != .shuttle else { return }
    for other in forums[forum].members where other != party && state.offered.contains(bit: other) {
      similarity.score(to: state.offer(of: other), into: slotScores)
      addScores(at: 2)
    }
  }

  private func addScores(at place: Int, times factor: Int64 = 1) {
    for slot in 0..<layout.slotCount { tieDraw.keys[slot][place] += Int64(slotScores[slot]) * factor }
  }

  func shuffleTies(_ party: Int, _ forum: Int) {
    tieDraw.shuffle(numbers, numbers.dice.ties[party * tables.count + forum], round: course.round)
  }

  /// The choice among all outcomes of the band.
  private func choice(_ party: Int, _ forum: Int) -> OutcomeSearch.Found {
    let band = parties[party].desk.ties
    var best = parties[party].worth.search.preferred(in: band, by: tieDraw.keys)
    // The band holds at least what was found; rounding alone could say otherwise.
    guard best.found.exists else { return parties[party].desk.offerFound }
    if best.count == 1 { return best.found }
    shuffleTies(party, forum)
    if best.count > TieDraw.mostDrawn {
      tieDraw.keyByDraw()
      best = parties[party].worth.search.preferred(in: band, by: tieDraw.keys)
    }
    return parties[party].worth.search.drawn(in: band, by: tieDraw.keys, key: best.key, words: tieDraw.words)
  }

  /// One of the outcomes of a band that holds some, each as likely, by their names.
  func drawn(in band: TieBand, _ party: Int, by stream: StreamID) -> OutcomeSearch.Found {
    tieDraw.keys.fill(TieKey())
    var best = parties[party].worth.search.preferred(in: band, by: tieDraw.keys)
    if best.count <= 1 { return best.found }
    tieDraw.shuffle(numbers, stream, round: course.round)
    if best.count > TieDraw.mostDrawn {
      tieDraw.keyByDraw()
      best = parties[party].worth.search.preferred(in: band, by: tieDraw.keys)
    }
    return parties[party].worth.search.drawn(in: band, by: tieDraw.keys, key: best.key, words: tieDraw.words)
  }

  /// The choice among those outcomes of the band that a tactic allows: MiCRO what it has not
  /// offered yet, Zeuthen what suffices, among as many as it looks at in one turn.
  private func choiceOneByOne(_ party: Int, _ forum: Int) -> OutcomeSearch.Found {
    shuffleTies(party, forum)
    var best = OutcomeSearch.Found()
    var (bestKey, bestDraw) = (TieKey(repeating: .min), UInt64.max)
    var walk = BandWalk(parties[party].desk.ties)
    var left = mostOfLevel(party)
    while left > 0, let found = walk.next(in: &parties[party].worth.search) {
      left -= 1
      guard isAllowed(found, party) else { continue }
      parties[party].worth.search.write(found, to: judged)
      let key = tieDraw.key(of: judged)
      if bestKey.isGreater(than: key) { continue }
      let draw = tieDraw.draw(of: judged)
      if key == bestKey, draw > bestDraw { continue }
      if key == bestKey, draw == bestDraw, parties[party].worth.search.precedes(best, found) { continue }
      (best, bestKey, bestDraw) = (found, key, draw)
    }
    return best.exists ? best : parties[party].desk.offerFound
  }
}
