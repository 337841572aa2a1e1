import Bargaining

extension EvidenceSuite {
  /// Which way a mechanism pushes: the same 20,000 runs with it and without, compared run by run.
  static var directions: [EvidenceCheck] {
    [
      EvidenceCheck(
        .direction, "cost_of_delay",
        "a cost of delay of 0.02 a round makes agreements more frequent (z of McNemar's test)",
        source: "Fearon 1995; Zartman 2000, ripeness", expected: [critical], .atLeast
      ) { _ in
        let dear = #", "cost_of_delay": 0.02"#
        return [try z(talks(a: dear, b: dear), talks(), agreed)]
      },
      EvidenceCheck(
        .direction, "second_ratification", "a second home that must ratify makes failure more frequent (z)",
        source: "Putnam 1988, doi:10.1017/S0020818300027697; Iida 1993", expected: [critical], .atLeast
      ) { _ in
        let home =
          #", "ratification": {"quota": 1, "failures": 2, "factions": {"f": {"weight": 1, "minimum": {"uniform": [0.3, 0.6]}}}}"#
        return [try z(talks(a: home, b: home), talks(b: home)) { !$0.ending.isAgreement }]
      },
      EvidenceCheck(
        .direction, "guarantor", "a guarantor makes it more frequent that deals are kept (z)",
        source: "Walter 1997, doi:10.1162/002081897550384", expected: [critical], .atLeast
      ) { _ in
        func guaranteed(_ strength: Double) -> String {
          let implementation = """
            "implementation": {"phases": {"p": {"guarantee": \(strength)}, "q": {"guarantee": \(strength)}},
              "failure": {"base": -1, "temptation": 4, "continuation": 4, "guarantee": 1}},
            """
          return talks(more: implementation)
        }
        return [try z(guaranteed(0.5), guaranteed(0)) { agreed($0) && $0.phaseFailure == nil }]
      },
      EvidenceCheck(
        .direction, "tough_tactics",
        "two Boulware parties (beta 0.1) fail to agree more often than two conceders (beta 3), before round 30 of 40 (z)",
        source: "Faratin, Sierra, Jennings 1998, section 6", expected: [critical], .atLeast
      ) { _ in
        func bargaining(_ beta: Double) -> String { talks(beta: beta, rounds: 40) }
        return [try z(bargaining(0.1), bargaining(3)) { !(agreed($0) && $0.round < 30) }]
      },
    ]
  }

  private static let runs = 20_000
  /// One-sided p < 0.001.
  private static let critical = 3.0902

  private static func agreed(_ record: RunRecord) -> Bool { record.ending.isAgreement }

  /// Six rounds between two whose no-agreement values are drawn between 0.3 and 0.7, so that half
  /// of the runs have nothing to find.
  private static func talks(
    a: String = "", b: String = "", beta: Double = 1, rounds: Int = 6, more: String = ""
  ) -> String {
    let common = #", "reservation": {"uniform": [0.3, 0.7]}"#
    return EvidenceScenario.pie(
      base: 21, rounds: rounds, a: common + a, b: common + b, tactic: #"{"time": {"beta": \#(beta)}}"#,
      rest: more + #""talks": {"resume": {"base": 0.5}}, "# + EvidenceScenario.forum("alternating"))
  }

  /// By how many standard errors something holds more often with than without, on the same random
  /// numbers (McNemar 1947, doi:10.1007/BF02295996).
  private static func z(
    _ with: String, _ without: String, _ holds: (RunRecord) -> Bool
  ) throws -> Double {
    let pair = try [with, without].map { try Negotiation(EvidenceScenario.read($0)) }
    var (gained, lost) = (0, 0)
    for run in 0..<UInt32(runs) {
      for negotiation in pair { negotiation.run(run, seed: 20) }
      switch (holds(pair[0].record), holds(pair[1].record)) {
      case (true, false): gained += 1
      case (false, true): lost += 1
      default: break
      }
    }
    return Double(gained - lost) / Double(max(gained + lost, 1)).squareRoot()
  }
}
