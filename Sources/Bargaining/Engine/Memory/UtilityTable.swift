/// What one actor's preferences come to in one run: a worth for each option, a bonus for each
/// interaction.
///
/// Options of all issues stand in one row of `slots`, issue after issue (``IssueLayout``).
/// Conditions are kept as bits: `met[slot]` has bit j set unless condition j has a clause on the
/// slot's issue that the slot's option fails, so the conditions that hold in an outcome are the AND
/// over its slots.
package struct UtilityTable: BitwiseCopyable {
  /// w_k v_ko on the utility grid, per slot.
  package let worth: Lane<Double>
  /// Per slot, and for an issue left out at one more place behind all slots; bits 0 ..<
  /// interactions are interactions, then come red lines.
  let met: Lane<UInt64>
  /// b_j per interaction.
  let bonus: Lane<Double>
  /// Per issue: the conditions that have a clause on it.
  let touching: Lane<UInt64>
  /// Per issue: bits (``issueBit(_:)``) of the issues that it shares an interaction with.
  let partners: Lane<UInt64>
  /// The options that interactions ask for, interaction after interaction.
  let bearings: Lane<Bearing>
  let interactionBits: UInt64
  let redLineBits: UInt64
  let offsets: Lane<Int>

  /// An option that an interaction asks for.
  struct Bearing: BitwiseCopyable {
    let interaction: Int32
    let issue: Int32
    let slot: Int32
  }

  /// Utility of an outcome given by its options.
  @inline(__always)
  package func utility(_ options: Lane<UInt8>) -> Double {
    var sum = 0.0
    for k in 0..<offsets.count { sum += worth[offsets[k] &+ Int(options[k])] }
    if interactionBits != 0 { sum += bonuses(conditions(options) & interactionBits) }
    return sum
  }

  /// The conditions that hold in an outcome, as bits.
  @inline(__always)
  func conditions(_ options: Lane<UInt8>) -> UInt64 {
    var bits = ~UInt64(0)
    for k in 0..<offsets.count { bits &= met[offsets[k] &+ Int(options[k])] }
    return bits
  }

  @inline(__always)
  func crossesRedLine(_ options: Lane<UInt8>) -> Bool {
    redLineBits != 0 && conditions(options) & redLineBits != 0
  }

  /// No outcome is worth more than this, with other worths of options: the best option of each
  /// issue and all bonuses.
  package func mostUtility(of worth: Lane<Double>) -> Double {
    var most = 0.0
    for k in 0..<offsets.count {
      var best = -Double.infinity
      for slot in offsets[k]..<(k + 1 < offsets.count ? offsets[k + 1] : worth.count) {
        best = max(best, worth[slot])
      }
      most += best
    }
    for j in 0..<bonus.count { most += max(0, bonus[j]) }
    return most
  }

  /// Sum of the bonuses of the interactions whose bits are set.
  @inline(__always)
  func bonuses(_ bits: UInt64) -> Double {
    var rest = bits
    var sum = 0.0
    while rest != 0 {
      sum += bonus[rest.trailingZeroBitCount]
      rest &= rest - 1
    }
    return sum
  }
}

extension UtilityTable {
  /// The same actor as seen by somebody who knows its red lines but not its interactions.
  var withoutInteractions: UtilityTable {
    UtilityTable(
      worth: worth, met: met, bonus: bonus.slice(0, 0), touching: touching, partners: partners,
      bearings: bearings.slice(0, 0), interactionBits: 0, redLineBits: redLineBits, offsets: offsets)
  }

  /// The bit of an issue in sets of issues. From 64 issues on several share one, so such a set may
  /// hold more than it should.
  @inline(__always)
  static func issueBit(_ k: Int) -> UInt64 { 1 &<< UInt64(truncatingIfNeeded: k) }

