/// Climbs from a text to a better one near it, step by step: one issue changed, or two at a time
/// where no single change helps, so that issues weighed in opposite order are traded.
final class Climb {
  /// Two issues, or options for two, by their slots.
  private struct Candidate: BitwiseCopyable {
    let first: Int32
    let second: Int32
  }

  private let voices: Voices
  private let measure: TextMeasure
  private let bounds: PhiBounds
  // Of these three, near at hand.
  private let offsets: Lane<Int>
  private let counts: Lane<Int>
  private let pairs: Lane<Voices.Pair>
  private let each: Lane<Voices.Voice>
  private let worths: Lane<Double>
  private let slots: Lane<Int>
  private let surpluses: Lane<SIMD2<Double>>
  private let gains: Lane<Double>
  private let mostGains: Lane<Double>
  private let joints: Lane<SIMD2<Double>>
  /// Per slot, 0 for that of none: of changes that better the text as much, the one of least sum
  /// is made.
  let ties: Lane<UInt64>
  /// Room for as many as there are options of two issues, and for many issues of few.
  private let candidates: Lane<Candidate>
  private let capacity: Int
  /// Per candidate that was sifted: the most that Phi may be.
  private let mosts: Lane<Double>
  private let issues: Lane<Int>
  // Scratch of a step.
  /// Issues that may move, and one more; and pairs of them.
  private let movable: Lane<Int>
  private let trades: Lane<Candidate>
  private let knots: Lane<Candidate>
  /// Per voice: open conditions of the issues that stay as they are.
  private let others: Lane<UInt64>
  /// Per pair: additive utility of the issues that stay; and s_i with the others moved.
  private let sums: Lane<SIMD2<Double>>
  private let changed: Lane<SIMD2<Double>>

  init(_ voices: Voices, _ measure: TextMeasure, _ bounds: PhiBounds, arena: Arena) {
    self.voices = voices
    self.measure = measure
    self.bounds = bounds
    offsets = voices.offsets
    self.counts = voices.counts
    pairs = voices.pairs
    each = voices.each
    worths = voices.worths
    slots = measure.slots
    surpluses = measure.surpluses
    gains = bounds.gains
    mostGains = bounds.mostGains
    joints = bounds.joints
    ties = arena.lane(voices.rowLength, of: 0)
    let counts = voices.counts
    capacity = max(counts.sorted().suffix(2).reduce(1, *), voices.slotCount, 1 << 9)
    // The next is written down before it is known whether it counts.
    candidates = arena.lane(capacity + 1, of: Candidate(first: 0, second: 0))
    mosts = arena.lane(capacity + 1, of: 0)
    issues = voices.issues
    movable = arena.lane(counts.count, of: 0)
    let varied = counts.count { $0 > 1 }
    trades = arena.lane(varied * (varied - 1) / 2 + 1, of: Candidate(first: 0, second: 0))
    knots = arena.lane(trades.count, of: Candidate(first: 0, second: 0))
    others = arena.lane(each.count, of: 0)
    sums = arena.lane(pairs.count, of: SIMD2(repeating: 0))
    changed = arena.lane(pairs.count, of: SIMD2(repeating: 0))
  }

  /// Makes the best single change that betters `phi`, that of the text as it was measured last,
  /// else the best double change; returns what the text is worth then. It has to be measured anew.
  func step(from phi: Double, locked: Lane<Int>) -> Double {
    let own = voices.own
    let ownUtility = own.weight > 0 ? own.table.utility(measure.text) : 0
    bounds.linearise(phi)
    var best = TextChange(own: own.weight * ownUtility, left: -PhiBounds.slack, phi: phi)
    let open = findOpen(locked)
    tryOne(ownUtility, &best)
    if !best.exists { tryTwo(open, ownUtility, &best) }
    if best.exists {
      bounds.noteMove(of: best.issues)
      measure.room[best.issues.0] = UInt8(truncatingIfNeeded: best.options.0)
      measure.room[best.issues.1] = UInt8(truncatingIfNeeded: best.options.1)
    }
    return best.phi
  }

