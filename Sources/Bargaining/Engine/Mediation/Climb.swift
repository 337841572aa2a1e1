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
  private let ownGains: Lane<Double>
  private let mostGains: Lane<Double>
  private let joints: Lane<SIMD2<Double>>
  /// Per slot, 0 for that of none: of changes that better the text as much, the one of least sum
  /// is made.
  let ties: Lane<UInt64>
  /// Room for as many as there are options of two issues.
  private let candidates: Lane<Candidate>
  // Scratch of a step.
  /// Issues that may move, and one more; and pairs of them.
  private let movable: Lane<Int>
  private let trades: Lane<Candidate>
  /// Per voice: open conditions of the issues that stay as they are.
  private let others: Lane<UInt64>
  /// Per pair: additive utility of the issues that stay; s_i without the issues that move, for
  /// bounds; and s_i with them moved.
  private let sums: Lane<SIMD2<Double>>
  private let bases: Lane<SIMD2<Double>>
  private let changed: Lane<SIMD2<Double>>

  init(_ voices: Voices, _ measure: TextMeasure, _ bounds: PhiBounds, arena: Arena) {
    self.voices = voices
    self.measure = measure
    self.bounds = bounds
    offsets = voices.offsets
    counts = voices.counts
    pairs = voices.pairs
    each = voices.each
    worths = voices.worths
    slots = measure.slots
    surpluses = measure.surpluses
    gains = bounds.gains
    ownGains = bounds.ownGains
    mostGains = bounds.mostGains
    joints = bounds.joints
    ties = arena.lane(voices.rowLength, of: 0)
    let largest = counts.sorted().suffix(2).reduce(1, *)
    candidates = arena.lane(largest, of: Candidate(first: 0, second: 0))
    movable = arena.lane(counts.count, of: 0)
    let varied = counts.count { $0 > 1 }
    trades = arena.lane(varied * (varied - 1) / 2 + 1, of: Candidate(first: 0, second: 0))
    others = arena.lane(each.count, of: 0)
    sums = arena.lane(pairs.count, of: SIMD2(repeating: 0))
    bases = arena.lane(pairs.count, of: SIMD2(repeating: 1))
    changed = arena.lane(pairs.count, of: SIMD2(repeating: 0))
  }

  /// Makes the best single change that betters `phi`, that of the text as it was measured last,
  /// else the best double change; returns what the text is worth then. It has to be measured anew.
  func step(from phi: Double, locked: Lane<Int>) -> Double {
    let own = voices.own
    let ownUtility = own.weight > 0 ? own.table.utility(measure.text) : 0
    bounds.linearise(phi)
    var best = TextChange(own: own.weight * ownUtility, left: -PhiBounds.slack, phi: phi)
    let (mostGains, movable, trades) = (mostGains, movable, trades)
    let open = findOpen(locked)
    for place in 0..<open where mostGains[movable[place]] > best.left {
      tryOne(movable[place], ownUtility, &best)
    }
    if !best.exists {
      for place in 0..<findTrades(open) {
        let (k, l) = (Int(trades[place].first), Int(trades[place].second))
        if mostGains[k] + mostGains[l] > best.left || voices.arePartners(k, l) {
          tryTwo(k, l, ownUtility, &best)
        }
      }
    }
    if best.exists {
      bounds.noteMove(of: best.issues)
      measure.room[best.issues.0] = UInt8(truncatingIfNeeded: best.options.0)
      measure.room[best.issues.1] = UInt8(truncatingIfNeeded: best.options.1)
    }
    return best.phi
  }

  /// Writes the issues that may move to `movable`, and returns how many there are.
  private func findOpen(_ locked: Lane<Int>) -> Int {
    var found = 0
    for k in 0..<voices.issueCount {
      movable[found] = k
      found &+= locked[k] < 0 && counts[k] > 1 ? 1 : 0
    }
    return found
  }

  /// Writes the pairs of the first so many movable issues that may better the text to `trades`,
  /// and returns how many there are. Which they are the processor cannot guess, so that a branch
  /// for each would cost more than writing down all.
  private func findTrades(_ open: Int) -> Int {
    let (mostGains, movable, trades) = (mostGains, movable, trades)
    var found = 0
    for place in 0..<open {
      let k = movable[place]
      let (gain, partners) = (mostGains[k], voices.partners[k])
      var other = place &+ 1
      while other < open {
        let l = movable[other]
        let mayGain = gain + mostGains[l] > -PhiBounds.slack ? 1 : 0
        trades[found] = Candidate(first: Int32(truncatingIfNeeded: k), second: Int32(truncatingIfNeeded: l))
        found &+= mayGain | Int(truncatingIfNeeded: partners &>> UInt64(truncatingIfNeeded: l) & 1)
        other &+= 1
      }
    }
    return found
  }

  @inline(never)
  private func tryOne(_ k: Int, _ ownUtility: Double, _ best: inout TextChange) {
    tryChange(k, voices.none, PhiBounds.JointGain(), isTrade: false, ownUtility, &best)
  }

  @inline(never)
  private func tryTwo(_ k: Int, _ l: Int, _ ownUtility: Double, _ best: inout TextChange) {
    tryChange(k, l, bounds.findJointGain(k, l), isTrade: true, ownUtility, &best)
  }

  @inline(__always)
  private func tryChange(
    _ k: Int, _ l: Int, _ joint: PhiBounds.JointGain, isTrade: Bool, _ ownUtility: Double,
    _ best: inout TextChange
  ) {
    if bounds.cannotBetter(best, k, l, joint, isTrade: isTrade) { return }
    let found =
      voices.pairCount == 1
      ? sift(k, l, best, joint, isTrade: isTrade, hasOthers: false)
      : siftAmongMany(k, l, best, joint, isTrade: isTrade)
    if found == 0 { return }
    prepare(without: k, l)
    for place in 0..<found {
      let (first, second) = (Int(candidates[place].first), Int(candidates[place].second))
      let options = (first &- offsets[k], second &- offsets[l])
      let mine = ownInterest(moving: (k, l), to: options, (first, second), ownUtility, isTrade: isTrade)
      let phi = phiOfChange(first, second, own: mine, above: best.phi)
      if phi > best.phi || phi == best.phi && precedes(first, second, best) {
        best.take(phi, (k, l), options)
      }
    }
  }

  /// Whether a change comes before the best so far, which betters the text as much.
  private func precedes(_ first: Int, _ second: Int, _ best: TextChange) -> Bool {
    guard best.exists else { return false }
    let (one, other) = (offsets[best.issues.0] &+ best.options.0, offsets[best.issues.1] &+ best.options.1)
    return TieDraw.mixed(ties[first] &+ ties[second]) < TieDraw.mixed(ties[one] &+ ties[other])
  }

  // MARK: Candidates

  @inline(never)
  private func siftAmongMany(
    _ k: Int, _ l: Int, _ best: TextChange, _ joint: PhiBounds.JointGain, isTrade: Bool
  ) -> Int {
    for p in 1..<voices.pairCount {
      let values = voices.row(bounds.values, p)
      var base = surpluses[p] - values[slots[k]] + PhiBounds.slack
      if isTrade { base += joints[p] - values[slots[l]] }
      bases[p] = base
    }
    return sift(k, l, best, joint, isTrade: isTrade, hasOthers: true)
  }

  /// Looks for the options of two issues that may better the best so far, by the tangent and by the
  /// terms of Phi; writes them to `candidates` and returns how many there are.
  ///
  /// Nothing is computed here but bounds, so that all that the loops need stays in registers. When
  /// that was new it gained 2.3% for two issues and 1.7% for one (Benchmarks/RESULTS.md).
  ///
  /// - Parameters:
  ///   - isTrade: whether the second is an issue, and not none; a literal, so that the loop over
  ///     nothing costs nothing.
  ///   - hasOthers: whether there are more pairs of voices than the first; a literal.
  @inline(__always)
  private func sift(
    _ k: Int, _ l: Int, _ best: TextChange, _ joint: PhiBounds.JointGain, isTrade: Bool, hasOthers: Bool
  ) -> Int {
    let (gains, ownGains, candidates) = (gains, ownGains, candidates)
    let values = voices.row(bounds.values, 0)
    let (left, phi) = (best.left - joint.all, best.phi)
    let (mostGain, weight) = (isTrade ? mostGains[l] : 0, pairs[0].weight)
    // Two issues without their options: the mediator's own term, and the surpluses of the first
    // pair of voices.
    let here = slots[k]
    var ownBase = best.own + PhiBounds.slack - ownGains[here]
    var base = surpluses[0] - values[here] + PhiBounds.slack
    if isTrade {
      let other = slots[l]
      ownBase += joint.own - ownGains[other]
      base += joints[0] - values[other]
    }
    let (end, otherStart) = (offsets[k] &+ counts[k], offsets[l])
    let otherEnd = otherStart &+ (isTrade ? counts[l] : 1)
    // The tangent first, for all: which it leaves the processor cannot guess.
    var open = 0
    var first = offsets[k]
    while first < end {
      let gain = gains[first]
      if !isTrade || gain + mostGain > left {
        var second = otherStart
        while second < otherEnd {
          let all = isTrade ? gain + gains[second] : gain
          candidates[open] = Candidate(
            first: Int32(truncatingIfNeeded: first), second: Int32(truncatingIfNeeded: second))
          open &+= all > left ? 1 : 0
          second &+= 1
          if !isTrade { break }
        }
      }
      first &+= 1
    }
    var found = 0
    for place in 0..<open {
      let candidate = candidates[place]
      let (first, second) = (Int(candidate.first), Int(candidate.second))
      var most = ownBase + ownGains[first]
      var surplus = base + values[first]
      if isTrade {
        most += ownGains[second]
        surplus += values[second]
      }
      most += PhiBounds.mostTerms(raised: surplus, weight)
      if hasOthers { most += mostOfOthers(first, second) }
      candidates[found] = candidate
      found &+= most > phi ? 1 : 0
    }
    return found
  }

  private func mostOfOthers(_ first: Int, _ second: Int) -> Double {
    var most = 0.0
    for p in 1..<voices.pairCount {
      let values = voices.row(bounds.values, p)
      let changes = values[first] + values[second]
      most += PhiBounds.mostTerms(raised: bases[p] + changes, pairs[p].weight)
    }
    return most
  }

  // MARK: Phi of a change

  /// gamma U_m of the text with issues moved. Without conditions, what the options bring is added
  /// to what the text is worth: exact, as worths are on the utility grid.
  @inline(__always)
  private func ownInterest(
    moving issues: (Int, Int), to options: (Int, Int), _ taken: (Int, Int), _ ownUtility: Double,
    isTrade: Bool
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
    if isTrade { utility += worth[taken.1] - worth[slots[issues.1]] }
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
      most += PhiBounds.mostTerms(raised: surplus + PhiBounds.slack, pairs[p].weight)
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