  /// Lays out the table of one actor; numbers are filled in by ``fill(from:numbers:layout:)``.
  package init(preferences: Preferences, layout: IssueLayout, arena: Arena) {
    let conditions = preferences.interactions.map(\.condition) + preferences.redLines
    var met = [UInt64](repeating: ~0, count: layout.slotCount + 1)
    var touching = [UInt64](repeating: 0, count: layout.optionCounts.count)
    for (j, condition) in conditions.enumerated() {
      for clause in condition.clauses {
        touching[clause.issue] |= 1 << UInt64(j)
        for option in 0..<layout.optionCounts[clause.issue]
        where !clause.options.contains(option) {
          met[layout.offsets[clause.issue] + option] &= ~(1 << UInt64(j))
        }
      }
    }
    let interactions = preferences.interactions.count
    worth = arena.lane(layout.slotCount, of: 0)
    self.met = arena.lane(met)
    self.touching = arena.lane(touching)
    let within = bitsBelow(preferences.interactions.count)
    partners = arena.lane(
      touching.map { conditions in
        touching.indices.reduce(0) {
          $0 | (conditions & touching[$1] & within != 0 ? Self.issueBit($1) : 0)
        }
      })
    bonus = arena.lane(interactions, of: 0)
    var bearings: [Bearing] = []
    for j in 0..<interactions {
      for k in layout.optionCounts.indices where touching[k] >> UInt64(j) & 1 == 1 {
        let first = layout.offsets[k]
        for slot in first..<first + layout.optionCounts[k] where met[slot] >> UInt64(j) & 1 == 1 {
          bearings.append(Bearing(interaction: Int32(j), issue: Int32(k), slot: Int32(slot)))
        }
      }
    }
    self.bearings = arena.lane(bearings)
    interactionBits = bitsBelow(interactions)
    redLineBits = bitsBelow(conditions.count) & ~interactionBits
    offsets = arena.lane(layout.offsets)
  }

  /// Takes the numbers of a run: weights normalised to sum 1, worth and bonuses rounded to the
  /// utility grid.
  package func fill(from preferences: Preferences, numbers: Lane<Double>, layout: IssueLayout) {
    var total = 0.0
    for k in layout.byName {
      if let preference = preferences.issues[k] { total += numbers[preference.weight.index] }
    }
    for k in 0..<layout.optionCounts.count {
      let offset = layout.offsets[k]
      guard let preference = preferences.issues[k], total > 0 else {
        for option in 0..<layout.optionCounts[k] { worth[offset + option] = 0 }
        continue
      }
      let weight = numbers[preference.weight.index] / total
      for option in 0..<layout.optionCounts[k] {
        let value = preference.valuation.value(of: option, issue: k, numbers: numbers, layout: layout)
        worth[offset + option] = UtilityGrid.nearest(weight * value)
      }
    }
    for (j, interaction) in preferences.interactions.enumerated() {
      bonus[j] = UtilityGrid.nearest(numbers[interaction.bonus.index])
    }
  }

  /// Writes the most that issues k and later can still bring, every bonus included, for k = 0, 1,
  /// … up to the number of issues, into the places from `start` on.
  func findRests(_ rest: Lane<Double>, from start: Int, layout: IssueLayout, locked: Lane<Int>) {
    let issues = layout.optionCounts.count
    var most = 0.0
    for j in 0..<bonus.count { most += max(0, bonus[j]) }
    rest[start + issues] = most
    for k in stride(from: issues - 1, through: 0, by: -1) {
      var best = -Double.infinity
      for option in 0..<layout.optionCounts[k] where locked[k] < 0 || locked[k] == option {
        best = max(best, worth[layout.offsets[k] + option])
      }
      most += best
      rest[start + k] = most
    }
  }
}

/// The lowest `count` bits set, 0 <= count <= 64.
func bitsBelow(_ count: Int) -> UInt64 {
  count >= 64 ? ~0 : (1 << UInt64(count)) - 1
}

extension Valuation {
  /// The value in [0, 1] of an option of issue k in one run.
  @inline(__always)
  func value(of option: Int, issue k: Int, numbers: Lane<Double>, layout: IssueLayout) -> Double {
    switch self {
    case .listed(let values):
      return numbers[values[option].index]
    case .increasing:
      let (least, greatest) = layout.ends[k]
      return (layout.optionValues[layout.offsets[k] + option] - least) / (greatest - least)
    case .decreasing:
      let (least, greatest) = layout.ends[k]
      return (greatest - layout.optionValues[layout.offsets[k] + option]) / (greatest - least)
    case .peak(let at):
      let (least, greatest) = layout.ends[k]
      let peak = numbers[at.index]
      let reach = max(peak - least, greatest - peak)
      return max(0, 1 - abs(layout.optionValues[layout.offsets[k] + option] - peak) / reach)
    case .threshold(let at):
      return layout.optionValues[layout.offsets[k] + option] >= numbers[at.index] ? 1 : 0
    }
  }
}
