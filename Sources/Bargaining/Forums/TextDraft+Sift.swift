extension TextDraft {
  /// Options for two issues, by their slots.
  struct Candidate: BitwiseCopyable {
    let first: Int32
    let second: Int32
  }

  /// Two issues without their options: the mediator's own term, and the surpluses of the first pair
  /// of voices.
  private struct Trade {
    let own: Double
    let base: SIMD2<Double>
  }

  /// Looks for the options of an issue that may better the best so far, by the tangent and by the
  /// terms of Phi; writes them to `candidates` and returns how many there are.
  mutating func sift(_ k: Int, _ best: Change) -> Int {
    pairCount == 1 ? sift(k, best, hasOthers: false) : siftAmongMany(k, best)
  }

  @inline(never)
  private mutating func siftAmongMany(_ k: Int, _ best: Change) -> Int {
    for p in 1..<pairCount { pairs[p].base = pairs[p].surplus - both(values, p, slots[k]) + Self.slack }
    return sift(k, best, hasOthers: true)
  }

  @inline(__always)
  private mutating func sift(_ k: Int, _ best: Change, hasOthers: Bool) -> Int {
    let (left, phi, weight) = (best.left, best.phi, pairs[0].weight)
    let here = slots[k]
    let own = best.own + Self.slack - ownGains[here]
    let base = pairs[0].surplus - both(values, 0, here) + Self.slack
    let end = offsets[k] &+ counts[k]
    var found = 0
    var slot = offsets[k]
    while slot < end {
      if gains[slot] > left {
        var most = own + ownGains[slot] + mostTerms(raised: base + both(values, 0, slot), weight)
        if hasOthers { most += mostOfOthers(slot) }
        candidates[found] = Candidate(first: Int32(truncatingIfNeeded: slot), second: 0)
        found &+= most > phi ? 1 : 0
      }
      slot &+= 1
    }
    return found
  }

  private mutating func mostOfOthers(_ slot: Int) -> Double {
    var most = 0.0
    for p in 1..<pairCount {
      most += mostTerms(raised: pairs[p].base + both(values, p, slot), pairs[p].weight)
    }
    return most
  }

  /// The same for the options of two issues.
  ///
  /// Nothing is computed here but bounds, so that all that the loops need stays in registers: 4% of
  /// the time of the Paris scenario, against computing each candidate as it comes up.
  mutating func sift(_ k: Int, _ l: Int, _ best: Change, _ joint: JointGain) -> Int {
    pairCount == 1
      ? sift(k, l, best, joint, hasOthers: false) : siftAmongMany(k, l, best, joint)
  }

  @inline(never)
  private mutating func siftAmongMany(_ k: Int, _ l: Int, _ best: Change, _ joint: JointGain) -> Int {
    let (here, other) = (slots[k], slots[l])
    for p in 1..<pairCount {
      let base = pairs[p].surplus + pairs[p].joint - both(values, p, here) - both(values, p, other)
      pairs[p].base = base + Self.slack
    }
    return sift(k, l, best, joint, hasOthers: true)
  }

  @inline(__always)
  private mutating func sift(_ k: Int, _ l: Int, _ best: Change, _ joint: JointGain, hasOthers: Bool) -> Int {
    let (left, phi) = (best.left - joint.all, best.phi)
    let (mostGain, weight) = (mostGains[l], pairs[0].weight)
    let trade = trade(k, l, best, joint)
    let (end, otherEnd) = (offsets[k] &+ counts[k], offsets[l] &+ counts[l])
    var found = 0
    var first = offsets[k]
    while first < end {
      let gain = gains[first]
      if gain + mostGain > left {
        let own = trade.own + ownGains[first]
        let base = trade.base + both(values, 0, first)
        var second = offsets[l]
        while second < otherEnd {
          if gain + gains[second] > left {
            var most = own + ownGains[second] + mostTerms(raised: base + both(values, 0, second), weight)
            if hasOthers { most += mostOfOthers(first, second) }
            candidates[found] = Candidate(
              first: Int32(truncatingIfNeeded: first), second: Int32(truncatingIfNeeded: second))
            found &+= most > phi ? 1 : 0
          }
          second &+= 1
        }
      }
      first &+= 1
    }
    return found
  }

  /// Takes two issues out of the text, with what their conditions may bring.
  @inline(__always)
  private mutating func trade(_ k: Int, _ l: Int, _ best: Change, _ joint: JointGain) -> Trade {
    let (here, other) = (slots[k], slots[l])
    let base = pairs[0].surplus + joint.first - both(values, 0, here) - both(values, 0, other)
    return Trade(
      own: best.own + Self.slack + joint.own - ownGains[here] - ownGains[other], base: base + Self.slack)
  }

  private mutating func mostOfOthers(_ first: Int, _ second: Int) -> Double {
    var most = 0.0
    for p in 1..<pairCount {
      let changes = both(values, p, first) + both(values, p, second)
      most += mostTerms(raised: pairs[p].base + changes, pairs[p].weight)
    }
    return most
  }
}
