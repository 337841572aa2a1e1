extension TextDraft {
  /// Prepares the bounds that spare most candidates their logarithms; returns whether the tangent is one of them.
  ///
  /// Phi is concave in the surpluses where all are above eps, so a change brings at most what the tangent at the text says: the sum over
  /// voices of beta / s_i times change of surplus. `gains` has that for every single change, conditions included. For a double
  /// change the two gains add up, but for conditions with clauses on both issues (``findJointGain(_:_:)``). A change that leaves some
  /// surplus at or below eps escapes the tangent; but its Phi is at most that of everybody else at their most, and where the text is
  /// already above that, it cannot be better. Whatever the surpluses are, ``LogarithmBound`` bounds the terms of Phi one by one.
  ///
  /// On the Paris scenario the tangent leaves 4 candidates a step to be computed; where it does not hold, in a quarter of the steps,
  /// there were 83 of 200 before the second bound.
  func linearise(_ phi: Double) -> Bool {
    let mine = own[0]
    var total = mine.weight * mostUtility(mine.table.worth, mine.table)
    var leastLoss = Double.infinity
    var isConcave = phi > -.infinity
    if mine.weight > 0 {
      findChanges(
        mine.table.worth, mine.table, held: mine.table.conditions(text), unit: mine.weight, into: ownGains)
    } else {
      ownGains.fill(0)
    }
    gains.copy(from: ownGains)
    for i in 0..<voiceCount[0] {
      let voice = voices[i]
      let bits = voice.table.conditions(text)
      var surplus = voice.table.bonuses(bits & voice.table.interactionBits) - voice.threshold
      for k in 0..<text.count { surplus += voice.worth[layout.offsets[k] + Int(text[k])] }
      let row = changes(of: i)
      findChanges(voice.worth, voice.table, held: bits, unit: 1, into: row)
      voices[i].surplus = surplus
      isConcave = isConcave && surplus > Self.leastSurplus
      guard isConcave else { continue }
      let slope = voice.weight / surplus
      voices[i].slope = slope
      for slot in 0..<gains.count { gains[slot] += slope * row[slot] }
      let most = Self.term(voice.most - voice.threshold, weight: voice.weight)
      total += most
      leastLoss = min(leastLoss, most - voice.weight * Self.leastTerm)
    }
    for k in 0..<text.count {
      mostOwnGains[k] = most(of: k, in: ownGains)
      mostGains[k] = most(of: k, in: gains)
      for i in 0..<voiceCount[0] { mostChanges[i * text.count + k] = most(of: k, in: changes(of: i)) }
    }
    return isConcave && phi >= total - leastLoss
  }

  /// The most that a row has for another option than the text's.
  @inline(__always)
  private func most(of k: Int, in row: Lane<Double>) -> Double {
    let offset = layout.offsets[k]
    var most = -Double.infinity
    for option in 0..<layout.optionCounts[k] where option != Int(text[k]) && row[offset + option] > most {
      most = row[offset + option]
    }
    return most
  }

  @inline(__always)
  private func changes(of voice: Int) -> Lane<Double> { changes.slice(voice * gains.count, gains.count) }

  /// Room for the rounding of the bounds, so that they never cut off a change that Phi itself calls better.
  private static let slack = 1e-9

  /// A term of Phi at eps, per weight.
  private static let leastTerm = term(0, weight: 1)

  /// Whether moving the text to one slot cannot better the best so far.
  @inline(__always)
  func cannotBetter(_ best: Change, _ slot: Int) -> Bool {
    if best.isBounded, best.start + gains[slot] + Self.slack <= best.phi { return true }
    var most = best.own + Self.slack + ownGains[slot]
    for i in 0..<voiceCount[0] { most += mostTerm(i, changes(of: i)[slot]) }
    return most <= best.phi
  }

  /// Whether moving it to two slots, of issues with that joint gain, cannot.
  @inline(__always)
  func cannotBetter(_ best: Change, _ a: Int, _ b: Int, joint: JointGain) -> Bool {
    if best.isBounded, best.start + gains[a] + gains[b] + joint.all + Self.slack <= best.phi { return true }
    var most = best.own + Self.slack + ownGains[a] + ownGains[b] + joint.own
    for i in 0..<voiceCount[0] {
      let row = changes(of: i)
      most += mostTerm(i, row[a] + row[b] + voices[i].joint)
    }
    return most <= best.phi
  }

  /// Whether no double change of issues k and l can.
  func cannotBetter(_ best: Change, issues k: Int, _ l: Int, joint: JointGain) -> Bool {
    if best.isBounded {
      let tangent = best.start + mostGains[k] + mostGains[l] + joint.all + Self.slack
      if tangent <= best.phi { return true }
    }
    var most = best.own + Self.slack + mostOwnGains[k] + mostOwnGains[l] + joint.own
    for i in 0..<voiceCount[0] {
      let row = i * text.count
      most += mostTerm(i, mostChanges[row + k] + mostChanges[row + l] + voices[i].joint)
    }
    return most <= best.phi
  }

  /// What a voice's term of Phi is at most when its surplus changes by so much.
  @inline(__always)
  private func mostTerm(_ i: Int, _ change: Double) -> Double {
    let surplus = max(Self.leastSurplus, voices[i].surplus + change)
    return voices[i].weight * LogarithmBound.above(surplus + Self.slack)
  }

  /// Per slot, what moving to that option alone changes for one actor, in some unit.
  private func findChanges(
    _ worth: Lane<Double>, _ table: UtilityTable, held: UInt64, unit: Double, into changes: Lane<Double>
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
        changes[offset + option] = unit * change
      }
    }
  }

  /// No outcome is worth more than this: the best option of each issue and all bonuses.
  func mostUtility(_ worth: Lane<Double>, _ table: UtilityTable) -> Double {
    var most = 0.0
    for k in 0..<text.count {
      var best = -Double.infinity
      for option in 0..<layout.optionCounts[k] { best = max(best, worth[layout.offsets[k] + option]) }
      most += best
    }
    for j in 0..<table.bonus.count { most += max(0, table.bonus[j]) }
    return most
  }

  /// How much conditions with clauses on both issues can add.
  struct JointGain {
    var own = 0.0
    /// By the tangent, all voices included.
    var all = 0.0
  }

  /// How far conditions with clauses on both issue k and issue l can make a double change better than its two single
  /// changes together: each may be counted twice too low, by its bonus. Of each voice it is kept in its scratch.
  func findJointGain(_ k: Int, _ l: Int) -> JointGain {
    var gain = JointGain()
    if own[0].weight > 0 { gain.own = own[0].weight * jointBonus(own[0].table, k, l) }
    gain.all = gain.own
    for i in 0..<voiceCount[0] {
      let joint = jointBonus(voices[i].table, k, l)
      voices[i].joint = joint
      gain.all += voices[i].slope * joint
    }
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
}
