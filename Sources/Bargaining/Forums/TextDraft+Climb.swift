extension TextDraft {
  /// Climbs, from a text that was evaluated last, until neither one change nor two help. Always
  /// ends: Phi rises with every step.
  mutating func climb(from start: Double, locked: Lane<Int>) {
    var phi = start
    while true {
      let better = step(from: phi, locked: locked)
      guard better > phi else { return }
      phi = better
      measure()
    }
  }

  /// Looks for a text near this one, which was evaluated last, that crosses no red line: one issue
  /// changed, else two; `false` when there is none.
  mutating func repair(locked: Lane<Int>) -> Bool {
    step(from: -.infinity, locked: locked) > -.infinity
  }

  struct Change {
    /// The mediator's own term of Phi of the text as it is.
    let own: Double
    /// What Phi may gain by a change that is no better than the best so far, by the tangent and its
    /// slack.
    var left: Double
    /// Phi of the best so far.
    var phi: Double
    var first = -1
    var firstOption = 0
    var second = -1
    var secondOption = 0

    mutating func take(_ phi: Double, _ k: Int, _ option: Int) {
      if self.phi > -.infinity { left += phi - self.phi }
      self.phi = phi
      (first, firstOption) = (k, option)
    }

    mutating func take(_ phi: Double, _ k: Int, _ option: Int, and l: Int, _ other: Int) {
      take(phi, k, option)
      (second, secondOption) = (l, other)
    }
  }

  /// Makes the best single change that betters `phi`, else the best double change, and returns what
  /// the text is worth then.
  private mutating func step(from phi: Double, locked: Lane<Int>) -> Double {
    own.utility = own.weight > 0 ? own.table.utility(text) : 0
    linearise(phi)
    var best = Change(own: own.weight * own.utility, left: -Self.slack, phi: phi)
    for k in 0..<text.count where mostGains[k] > best.left && locked[k] < 0 { tryOne(k, &best) }
    if best.first < 0 {
      for k in 0..<text.count where locked[k] < 0 {
        let gain = mostGains[k]
        var l = k &+ 1
        while l < text.count {
          if gain + mostGains[l] > best.left || arePartners(k, l), locked[l] < 0 { tryTwo(k, l, &best) }
          l &+= 1
        }
      }
    }
    if best.first >= 0 { text[best.first] = UInt8(truncatingIfNeeded: best.firstOption) }
    if best.second >= 0 { text[best.second] = UInt8(truncatingIfNeeded: best.secondOption) }
    return best.phi
  }

  private mutating func tryOne(_ k: Int, _ best: inout Change) {
    if !isBounded, cannotBetter(best, issue: k) { return }
    let found = sift(k, best)
    if found == 0 { return }
    prepare(without: k, k)
    for place in 0..<found {
      let slot = Int(candidates[place].first)
      let option = slot &- offsets[k]
      let phi = phiOfChange(slot, nil, own: ownInterest(moving: k, to: option), above: best.phi)
      if phi > best.phi { best.take(phi, k, option) }
    }
  }

  private mutating func tryTwo(_ k: Int, _ l: Int, _ best: inout Change) {
    let joint = findJointGain(k, l)
    if isBounded
      ? mostGains[k] + mostGains[l] + joint.all <= best.left : cannotBetter(best, issues: k, l, joint)
    {
      return
    }
    let found = sift(k, l, best, joint)
    if found == 0 { return }
    prepare(without: k, l)
    for place in 0..<found {
      let (first, second) = (Int(candidates[place].first), Int(candidates[place].second))
      let (a, b) = (first &- offsets[k], second &- offsets[l])
      let phi = phiOfChange(
        first, second, own: ownInterest(moving: k, to: a, and: l, to: b), above: best.phi)
      if phi > best.phi { best.take(phi, k, a, and: l, b) }
    }
  }

  /// gamma U_m of the text with one issue moved. Without conditions, what the options bring is
  /// added to what the text is worth: exact, as worths are on the utility grid.
  @inline(__always)
  private mutating func ownInterest(moving k: Int, to option: Int) -> Double {
    if own.hasConditions {
      let kept = text[k]
      text[k] = UInt8(truncatingIfNeeded: option)
      defer { text[k] = kept }
      return ownInterest()
    }
    return own.weight > 0 ? own.weight * (own.utility + ownChange(k, option)) : 0
  }

  /// The same with two issues moved.
  @inline(__always)
  private mutating func ownInterest(moving k: Int, to first: Int, and l: Int, to second: Int) -> Double {
    if own.hasConditions {
      let kept = (text[k], text[l])
      text[k] = UInt8(truncatingIfNeeded: first)
      text[l] = UInt8(truncatingIfNeeded: second)
      defer { (text[k], text[l]) = kept }
      return ownInterest()
    }
    return own.weight > 0 ? own.weight * (own.utility + ownChange(k, first) + ownChange(l, second)) : 0
  }

  @inline(__always)
  private mutating func ownChange(_ k: Int, _ option: Int) -> Double {
    own.table.worth[offsets[k] &+ option] - own.table.worth[slots[k]]
  }

  /// Adds up, for every voice, what the issues other than k and l bring.
  private mutating func prepare(without k: Int, _ l: Int) {
    // Left out by a slot that brings nothing, which takes no branch and changes no sum.
    let kept = (slots[k], slots[l])
    (slots[k], slots[l]) = (slotCount, slotCount)
    for p in 0..<pairCount {
      let (one, other) = (2 * p, min(2 * p + 1, voiceCount - 1))
      let met = (voices[one].table.met, voices[other].table.met)
      var sum = SIMD2<Double>(repeating: 0)
      var others = (~UInt64(0), ~UInt64(0))
      for j in 0..<text.count {
        sum += both(worths, p, slots[j])
        others.0 &= met.0[slots[j]]
        others.1 &= met.1[slots[j]]
      }
      (voices[one].others, voices[other].others) = others
      pairs[p].sum = sum
    }
    (slots[k], slots[l]) = kept
  }

  /// Phi of the text with issues moved to one or two slots, as prepared; -infinity also where it is
  /// not above a bound, which is mostly seen without taking logarithms.
  private mutating func phiOfChange(_ first: Int, _ second: Int?, own mine: Double, above bound: Double)
    -> Double
  {
    var most = mine + Self.slack
    for p in 0..<pairCount {
      var sum = pairs[p].sum + both(worths, p, first)
      if let second { sum += both(worths, p, second) }
      guard let more = bonus(of: 2 * p, first, second) else { return -.infinity }
      sum.x += more
      if 2 * p + 1 < voiceCount {
        guard let more = bonus(of: 2 * p + 1, first, second) else { return -.infinity }
        sum.y += more
      }
      let surplus = sum - pairs[p].threshold
      pairs[p].changed = surplus
      most += mostTerms(surplus, pairs[p].weight)
    }
    if most <= bound { return -.infinity }
    var phi = 0.0
    for p in 0..<pairCount { addTerms(pairs[p].changed, of: p, to: &phi) }
    return phi + mine
  }

  /// What the conditions that hold after a change bring a voice; `nil` when a red line is crossed.
  @inline(__always)
  private mutating func bonus(of voice: Int, _ first: Int, _ second: Int?) -> Double? {
    var bits = voices[voice].others & voices[voice].table.met[first]
    if let second { bits &= voices[voice].table.met[second] }
    if bits & voices[voice].table.redLineBits != 0 { return nil }
    return bonuses(of: voice, bits)
  }
}