  /// Writes the issues that may move to `movable`, and returns how many there are; a lock leaves no
  /// option of the others.
  private func findOpen(_ locked: Lane<Int>) -> Int {
    var found = 0
    for k in 0..<voices.issueCount {
      movable[found] = k
      if locked[k] >= 0 { gains.slice(offsets[k], counts[k]).fill(-.infinity) }
      found &+= locked[k] < 0 && counts[k] > 1 ? 1 : 0
    }
    return found
  }

  /// Writes the pairs of the first so many movable issues that may better the text: to `trades`
  /// where no interaction ties the two together and the most that either brings is enough, and to
  /// `knots` where one does. Which they are the processor cannot guess, so that a branch for each
  /// would cost more than writing down all.
  ///
  /// - Returns: how many of either.
  private func findTrades(_ open: Int) -> (trades: Int, knots: Int) {
    let (mostGains, movable, trades, knots) = (mostGains, movable, trades, knots)
    var found = (trades: 0, knots: 0)
    for place in 0..<open {
      let k = movable[place]
      let (gain, partners) = (mostGains[k], voices.partners[k])
      var other = place &+ 1
      while other < open {
        let l = movable[other]
        let isKnot = Int(truncatingIfNeeded: partners &>> UInt64(truncatingIfNeeded: l) & 1)
        let mayGain = countIfAbove(gain + mostGains[l], -PhiBounds.slack)
        let pair = Candidate(first: Int32(truncatingIfNeeded: k), second: Int32(truncatingIfNeeded: l))
        trades[found.trades] = pair
        knots[found.knots] = pair
        found.trades &+= mayGain & ~isKnot
        found.knots &+= isKnot
        other &+= 1
      }
    }
    return found
  }

  /// Every move of one issue that may better the text, by the tangent.
  private func tryOne(_ ownUtility: Double, _ best: inout TextChange) {
    let (gains, candidates, left) = (gains, candidates, best.left)
    let none = Int32(truncatingIfNeeded: voices.slotCount)
    var count = 0
    for slot in 0..<voices.slotCount {
      candidates[count] = Candidate(first: Int32(truncatingIfNeeded: slot), second: none)
      count &+= countIfAbove(gains[slot], left)
    }
    take(count, PhiBounds.JointGain(), ownUtility, &best)
  }

  /// Every trade among the first so many movable issues: where no interaction ties two together
  /// by the bounds of both, many at a time; else one by one, with what they may bring together.
  private func tryTwo(_ open: Int, _ ownUtility: Double, _ best: inout TextChange) {
    let (trades, isBounded) = (trades, bounds.isBounded)
    bounds.findMosts()
    let pairs = findTrades(open)
    var count = 0
    for place in 0..<pairs.trades {
      let (k, l) = (Int(trades[place].first), Int(trades[place].second))
      if !isBounded, bounds.cannotBetter(best, k, l) { continue }
      if count &+ counts[k] &* counts[l] > capacity {
        take(count, PhiBounds.JointGain(), ownUtility, &best)
        count = 0
      }
      count = gather(k, l, left: best.left, after: count)
    }
    take(count, PhiBounds.JointGain(), ownUtility, &best)
    if pairs.knots == 0 { return }
    for place in 0..<pairs.knots {
      let (k, l) = (Int(knots[place].first), Int(knots[place].second))
      let joint = bounds.findJointGain(k, l)
      if bounds.cannotBetter(best, k, l, joint) { continue }
      take(gather(k, l, left: best.left - joint.all, after: 0), joint, ownUtility, &best)
    }
    bounds.forgetJointGain()
  }

