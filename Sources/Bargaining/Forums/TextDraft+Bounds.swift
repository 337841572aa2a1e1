extension TextDraft {
  /// Prepares the bounds that spare most candidates their logarithms; whether the tangent is one of
  /// them is in `isBounded`.
  ///
  /// Phi is concave in the surpluses where all are above eps, so a change brings at most what the
  /// tangent at the text says: the sum over voices of beta / s_i times change of surplus. `gains`
  /// has that for every single change, conditions included. For a double change the two gains add
  /// up, but for conditions with clauses on both issues (``findJointGain(_:_:)``). A change that
  /// leaves some surplus at or below eps escapes the tangent; but its Phi is at most that of
  /// everybody else at their most, and where the text is already above that, it cannot be better.
  /// Whatever the surpluses are, ``LogarithmBound`` bounds the terms of Phi one by one.
  ///
  /// On the Paris scenario a search for a double change has some 200 candidates. The tangent leaves
  /// 10 of them and the second bound 2; where the tangent does not hold, in a quarter of the steps,
  /// the second bound leaves 3.
  mutating func linearise(_ phi: Double) {
    if own.weight > 0, own.table.interactionBits != 0 { findOwnGains() }
    if hasInteractions { findValues() }
    isBounded = phi >= reach.concaveFrom + Self.slack
    for p in 0..<pairCount {
      let surplus = pairs[p].surplus
      isBounded = isBounded && surplus.x > Self.leastSurplus && surplus.y > Self.leastSurplus
    }
    for p in 0..<pairCount {
      pairs[p].slope = isBounded ? pairs[p].weight / pairs[p].surplus : SIMD2(repeating: 0)
    }
    if isBounded { findTangent() } else { leaveOpen() }
  }

  /// The tangent of Phi at the text, as what moving an issue brings.
  private mutating func findTangent() {
    let slope = pairs[0].slope
    for slot in 0..<slotCount {
      let gain = slope * both(values, 0, slot)
      gains[slot] = ownGains[slot] + (gain.x + gain.y)
    }
    if pairCount > 1 { addOtherTangents() }
    for k in 0..<text.count {
      let (first, here) = (offsets[k], slots[k])
      let gain = gains[here]
      gains[here] = -.infinity
      var most = -Double.infinity
      for slot in first..<first &+ counts[k] {
        let more = gains[slot] - gain
        gains[slot] = more
        most = larger(more, most)
      }
      mostGains[k] = most
    }
  }

  private mutating func addOtherTangents() {
    for p in 1..<pairCount {
      let slope = pairs[p].slope
      for slot in 0..<slotCount {
        let gain = slope * both(values, p, slot)
        gains[slot] += gain.x + gain.y
      }
    }
  }

  /// Where the tangent is no bound: by it, every move may bring anything.
  private mutating func leaveOpen() {
    gains.fill(.infinity)
    for k in 0..<text.count {
      let (first, here) = (offsets[k], slots[k])
      let end = first &+ counts[k]
      gains[here] = -.infinity
      mostGains[k] = counts[k] > 1 ? .infinity : -.infinity
      mostOwnGains[k] = larger(most(ownGains, first, here), most(ownGains, here &+ 1, end)) - ownGains[here]
      for p in 0..<pairCount {
        let (before, after) = (most(of: p, first, here), most(of: p, here &+ 1, end))
        let most = SIMD2(larger(before.x, after.x), larger(before.y, after.y))
        mostChanges[p &* text.count &+ k] = most - both(values, p, here)
      }
    }
  }

  /// The greatest number of a row from a slot to before another; -infinity if there is none.
  @inline(__always)
  private func most(_ row: Lane<Double>, _ first: Int, _ end: Int) -> Double {
    var most = -Double.infinity
    var slot = first
    while slot < end {
      most = larger(row[slot], most)
      slot &+= 1
    }
    return most
  }

  /// The greatest value for each voice of a pair, likewise.
  @inline(__always)
  private func most(of pair: Int, _ first: Int, _ end: Int) -> SIMD2<Double> {
    var most = SIMD2(repeating: -Double.infinity)
    var slot = first
    while slot < end {
      let both = both(values, pair, slot)
      most = SIMD2(larger(both.x, most.x), larger(both.y, most.y))
      slot &+= 1
    }
    return most
  }

  /// Of all pairs, what each option brings a voice beside the text's other options. Options that no
  /// interaction asks for are looked at once a draft.
  private mutating func findValues() {
    if !hasValues {
      for place in stride(from: 0, to: 2 &* pairCount &* rowLength, by: 2) {
        values[wide: place] = worths[wide: place] as SIMD2<Double>
      }
      hasValues = true
    }
    for i in 0..<voiceCount {
      let row = i / 2 &* rowLength
      for bearing in voices[i].table.bearings {
        let place = 2 &* (row &+ Int(bearing.slot))
        values[wide: place] = worths[wide: place] as SIMD2<Double>
      }
    }
    for i in 0..<voiceCount {
      let (table, conditions) = (voices[i].table, voices[i].conditions)
      if conditions.within & table.interactionBits == 0 { continue }
      let row = i / 2 &* rowLength
      for bearing in table.bearings where isOpen(bearing, table, conditions) {
        let bonus = table.bonus[Int(bearing.interaction)]
        let place = 2 &* (row &+ Int(bearing.slot))
        let both: SIMD2<Double> = values[wide: place]
        values[wide: place] = both + (i % 2 == 0 ? SIMD2(bonus, 0) : SIMD2(0, bonus))
      }
    }
  }

  /// Whether an interaction holds in all issues of the text but perhaps the one of an option that
  /// it asks for.
  @inline(__always)
  private func isOpen(
    _ bearing: UtilityTable.Bearing, _ table: UtilityTable, _ conditions: NearConditions
  ) -> Bool {
    let others = conditions.heldByOthers(than: table.met[slots[Int(bearing.issue)]])
    return others &>> UInt64(truncatingIfNeeded: bearing.interaction) & 1 == 1
  }

  /// The mediator's own tangent, which is the same for all texts unless it has interactions.
  private mutating func findOwnGains() {
    let conditions = conditions(own.table)
    for slot in 0..<slotCount { ownGains[slot] = own.weight * own.table.worth[slot] }
    for bearing in own.table.bearings where isOpen(bearing, own.table, conditions) {
      ownGains[Int(bearing.slot)] += own.weight * own.table.bonus[Int(bearing.interaction)]
    }
  }

  /// Room for the rounding of the bounds, so that they never cut off a change that Phi itself calls
  /// better.
  static let slack = 1e-9

  /// A term of Phi at eps, per weight.
  static let leastTerm = term(0, weight: 1)

  /// Whether no other option of an issue can better the best so far, whatever the tangent says.
  mutating func cannotBetter(_ best: Change, issue k: Int) -> Bool {
    var most = best.own + Self.slack + mostOwnGains[k]
    for p in 0..<pairCount {
      most += mostTerms(pairs[p].surplus + mostChanges[p * text.count + k], pairs[p].weight)
    }
    return most <= best.phi
  }

  /// What the terms of a pair of voices are at most, together, when their surpluses are so much.
  @inline(__always)
  func mostTerms(_ surplus: SIMD2<Double>, _ weight: SIMD2<Double>) -> Double {
    mostTerms(raised: surplus + Self.slack, weight)
  }

  /// The same, room for rounding added to the surpluses already.
  @inline(__always)
  func mostTerms(raised surplus: SIMD2<Double>, _ weight: SIMD2<Double>) -> Double {
    let least = Self.leastSurplus + Self.slack
    let terms = weight * LogarithmBound.above(SIMD2(larger(surplus.x, least), larger(surplus.y, least)))
    return terms.x + terms.y
  }

  /// Whether no double change of issues k and l can, whatever the tangent says.
  mutating func cannotBetter(_ best: Change, issues k: Int, _ l: Int, _ joint: JointGain) -> Bool {
    var most = best.own + Self.slack + mostOwnGains[k] + mostOwnGains[l] + joint.own
    for p in 0..<pairCount {
      let row = p &* text.count
      let changes = mostChanges[row &+ k] + mostChanges[row &+ l]
      most += mostTerms(pairs[p].surplus + changes + (p == 0 ? joint.first : pairs[p].joint), pairs[p].weight)
    }
    return most <= best.phi
  }

  /// Whether issues k and l share an interaction, in somebody's preferences.
  @inline(__always)
  mutating func arePartners(_ k: Int, _ l: Int) -> Bool { partners[k] & UtilityTable.issueBit(l) != 0 }

  /// What a voice's term of Phi is at most when its surplus is so much.
  @inline(__always)
  func mostTerm(_ surplus: Double, weight: Double) -> Double {
    weight * LogarithmBound.above(max(Self.leastSurplus, surplus) + Self.slack)
  }

  /// How much conditions with clauses on both issues can add.
  struct JointGain {
    var own = 0.0
    /// By the tangent, all voices included.
    var all = 0.0
    /// To the surpluses of the first pair of voices; of the other pairs it is kept there.
    var first = SIMD2<Double>(repeating: 0)
  }

  /// How far conditions with clauses on both issue k and issue l can make a double change better
  /// than its two single changes together: each may be counted twice too low, by its bonus.
  @inline(__always)
  mutating func findJointGain(_ k: Int, _ l: Int) -> JointGain {
    if arePartners(k, l) { return findGainOfPartners(k, l) }
    if pairCount > 1 { forgetJointGains() }
    return JointGain()
  }

  private mutating func forgetJointGains() {
    for p in 1..<pairCount { pairs[p].joint = SIMD2(repeating: 0) }
  }

  private mutating func findGainOfPartners(_ k: Int, _ l: Int) -> JointGain {
    var gain = JointGain()
    if own.weight > 0 { gain.own = own.weight * jointBonus(own.table, k, l) }
    gain.all = gain.own
    for p in 0..<pairCount {
      let second = 2 * p + 1 < voiceCount ? jointBonus(voices[2 * p + 1].table, k, l) : 0
      let joint = SIMD2(jointBonus(voices[2 * p].table, k, l), second)
      if p == 0 { gain.first = joint } else { pairs[p].joint = joint }
      let all = pairs[p].slope * joint
      gain.all += all.x + all.y
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

/// The larger of two numbers, by an instruction where `max`, which minds the order of equals, takes
/// a branch.
@inline(__always)
private func larger(_ x: Double, _ y: Double) -> Double { x > y ? x : y }
