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

  private struct Change {
    /// Phi of the text as it is, and whether slopes bound what changes can bring.
    let start: Double
    var isBounded: Bool
    var phi: Double
    var first = -1
    var firstOption = 0
    var second = -1
    var secondOption = 0
  }

  /// Makes the best single change that betters `phi`, else the best double change, and returns what the text is worth then.
  private func step(from phi: Double, locked: Lane<Int>) -> Double {
    var best = Change(start: phi, isBounded: linearise(phi), phi: phi)
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

  /// Prepares the bound that spares most candidates their logarithms.
  ///
  /// Phi is concave in the surpluses where all are above eps, so a change brings at most what the tangent at the text says: the sum over
  /// voices of slope times change of surplus. `gains` has that for every single change, conditions included. For a double
  /// change the two gains add up, but for conditions with clauses on both issues (``jointGain(_:_:)``). A change that leaves some
  /// surplus at or below eps escapes the tangent; but its Phi is at most that of everybody else at their most, and where the text is
  /// already above that, it cannot be better.
  ///
  /// Returns whether the bound holds.
  private func linearise(_ phi: Double) -> Bool {
    guard phi > -.infinity else { return false }
    let mine = own[0]
    var total = mine.weight * mostUtility(mine.table.worth, mine.table)
    var leastLoss = Double.infinity
    for i in 0..<voiceCount[0] {
      let voice = voices[i]
      let bits = voice.table.conditions(text)
      var surplus = voice.table.bonuses(bits & voice.table.interactionBits) - voice.threshold
      for k in 0..<text.count { surplus += voice.worth[layout.offsets[k] + Int(text[k])] }
      guard surplus > Self.leastSurplus else { return false }
      let slope = voice.weight / surplus
      voices[i].slope = slope
      let most = Self.term(mostUtility(voice.worth, voice.table) - voice.threshold, weight: voice.weight)
      total += most
      leastLoss = min(leastLoss, most - Self.term(0, weight: voice.weight))
      addGains(voice.worth, voice.table, held: bits, slope: slope, isFirst: i == 0)
    }
    if mine.weight > 0 {
      addGains(
        mine.table.worth, mine.table, held: mine.table.conditions(text), slope: mine.weight, isFirst: false)
    }
    return phi >= total - leastLoss
  }

  /// Adds, per slot, slope times what moving to that option alone changes for one actor.
  private func addGains(
    _ worth: Lane<Double>, _ table: UtilityTable, held: UInt64, slope: Double, isFirst: Bool
  ) {
    let heldBonus = table.bonuses(held & table.interactionBits)
    for k in 0..<text.count {
      let offset = layout.offsets[k]
      let here = worth[offset + Int(text[k])]
      var others = ~UInt64(0)
      let hasConditions = table.touching[k] & table.interactionBits != 0
      if hasConditions {
        for j in 0..<text.count where j != k { others &= table.met[layout.offsets[j] + Int(text[j])] }
      }
      for option in 0..<layout.optionCounts[k] {
        var change = worth[offset + option] - here
        if hasConditions {
          change += table.bonuses(others & table.met[offset + option] & table.interactionBits) - heldBonus
        }
        gains[offset + option] = (isFirst ? 0 : gains[offset + option]) + slope * change
      }
    }
  }

  /// No outcome is worth more than this: the best option of each issue and all bonuses.
  private func mostUtility(_ worth: Lane<Double>, _ table: UtilityTable) -> Double {
    var most = 0.0
    for k in 0..<text.count {
      var best = -Double.infinity
      for option in 0..<layout.optionCounts[k] { best = max(best, worth[layout.offsets[k] + option]) }
      most += best
    }
    for j in 0..<table.bonus.count { most += max(0, table.bonus[j]) }
    return most
  }

  /// How far conditions with clauses on both issue k and issue l can make a double change better, by the tangent, than its two single
  /// changes together: each may be counted twice too low, by its bonus.
  private func jointGain(_ k: Int, _ l: Int) -> Double {
    var gain = 0.0
    for i in 0..<voiceCount[0] { gain += voices[i].slope * jointBonus(voices[i].table, k, l) }
    if own[0].weight > 0 { gain += own[0].weight * jointBonus(own[0].table, k, l) }
    return gain
  }

  private func jointBonus(_ table: UtilityTable, _ k: Int, _ l: Int) -> Double {
    var bits = table.touching[k] & table.touching[l] & table.interactionBits
    var sum = 0.0
    while bits != 0 {
      sum += abs(table.bonus[bits.trailingZeroBitCount])
      bits &= bits - 1
    }
    return sum
  }

  private func tryOne(_ k: Int, _ best: inout Change) {
    let kept = Int(text[k])
    let offset = layout.offsets[k]
    var isPrepared = false
    for option in 0..<layout.optionCounts[k] where option != kept {
      if best.isBounded, best.start + gains[offset + option] + Self.slack <= best.phi { continue }
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
    let joint = best.isBounded ? jointGain(k, l) : 0
    var isPrepared = false
    for a in 0..<layout.optionCounts[k] where a != Int(kept.0) {
      let first = best.start + gains[layout.offsets[k] + a] + joint + Self.slack
      for b in 0..<layout.optionCounts[l] where b != Int(kept.1) {
        if best.isBounded, first + gains[layout.offsets[l] + b] <= best.phi { continue }
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

  /// Room for the rounding of the bound, so that it never cuts off a change that Phi itself calls better.
  private static let slack = 1e-9

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
