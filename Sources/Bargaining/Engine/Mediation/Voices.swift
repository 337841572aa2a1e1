/// Two numbers per slot: one for each voice of a pair.
struct PairRow: BitwiseCopyable {
  let numbers: Lane<Double>

  @inline(__always)
  subscript(slot: Int) -> SIMD2<Double> { numbers[wide: 2 &* slot] }
}

/// What a mediator hears: how, as it believes, each party at the table values every option; and
/// what it wants itself.
///
/// The parties are its voices. They are reckoned with in pairs, side by side in one wide register,
/// in few loops: together with working in place, 6% of the time of the Paris scenario. One without
/// a partner goes with a silent one, of weight 0 and infinite surplus.
///
/// Behind all issues stands one more, ``none``, of a single option that brings nobody anything: so
/// that one issue can move as two do.
final class Voices {
  /// What the mediator knows of one party.
  struct Voice: BitwiseCopyable {
    var table: UtilityTable
    /// Per slot: its worth, and by how much the mediator errs.
    var worth: Lane<Double>
    var errors: Lane<Double>
  }

  /// What it believes of two parties.
  struct Pair: BitwiseCopyable {
    /// beta = 1 + bias.
    var weight = SIMD2<Double>(repeating: 0)
    /// Utility at which the surplus is zero, as estimated.
    var threshold = SIMD2<Double>(repeating: -.infinity)
    /// In what its errors are measured.
    var width = SIMD2<Double>(repeating: 0)
  }

  /// The mediator itself.
  struct Own: BitwiseCopyable {
    var weight: Double
    var table: UtilityTable
    var hasConditions: Bool { table.interactionBits | table.redLineBits != 0 }
  }

  private struct State: BitwiseCopyable {
    var count = 0
    var pairCount = 0
    /// Whether some voice has interactions.
    var hasInteractions = false
    var own: Own
    /// The most that Phi can be, by the sum of the most that each of its terms can be, and the
    /// least by which it is less where some voice's surplus is at or below eps.
    var most = 0.0
    var leastLoss = Double.infinity
  }

  let issueCount: Int
  /// Slots of all issues. Rows of numbers have one more, that of ``none``, which brings nothing.
  let slotCount: Int
  let rowLength: Int
  /// Per issue, and for none: first slot, and how many.
  let offsets: Lane<Int>
  let counts: Lane<Int>
  /// Per slot, that of none included: its issue.
  let issues: Lane<Int>
  let each: Lane<Voice>
  let pairs: Lane<Pair>
  /// Per pair and slot, two numbers: the estimated worths for both voices.
  let worths: Lane<Double>
  /// Per issue: bits of the issues that share an interaction with it, in somebody's preferences.
  let partners: Lane<UInt64>
  private let state: Lane<State>

  init(layout: IssueLayout, parties: Int, arena: Arena) {
    let pairCount = (parties + 1) / 2
    issueCount = layout.optionCounts.count
    slotCount = layout.slotCount
    rowLength = layout.slotCount + 1
    offsets = arena.lane(layout.offsets + [layout.slotCount])
    counts = arena.lane(layout.optionCounts + [1])
    issues = arena.lane(
      (layout.optionCounts + [1]).enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) })
    pairs = arena.lane(pairCount, of: Pair())
    worths = arena.lane(2 * pairCount * rowLength, of: 0)
    partners = arena.lane(layout.optionCounts.count, of: 0)
    let silent = UtilityTable(
      preferences: Preferences(issues: layout.optionCounts.map { _ in nil }), layout: layout, arena: arena)
    each = arena.lane(parties, of: Voice(table: silent, worth: silent.worth, errors: silent.worth))
    state = arena.lane(1, of: State(own: Own(weight: 0, table: silent)))
  }

  var count: Int { state[0].count }
  var pairCount: Int { state[0].pairCount }
  var hasInteractions: Bool { state[0].hasInteractions }
  var own: Own { state[0].own }
  /// No text in which some surplus is at or below eps is above it.
  var concaveFrom: Double { state[0].most - state[0].leastLoss }
  /// The issue that is none.
  var none: Int { issueCount }

  /// Nobody is heard but a mediator with these preferences and this weight gamma on them; no
  /// outcome is worth more than `most` to it.
  func begin(_ table: UtilityTable, weight: Double, most: Double) {
    state[0] = State(own: Own(weight: weight, table: table), most: weight * most)
    partners.fill(0)
    if weight > 0 { join(table) }
  }

  /// Adds a party as the mediator sees it; see
  /// ``OpenDraft/add(_:worth:errors:width:threshold:weight:most:)``.
  @inline(__always)
  func add(
    _ table: UtilityTable, worth: Lane<Double>, errors: Lane<Double>, width: Double, threshold: Double,
    weight: Double, most: Double
  ) {
    let voice = state[0].count
    state[0].count = voice &+ 1
    state[0].pairCount = voice / 2 &+ 1
    each[voice].table = table
    each[voice].worth = worth
    each[voice].errors = errors
    let pair = voice / 2
    if voice % 2 == 0 {
      pairs[pair] = Pair(
        weight: SIMD2(weight, 0), threshold: SIMD2(threshold, -.infinity), width: SIMD2(width, 0))
    } else {
      pairs[pair].weight.y = weight
      pairs[pair].threshold.y = threshold
      pairs[pair].width.y = width
    }
    let most = PhiBounds.mostTerm(most - threshold, weight: weight)
    state[0].most += most
    state[0].leastLoss = min(state[0].leastLoss, most - weight * PhiBounds.leastTerm)
    if table.interactionBits != 0 { state[0].hasInteractions = true }
    join(table)
  }

  /// Writes down the worths of all voices, pair by pair; on the utility grid, so that sums over
  /// issues are the same in any order.
  func settle() {
    let (worths, count, pairs, slotCount) = (worths, count, pairs, slotCount)
    for p in 0..<pairCount {
      let (one, other) = (each[2 * p], each[min(2 * p + 1, count - 1)])
      let (worth, errors) = ((one.worth, other.worth), (one.errors, other.errors))
      let width = pairs[p].width
      var place = 2 &* p &* rowLength
      for slot in 0..<slotCount {
        let error = width * SIMD2(errors.0[slot], errors.1[slot])
        worths[wide: place] = UtilityGrid.nearest(SIMD2(worth.0[slot], worth.1[slot]) + error)
        place &+= 2
      }
    }
  }

  /// Notes which issues an actor's interactions tie together.
  @inline(__always)
  private func join(_ table: UtilityTable) {
    guard table.interactionBits != 0 else { return }
    let (partners, others) = (partners, table.partners)
    for k in 0..<others.count { partners[k] |= others[k] }
  }

  /// Whether two issues share an interaction, in somebody's preferences.
  @inline(__always)
  func arePartners(_ k: Int, _ l: Int) -> Bool { partners[k] & UtilityTable.issueBit(l) != 0 }

  /// The part of rows of numbers that belongs to a pair.
  @inline(__always)
  func row(_ rows: Lane<Double>, _ pair: Int) -> PairRow {
    PairRow(numbers: rows.slice(2 &* pair &* rowLength, 2 &* rowLength))
  }

  /// What the interactions among some conditions bring a voice.
  @inline(__always)
  func bonuses(of voice: Int, _ held: UInt64) -> Double {
    each[voice].table.bonuses(held & each[voice].table.interactionBits)
  }
}
