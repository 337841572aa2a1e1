import Randomness

/// A mediator's draft: hill climbing on the estimated Nash product, weighted by bias, plus the mediator's own interest:
///
///     Phi(x) = sum_i beta_i ln max(eps, s_i(x)) + gamma U_m(x)
///
/// Single-text procedure with integrative trades (Fisher 1978, *International Mediation: A Working Guide*; Raiffa 1982, *The Art and Science of
/// Negotiation*): a step changes one issue, or two at a time where no single change helps, so that issues weighed in
/// opposite order are traded.
struct TextDraft {
  /// What the mediator believes of one party.
  struct Voice: BitwiseCopyable {
    /// Per slot: estimated worth.
    let worth: Lane<Double>
    let table: UtilityTable
    /// Utility at which the party's surplus is zero, as estimated.
    let threshold: Double
    /// beta = 1 + bias.
    let weight: Double
    /// No outcome is worth more than this to it, as estimated.
    let most: Double
    /// Scratch of a step: additive utility and open conditions of the issues that stay as they are.
    var sum = 0.0
    var others: UInt64 = 0
    /// Of the text: s_i, and which conditions hold.
    var surplus = 0.0
    var conditions = NearConditions()
    /// s_i with one or two issues changed.
    var changed = 0.0
    /// Per slot: what the option brings beside the others of the text, conditions included, up to a constant per issue.
    var values: Lane<Double>

    init(worth: Lane<Double>, table: UtilityTable, threshold: Double, weight: Double, most: Double) {
      self.worth = worth
      self.table = table
      self.threshold = threshold
      self.weight = weight
      self.most = most
      values = worth
    }
  }

  /// The mediator itself.
  struct Own: BitwiseCopyable {
    let weight: Double
    let table: UtilityTable
    /// No outcome is worth more than this to it.
    let most: Double
  }

  /// Two voices side by side, as bounds are found for both at once; a voice without a partner goes with one of weight 0.
  struct Pair: BitwiseCopyable {
    var weight = SIMD2<Double>(repeating: 0)
    var surplus = SIMD2<Double>(repeating: 1)
    /// beta / s_i, of their terms of Phi.
    var slope = SIMD2<Double>(repeating: 0)
    /// How far conditions with clauses on both of two issues can raise s_i.
    var joint = SIMD2<Double>(repeating: 0)
    /// s_i with one of two issues changed, less what the other brings as it is.
    var base = SIMD2<Double>(repeating: 1)
  }

  /// What holds for all texts of a draft: the most that Phi can be, by the sum of the most that each of its terms can be, and the least by which
  /// it is less where some voice's surplus is at or below eps.
  struct Reach: BitwiseCopyable {
    var most = 0.0
    var leastLoss = Double.infinity
    /// No text in which some surplus is at or below eps is above it.
    var concaveFrom: Double { most - leastLoss }
  }

  /// eps: what an estimated surplus at or below zero counts as, so that a text is drawn towards acceptability.
  static let leastSurplus = 1e-3

  let text: Lane<UInt8>
  let spare: Lane<UInt8>
  /// Per issue: first slot and options.
  let offsets: Lane<Int>
  let counts: Lane<Int>
  let voices: Lane<Voice>
  /// Per voice and slot, then for the mediator: room for values where there are conditions.
  let valueRows: Lane<Double>
  /// Per slot: what it brings in all at most, by the tangent of Phi, up to a constant per issue.
  let gains: Lane<Double>
  /// Per slot: what it brings of the mediator's own term of Phi, likewise.
  let ownGains: Lane<Double>
  let pairs: Lane<Pair>
  /// Per pair and slot: the values of both voices.
  let pairValues: Lane<SIMD2<Double>>
  /// Per issue: the most that moving it to any other option brings: in all by the tangent, to the mediator's own term of Phi, and (pair by
  /// pair) to the surpluses of two voices, which may take different options.
  let mostGains: Lane<Double>
  let mostOwnGains: Lane<Double>
  let mostChanges: Lane<SIMD2<Double>>
  /// Per issue: bits of the issues that share an interaction with it, in somebody's preferences.
  let partners: Lane<UInt64>
  /// One element each.
  let voiceCount: Lane<Int>
  let own: Lane<Own>
  let reach: Lane<Reach>

