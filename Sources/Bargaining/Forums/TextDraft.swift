import Randomness

/// A mediator's draft: hill climbing on the estimated Nash product, weighted by bias, plus the
/// mediator's own interest:
///
///     Phi(x) = sum_i beta_i ln max(eps, s_i(x)) + gamma U_m(x)
///
/// Single-text procedure with integrative trades (Fisher 1978, *International Mediation: A Working
/// Guide*; Raiffa 1982, *The Art and Science of Negotiation*): a step changes one issue, or two at
/// a time where no single change helps, so that issues weighed in opposite order are traded.
///
/// The parties it is about are its voices. They are reckoned with in pairs, side by side in one
/// wide register, in few loops: together with working in place, 6% of the time of the Paris
/// scenario.
struct TextDraft: BitwiseCopyable {
  // Large, so what works on it is `mutating`: in place (see ``OutcomeSearch``).

  /// What the mediator knows of one party.
  struct Voice: BitwiseCopyable {
    var table: UtilityTable
    /// Per slot: its worth, and by how much the mediator errs.
    var worth: Lane<Double>
    var errors: Lane<Double>
    /// Scratch of a step: open conditions of the issues that stay as they are.
    var others: UInt64 = 0
    /// Which conditions hold in the text.
    var conditions = NearConditions()
  }

  /// What the mediator believes of two parties. One without a partner goes with a silent one: of
  /// weight 0 and infinite surplus.
  struct Pair: BitwiseCopyable {
    /// beta = 1 + bias.
    var weight = SIMD2<Double>(repeating: 0)
    /// Utility at which the surplus is zero, as estimated.
    var threshold = SIMD2<Double>(repeating: -.infinity)
    /// In what its errors are measured.
    var width = SIMD2<Double>(repeating: 0)
    /// s_i of the text, and beta / s_i.
    var surplus = SIMD2<Double>(repeating: 1)
    var slope = SIMD2<Double>(repeating: 0)

    // Scratch of a step.
    /// Additive utility of the issues that stay as they are.
    var sum = SIMD2<Double>(repeating: 0)
    /// s_i with one or two issues changed.
    var changed = SIMD2<Double>(repeating: 0)
    /// How far conditions with clauses on both of two issues can raise s_i, and s_i without these
    /// issues.
    var joint = SIMD2<Double>(repeating: 0)
    var base = SIMD2<Double>(repeating: 1)
  }

  /// The mediator itself.
  struct Own: BitwiseCopyable {
    var weight: Double
    var table: UtilityTable
    /// What the text is worth to it.
    var utility = 0.0
    var hasConditions: Bool { table.interactionBits | table.redLineBits != 0 }
  }

  /// What holds for all texts of a draft: the most that Phi can be, by the sum of the most that
  /// each of its terms can be, and the least by which it is less where some voice's surplus is at
  /// or below eps.
  struct Reach: BitwiseCopyable {
    var most = 0.0
    var leastLoss = Double.infinity
    /// No text in which some surplus is at or below eps is above it.
    var concaveFrom: Double { most - leastLoss }
  }

  /// eps: what an estimated surplus at or below zero counts as, so that a text is drawn towards
  /// acceptability.
  static let leastSurplus = 1e-3

  let text: Lane<UInt8>
  let spare: Lane<UInt8>
  /// Per issue: first slot, and the slot of the text's option, as measured.
  let offsets: Lane<Int>
  let slots: Lane<Int>
  let counts: Lane<Int>
  let voices: Lane<Voice>
  let pairs: Lane<Pair>
  /// Slots of all issues, and per pair one more in the rows of worths and values, which brings
  /// nothing.
  let slotCount: Int
  let rowLength: Int
  /// Per pair and slot, two numbers: the estimated worths for both voices.
  let worths: Lane<Double>
  /// Likewise, for the first `n` pairs and the text as it is: what the option brings beside the
  /// others of the text, conditions included, up to a constant per issue. Where nobody has
  /// interactions, the worths themselves.
  var values: Lane<Double>
  let valueRows: Lane<Double>
  /// Per slot: what moving the issue there brings in all at most, by the tangent of Phi; infinite
  /// where the tangent is no bound, and -infinity for where it is already.
  let gains: Lane<Double>
  /// Per slot: what it brings of the mediator's own term of Phi, up to a constant per issue.
  let ownGains: Lane<Double>
  /// Per issue: the most that moving it to any other option brings: in all by the tangent, to the
  /// mediator's own term of Phi, and (pair by pair) to the surpluses of two voices, which may take
  /// different options.
  let mostGains: Lane<Double>
  let mostOwnGains: Lane<Double>
  let mostChanges: Lane<SIMD2<Double>>
  /// Per issue: bits of the issues that share an interaction with it, in somebody's preferences.
  let partners: Lane<UInt64>
  /// Room for as many as there are options of two issues.
  let candidates: Lane<Candidate>
  var voiceCount = 0
  /// Whether some voice has interactions, and whether `values` were found for this draft.
  var hasInteractions = false
  var hasValues = false
  /// Whether the tangent of Phi at the text is a bound.
  var isBounded = false
  var own: Own
  var reach = Reach()

