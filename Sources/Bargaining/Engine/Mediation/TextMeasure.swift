import Randomness

/// The text of a draft, and what it leaves every voice.
final class TextMeasure {
  /// eps: what an estimated surplus at or below zero counts as, so that a text is drawn towards
  /// acceptability.
  static let leastSurplus = 1e-3

  private let voices: Voices
  // Of the voices, near at hand.
  private let offsets: Lane<Int>
  private let worths: Lane<Double>
  private let pairs: Lane<Voices.Pair>
  private let each: Lane<Voices.Voice>
  /// An option per issue; the same with room for that of ``Voices/none``.
  let text: Lane<UInt8>
  let room: Lane<UInt8>
  /// Per issue, and for none: the slot of the text's option, as measured.
  let slots: Lane<Int>
  /// Per pair: what the options of the text bring, conditions aside; and s_i of the text.
  let sums: Lane<SIMD2<Double>>
  let surpluses: Lane<SIMD2<Double>>
  /// Per voice: which conditions hold in the text.
  let conditions: Lane<NearConditions>

  init(_ voices: Voices, parties: Int, arena: Arena) {
    self.voices = voices
    offsets = voices.offsets
    worths = voices.worths
    pairs = voices.pairs
    each = voices.each
    room = arena.lane(voices.issueCount + 1, of: 0)
    text = room.slice(0, voices.issueCount)
    slots = arena.lane(Array(voices.offsets))
    sums = arena.lane((parties + 1) / 2, of: SIMD2(repeating: 0))
    surpluses = arena.lane((parties + 1) / 2, of: SIMD2(repeating: 1))
    conditions = arena.lane(parties, of: NearConditions())
  }

  /// A party's term of Phi.
  @inline(__always)
  static func term(_ surplus: Double, weight: Double) -> Double {
    weight * Elementary.log(max(leastSurplus, surplus))
  }

  /// Phi of the text; -infinity when it crosses a red line of a party or of the mediator.
  func evaluate() -> Double {
    measure()
    for i in 0..<voices.count where conditions[i].held & each[i].table.redLineBits != 0 {
      return -.infinity
    }
    var phi = 0.0
    for p in 0..<voices.pairCount { addTerms(surpluses[p], of: p, to: &phi) }
    return phi + ownInterest()
  }

  /// Adds the terms of Phi of a pair of voices, one after the other.
  @inline(__always)
  func addTerms(_ surplus: SIMD2<Double>, of pair: Int, to phi: inout Double) {
    let weight = pairs[pair].weight
    phi += Self.term(surplus.x, weight: weight.x)
    if 2 * pair + 1 < voices.count { phi += Self.term(surplus.y, weight: weight.y) }
  }

  /// Finds what the text leaves every voice, and the conditions that hold in it.
  func measure() {
    let (offsets, slots, text, each, count) = (offsets, slots, text, each, voices.count)
    for p in 0..<voices.pairCount {
      let (one, other) = (2 &* p, min(2 &* p &+ 1, count &- 1))
      let met = (each[one].table.met, each[other].table.met)
      let row = voices.row(worths, p)
      var sum = SIMD2<Double>(repeating: 0)
      var near = (NearConditions(), NearConditions())
      for k in 0..<text.count {
        let slot = offsets[k] &+ Int(text[k])
        slots[k] = slot
        sum += row[slot]
        near.0.add(met.0[slot])
        near.1.add(met.1[slot])
      }
      (conditions[one], conditions[other]) = near
      sums[p] = sum
      sum.x += each[one].table.bonuses(near.0.held & each[one].table.interactionBits)
      if other > one {
        sum.y += each[other].table.bonuses(near.1.held & each[other].table.interactionBits)
      }
      surpluses[p] = sum - pairs[p].threshold
    }
  }

  /// The conditions that hold in the text as measured, of any actor.
  @inline(__always)
  func near(_ table: UtilityTable) -> NearConditions {
    var near = NearConditions()
    for k in 0..<text.count { near.add(table.met[slots[k]]) }
    return near
  }

  /// gamma U_m of the text; -infinity when it crosses a red line of the mediator.
  @inline(__always)
  func ownInterest() -> Double {
    let own = voices.own
    if own.table.crossesRedLine(text) { return -.infinity }
    return own.weight > 0 ? own.weight * own.table.utility(text) : 0
  }
}
