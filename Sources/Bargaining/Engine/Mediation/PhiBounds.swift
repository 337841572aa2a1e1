/// Bounds on what changes of a text can bring, which spare most candidates their logarithms.
///
/// Phi is concave in the surpluses where all are above eps, so a change brings at most what the
/// tangent at the text says: the sum over voices of beta / s_i times change of surplus. ``gains``
/// has that for every single change, conditions included. For a double change the two gains add up,
/// but for conditions with clauses on both issues (``findJointGain(_:_:)``). A change that leaves
/// some surplus at or below eps escapes the tangent; but its Phi is at most that of everybody else
/// at their most, and where the text is already above that, it cannot be better. Whatever the
/// surpluses are, ``LogarithmBound`` bounds the terms of Phi one by one.
///
/// On the Paris scenario a search for a double change has some 200 candidates. The tangent leaves
/// 10 of them and the second bound 2; where the tangent does not hold, in a quarter of the steps,
/// the second bound leaves 3.
final class PhiBounds {
  private struct State: BitwiseCopyable {
    /// Whether the tangent of Phi at the text is a bound.
    var isBounded = false
    /// Whether the rows of values were found for this draft.
    var hasValues = false
    /// The issues in which the text has changed since.
    var moved = (0, 0)
    /// Of all pairs, what each option brings beside the others of the text, conditions included, up
    /// to a constant per issue. Where nobody has interactions, the worths themselves.
    var values: Lane<Double>
  }

  private let voices: Voices
  private let measure: TextMeasure
  // Of these two, near at hand.
  private let offsets: Lane<Int>
  private let counts: Lane<Int>
  private let pairs: Lane<Voices.Pair>
  private let each: Lane<Voices.Voice>
  private let slots: Lane<Int>
  private let surpluses: Lane<SIMD2<Double>>
  private let valueRows: Lane<Double>
  private let state: Lane<State>
  /// ``slack``, of either voice.
  let room: SIMD2<Double>
  /// Per slot: what moving the issue there brings in all at most, by the tangent of Phi;
  /// ``anything`` where the tangent is no bound, and -infinity for where it is already.
  let gains: Lane<Double>
  /// Per slot: what it brings of the mediator's own term of Phi, up to a constant per issue; and
  /// what moving the issue there brings of it.
  private let ownGains: Lane<Double>
  let ownChanges: Lane<Double>
  /// Per pair and slot: what moving the issue there brings to the surpluses of both.
  let changes: Lane<Double>
  /// Per issue, and 0 for none: the most that moving it to any other option brings: in all by the
  /// tangent, to the mediator's own term of Phi, and (pair by pair) to the surpluses of two voices,
  /// which may take different options.
  let mostGains: Lane<Double>
  private let mostOwnChanges: Lane<Double>
  private let mostChanges: Lane<SIMD2<Double>>
  /// Per pair: beta / s_i.
  private let slopes: Lane<SIMD2<Double>>
  /// Per pair: how far conditions with clauses on both of two issues can raise s_i.
  let joints: Lane<SIMD2<Double>>

  init(_ voices: Voices, _ measure: TextMeasure, arena: Arena) {
    self.voices = voices
    self.measure = measure
    offsets = voices.offsets
    counts = voices.counts
    pairs = voices.pairs
    each = voices.each
    slots = measure.slots
    surpluses = measure.surpluses
    let (issues, pairs) = (voices.issueCount + 1, voices.pairs.count)
    valueRows = arena.lane(voices.worths.count, of: 0)
    state = arena.lane(1, of: State(values: voices.worths))
    room = SIMD2(repeating: Self.slack)
    gains = arena.lane(voices.rowLength, of: 0)
    ownGains = arena.lane(voices.rowLength, of: 0)
    ownChanges = arena.lane(voices.rowLength, of: 0)
    changes = arena.lane(voices.worths.count, of: 0)
    mostGains = arena.lane(issues, of: 0)
    mostOwnChanges = arena.lane(issues, of: 0)
    mostChanges = arena.lane(issues * pairs, of: SIMD2(repeating: 0))
    slopes = arena.lane(pairs, of: SIMD2(repeating: 0))
    joints = arena.lane(pairs, of: SIMD2(repeating: 0))
  }

  var isBounded: Bool { state[0].isBounded }
  var values: Lane<Double> { state[0].values }

  /// Begins a draft; all voices are heard.
  func begin() {
    state[0] = State(values: voices.hasInteractions ? valueRows : voices.worths)
    let own = voices.own
    let (gains, weight, worth) = (ownGains, own.weight, own.table.worth)
    for slot in 0..<voices.slotCount { gains[slot] = weight * worth[slot] }
  }