  init(layout: IssueLayout, parties: Int, arena: Arena) {
    let issues = layout.optionCounts.count
    let pairCount = (parties + 1) / 2
    text = arena.lane(issues, of: 0)
    spare = arena.lane(issues, of: 0)
    offsets = arena.lane(layout.offsets)
    counts = arena.lane(layout.optionCounts)
    mostChanges = arena.lane(pairCount * issues, of: SIMD2(repeating: 0))
    mostOwnGains = arena.lane(issues, of: 0)
    mostGains = arena.lane(issues, of: 0)
    partners = arena.lane(issues, of: 0)
    slotCount = layout.slotCount
    rowLength = layout.slotCount + 1
    slots = arena.lane(layout.offsets)
    gains = arena.lane(layout.slotCount, of: 0)
    ownGains = arena.lane(layout.slotCount, of: 0)
    pairs = arena.lane(pairCount, of: Pair())
    let largest = layout.optionCounts.sorted().suffix(2).reduce(1, *)
    candidates = arena.lane(largest, of: Candidate(first: 0, second: 0))
    worths = arena.lane(2 * pairCount * rowLength, of: 0)
    valueRows = arena.lane(2 * pairCount * rowLength, of: 0)
    values = worths
    let silent = UtilityTable(
      preferences: Preferences(issues: layout.optionCounts.map { _ in nil }), layout: layout, arena: arena)
    voices = arena.lane(parties, of: Voice(table: silent, worth: silent.worth, errors: silent.worth))
    own = Own(weight: 0, table: silent)
  }

  var pairCount: Int { (voiceCount + 1) / 2 }

  /// Of a pair, what both voices have in a row of numbers at a slot.
  @inline(__always)
  func both(_ row: Lane<Double>, _ pair: Int, _ slot: Int) -> SIMD2<Double> {
    row[wide: 2 &* (pair &* rowLength &+ slot)]
  }

  /// Starts a draft for a mediator with these preferences and this weight gamma on them; no outcome
  /// is worth more than `most` to it.
  mutating func begin(_ table: UtilityTable, weight: Double, most: Double) {
    voiceCount = 0
    values = worths
    hasInteractions = false
    hasValues = false
    own.weight = weight
    own.table = table
    reach = Reach(most: weight * most)
    partners.fill(0)
    for slot in 0..<slotCount { ownGains[slot] = weight * table.worth[slot] }
    if weight > 0 { join(table) }
  }

  /// Adds a party as the mediator sees it: every option's worth with an error. When all are there,
  /// they are heard (``hear()``).
  ///
  /// - Parameters:
  ///   - table: its conditions.
  ///   - worth: per slot.
  ///   - errors: per slot, in units of `width`.
  ///   - most: no outcome is worth more than this to it, as estimated.
  mutating func add(
    _ table: UtilityTable, worth: Lane<Double>, errors: Lane<Double>, width: Double, threshold: Double,
    weight: Double, most: Double
  ) {
    let voice = voiceCount
    voiceCount += 1
    voices[voice].table = table
    voices[voice].worth = worth
    voices[voice].errors = errors
    let pair = voice / 2
    if voice % 2 == 0 {
      pairs[pair] = Pair(
        weight: SIMD2(weight, 0), threshold: SIMD2(threshold, -.infinity), width: SIMD2(width, 0))
    } else {
      pairs[pair].weight = SIMD2(pairs[pair].weight.x, weight)
      pairs[pair].threshold = SIMD2(pairs[pair].threshold.x, threshold)
      pairs[pair].width = SIMD2(pairs[pair].width.x, width)
    }
    let most = mostTerm(most - threshold, weight: weight)
    reach.most += most
    reach.leastLoss = min(reach.leastLoss, most - weight * Self.leastTerm)
    if table.interactionBits != 0 { (values, hasInteractions) = (valueRows, true) }
    join(table)
  }

