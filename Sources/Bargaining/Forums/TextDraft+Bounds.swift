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
    own[0].values = values(mine.table.worth, mine.table, row: voices.count)
    let isBounded = findTangent(phi)
    for k in 0..<text.count {
      if isBounded {
        mostGains[k] = most(of: k, in: gains)
        continue
      }
      mostOwnGains[k] = mine.weight > 0 ? mine.weight * most(of: k, in: own[0].values) : 0
      for i in 0..<voiceCount[0] {
        mostChanges[i * text.count + k] = most(of: k, in: voices[i].values)
      }
    }
    return isBounded
  }

  /// The tangent of Phi at the text, in `gains`; returns whether it is a bound.
  private func findTangent(_ phi: Double) -> Bool {
    let mine = own[0]
    if mine.weight > 0 {
      for slot in 0..<gains.count { gains[slot] = mine.weight * mine.values[slot] }
    } else {
      gains.fill(0)
    }
    var total = mine.weight * mine.most
    var leastLoss = Double.infinity
    var isConcave = phi > -.infinity
    for i in 0..<voiceCount[0] {
      let voice = voices[i]
      let row = values(voice.worth, voice.table, row: i)
      voices[i].values = row
      isConcave = isConcave && voice.surplus > Self.leastSurplus
      guard isConcave else { continue }
      let slope = voice.weight / voice.surplus
      voices[i].slope = slope
      for slot in 0..<gains.count { gains[slot] += slope * row[slot] }
      let most = mostTerm(voice.most - voice.threshold, weight: voice.weight)
      total += most
      leastLoss = min(leastLoss, most - voice.weight * Self.leastTerm)
    }
    return isConcave && phi >= total - leastLoss + Self.slack
  }

  /// The most that a row has for another option than the text's, beyond what it has for that.
  @inline(__always)
  private func most(of k: Int, in row: Lane<Double>) -> Double {
    let offset = offsets[k]
    let kept = Int(text[k])
    var most = -Double.infinity
    for option in 0..<counts[k] where option != kept && row[offset + option] > most {
      most = row[offset + option]
    }
    return most - row[offset + kept]
  }

  /// Room for the rounding of the bounds, so that they never cut off a change that Phi itself calls better.
  static let slack = 1e-9

  /// A term of Phi at eps, per weight.
  private static let leastTerm = term(0, weight: 1)

  /// Whether no other option of an issue can better the best so far, by the tangent.
  @inline(__always)
  func cannotBetter(_ best: Change, issue k: Int) -> Bool {
    best.isBounded && best.start + mostGains[k] + Self.slack <= best.phi
  }

  /// Whether moving issue k of the text to a slot cannot.
  @inline(__always)
  func cannotBetter(_ best: Change, _ slot: Int, of k: Int) -> Bool {
    let here = offsets[k] + Int(text[k])
    if best.isBounded, best.start + (gains[slot] - gains[here]) + Self.slack <= best.phi { return true }
    var most = best.own + Self.slack
    if own[0].weight > 0 { most += own[0].weight * (own[0].values[slot] - own[0].values[here]) }
    for i in 0..<voiceCount[0] {
      let voice = voices[i]
      most += mostTerm(voice.surplus + (voice.values[slot] - voice.values[here]), weight: voice.weight)
    }
    return most <= best.phi
  }

  /// What issue l has to gain by the tangent, at least, when k moves to a slot as well and that is to better the best so far.
  @inline(__always)
  func tangentLeft(_ best: Change, _ slot: Int, of k: Int, joint: JointGain) -> Double {
    let gain = gains[slot] - gains[offsets[k] + Int(text[k])]
    return best.phi - best.start - joint.all - Self.slack - gain
  }

  /// Whether moving both issues cannot, whatever the tangent says.
  @inline(__always)
  func cannotBetter(_ best: Change, _ a: Int, of k: Int, _ b: Int, of l: Int, joint: JointGain) -> Bool {
    let (first, second) = (offsets[k] + Int(text[k]), offsets[l] + Int(text[l]))
    var most = best.own + Self.slack + joint.own
    if own[0].weight > 0 {
      let row = own[0].values
      most += own[0].weight * ((row[a] - row[first]) + (row[b] - row[second]))
    }
    for i in 0..<voiceCount[0] {
      let voice = voices[i]
      let row = voice.values
      let change = (row[a] - row[first]) + (row[b] - row[second]) + voice.joint
      most += mostTerm(voice.surplus + change, weight: voice.weight)
    }
    return most <= best.phi
  }

  /// Whether issues k and l share no interaction and, by the tangent, no double change of them can: how most pairs end.
  @inline(__always)
  func cannotBetter(_ best: Change, strangers k: Int, _ l: Int) -> Bool {
    best.isBounded && partners[k] & UtilityTable.issueBit(l) == 0
      && best.start + mostGains[k] + mostGains[l] + Self.slack <= best.phi
  }

  /// Whether no double change of issues k and l can.
  @inline(__always)
  func cannotBetter(_ best: Change, issues k: Int, _ l: Int, joint: JointGain) -> Bool {
    if best.isBounded {
      return best.start + mostGains[k] + mostGains[l] + joint.all + Self.slack <= best.phi
    }
    var most = best.own + Self.slack + mostOwnGains[k] + mostOwnGains[l] + joint.own
    for i in 0..<voiceCount[0] {
      let voice = voices[i]
      let row = i * text.count
      let change = mostChanges[row + k] + mostChanges[row + l] + voice.joint
      most += mostTerm(voice.surplus + change, weight: voice.weight)
    }
    return most <= best.phi
  }

  /// What a voice's term of Phi is at most when its surplus is so much.
  @inline(__always)
  func mostTerm(_ surplus: Double, weight: Double) -> Double {
    weight * LogarithmBound.above(max(Self.leastSurplus, surplus) + Self.slack)
  }

  /// Per slot, what the option is worth to one actor beside the text's other options, up to a constant per issue: where there are no
  /// interactions, its worth.
  private func values(_ worth: Lane<Double>, _ table: UtilityTable, row: Int) -> Lane<Double> {
    guard table.interactionBits != 0 else { return worth }
    let values = valueRows.slice(row * gains.count, gains.count)
    values.copy(from: worth)
    for k in 0..<text.count where table.touching[k] & table.interactionBits != 0 {
      var others = table.interactionBits
      for j in 0..<text.count where j != k { others &= table.met[offsets[j] + Int(text[j])] }
      if others == 0 { continue }
      for slot in offsets[k]..<offsets[k] + counts[k] {
        values[slot] += table.bonuses(others & table.met[slot])
      }
    }
    return values
  }

  /// No outcome is worth more than this: the best option of each issue and all bonuses.
  func mostUtility(_ worth: Lane<Double>, _ table: UtilityTable) -> Double {
    var most = 0.0
    for k in 0..<text.count {
      var best = -Double.infinity
      for slot in offsets[k]..<offsets[k] + counts[k] { best = max(best, worth[slot]) }
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
  @inline(__always)
  func findJointGain(_ k: Int, _ l: Int) -> JointGain {
    if partners[k] & UtilityTable.issueBit(l) == 0 {
      for i in 0..<voiceCount[0] { voices[i].joint = 0 }
      return JointGain()
    }
    return findGainOfPartners(k, l)
  }

  private func findGainOfPartners(_ k: Int, _ l: Int) -> JointGain {
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