  /// Prepares the bounds at the text, which was measured last.
  func linearise(_ phi: Double) {
    let own = voices.own
    if own.weight > 0, own.table.interactionBits != 0 { findOwnGains(own) }
    if voices.hasInteractions { findValues() }
    var isBounded = phi >= voices.concaveFrom + Self.slack
    for p in 0..<voices.pairCount {
      let surplus = surpluses[p]
      isBounded = isBounded && surplus.x > TextMeasure.leastSurplus && surplus.y > TextMeasure.leastSurplus
    }
    for p in 0..<voices.pairCount {
      slopes[p] = isBounded ? pairs[p].weight / surpluses[p] : SIMD2(repeating: 0)
    }
    state[0].isBounded = isBounded
    if isBounded { findTangent() } else { leaveOpen() }
  }

  /// The tangent of Phi at the text, as what moving an issue brings. In one loop over all slots,
  /// for where in its issue the text stands the processor cannot guess.
  private func findTangent() {
    if voices.pairCount > 1 { return findTangentOfMany() }
    let (gains, ownGains, ownChanges, changes) = (gains, ownGains, ownChanges, changes)
    let (slope, values, slots, issues) = (slopes[0], voices.row(values, 0), slots, voices.issues)
    for slot in 0..<voices.slotCount {
      let here = slots[issues[slot]]
      let (ownChange, change) = (ownGains[slot] - ownGains[here], values[slot] - values[here])
      ownChanges[slot] = ownChange
      changes[wide: 2 &* slot] = change
      let both = slope * change
      gains[slot] = ownChange + (both.x + both.y)
    }
    closeStays()
  }

  private func findTangentOfMany() {
    findChanges()
    let gains = gains
    gains.slice(0, voices.slotCount).copy(from: ownChanges.slice(0, voices.slotCount))
    for p in 0..<voices.pairCount {
      let (slope, changes) = (slopes[p], voices.row(changes, p))
      for slot in 0..<voices.slotCount {
        let gain = slope * changes[slot]
        gains[slot] += gain.x + gain.y
      }
    }
    closeStays()
  }

  /// What moving every issue to each of its options brings to the mediator's own term of Phi, and
  /// to the surpluses.
  private func findChanges() {
    let (ownGains, ownChanges, changes) = (ownGains, ownChanges, changes)
    let (slots, issues) = (slots, voices.issues)
    for slot in 0..<voices.slotCount { ownChanges[slot] = ownGains[slot] - ownGains[slots[issues[slot]]] }
    for p in 0..<voices.pairCount {
      let values = voices.row(values, p)
      let row = 2 &* p &* voices.rowLength
      for slot in 0..<voices.slotCount {
        changes[wide: row &+ 2 &* slot] = values[slot] - values[slots[issues[slot]]]
      }
    }
  }

  /// No issue moves to where it is.
  private func closeStays() {
    let (gains, slots) = (gains, slots)
    for k in 0..<voices.issueCount { gains[slots[k]] = -.infinity }
  }

  /// Where the tangent is no bound: by it, every move may bring anything.
  private func leaveOpen() {
    findChanges()
    gains.slice(0, voices.slotCount).fill(Self.anything)
    closeStays()
  }

  /// Finds, for changes of two issues, the most that each brings.
  func findMosts() {
    if !isBounded { return findMostChanges() }
    let (gains, mostGains) = (gains, mostGains)
    for k in 0..<voices.issueCount { mostGains[k] = most(gains, offsets[k], offsets[k] &+ counts[k]) }
  }

  private func findMostChanges() {
    for k in 0..<voices.issueCount {
      mostGains[k] = counts[k] > 1 ? Self.anything : -.infinity
      let (first, here, end) = (offsets[k], slots[k], offsets[k] &+ counts[k])
      mostOwnChanges[k] = larger(most(ownChanges, first, here), most(ownChanges, here &+ 1, end))
      for p in 0..<voices.pairCount {
        let changes = voices.row(changes, p)
        let (before, after) = (most(changes, first, here), most(changes, here &+ 1, end))
        mostChanges[p &* (voices.issueCount &+ 1) &+ k] = SIMD2(
          larger(before.x, after.x), larger(before.y, after.y))
      }
    }
  }

  /// The greatest number of a row from a slot to before another; -infinity if there is none.
  @inline(__always)
  private func most(_ row: Lane<Double>, _ first: Int, _ end: Int) -> Double {
    var (slot, most) = (first, -Double.infinity)
    while slot < end {
      most = larger(row[slot], most)
      slot &+= 1
    }
    return most
  }

  /// The greatest for each voice of a pair, likewise.
  @inline(__always)
  private func most(_ row: PairRow, _ first: Int, _ end: Int) -> SIMD2<Double> {
    var (slot, most) = (first, SIMD2(repeating: -Double.infinity))
    while slot < end {
      let both = row[slot]
      most = SIMD2(larger(both.x, most.x), larger(both.y, most.y))
      slot &+= 1
    }
    return most
  }

  /// The text is changed in two issues, or in one and none, and in nothing else until the bounds
  /// are prepared again.
  @inline(__always)
  func noteMove(of issues: (Int, Int)) { state[0].moved = issues }