  /// Makes the best of the first so many candidates the best change so far, if it is better.
  private func take(
    _ count: Int, _ joint: PhiBounds.JointGain, _ ownUtility: Double, _ best: inout TextChange
  ) {
    let found = voices.pairCount == 1 ? sift(count, best, joint) : siftAmongMany(count, best, joint)
    if found == 0 { return }
    // The most promising first: mostly it rules out the others.
    let (candidates, mosts) = (candidates, mosts)
    var first = 0
    for place in 1..<found where mosts[place] > mosts[first] { first = place }
    weigh(candidates[first], ownUtility, &best)
    for place in 0..<found where place != first && mosts[place] > best.phi {
      weigh(candidates[place], ownUtility, &best)
    }
  }

  /// Makes a candidate the best change so far, if it is better.
  @inline(never)
  private func weigh(_ candidate: Candidate, _ ownUtility: Double, _ best: inout TextChange) {
    let (first, second) = (Int(candidate.first), Int(candidate.second))
    let (k, l) = (issues[first], issues[second])
    prepare(without: k, l)
    let options = (first &- offsets[k], second &- offsets[l])
    let mine = ownInterest(moving: (k, l), to: options, (first, second), ownUtility)
    let phi = phiOfChange(first, second, own: mine, above: best.phi)
    if phi > best.phi || phi == best.phi && precedes(first, second, best) {
      best.take(phi, (k, l), options)
    }
  }

  /// Whether a change comes before the best so far, which betters the text as much.
  private func precedes(_ first: Int, _ second: Int, _ best: TextChange) -> Bool {
    guard best.exists else { return false }
    let (one, other) = (offsets[best.issues.0] &+ best.options.0, offsets[best.issues.1] &+ best.options.1)
    return TieDraw.mixed(ties[first] &+ ties[second]) < TieDraw.mixed(ties[one] &+ ties[other])
  }

  // MARK: Candidates

  /// Adds the options of two issues that may better the text, by the tangent, to the first so many
  /// candidates; returns how many there are then. Which they are the processor cannot guess.
  @inline(__always)
  private func gather(_ k: Int, _ l: Int, left: Double, after count: Int) -> Int {
    let (gains, candidates, mostGain) = (gains, candidates, mostGains[l])
    let (end, otherStart) = (offsets[k] &+ counts[k], offsets[l])
    let otherEnd = otherStart &+ counts[l]
    var (open, first) = (count, offsets[k])
    while first < end {
      let gain = gains[first]
      if gain + mostGain > left {
        var second = otherStart
        while second < otherEnd {
          candidates[open] = Candidate(
            first: Int32(truncatingIfNeeded: first), second: Int32(truncatingIfNeeded: second))
          open &+= countIfAbove(gain + gains[second], left)
          second &+= 1
        }
      }
      first &+= 1
    }
    return open
  }

  /// Leaves of the first so many candidates those that may better the best so far by the terms of
  /// Phi, and returns how many.
  @inline(never)
  private func sift(_ count: Int, _ best: TextChange, _ joint: PhiBounds.JointGain) -> Int {
    sift(count, best, joint, hasOthers: false)
  }

  @inline(never)
  private func siftAmongMany(_ count: Int, _ best: TextChange, _ joint: PhiBounds.JointGain) -> Int {
    sift(count, best, joint, hasOthers: true)
  }

  /// Nothing is computed here but bounds, so that all that the loop needs stays in registers.
  ///
  /// - Parameter hasOthers: whether there are more pairs of voices than the first; a literal.
  @inline(__always)
  private func sift(_ count: Int, _ best: TextChange, _ joint: PhiBounds.JointGain, hasOthers: Bool) -> Int {
    let (ownChanges, room) = (bounds.ownChanges, bounds.room)
    let (candidates, mosts) = (candidates, mosts)
    let (changes, weight) = (voices.row(bounds.changes, 0), pairs[0].weight)
    let (phi, ownBase, base) = (best.phi, best.own + PhiBounds.slack + joint.own, surpluses[0] + joints[0])
    var found = 0
    for place in 0..<count {
      let candidate = candidates[place]
      let (first, second) = (Int(candidate.first), Int(candidate.second))
      var most = ownBase + ownChanges[first] + ownChanges[second]
      most += PhiBounds.mostTerms(base + changes[first] + changes[second], weight, room)
      if hasOthers { most += mostOfOthers(first, second) }
      candidates[found] = candidate
      mosts[found] = most
      found &+= countIfAbove(most, phi)
    }
    return found
  }

