import Randomness
import Simulation
import Testing

@testable import Experiments

@Suite("Shapley values")
struct ShapleyTests {
  private static let runs = 40
  private static let names = ["n", "c", "k", "a", "x", "m", "b", "z", "q", "d"]

  /// A game in which a group reaches it in a run if `wins` says so.
  private func values(
    _ players: Int, seed: UInt64 = 1, _ wins: (UInt32, Int) -> Bool
  ) -> [Shapley.Value] {
    let names = Array(Self.names.prefix(players))
    var reached: [UInt32: BitRow] = [:]
    for group in Shapley.groups(of: names, seed: seed) {
      var row = BitRow(count: Self.runs)
      for run in 0..<Self.runs { row[run] = wins(group, run) }
      reached[group] = row
    }
    return Shapley(players: names, seed: seed, reached: reached).values
  }

  /// Shapley 1953: those whom unanimity needs share alike; the United Nations Security Council, 5
  /// with a veto and others, in small: with 2 vetoes and 4 of 5 votes, 3/10 and 2/15.
  @Test("games whose values are known have them")
  func known() {
    for (players, needed) in [(3, UInt32(0b101)), (5, 0b10110), (8, 0b1)] {
      let found = values(players) { group, _ in group & needed == needed }
      #expect(found.count == players)
      for (player, value) in found.enumerated() {
        let isNeeded = needed >> UInt32(player) & 1 == 1
        #expect(abs(value.mean - (isNeeded ? 1 / Double(needed.nonzeroBitCount) : 0)) < 1e-12)
      }
    }
    // Majority of three: a third each. The gloves of one left and two right hands: 2/3, 1/6, 1/6.
    let thirds = values(3) { group, _ in group.nonzeroBitCount > 1 }
    #expect(thirds.count == 3)
    for value in thirds { #expect(abs(value.mean - 1.0 / 3) < 1e-12) }
    let gloves = values(3) { group, _ in group & 1 == 1 && group > 1 }
    #expect(gloves.count == 3)
    for (value, expected) in zip(gloves, [2.0 / 3, 1.0 / 6, 1.0 / 6]) {
      #expect(abs(value.mean - expected) < 1e-12)
    }
  }

  @Test("values are the mean marginal contribution over all orders, in every random game")
  func orders() {
    for seed in UInt64(1)...20 {
      var dice = RandomStream(seed: seed, run: 0, stream: StreamID("games"))
      let wins = (0..<16).map { _ in (0..<Self.runs).map { _ in dice.uniform() < 0.5 } }
      let found = values(4) { group, run in wins[Int(group)][run] }
      var sums = [Double](repeating: 0, count: 4)
      for a in 0..<4 {
        for b in 0..<4 where b != a {
          for c in 0..<4 where c != a && c != b {
            var group = 0
            for player in [a, b, c, 6 - a - b - c] {
              let next = group | 1 << player
              for run in 0..<Self.runs {
                sums[player] += (wins[next][run] ? 1 : 0) - (wins[group][run] ? 1 : 0)
              }
              group = next
            }
          }
        }
      }
      for player in 0..<4 {
        #expect(abs(found[player].mean - sums[player] / 24 / Double(Self.runs)) < 1e-12, "seed \(seed)")
        #expect(found[player].low <= found[player].mean && found[player].mean <= found[player].high)
      }
    }
  }

  @Test("beyond eight players values still add up, and the intervals of nearly all hold the truth")
  func sampled() {
    // In each run the first so many by number decide alone: additive, so that any order says it.
    for value in values(10, { group, run in group >> UInt32(run % 10) & 1 == 1 }) {
      #expect(abs(value.mean - 0.1) < 1e-12)
    }
    var (held, asked) = (0, 0)
    for seed in UInt64(1)...40 {
      // More than half of ten: a tenth each, by symmetry.
      let found = values(10, seed: seed) { group, _ in group.nonzeroBitCount > 5 }
      #expect(abs(found.reduce(0) { $0 + $1.mean } - 1) < 1e-9, "seed \(seed)")
      held += found.count { $0.low <= 0.1 && 0.1 <= $0.high }
      asked += found.count
    }
    #expect(Double(held) >= 0.9 * Double(asked))
  }

  @Test("where no run changes, the interval is not nothing")
  func none() throws {
    let value = try #require(values(2, { _, _ in false }).first)
    // z²/(n + z²) of 40 runs.
    #expect(value.mean == 0 && abs(value.high - 3.841458820694124 / 43.841458820694124) < 1e-9)
    #expect(value.low == -value.high)
  }
}
