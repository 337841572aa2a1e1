import Experiments
import Foundation
import Randomness
import Testing

/// Brier's score, the logarithmic score and the CRPS against published examples and closed forms.
@Suite("Proper scores")
struct ProperScoreTests {
  @Test("mean scores are those of published examples")
  func published() throws {
    let table = try FixtureTable("probability_scores.csv", in: "scores")
    var counts: [String: Int] = [:]
    for row in table.rows {
      let forecasts = row[2].split(separator: " ").compactMap { Double($0) }
      let outcomes = row[3].split(separator: " ").map { $0 == "1" }
      let (value, tolerance) = (try #require(Double(row[4])), try #require(Double(row[5])))
      try #require(forecasts.count == outcomes.count && !forecasts.isEmpty)
      let scores = zip(forecasts, outcomes).map { p, happened in
        row[1] == "brier"
          ? ProperScores.brier(p, happened: happened) : ProperScores.logarithmic(happened ? p : 1 - p)
      }
      #expect(abs(scores.reduce(0, +) / Double(scores.count) - value) < tolerance, "\(row[0])")
      counts[row[1], default: 0] += 1
    }
    #expect(counts == ["brier": 6, "log": 1])
  }

  @Test(
    "of two answers Brier's sum is twice the squared distance, and of three it is the sum of exact fractions")
  func categories() {
    for p in [0.0, 0.2, 0.65, 1] {
      for observed in [0, 1] {
        let sum = ProperScores.brier([p, 1 - p], observed: observed)
        #expect(abs(sum - 2 * ProperScores.brier(p, happened: observed == 0)) < 1e-15)
      }
    }
    // (1/2)² + (1/4)² + (3/4)² = 14/16
    #expect(ProperScores.brier([0.5, 0.25, 0.25], observed: 2) == 0.875)
    #expect(ProperScores.brier([0, 0, 1], observed: 0) == 2)
  }

  @Test("the logarithmic score is infinite for what was excluded, 0 for what was certain, ln 2 for one half")
  func logarithm() {
    #expect(ProperScores.logarithmic(0) == .infinity)
    #expect(ProperScores.logarithmic(1) == 0)
    #expect(abs(ProperScores.logarithmic(0.5) - 0.693_147_180_559_945_3) < 1e-15)
  }

  @Test("an answer that none of 9 runs gave has 1/20 by Jeffreys, 1/11 by Laplace, and nothing else")
  func unseen() {
    #expect(ZeroRule.jeffreys.unseen(in: 9, of: 2) == 0.05)
    #expect(ZeroRule.laplace.unseen(in: 9, of: 2) == 1.0 / 11)
    #expect(ZeroRule.infinite.unseen(in: 9, of: 2) == 0)
    // Of 5 answers Jeffreys adds 5/2 runs in all.
    #expect(ZeroRule.jeffreys.unseen(in: 10, of: 5) == 0.04)
  }

  @Test("the CRPS of a certain round is its distance from the observed one")
  func certain() {
    for (forecast, observed) in [(3, 7), (7, 3), (5, 5), (0, 9)] {
      let distribution = (0..<10).map { $0 >= forecast ? 1.0 : 0 }
      let crps = ProperScores.crps(distribution, observed: observed, until: 10)
      #expect(crps == Double(abs(forecast - observed)))
    }
  }

  @Test("the CRPS of n rounds alike is its closed form, [y(y+1)(2y+1) + (m-1)m(2m-1)]/6n² with m = n - y")
  func uniform() {
    for n in [2, 5, 12] {
      let distribution = (0..<n).map { Double($0 + 1) / Double(n) }
      for y in 0..<n {
        let m = n - y
        let before = y * (y + 1) * (2 * y + 1)
        let after = (m - 1) * m * (2 * m - 1)
        let exact = Double(before + after) / Double(6 * n * n)
        #expect(abs(ProperScores.crps(distribution, observed: y, until: n) - exact) < 1e-12)
      }
    }
  }

  @Test("the CRPS is E|X - y| - E|X - X'|/2 with all that comes after the window at its end")
  func energy() {
    let seed: UInt64 = 41
    for number in 0..<50 {
      var dice = RandomStream(seed: seed, run: UInt32(number), stream: StreamID("crps"))
      let window = 1 + Int(dice.below(12))
      let sample = (0..<20).map { _ in Int(dice.below(18)) }
      let watched = 1 + Int(dice.below(UInt64(window)))
      let y = Int(dice.below(18))
      let distribution = (0..<window).map { round in
        Double(sample.count { $0 <= round }) / Double(sample.count)
      }
      let capped = sample.map { Double(min($0, watched)) }
      let observed = Double(min(y, watched))
      let near = capped.reduce(0) { $0 + abs($1 - observed) } / Double(capped.count)
      var apart = 0.0
      for a in capped { for b in capped { apart += abs(a - b) } }
      apart /= Double(capped.count * capped.count)
      let crps = ProperScores.crps(distribution, observed: y < watched ? y : nil, until: watched)
      #expect(abs(crps - (near - apart / 2)) < 1e-12, "seed \(seed), number \(number)")
    }
  }

  @Test("nobody expects a better score by saying anything but what they believe")
  func proper() {
    for belief in [0.1, 0.37, 0.5, 0.9] {
      func expected(_ score: (Double, Bool) -> Double, _ said: Double) -> Double {
        belief * score(said, true) + (1 - belief) * score(said, false)
      }
      let logarithmic = { (p: Double, happened: Bool) in ProperScores.logarithmic(happened ? p : 1 - p) }
      for step in 1..<100 where abs(Double(step) / 100 - belief) > 1e-9 {
        let said = Double(step) / 100
        #expect(expected(ProperScores.brier, said) > expected(ProperScores.brier, belief))
        #expect(expected(logarithmic, said) > expected(logarithmic, belief))
      }
    }
  }
}