  init(layout: IssueLayout, parties: Int, arena: Arena) {
    let issues = layout.optionCounts.count
    text = arena.lane(issues, of: 0)
    spare = arena.lane(issues, of: 0)
    offsets = arena.lane(layout.offsets)
    counts = arena.lane(layout.optionCounts)
    mostChanges = arena.lane((parties + 1) / 2 * issues, of: SIMD2(repeating: 0))
    mostOwnGains = arena.lane(issues, of: 0)
    mostGains = arena.lane(issues, of: 0)
    partners = arena.lane(issues, of: 0)
    valueRows = arena.lane((parties + 1) * layout.slotCount, of: 0)
    gains = arena.lane(layout.slotCount, of: 0)
    ownGains = arena.lane(layout.slotCount, of: 0)
    pairs = arena.lane((parties + 1) / 2, of: Pair())
    pairValues = arena.lane((parties + 1) / 2 * layout.slotCount, of: SIMD2(repeating: 0))
    let silent = UtilityTable(
      preferences: Preferences(issues: layout.optionCounts.map { _ in nil }), layout: layout, arena: arena)
    voices = arena.lane(
      parties, of: Voice(worth: silent.worth, table: silent, threshold: 0, weight: 0, most: 0))
    voiceCount = arena.lane(1, of: 0)
    own = arena.lane(1, of: Own(weight: 0, table: silent, most: 0))
    reach = arena.lane(1, of: Reach())
  }

  /// Starts a draft for a mediator with these preferences and this weight gamma on them; no outcome is worth more than `most` to it.
  func begin(_ table: UtilityTable, weight: Double, most: Double) {
    voiceCount[0] = 0
    pairs[0] = Pair()
    own[0] = Own(weight: weight, table: table, most: most)
    reach[0] = Reach(most: weight * most)
    partners.fill(0)
    if weight > 0 { join(table) }
  }

  func add(_ voice: Voice) {
    voices[voiceCount[0]] = voice
    voiceCount[0] += 1
    let most = mostTerm(voice.most - voice.threshold, weight: voice.weight)
    reach[0].most += most
    reach[0].leastLoss = min(reach[0].leastLoss, most - voice.weight * Self.leastTerm)
    join(voice.table)
  }

  /// Notes which issues an actor's interactions tie together.
  private func join(_ table: UtilityTable) {
    guard table.interactionBits != 0 else { return }
    for k in 0..<text.count { partners[k] |= table.partners[k] }
  }

  /// Puts every locked issue at its lock.
  func hold(_ locked: Lane<Int>) {
    for k in 0..<text.count where locked[k] >= 0 { text[k] = UInt8(truncatingIfNeeded: locked[k]) }
  }

  /// A party's term of Phi.
  @inline(__always)
  static func term(_ surplus: Double, weight: Double) -> Double {
    weight * Elementary.log(max(leastSurplus, surplus))
  }

  /// Phi of the text; -infinity when it crosses a red line of a party or of the mediator.
  func evaluate() -> Double {
    measure()
    var phi = 0.0
    for i in 0..<voiceCount[0] {
      let voice = voices[i]
      if voice.conditions.held & voice.table.redLineBits != 0 { return -.infinity }
      phi += Self.term(voice.surplus, weight: voice.weight)
    }
    return phi + ownInterest()
  }

  /// Finds what the text leaves every voice, and the conditions that hold in it.
  func measure() {
    for i in 0..<voiceCount[0] {
      let voice = voices[i]
      var conditions = NearConditions()
      var sum = 0.0
      for k in 0..<text.count {
        let slot = offsets[k] + Int(text[k])
        conditions.add(voice.table.met[slot])
        sum += voice.worth[slot]
      }
      sum += voice.table.bonuses(conditions.held & voice.table.interactionBits)
      voices[i].conditions = conditions
      voices[i].surplus = sum - voice.threshold
    }
  }

  /// gamma U_m of the text; -infinity when it crosses a red line of the mediator.
  @inline(__always)
  func ownInterest() -> Double {
    let mine = own[0]
    if mine.table.crossesRedLine(text) { return -.infinity }
    return mine.weight > 0 ? mine.weight * mine.table.utility(text) : 0
  }
}
