import Randomness

/// A mediator's draft: hill climbing on the estimated Nash product, weighted by bias, plus the mediator's own interest:
///
///     Phi(x) = sum_i beta_i ln max(eps, s_i(x)) + gamma U_m(x)
///
/// Single-text procedure with integrative trades (Fisher 1978; Raiffa 1982, *The Art and Science of Negotiation*): a step changes one issue, or two at a
/// time where no single change helps, so that issues weighed in opposite order are traded.
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
    /// Of the text: estimated additive utility.
    var sum = 0.0
    /// Conditions that all issues but those under change leave open.
    var others: UInt64 = 0
  }

  private struct Own: BitwiseCopyable {
    var weight = 0.0
    var table: UtilityTable?
  }

  /// eps: what an estimated surplus at or below zero counts as, so that a text is drawn towards acceptability.
  static let leastSurplus = 1e-3

  let text: Lane<UInt8>
  let spare: Lane<UInt8>
  private let layout: IssueLayout
  private let voices: Lane<Voice>
  /// One element each.
  private let voiceCount: Lane<Int>
  private let own: Lane<Own>

  init(layout: IssueLayout, parties: Int, arena: Arena) {
    self.layout = layout
    text = arena.lane(layout.optionCounts.count, of: 0)
    spare = arena.lane(layout.optionCounts.count, of: 0)
    let silent = UtilityTable(
      preferences: Preferences(issues: layout.optionCounts.map { _ in nil }), layout: layout, arena: arena)
    voices = arena.lane(
      parties, of: Voice(worth: silent.worth, table: silent, threshold: 0, weight: 0))
    voiceCount = arena.lane(1, of: 0)
    own = arena.lane(1, of: Own())
  }

  func clear() {
    voiceCount[0] = 0
    own[0] = Own()
  }

  func add(_ voice: Voice) {
    voices[voiceCount[0]] = voice
    voiceCount[0] += 1
  }

  func setOwn(_ table: UtilityTable, weight: Double) {
    own[0] = Own(weight: weight, table: table)
  }

  /// Puts every locked issue at its lock.
  func hold(_ locked: Lane<Int>) {
    for k in 0..<text.count where locked[k] >= 0 { text[k] = UInt8(truncatingIfNeeded: locked[k]) }
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
      phi += voice.weight * Elementary.log(max(Self.leastSurplus, sum - voice.threshold))
    }
    if let table = own[0].table {
      if table.crossesRedLine(text) { return -.infinity }
      if own[0].weight > 0 { phi += own[0].weight * table.utility(text) }
    }
    return phi
  }

  /// Looks for a text near this one that crosses no red line: one issue changed, else two; `false` when there is none.
  func repair(locked: Lane<Int>) -> Bool {
    step(from: -.infinity, locked: locked) > -.infinity
  }

  /// Climbs until neither one nor two changes help. Always ends: Phi rises with every step.
  func climb(locked: Lane<Int>) -> Bool {
    var phi = evaluate()
    guard phi > -.infinity else { return false }
    while true {
      let better = step(from: phi, locked: locked)
      guard better > phi else { return true }
      phi = better
    }
  }

  /// Makes the best single change that betters `phi`, else the best double change, and returns what the text is worth then.
  private func step(from phi: Double, locked: Lane<Int>) -> Double {
    var best = Change(phi: phi)
    for k in 0..<text.count where locked[k] < 0 { tryOne(k, &best) }
    if best.first < 0 {
      for k in 0..<text.count where locked[k] < 0 {
        for l in (k + 1)..<max(text.count, k + 1) where locked[l] < 0 { tryTwo(k, l, &best) }
      }
    }
    if best.first >= 0 { text[best.first] = best.firstOption }
    if best.second >= 0 { text[best.second] = best.secondOption }
    return best.phi
  }

  private struct Change {
    var phi: Double
    var first = -1
    var firstOption: UInt8 = 0
    var second = -1
    var secondOption: UInt8 = 0
  }

  private func tryOne(_ k: Int, _ best: inout Change) {
    let kept = text[k]
    prepare(without: k, k)
    for option in 0..<layout.optionCounts[k] where option != Int(kept) {
      text[k] = UInt8(truncatingIfNeeded: option)
      let phi = phiOfChange(k, k)
      if phi > best.phi {
        best = Change(phi: phi, first: k, firstOption: text[k])
      }
    }
    text[k] = kept
  }

  private func tryTwo(_ k: Int, _ l: Int, _ best: inout Change) {
    let kept = (text[k], text[l])
    prepare(without: k, l)
    for a in 0..<layout.optionCounts[k] where a != Int(kept.0) {
      text[k] = UInt8(truncatingIfNeeded: a)
      for b in 0..<layout.optionCounts[l] where b != Int(kept.1) {
        text[l] = UInt8(truncatingIfNeeded: b)
        let phi = phiOfChange(k, l)
        if phi > best.phi {
          best = Change(phi: phi, first: k, firstOption: text[k], second: l, secondOption: text[l])
        }
      }
    }
    (text[k], text[l]) = kept
  }

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
      phi += voice.weight * Elementary.log(max(Self.leastSurplus, sum - voice.threshold))
    }
    guard let table = own[0].table else { return phi }
    if table.crossesRedLine(text) { return -.infinity }
    if own[0].weight > 0 { phi += own[0].weight * table.utility(text) }
    return phi
  }
}
