extension Negotiation {
  /// Others may be worth the same to a party as what was found for it, which has just been taken.
  func tie(_ party: Int, _ band: TieBand) {
    parties[party].isTied = true
    parties[party].ties = band
  }

  /// Puts into a party's offer the one that its ``TieRule`` chooses of those worth the same as what
  /// was found.
  @inline(never)
  func chooseAmongTies(_ party: Int, _ forum: Int) {
    if repeatsItself(party, forum) {
      return putChoice(forums[forum].offer(of: party), party)
    }
    prepareTies(party, forum, isScored: parties[party].ties.isScored)
    var found = choice(party, forum)
    if !isAllowed(found, party) { found = choiceOneByOne(party, forum) }
    parties[party].tiedFound = found
    parties[party].search.write(found, to: deal)
    putChoice(deal, party)
  }

  /// What a party offers, as its search has it.
  func ownFound(_ party: Int) -> OutcomeSearch.Found {
    parties[party].isTied ? parties[party].tiedFound : parties[party].offerFound
  }

  /// Whether two entries make the same outcome.
  @inline(__always)
  func isSame(_ a: OutcomeSearch.Found, _ b: OutcomeSearch.Found) -> Bool {
    a.left == b.left && a.right == b.right
  }

  private func putChoice(_ options: Lane<UInt8>, _ party: Int) {
    // Not what `offerFound` says, perhaps.
    parties[party].offerIsRepeat = true
    if parties[party].offer.isSame(as: options) { return }
    parties[party].offer.copy(from: options)
    parties[party].offerKnownIn = -1
  }

  /// Whether the nearest to its last offer is that offer itself, which needs no search.
  private func repeatsItself(_ party: Int, _ forum: Int) -> Bool {
    guard partyPlans[party].ties == .nearest, forums[forum].offered >> UInt32(party) & 1 == 1,
      !tactics[party].usesLedger, !tactics[party].usesOffers
    else { return false }
    let state = parties[party]
    let last = forums[forum].offer(of: party)
    let utility = state.table.utility(last)
    guard utility >= state.ties.low, utility <= state.ties.high, !state.table.crossesRedLine(last) else {
      return false
    }
    guard state.ties.isScored else { return true }
    scoreOffers(party)
    return score(of: last) == score(of: found(party))
  }

  private func found(_ party: Int) -> Lane<UInt8> {
    parties[party].search.write(parties[party].offerFound, to: deal)
    return deal
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
    switch partyPlans[party].ties {
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
    let state = forums[forum]
    if state.offered >> UInt32(party) & 1 == 1 {
      similarity.score(to: state.offer(of: party), into: slotScores)
      // The others' sum stays below 2^32: 32 parties, 63 issues, 2^20.
      addScores(at: 2, times: 1 << 32)
    }
    guard forumPlans[forum].rules != .shuttle else { return }
    for other in forumPlans[forum].members where other != party && state.offered >> UInt32(other) & 1 == 1 {
      similarity.score(to: state.offer(of: other), into: slotScores)
      addScores(at: 2)
    }
  }

  private func addScores(at place: Int, times factor: Int64 = 1) {
    for slot in 0..<layout.slotCount { tieDraw.keys[slot][place] += Int64(slotScores[slot]) * factor }
  }

  func shuffleTies(_ party: Int, _ forum: Int) {
    tieDraw.shuffle(key[0], dice.ties[party * forums.count + forum], round: course[0].round)
  }

  /// The choice among all outcomes of the band.
  private func choice(_ party: Int, _ forum: Int) -> OutcomeSearch.Found {
    let band = parties[party].ties
    var best = parties[party].search.preferred(in: band, by: tieDraw.keys)
    // The band holds at least what was found; rounding alone could say otherwise.
    guard best.found.exists else { return parties[party].offerFound }
    if best.count == 1 { return best.found }
    shuffleTies(party, forum)
    if best.count > TieDraw.mostDrawn {
      tieDraw.keyByDraw()
      best = parties[party].search.preferred(in: band, by: tieDraw.keys)
    }
    return parties[party].search.drawn(in: band, by: tieDraw.keys, key: best.key, words: tieDraw.words)
  }

  /// Outcomes worth the same that MiCRO looks at for one offer: a tenth of a second.
  static let mostOfLevel = 1 << 20

  /// The choice among those outcomes of the band that a tactic allows: MiCRO what it has not
  /// offered yet, Zeuthen what suffices, among as many as it looks at in one turn.
  private func choiceOneByOne(_ party: Int, _ forum: Int) -> OutcomeSearch.Found {
    shuffleTies(party, forum)
    var best = OutcomeSearch.Found()
    var (bestKey, bestDraw) = (TieKey(repeating: .min), UInt64.max)
    var walk = BandWalk(parties[party].ties)
    var left = tactics[party].kind == .micro ? Self.mostOfLevel : Self.steps
    while left > 0, let found = walk.next(in: &parties[party].search) {
      left -= 1
      guard isAllowed(found, party) else { continue }
      parties[party].search.write(found, to: deal)
      let key = tieDraw.key(of: deal)
      if bestKey.isGreater(than: key) { continue }
      let draw = tieDraw.draw(of: deal)
      if key == bestKey, draw > bestDraw { continue }
      if key == bestKey, draw == bestDraw, parties[party].search.precedes(best, found) { continue }
      (best, bestKey, bestDraw) = (found, key, draw)
    }
    return best.exists ? best : parties[party].offerFound
  }

  private func isAllowed(_ found: OutcomeSearch.Found, _ party: Int) -> Bool {
    switch tactics[party].kind {
    case .micro: !parties[party].ledger.hasSent(parties[party].search.rank(found), from: party)
    case .zeuthen where parties[party].ties.mustSuffice:
      !isSame(found, lastOfZeuthen(party)) && suffices(found, party)
    default: true
    }
  }
}
