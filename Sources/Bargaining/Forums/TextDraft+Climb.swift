extension TextDraft {
  /// Climbs, from a text that was evaluated last, until neither one change nor two help. Always ends: Phi rises with every step.
  func climb(from start: Double, locked: Lane<Int>) {
    var phi = start
    while true {
      let better = step(from: phi, locked: locked)
      guard better > phi else { return }
      phi = better
      measure()
    }
  }

  /// Looks for a text near this one, which was evaluated last, that crosses no red line: one issue changed, else two; `false` when there is none.
  func repair(locked: Lane<Int>) -> Bool {
    step(from: -.infinity, locked: locked) > -.infinity
  }

  struct Change {
    /// Phi of the text as it is, and whether its tangent bounds what changes can bring.
    let start: Double
    let isBounded: Bool
    /// The mediator's own term of it.
    let own: Double
    var phi: Double
    var first = -1
    var firstOption = 0
    var second = -1
    var secondOption = 0
  }

  /// Makes the best single change that betters `phi`, else the best double change, and returns what the text is worth then.
  private func step(from phi: Double, locked: Lane<Int>) -> Double {
    var best = Change(
      start: phi, isBounded: linearise(phi),
      own: own[0].weight > 0 ? own[0].weight * own[0].table.utility(text) : 0,
      phi: phi)
    for k in 0..<text.count where locked[k] < 0 { tryOne(k, &best) }
    if best.first < 0 {
      for k in 0..<text.count where locked[k] < 0 {
        for l in (k + 1)..<max(text.count, k + 1) where locked[l] < 0 {
          if !cannotBetter(best, strangers: k, l) { tryTwo(k, l, &best) }
        }
      }
    }
    if best.first >= 0 { text[best.first] = UInt8(truncatingIfNeeded: best.firstOption) }
    if best.second >= 0 { text[best.second] = UInt8(truncatingIfNeeded: best.secondOption) }
    return best.phi
  }

  private func tryOne(_ k: Int, _ best: inout Change) {
    if cannotBetter(best, issue: k) { return }
    let kept = Int(text[k])
    let offset = offsets[k]
    var isPrepared = false
    for option in 0..<counts[k] where option != kept {
      if cannotBetter(best, offset + option, of: k) { continue }
      if !isPrepared { prepare(without: k, k) }
      isPrepared = true
      text[k] = UInt8(truncatingIfNeeded: option)
      let phi = phiOfChange(k, k, above: best.phi)
      if phi > best.phi {
        best.phi = phi
        best.first = k
        best.firstOption = option
      }
      text[k] = UInt8(truncatingIfNeeded: kept)
    }
  }

  private func tryTwo(_ k: Int, _ l: Int, _ best: inout Change) {
    let joint = findJointGain(k, l)
    if cannotBetter(best, issues: k, l, joint: joint) { return }
    let kept = (text[k], text[l])
    let here = gains[offsets[l] &+ Int(kept.1)]
    var isPrepared = false
    for a in 0..<counts[k] where a != Int(kept.0) {
      let first = offsets[k] &+ a
      let left = tangentLeft(best, first, of: k, joint: joint)
      if best.isBounded, mostGains[l] <= left { continue }
      let moved = move(first, of: k, beside: l, best, joint: joint)
      for b in 0..<counts[l] where b != Int(kept.1) {
        let second = offsets[l] &+ b
        if best.isBounded, gains[second] - here <= left { continue }
        if cannotBetter(best, moved: moved, and: second) { continue }
        if !isPrepared { prepare(without: k, l) }
        isPrepared = true
        text[k] = UInt8(truncatingIfNeeded: a)
        text[l] = UInt8(truncatingIfNeeded: b)
        let phi = phiOfChange(k, l, above: best.phi)
        (text[k], text[l]) = kept
        if phi > best.phi {
          best.phi = phi
          (best.first, best.firstOption) = (k, a)
          (best.second, best.secondOption) = (l, b)
        }
      }
    }
  }

  /// Adds up, for every voice, what the issues other than k and l bring.
  private func prepare(without k: Int, _ l: Int) {
    for i in 0..<voiceCount[0] {
      let voice = voices[i]
      var sum = 0.0
      var bits = ~UInt64(0)
      for j in 0..<text.count where j != k && j != l {
        let slot = offsets[j] + Int(text[j])
        sum += voice.worth[slot]
        bits &= voice.table.met[slot]
      }
      voices[i].sum = sum
      voices[i].others = bits
    }
  }

  /// Phi of the text as changed at issues k and l (equal for one change); -infinity also where it is not above a bound, which is mostly seen
  /// without taking logarithms.
  private func phiOfChange(_ k: Int, _ l: Int, above bound: Double) -> Double {
    let first = offsets[k] + Int(text[k])
    let second = offsets[l] + Int(text[l])
    var most = Self.slack
    for i in 0..<voiceCount[0] {
      let voice = voices[i]
      let bits = voice.others & voice.table.met[first] & voice.table.met[second]
      if bits & voice.table.redLineBits != 0 { return -.infinity }
      var sum = voice.sum + voice.worth[first]
      if l != k { sum += voice.worth[second] }
      sum += voice.table.bonuses(bits & voice.table.interactionBits)
      let surplus = sum - voice.threshold
      voices[i].changed = surplus
      most += mostTerm(surplus, weight: voice.weight)
    }
    let mine = ownInterest()
    if most + mine <= bound { return -.infinity }
    var phi = 0.0
    for i in 0..<voiceCount[0] { phi += Self.term(voices[i].changed, weight: voices[i].weight) }
    return phi + mine
  }
}
