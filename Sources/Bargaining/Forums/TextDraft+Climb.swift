extension TextDraft {
  /// Climbs until neither one change nor two help; `false` when the text crosses a red line. Always ends: Phi rises with every
  /// step.
  func climb(locked: Lane<Int>) -> Bool {
    var phi = evaluate()
    guard phi > -.infinity else { return false }
    while true {
      let better = step(from: phi, locked: locked)
      guard better > phi else { return true }
      phi = better
    }
  }

  /// Looks for a text near this one that crosses no red line: one issue changed, else two; `false` when there is none.
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
        for l in (k + 1)..<max(text.count, k + 1) where locked[l] < 0 { tryTwo(k, l, &best) }
      }
    }
    if best.first >= 0 { text[best.first] = UInt8(truncatingIfNeeded: best.firstOption) }
    if best.second >= 0 { text[best.second] = UInt8(truncatingIfNeeded: best.secondOption) }
    return best.phi
  }

  private func tryOne(_ k: Int, _ best: inout Change) {
    let kept = Int(text[k])
    let offset = layout.offsets[k]
    var isPrepared = false
    for option in 0..<layout.optionCounts[k] where option != kept {
      if cannotBetter(best, offset + option) { continue }
      if !isPrepared { prepare(without: k, k) }
      isPrepared = true
      text[k] = UInt8(truncatingIfNeeded: option)
      let phi = phiOfChange(k, k)
      if phi > best.phi {
        best.phi = phi
        best.first = k
        best.firstOption = option
      }
      text[k] = UInt8(truncatingIfNeeded: kept)
    }
  }

  private func tryTwo(_ k: Int, _ l: Int, _ best: inout Change) {
    let kept = (text[k], text[l])
    let joint = findJointGain(k, l)
    if cannotBetter(best, issues: k, l, joint: joint) { return }
    var isPrepared = false
    for a in 0..<layout.optionCounts[k] where a != Int(kept.0) {
      let first = layout.offsets[k] + a
      for b in 0..<layout.optionCounts[l] where b != Int(kept.1) {
        if cannotBetter(best, first, layout.offsets[l] + b, joint: joint) { continue }
        if !isPrepared { prepare(without: k, l) }
        isPrepared = true
        text[k] = UInt8(truncatingIfNeeded: a)
        text[l] = UInt8(truncatingIfNeeded: b)
        let phi = phiOfChange(k, l)
        if phi > best.phi {
          best.phi = phi
          (best.first, best.firstOption) = (k, a)
          (best.second, best.secondOption) = (l, b)
        }
      }
    }
    (text[k], text[l]) = kept
  }

  /// Adds up, for every voice, what the issues other than k and l bring.
  private func prepare(without k: Int, _ l: Int) {
    for i in 0..<voiceCount[0] {
      let voice = voices[i]
      var sum = 0.0
      var bits = ~UInt64(0)
      for j in 0..<text.count where j != k && j != l {
        let slot = layout.offsets[j] + Int(text[j])
        sum += voice.worth[slot]
        bits &= voice.table.met[slot]
      }
      voices[i].sum = sum
      voices[i].others = bits
    }
  }

  /// Phi of the text as changed at issues k and l (equal for one change).
  private func phiOfChange(_ k: Int, _ l: Int) -> Double {
    let first = layout.offsets[k] + Int(text[k])
    let second = layout.offsets[l] + Int(text[l])
    var phi = 0.0
    for i in 0..<voiceCount[0] {
      let voice = voices[i]
      let bits = voice.others & voice.table.met[first] & voice.table.met[second]
      if bits & voice.table.redLineBits != 0 { return -.infinity }
      var sum = voice.sum + voice.worth[first]
      if l != k { sum += voice.worth[second] }
      sum += voice.table.bonuses(bits & voice.table.interactionBits)
      phi += Self.term(sum - voice.threshold, weight: voice.weight)
    }
    return phi + ownInterest()
  }
}