  /// Writes down the worths of all voices, pair by pair.
  mutating func hear() {
    for p in 0..<pairCount {
      let (one, other) = (voices[2 * p], voices[min(2 * p + 1, voiceCount - 1)])
      let (worth, errors) = ((one.worth, other.worth), (one.errors, other.errors))
      let width = pairs[p].width
      var place = 2 &* p &* rowLength
      for slot in 0..<slotCount {
        let error = width * SIMD2(errors.0[slot], errors.1[slot])
        worths[wide: place] = SIMD2(worth.0[slot], worth.1[slot]) + error
        place &+= 2
      }
    }
  }

  /// Notes which issues an actor's interactions tie together.
  private mutating func join(_ table: UtilityTable) {
    guard table.interactionBits != 0 else { return }
    for k in 0..<text.count { partners[k] |= table.partners[k] }
  }

  /// Puts every locked issue at its lock.
  mutating func hold(_ locked: Lane<Int>) {
    for k in 0..<text.count where locked[k] >= 0 { text[k] = UInt8(truncatingIfNeeded: locked[k]) }
  }

  /// A party's term of Phi.
  @inline(__always)
  static func term(_ surplus: Double, weight: Double) -> Double {
    weight * Elementary.log(max(leastSurplus, surplus))
  }

  /// Phi of the text; -infinity when it crosses a red line of a party or of the mediator.
  mutating func evaluate() -> Double {
    measure()
    for i in 0..<voiceCount where voices[i].conditions.held & voices[i].table.redLineBits != 0 {
      return -.infinity
    }
    var phi = 0.0
    for p in 0..<pairCount { addTerms(pairs[p].surplus, of: p, to: &phi) }
    return phi + ownInterest()
  }

  /// Adds the terms of Phi of a pair of voices, one after the other.
  @inline(__always)
  mutating func addTerms(_ surplus: SIMD2<Double>, of pair: Int, to phi: inout Double) {
    let weight = pairs[pair].weight
    phi += Self.term(surplus.x, weight: weight.x)
    if 2 * pair + 1 < voiceCount { phi += Self.term(surplus.y, weight: weight.y) }
  }

  /// Finds what the text leaves every voice, and the conditions that hold in it.
  mutating func measure() {
    for p in 0..<pairCount {
      let (one, other) = (2 * p, min(2 * p + 1, voiceCount - 1))
      let met = (voices[one].table.met, voices[other].table.met)
      var sum = SIMD2<Double>(repeating: 0)
      var conditions = (NearConditions(), NearConditions())
      for k in 0..<text.count {
        let slot = offsets[k] &+ Int(text[k])
        slots[k] = slot
        sum += both(worths, p, slot)
        conditions.0.add(met.0[slot])
        conditions.1.add(met.1[slot])
      }
      (voices[one].conditions, voices[other].conditions) = conditions
      sum.x += bonuses(of: one, conditions.0.held)
      if other > one { sum.y += bonuses(of: other, conditions.1.held) }
      pairs[p].surplus = sum - pairs[p].threshold
    }
  }

  /// What the interactions among some conditions bring a voice.
  @inline(__always)
  mutating func bonuses(of voice: Int, _ held: UInt64) -> Double {
    voices[voice].table.bonuses(held & voices[voice].table.interactionBits)
  }

  @inline(__always)
  func conditions(_ table: UtilityTable) -> NearConditions {
    var conditions = NearConditions()
    for k in 0..<text.count { conditions.add(table.met[slots[k]]) }
    return conditions
  }

  /// gamma U_m of the text; -infinity when it crosses a red line of the mediator.
  @inline(__always)
  mutating func ownInterest() -> Double {
    if own.table.crossesRedLine(text) { return -.infinity }
    return own.weight > 0 ? own.weight * own.table.utility(text) : 0
  }
}
