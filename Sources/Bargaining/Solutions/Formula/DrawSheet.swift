/// Many draws of one account of the talks side by side, so that a text of which only some issues
/// are settled can be weighed in all of them at once.
///
/// Who judges: every party with a veto, then every faction of the homes that are asked. Whether
/// parties that look ahead take a text is left out; so what is counted here is never less than the
/// draws in which a text is acceptable. All that is compared has a slack of ``slack``.
package final class DrawSheet: @unchecked Sendable {
  /// What of a judge is the same in every draw.
  struct Judge {
    /// As in ``UtilityTable``.
    let met: [UInt64]
    let touching: [UInt64]
    let interactions: UInt64
    let redLines: UInt64
    let bonuses: Int
  }

  /// Draws that are here, and their number rounded up to a whole number of ``width``.
  package let draws: Int
  let stride: Int
  let judges: [Judge]
  let voters: Int
  /// Per home: one past its last faction among the factions.
  let ends: [Int]
  let texts: TextSpace
  /// First slot of every issue.
  let offsets: [Int]
  let slots: Int
  /// Per judge, per slot, per draw; per judge, per bonus, per draw; per judge, per draw.
  let worth: Lane<Double>
  let bonus: Lane<Double>
  let bonusStarts: [Int]
  let needed: Lane<Double>
  /// Per faction, per draw; per home, per draw.
  let weights: Lane<Double>
  let quotas: Lane<Double>
  /// Weights of sums over parties with a veto, which a text that all take brings to what they need
  /// together.
  let sums: [[Double]]
  /// Per judge, then per sum; per number of issues settled; per draw: the most that the others can
  /// bring.
  private(set) var rest: Lane<Double>
  let summedNeeds: Lane<Double>
  let arena: Arena
  /// The issues in the order in which they are settled.
  package private(set) var order: [Int] = []

  static let width = 8
  static let slack = 1e-9

  package var judgeCount: Int { judges.count }

  init(
    draws: Int, judges: [Judge], voters: Int, ends: [Int], texts: TextSpace, offsets: [Int], slots: Int
  ) {
    self.draws = draws
    self.judges = judges
    self.voters = voters
    self.ends = ends
    self.texts = texts
    self.offsets = offsets
    self.slots = slots
    arena = Arena()
    stride = max(1, (draws + Self.width - 1) / Self.width) * Self.width
    worth = arena.lane(judges.count * slots * stride, of: 0)
    bonusStarts = judges.indices.map { judges[..<$0].reduce(0) { $0 + $1.bonuses } }
    bonus = arena.lane(judges.reduce(0) { $0 + $1.bonuses } * stride, of: 0)
    // What is behind the last draw is acceptable to nobody.
    needed = arena.lane(judges.count * stride, of: .infinity)
    weights = arena.lane((judges.count - voters) * stride, of: 0)
    quotas = arena.lane(ends.count * stride, of: 0)
    var sums: [[Double]] = voters > 1 ? [Array(repeating: 1, count: voters)] : []
    if voters == 2 { sums += [[1, 2], [2, 1]] }
    if (3...4).contains(voters) {
      for a in 0..<voters {
        for b in a + 1..<voters { sums.append((0..<voters).map { $0 == a || $0 == b ? 1 : 0 }) }
      }
    }
    self.sums = sums
    rest = arena.lane(0, of: 0)
    summedNeeds = arena.lane(sums.count * stride, of: 0)
  }

  /// What a sheet of so many draws takes, in numbers.
  package static func numbers(judges: Int, slots: Int, issues: Int, draws: Int) -> Int {
    (judges * (slots + issues + 2) + 8 * (issues + 1)) * (draws + width)
  }

  /// One draw: per party with a veto what every option is worth, then what each of them needs.
  package func numbers(of draw: Int) -> [Double] {
    let worths = (0..<voters).flatMap { v in
      (0..<slots).map { worth[(v * slots + $0) * stride + draw] }
    }
    return worths + (0..<voters).map { needed[$0 * stride + draw] + UtilityGrid.tolerance }
  }

  /// How much the options of an issue differ in what they are worth to parties, over all draws.
  package func spread(of k: Int) -> Double {
    var sum = 0.0
    for v in 0..<voters {
      for d in 0..<draws {
        var (least, most) = (Double.infinity, -Double.infinity)
        for option in texts.allowed(of: k) {
          let value = worth[(v * slots + offsets[k] + option) * stride + d]
          guard value > -.infinity else { continue }
          (least, most) = (min(least, value), max(most, value))
        }
        if most > least { sum += most - least }
      }
    }
    return sum
  }

  /// Reckons what issues not settled yet can bring, when they are settled in an order.
  package func prepare(_ order: [Int]) {
    self.order = order
    let levels = order.count + 1
    rest = arena.lane((judges.count + sums.count) * levels * stride, of: 0)
    for level in Swift.stride(from: order.count - 1, through: 0, by: -1) {
      let k = order[level]
      for j in 0..<judges.count + sums.count {
        let (row, next) = ((j * levels + level) * stride, (j * levels + level + 1) * stride)
        for d in 0..<draws {
          var most = -Double.infinity
          for option in texts.allowed(of: k) { most = max(most, value(of: offsets[k] + option, to: j, d)) }
          rest[row + d] = rest[next + d] + most
        }
      }
    }
    for (s, weights) in sums.enumerated() {
      for d in 0..<draws {
        summedNeeds[s * stride + d] = (0..<voters).reduce(0) { $0 + weights[$1] * needed[$1 * stride + d] }
      }
    }
  }

  private func value(of slot: Int, to j: Int, _ d: Int) -> Double {
    if j < judges.count { return worth[(j * slots + slot) * stride + d] }
    let weights = sums[j - judges.count]
    var sum = 0.0
    for v in 0..<voters where weights[v] > 0 { sum += weights[v] * worth[(v * slots + slot) * stride + d] }
    return sum
  }
}
