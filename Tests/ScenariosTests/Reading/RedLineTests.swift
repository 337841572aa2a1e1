import Bargaining
import Scenarios
import Testing

/// Whether red lines leave anything, against looking at every outcome.
@Suite struct RedLineTests {
  @Test("an outcome is left exactly when a scan over all of them finds one, 3,000 cases")
  func scan() {
    var random = SplitMix(seed: 20_250_906)
    var forbidden = 0
    for _ in 0..<3_000 {
      let counts = (0..<1 + random.below(4)).map { _ in 1 + random.below(4) }
      let conditions = (0..<random.below(9)).map { _ in
        var issues = Array(counts.indices)
        while issues.count > 1, random.below(2) == 0 { issues.remove(at: random.below(issues.count)) }
        return Condition(
          issues.map { issue in
            let chosen = (0..<counts[issue]).filter { _ in random.below(3) > 0 }
            return .init(issue: issue, options: OptionSelection(chosen.isEmpty ? [0] : chosen))
          })
      }
      let isForbidden = outcomes(counts).allSatisfy { outcome in
        conditions.contains { $0.holds(in: outcome) }
      }
      forbidden += isForbidden ? 1 : 0
      #expect(RedLines.forbidEverything(conditions, in: counts.map { Array(0..<$0) }) == isForbidden)
    }
    // Both answers must have been given often.
    #expect(forbidden > 300 && forbidden < 2_700)
  }

  private func outcomes(_ counts: [Int]) -> [[Int]] {
    counts.reduce([[]]) { partial, count in partial.flatMap { head in (0..<count).map { head + [$0] } } }
  }

  @Test("an option that cannot occur leaves nothing")
  func domain() {
    let condition = Condition([.init(issue: 0, options: OptionSelection([1]))])
    #expect(RedLines.forbidEverything([condition], in: [[1]]))
    #expect(!RedLines.forbidEverything([condition], in: [[0, 1]]))
    #expect(!RedLines.forbidEverything([], in: [[0]]))
  }

  @Test("a question too hard to answer ends, and nothing is claimed")
  func hard() {
    // Pigeons into holes (Haken 1985, doi:10.1016/0304-3975(85)90144-6): 12 pigeons, 11 holes. Any
    // two in one hole is forbidden, so every outcome is; a proof by breaking one condition after
    // the other takes factorially many steps.
    var conditions: [Condition] = []
    for first in 0..<12 {
      for second in first + 1..<12 {
        for hole in 0..<11 {
          conditions.append(
            Condition([
              .init(issue: first, options: OptionSelection([hole])),
              .init(issue: second, options: OptionSelection([hole])),
            ]))
        }
      }
    }
    #expect(!RedLines.forbidEverything(conditions, in: [[Int]](repeating: Array(0..<11), count: 12)))
  }
}
