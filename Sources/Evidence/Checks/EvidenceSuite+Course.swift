import Bargaining
import Randomness
import Simulation

extension EvidenceSuite {
  /// How talks resume, and how deals last.
  static var course: [EvidenceCheck] { resumption + phases }

  private static var resumption: [EvidenceCheck] {
    [(1, 0.15), (4, 0.477994), (8, 0.727509), (12, 0.857758)].map { rounds, share in
      EvidenceCheck(
        .course, "resumption",
        "how often suspended talks resume within \(rounds) rounds, probability 0.15 a round",
        source: "geometric distribution", expected: [share], .within(0.01)
      ) { threads in
        // 1 - exp(-0.1625…) = 0.15. Whoever resumes agrees at once.
        let party = #", "reservation": 0, "acceptance": {"constant": 0}"#
        let scenario = try EvidenceScenario.read(
          EvidenceScenario.pie(
            base: 5, rounds: rounds, a: party, b: party,
            rest: """
              "talks": {"start": "suspended", "resume": {"base": 0.16251892949777494}},
              \(EvidenceScenario.forum("alternating"))
              """))
        let result = try EvidenceScenario.simulate(scenario, runs: 50_000, threads: threads)
        return [Double(result.course.resumptions) / Double(result.runs)]
      }
    }
  }

  private static var phases: [EvidenceCheck] {
    [(0.2, 0.512), (0.1, 0.729), (0.05, 0.857375)].map { risk, kept in
      EvidenceCheck(
        .course, "phased",
        "how often a deal in three phases is kept to its end when each fails with probability \(risk)",
        source: "closed form: (1 - f)^3", expected: [kept], .within(0.01)
      ) { threads in
        let party = #", "reservation": 0, "acceptance": {"constant": 0}"#
        let odds = Elementary.log(risk / (1 - risk))
        let scenario = try EvidenceScenario.read(
          EvidenceScenario.pie(
            base: 5, rounds: 1, a: party, b: party,
            rest: """
              "implementation": {"phases": {"p": {}, "q": {}, "r": {}}, "failure": {"base": \(odds)}},
              \(EvidenceScenario.forum("alternating"))
              """))
        let durability = try EvidenceScenario.simulate(scenario, runs: 50_000, threads: threads).durability
        return [Double(durability.kept) / Double(durability.agreements)]
      }
    }
  }
}