  /// Whether the values of some voice may be others than before the last move.
  private var haveValuesChanged: Bool {
    let (k, l) = state[0].moved
    for i in 0..<voices.count {
      let table = each[i].table
      var touched = table.touching[k]
      if l != voices.none { touched |= table.touching[l] }
      if touched & table.interactionBits != 0 { return true }
    }
    return false
  }

  /// Of all pairs, what each option brings a voice beside the text's other options. Options that no
  /// interaction asks for are looked at once a draft.
  private func findValues() {
    let (values, worths, rowLength) = (values, voices.worths, voices.rowLength)
    if state[0].hasValues, !haveValuesChanged { return }
    if !state[0].hasValues {
      for place in stride(from: 0, to: 2 &* voices.pairCount &* rowLength, by: 2) {
        values[wide: place] = worths[wide: place] as SIMD2<Double>
      }
      state[0].hasValues = true
    } else {
      for i in 0..<voices.count {
        let row = i / 2 &* rowLength
        for bearing in each[i].table.bearings {
          let place = 2 &* (row &+ Int(bearing.slot))
          values[wide: place] = worths[wide: place] as SIMD2<Double>
        }
      }
    }
    for i in 0..<voices.count {
      let (table, conditions) = (each[i].table, measure.conditions[i])
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
  private func findOwnGains(_ own: Voices.Own) {
    let conditions = measure.near(own.table)
    for slot in 0..<voices.slotCount { ownGains[slot] = own.weight * own.table.worth[slot] }
    for bearing in own.table.bearings where isOpen(bearing, own.table, conditions) {
      ownGains[Int(bearing.slot)] += own.weight * own.table.bonus[Int(bearing.interaction)]
    }
  }

  /// Room for the rounding of the bounds, so that they never cut off a change that Phi itself calls
  /// better.
  static let slack = 1e-9

  /// A gain without a bound: finite, so that beside one that rules a change out, which is
  /// -infinity, the sum rules it out as well.
  static let anything = 1e300

  /// A term of Phi at eps, per weight.
  static let leastTerm = TextMeasure.term(0, weight: 1)

  /// What a voice's term of Phi is at most when its surplus is so much.
  @inline(__always)
  static func mostTerm(_ surplus: Double, weight: Double) -> Double {
    weight * LogarithmBound.above(max(TextMeasure.leastSurplus, surplus) + slack)
  }

  /// What the terms of a pair of voices are at most, together, when their surpluses are so much.
  ///
  /// - Parameter room: ``room``. As a constant it would be added to eps by the compiler, which then
  ///   chooses between the two outside of wide registers.
  @inline(__always)
  static func mostTerms(
    _ surplus: SIMD2<Double>, _ weight: SIMD2<Double>, _ room: SIMD2<Double>
  ) -> Double {
    let least = TextMeasure.leastSurplus
    let raised = SIMD2(larger(surplus.x, least), larger(surplus.y, least)) + room
    let terms = weight * LogarithmBound.above(raised)
    return terms.x + terms.y
  }

  /// Whether no change of both issues k and l can better the best so far; of issues that are no
  /// partners, or with what these may bring together.
  @inline(__always)
  func cannotBetter(_ best: TextChange, _ k: Int, _ l: Int, _ joint: JointGain = JointGain()) -> Bool {
    if isBounded { return mostGains[k] + mostGains[l] + joint.all <= best.left }
    return cannotBetterByTerms(best, k, l, joint)
  }

  private func cannotBetterByTerms(_ best: TextChange, _ k: Int, _ l: Int, _ joint: JointGain) -> Bool {
    var most = best.own + Self.slack + joint.own + mostOwnChanges[k] + mostOwnChanges[l]
    let width = voices.issueCount &+ 1
    for p in 0..<voices.pairCount {
      let row = p &* width
      let surplus = surpluses[p] + mostChanges[row &+ k] + mostChanges[row &+ l] + joints[p]
      most += Self.mostTerms(surplus, pairs[p].weight, room)
    }
    return most <= best.phi
  }

  /// How much conditions with clauses on both issues can add; to the surpluses it is kept in
  /// ``joints``, until it is forgotten.
  struct JointGain {
    var own = 0.0
    /// By the tangent, all voices included.
    var all = 0.0
  }

  /// How far conditions with clauses on both issue k and issue l can make a double change better
  /// than its two single changes together: each may be counted twice too low, by its bonus.
  func findJointGain(_ k: Int, _ l: Int) -> JointGain {
    let own = voices.own
    var gain = JointGain()
    if own.weight > 0 { gain.own = own.weight * jointBonus(own.table, k, l) }
    gain.all = gain.own
    for p in 0..<voices.pairCount {
      let second = 2 * p + 1 < voices.count ? jointBonus(each[2 * p + 1].table, k, l) : 0
      joints[p] = SIMD2(jointBonus(each[2 * p].table, k, l), second)
      let all = slopes[p] * joints[p]
      gain.all += all.x + all.y
    }
    return gain
  }

  func forgetJointGain() { joints.fill(SIMD2(repeating: 0)) }

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