  private func mostOfOthers(_ first: Int, _ second: Int) -> Double {
    var most = 0.0
    for p in 1..<voices.pairCount {
      let changes = voices.row(bounds.changes, p)
      most += PhiBounds.mostTerms(
        surpluses[p] + joints[p] + changes[first] + changes[second], pairs[p].weight, bounds.room)
    }
    return most
  }

  // MARK: Phi of a change

  /// gamma U_m of the text with issues moved. Without conditions, what the options bring is added
  /// to what the text is worth: exact, as worths are on the utility grid.
  @inline(__always)
  private func ownInterest(
    moving issues: (Int, Int), to options: (Int, Int), _ taken: (Int, Int), _ ownUtility: Double
  ) -> Double {
    let own = voices.own
    if own.hasConditions {
      let text = measure.room
      let kept = (text[issues.0], text[issues.1])
      text[issues.0] = UInt8(truncatingIfNeeded: options.0)
      text[issues.1] = UInt8(truncatingIfNeeded: options.1)
      defer { (text[issues.0], text[issues.1]) = kept }
      return measure.ownInterest()
    }
    guard own.weight > 0 else { return 0 }
    let worth = own.table.worth
    var utility = ownUtility + (worth[taken.0] - worth[slots[issues.0]])
    if issues.1 != voices.none { utility += worth[taken.1] - worth[slots[issues.1]] }
    return own.weight * utility
  }

  /// Finds, for every voice, what the issues other than k and l bring: what all do less what these
  /// two do, which is exact, as worths are on the utility grid.
  private func prepare(without k: Int, _ l: Int) {
    let (one, other) = (slots[k], slots[l])
    for p in 0..<voices.pairCount {
      let row = voices.row(worths, p)
      sums[p] = measure.sums[p] - row[one] - row[other]
    }
    for i in 0..<voices.count {
      let met = each[i].table.met
      others[i] = measure.conditions[i].heldByOthers(than: met[one], met[other])
    }
  }

  /// Phi of the text with issues moved to two slots, as prepared; -infinity also where it is not
  /// above a bound, which is mostly seen without taking logarithms.
  private func phiOfChange(_ first: Int, _ second: Int, own mine: Double, above bound: Double) -> Double {
    var most = mine + PhiBounds.slack
    for p in 0..<voices.pairCount {
      let row = voices.row(worths, p)
      var sum = sums[p] + row[first] + row[second]
      guard let more = bonus(of: 2 * p, first, second) else { return -.infinity }
      sum.x += more
      if 2 * p + 1 < voices.count {
        guard let more = bonus(of: 2 * p + 1, first, second) else { return -.infinity }
        sum.y += more
      }
      let surplus = sum - pairs[p].threshold
      changed[p] = surplus
      most += PhiBounds.mostTerms(surplus, pairs[p].weight, bounds.room)
    }
    if most <= bound { return -.infinity }
    var phi = 0.0
    for p in 0..<voices.pairCount { measure.addTerms(changed[p], of: p, to: &phi) }
    return phi + mine
  }

  /// What the conditions that hold after a change bring a voice; `nil` when a red line is crossed.
  @inline(__always)
  private func bonus(of voice: Int, _ first: Int, _ second: Int) -> Double? {
    let met = each[voice].table.met
    let bits = others[voice] & met[first] & met[second]
    if bits & each[voice].table.redLineBits != 0 { return nil }
    return voices.bonuses(of: voice, bits)
  }
}

/// 1 where a number is above a bound, and 0 where it is not, by the sign of their difference: of a
/// comparison the compiler makes a branch, and which way these go the processor cannot guess. Not
/// for two that are infinite with the same sign, nor for what is no number.
@inline(__always)
private func countIfAbove(_ number: Double, _ bound: Double) -> Int {
  Int(truncatingIfNeeded: (bound - number).bitPattern &>> 63)
}
