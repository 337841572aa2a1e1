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
    let isBounded = findTangent(phi)
    for k in 0..<text.count {
      if isBounded {
        mostGains[k] = most(of: k, in: gains)
        continue
      }
      mostOwnGains[k] = most(of: k, in: ownGains)
      for i in 0..<voiceCount[0] {
        mostChanges[i / 2 * text.count + k][i % 2] = most(of: k, in: voices[i].values)
      }
    }
    return isBounded
  }

  /// The tangent of Phi at the text, in `gains`; returns whether it is a bound.
  private func findTangent(_ phi: Double) -> Bool {
    let mine = own[0]
    if mine.weight > 0 {
      let row = values(mine.table.worth, mine.table, conditions(mine.table), row: voices.count)
      for slot in 0..<gains.count { ownGains[slot] = mine.weight * row[slot] }
    } else {
      ownGains.fill(0)
    }
    for slot in 0..<gains.count { gains[slot] = ownGains[slot] }
    var isConcave = phi > -.infinity
    for p in 0..<pairCount {
      isConcave = preparePair(p) && isConcave
      let pair = pairs[p]
      let row = pairValues.slice(p * gains.count, gains.count)
      let (first, second) = (voices[2 * p].values, voices[min(2 * p + 1, voiceCount[0] - 1)].values)
      for slot in 0..<gains.count {
        let both = SIMD2(first[slot], second[slot])
        row[slot] = both
        let gain = pair.slope * both
        gains[slot] = gains[slot] + (gain.x + gain.y)
      }
    }
    return isConcave && phi >= reach[0].concaveFrom + Self.slack
  }

  var pairCount: Int { (voiceCount[0] + 1) / 2 }

  /// Lays two voices side by side; returns whether both have a surplus above eps.
  @inline(__always)
  private func preparePair(_ p: Int) -> Bool {
    var pair = Pair()
    var isConcave = true
    for side in 0..<2 where 2 * p + side < voiceCount[0] {
      let i = 2 * p + side
      if voices[i].table.interactionBits != 0 {
        let voice = voices[i]
        voices[i].values = values(voice.worth, voice.table, voice.conditions, row: i)
      }
      let (weight, surplus) = (voices[i].weight, voices[i].surplus)
      pair.weight[side] = weight
      pair.surplus[side] = surplus
      pair.slope[side] = weight / surplus
      isConcave = isConcave && surplus > Self.leastSurplus
    }
    pairs[p] = pair
    return isConcave
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
  static let leastTerm = term(0, weight: 1)

  /// Whether no other option of an issue can better the best so far.
  @inline(__always)
  func cannotBetter(_ best: Change, issue k: Int) -> Bool {
    if best.isBounded { return best.start + mostGains[k] + Self.slack <= best.phi }
    var most = best.own + Self.slack + mostOwnGains[k]
    for p in 0..<pairCount {
      most += mostTerms(pairs[p].surplus + mostChanges[p * text.count + k], pairs[p].weight)
    }
    return most <= best.phi
  }

  /// Whether moving issue k of the text to a slot cannot.
  @inline(__always)
  func cannotBetter(_ best: Change, _ slot: Int, of k: Int) -> Bool {
    let here = offsets[k] + Int(text[k])
    if best.isBounded, best.start + (gains[slot] - gains[here]) + Self.slack <= best.phi { return true }
    var most = best.own + Self.slack + (ownGains[slot] - ownGains[here])
    for p in 0..<pairCount {
      let row = pairValues.slice(p * gains.count, gains.count)
      most += mostTerms(pairs[p].surplus + (row[slot] - row[here]), pairs[p].weight)
    }
    return most <= best.phi
  }

  /// What issue l has to gain by the tangent, at least, when k moves to a slot as well and that is to better the best so far.
  @inline(__always)
  func tangentLeft(_ best: Change, _ slot: Int, of k: Int, joint: JointGain) -> Double {
    let gain = gains[slot] - gains[offsets[k] + Int(text[k])]
    return best.phi - best.start - joint.all - Self.slack - gain
  }

  /// One issue moved to a slot, for what follows with the options of another; the first pair of voices at hand, since mostly there is no other.
  struct Moved {
    /// The mediator's own term, less what the other issue brings to it as it is.
    let own: Double
    let weight: SIMD2<Double>
    let base: SIMD2<Double>
  }

  /// Moves issue k to a slot, for what follows with options of issue l.
  @inline(__always)
  func move(_ slot: Int, of k: Int, beside l: Int, _ best: Change, joint: JointGain) -> Moved {
    let (here, other) = (offsets[k] &+ Int(text[k]), offsets[l] &+ Int(text[l]))
    let base =
      pairs[0].surplus + pairs[0].joint + (pairValues[slot] - pairValues[here]) - pairValues[other]
    for p in 1..<max(pairCount, 1) {
      let row = pairValues.slice(p * gains.count, gains.count)
      pairs[p].base = pairs[p].surplus + pairs[p].joint + (row[slot] - row[here]) - row[other]
    }
    return Moved(
      own: best.own + Self.slack + joint.own + (ownGains[slot] - ownGains[here]) - ownGains[other],
      weight: pairs[0].weight, base: base)
  }

  /// Whether then moving l to a slot cannot better the best so far, whatever the tangent says.
  @inline(__always)
  func cannotBetter(_ best: Change, moved: Moved, and slot: Int) -> Bool {
    var most = moved.own + ownGains[slot] + mostTerms(moved.base + pairValues[slot], moved.weight)
    for p in 1..<max(pairCount, 1) {
      most += mostTerms(pairs[p].base + pairValues[p * gains.count + slot], pairs[p].weight)
    }
    return most <= best.phi
  }

  /// What the terms of a pair of voices are at most, together, when their surpluses are so much.
  @inline(__always)
  private func mostTerms(_ surplus: SIMD2<Double>, _ weight: SIMD2<Double>) -> Double {
    let least = SIMD2<Double>(repeating: Self.leastSurplus)
    let clamped = surplus.replacing(with: least, where: surplus .< least)
    let terms = weight * LogarithmBound.above(clamped + Self.slack)
    return terms.x + terms.y
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
    for p in 0..<pairCount {
      let changes = mostChanges.slice(p * text.count, text.count)
      most += mostTerms(pairs[p].surplus + changes[k] + changes[l] + pairs[p].joint, pairs[p].weight)
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
  private func values(
    _ worth: Lane<Double>, _ table: UtilityTable, _ conditions: NearConditions, row: Int
  ) -> Lane<Double> {
    guard conditions.within & table.interactionBits != 0 else { return worth }
    let values = valueRows.slice(row * gains.count, gains.count)
    values.copy(from: worth)
    for k in 0..<text.count {
      // Conditions without a clause on the issue bring the same whatever its option.
      let bits = table.touching[k] & table.interactionBits & conditions.within
      if bits == 0 { continue }
      let others = bits & conditions.heldByOthers(than: table.met[offsets[k] + Int(text[k])])
      if others == 0 { continue }
      for slot in offsets[k]..<offsets[k] + counts[k] {
        values[slot] += table.bonuses(others & table.met[slot])
      }
    }
    return values
  }

  private func conditions(_ table: UtilityTable) -> NearConditions {
    var conditions = NearConditions()
    for k in 0..<text.count { conditions.add(table.met[offsets[k] + Int(text[k])]) }
    return conditions
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
  /// changes together: each may be counted twice too low, by its bonus. Of each voice it is kept in its pair.
  @inline(__always)
  func findJointGain(_ k: Int, _ l: Int) -> JointGain {
    if partners[k] & UtilityTable.issueBit(l) == 0 {
      for p in 0..<pairCount { pairs[p].joint = SIMD2(repeating: 0) }
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
      pairs[i / 2].joint[i % 2] = joint
      gain.all += pairs[i / 2].slope[i % 2] * joint
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
