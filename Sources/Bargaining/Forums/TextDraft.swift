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
    /// Scratch of a step: additive utility and open conditions of the issues that stay as they are.
    var sum = 0.0
    var others: UInt64 = 0
    /// Scratch of a step: s_i of the text, the slope beta / s_i of its term of Phi, and how far joint conditions can raise s_i.
    var surplus = 0.0
    var slope = 0.0
    var joint = 0.0
    /// No outcome is worth more than this to it.
    var most = 0.0
  }

  /// The mediator itself.
  struct Own: BitwiseCopyable {
    var weight = 0.0
    var table: UtilityTable
  }

  /// eps: what an estimated surplus at or below zero counts as, so that a text is drawn towards acceptability.
  static let leastSurplus = 1e-3

  let text: Lane<UInt8>
  let spare: Lane<UInt8>
  let layout: IssueLayout
  let voices: Lane<Voice>
  /// Per voice and slot: how much moving the text to that option changes the voice's surplus.
  let changes: Lane<Double>
  /// Per voice and issue: the most that moving it to any other option raises the voice's surplus.
  let mostChanges: Lane<Double>
  /// Per slot: what it changes of the mediator's own term of Phi, and what it brings in all at most, by the tangent of Phi.
  let ownGains: Lane<Double>
  let gains: Lane<Double>
  /// Per issue: the most of these.
  let mostOwnGains: Lane<Double>
  let mostGains: Lane<Double>
  /// One element each.
  let voiceCount: Lane<Int>
  let own: Lane<Own>

  init(layout: IssueLayout, parties: Int, arena: Arena) {
    self.layout = layout
    text = arena.lane(layout.optionCounts.count, of: 0)
    spare = arena.lane(layout.optionCounts.count, of: 0)
    let issues = layout.optionCounts.count
    mostChanges = arena.lane(parties * issues, of: 0)
    mostOwnGains = arena.lane(issues, of: 0)
    mostGains = arena.lane(issues, of: 0)
    changes = arena.lane(parties * layout.slotCount, of: 0)
    ownGains = arena.lane(layout.slotCount, of: 0)
    gains = arena.lane(layout.slotCount, of: 0)
    let silent = UtilityTable(
      preferences: Preferences(issues: layout.optionCounts.map { _ in nil }), layout: layout, arena: arena)
    voices = arena.lane(
      parties, of: Voice(worth: silent.worth, table: silent, threshold: 0, weight: 0))
    voiceCount = arena.lane(1, of: 0)
    own = arena.lane(1, of: Own(table: silent))
  }

  /// Starts a draft for a mediator with these preferences and this weight gamma on them.
  func begin(_ table: UtilityTable, weight: Double) {
    voiceCount[0] = 0
    own[0] = Own(weight: weight, table: table)
  }

  func add(_ voice: Voice) {
    voices[voiceCount[0]] = voice
    voices[voiceCount[0]].most = mostUtility(voice.worth, voice.table)
    voiceCount[0] += 1
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
    var phi = 0.0
    for i in 0..<voiceCount[0] {
      let voice = voices[i]
      let bits = voice.table.conditions(text)
      if bits & voice.table.redLineBits != 0 { return -.infinity }
      var sum = 0.0
      for k in 0..<text.count { sum += voice.worth[layout.offsets[k] + Int(text[k])] }
      sum += voice.table.bonuses(bits & voice.table.interactionBits)
      phi += Self.term(sum - voice.threshold, weight: voice.weight)
    }
    return phi + ownInterest()
  }

  /// gamma U_m of the text; -infinity when it crosses a red line of the mediator.
  @inline(__always)
  func ownInterest() -> Double {
    let mine = own[0]
    if mine.table.crossesRedLine(text) { return -.infinity }
    return mine.weight > 0 ? mine.weight * mine.table.utility(text) : 0
  }
}
