import Bargaining
import Simulation
import Testing

/// The share of efficient agreements of a run against exact arithmetic.
struct ExactEfficiencyTests {
  private static let options = [2, 2, 3]
  /// Weights and values in tenths.
  private static let weights = [[3, 3, 4], [2, 5, 3]]
  private static let values = [[[7, 8], [6, 7], [9, 3, 0]], [[3, 2], [3, 2], [5, 8, 10]]]

  /// Two parties who offer anything and take whatever is no worse than what they would offer next.
  private static func scenario() throws -> Scenario {
    let issues = options.enumerated().map { k, count in
      #""i\#(k)": {"options": [\#((0..<count).map { #""o\#($0)""# }.joined(separator: ", "))]}"#
    }
    let parties = (0..<2).map { party in
      let preferences = options.indices.map { k in
        let listed = values[party][k].enumerated().map { #""o\#($0)": 0.\#($1)"# }.map {
          $0.replacing("0.10", with: "1.0")
        }.joined(separator: ", ")
        return #""i\#(k)": {"weight": 0.\#(weights[party][k]), "values": {\#(listed)}}"#
      }
      return #""p\#(party)": {"preferences": {\#(preferences.joined(separator: ", "))}, "#
        + #""reservation": 0, "tactic": "random"}"#
    }
    return try Texts.scenario(
      """
      {"rounds": 20, "issues": {\(issues.joined(separator: ", "))}, "parties": {\(parties.joined(separator: ", "))},
       "forums": {"main": {"members": ["p0", "p1"], "protocol": "alternating"}}}
      """)
  }

  /// What an outcome is worth to each, in hundredths.
  private static func utilities(_ outcome: [Int]) -> [Int] {
    (0..<2).map { party in
      outcome.indices.reduce(0) { $0 + weights[party][$1] * values[party][$1][outcome[$1]] }
    }
  }

  @Test("of agreements among 12 outcomes those count as efficient that are in hundredths, and no others")
  func share() throws {
    let space = try #require(OutcomeSpace(optionCounts: Self.options))
    let all = (0..<space.count).map { Self.utilities(space.options(of: $0)) }
    func isEfficient(_ one: [Int]) -> Bool {
      !all.contains { $0[0] >= one[0] && $0[1] >= one[1] && $0 != one }
    }
    // Four of the twelve are dominated; three of these only by outcomes that one party holds for no
    // better, which binary sums deny.
    #expect(all.count == 12 && all.count(where: isEfficient) == 8)

    let distribution = try Ensemble(
      try Self.scenario(), plan: SimulationPlan(runs: 4_000, seed: 1, threads: 1, efficiency: .every(1))
    ).run()
    let agreed = distribution.packages.top(12)
    let exact = agreed.reduce(0) {
      isEfficient(Self.utilities(space.options(of: $1.key))) ? $0 + $1.count : $0
    }
    #expect(agreed.count == 12 && exact < distribution.agreements * 9 / 10)
    #expect(distribution.efficiency.measured == distribution.agreements)
    #expect(distribution.efficiency.efficient == exact)
  }
}
