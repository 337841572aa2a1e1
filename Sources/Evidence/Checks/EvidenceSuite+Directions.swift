import Bargaining

extension EvidenceSuite {
  /// Which way a mechanism pushes: the same 20,000 runs with it and without.
  static var directions: [EvidenceCheck] { delay + stakes + distance + homes + mediationSigns }

  static let signRuns = 20_000
  /// One-sided p < 0.001.
  static let critical = Significance.critical

  static func isAgreed(_ record: RunRecord) -> Bool { record.ending.isAgreement }

  /// Rounds between two whose no-agreement values are drawn between 0.3 and 0.7, so that half of
  /// the runs have nothing to find.
  private static func talks(
    a: String = "", b: String = "", low: Double = 0.3, beta: Double = 1, rounds: Int = 6, more: String = "",
    forum: String = EvidenceScenario.forum("alternating")
  ) -> String {
    EvidenceScenario.pie(
      base: 21, rounds: rounds, a: #", "reservation": {"uniform": [0.3, 0.7]}"# + a,
      b: #", "reservation": {"uniform": [\#(low), \#(low + 0.4)]}"# + b,
      tactic: #"{"time": {"beta": \#(beta)}}"#,
      rest: more + #""talks": {"resume": {"base": 0.5}}, "# + forum)
  }

  /// Something of each of 20,000 runs.
  private static func each<Value: Sendable>(
    _ text: String, _ threads: Int, _ value: @escaping @Sendable (RunRecord) -> Value
  ) throws -> [Value] {
    try RunSurvey.records(
      of: EvidenceScenario.read(text), runs: signRuns, seed: 20, threads: threads, value)
  }

  /// By how many standard errors something holds more often with than without, on the same random
  /// numbers.
  private static func z(
    _ with: String, _ without: String, _ threads: Int, _ holds: @escaping @Sendable (RunRecord) -> Bool
  ) throws -> Double {
    Significance.mcNemar(try each(with, threads, holds), try each(without, threads, holds))
  }

  // MARK: Delay

  private static var delay: [EvidenceCheck] {
    let dear = #", "cost_of_delay": 0.02"#
    let impatient = #", "discount": 0.6"#
    return [
      EvidenceCheck(
        .direction, "cost_of_delay",
        "a cost of delay of 0.02 a round makes agreements more frequent (z of McNemar's test)",
        source: "Fearon 1995; Zartman 2000, ripeness, doi:10.17226/9897", expected: [critical], .atLeast
      ) { threads in
        [try z(talks(a: dear, b: dear), talks(), threads, isAgreed)]
      },
      sooner("cost_of_delay", "a cost of delay of 0.02 a round", dear),
      sooner("impatience", "a discount of 0.6 a round", impatient),
      EvidenceCheck(
        .direction, "tough_tactics",
        "two Boulware parties (beta 0.1) fail to agree more often than two conceders (beta 3), before round 30 of 40 (z)",
        source: "Faratin, Sierra, Jennings 1998, section 6", expected: [critical], .atLeast
      ) { threads in
        func bargaining(_ beta: Double) -> String { talks(beta: beta, rounds: 40) }
        return [try z(bargaining(0.1), bargaining(3), threads) { !(isAgreed($0) && $0.round < 30) }]
      },
    ]
  }

  private static func sooner(_ id: String, _ what: String, _ members: String) -> EvidenceCheck {
    EvidenceCheck(
      .direction, id, "\(what) brings agreements forward (z of the sign test), and not fewer of them (z)",
      source: "Rubinstein 1982, doi:10.2307/1912531", expected: [critical, -critical], .atLeast
    ) { threads in
      let (with, without) = (
        try rounds(talks(a: members, b: members, rounds: 40), threads), try rounds(talks(rounds: 40), threads)
      )
      let gains = zip(with, without).compactMap { early, late in
        early.flatMap { early in late.map { $0 - early } }
      }
      return [
        Significance.signs(gains), Significance.mcNemar(with.map { $0 != nil }, without.map { $0 != nil }),
      ]
    }
  }

  /// Per run the round of its agreement; `nil` without one.
  private static func rounds(_ text: String, _ threads: Int) throws -> [Int?] {
    try each(text, threads) { isAgreed($0) ? $0.round : nil }
  }

  // MARK: What is at stake

  private static var stakes: [EvidenceCheck] {
    [
      EvidenceCheck(
        .direction, "worse_alternative",
        "0.15 less without agreement for one side: more agreements (z), and worse terms for it where both agree (z of the sign test)",
        source: "Nash 1950, doi:10.2307/1907266", expected: [critical, critical], .atLeast
      ) { threads in
        func runs(_ low: Double) throws -> [Double?] {
          try each(talks(low: low), threads) { isAgreed($0) ? $0.utilities[1] : nil }
        }
        let (strong, weak) = (try runs(0.3), try runs(0.15))
        let losses = zip(strong, weak).compactMap { strong, weak -> Int? in
          guard let strong, let weak else { return nil }
          return weak < strong - 1e-9 ? 1 : weak > strong + 1e-9 ? -1 : 0
        }
        return [
          Significance.mcNemar(weak.map { $0 != nil }, strong.map { $0 != nil }), Significance.signs(losses),
        ]
      },
      EvidenceCheck(
        .direction, "guarantor", "a guarantor makes it more frequent that deals are kept (z)",
        source: "Walter 1997, doi:10.1162/002081897550384", expected: [critical], .atLeast
      ) { threads in
        func guaranteed(_ strength: Double) -> String {
          let implementation = """
            "implementation": {"phases": {"p": {"guarantee": \(strength)}, "q": {"guarantee": \(strength)}},
              "failure": {"base": -1, "temptation": 4, "continuation": 4, "guarantee": 1}},
            """
          return talks(more: implementation)
        }
        return [try z(guaranteed(0.5), guaranteed(0), threads) { isAgreed($0) && $0.phaseFailure == nil }]
      },
      EvidenceCheck(
        .direction, "firm_points",
        "full firmness of a provisional point that both prefer to the status quo does not make agreements rarer (z)",
        source: "Fisher & Ury 1981, Getting to Yes", expected: [-critical], .atLeast
      ) { threads in
        [try z(provisional(firmness: 1), provisional(firmness: 0), threads, isAgreed)]
      },
    ]
  }

  /// Both like x best at r, then at m, where it was provisionally settled, then at l, which holds
  /// now; over y they are opposed.
  private static func provisional(firmness: Double) -> String {
    func party(_ shape: String) -> String {
      """
      {"preferences": {"x": {"weight": {"uniform": [0.2, 0.5]}, "values": {"l": 0, "m": 0.5, "r": 1}},
                       "y": {"weight": 0.5, "shape": "\(shape)"}},
       "reservation": {"uniform": [0.4, 0.9]}, "tactic": {"time": {"beta": {"uniform": [0.3, 2]}}}}
      """
    }
    return """
      {"rounds": 10,
       "issues": {"x": {"options": ["l", "m", "r"], "status_quo": "l",
                        "tentative": {"option": "m", "firmness": \(firmness), "reopening": {"cost": 1}}},
                  "y": {"range": {"from": 0, "to": 10, "step": 1}}},
       "parties": {"a": \(party("increasing")), "b": \(party("decreasing"))},
       "mediators": {"m": {"formulate": 0.5}},
       "forums": {"main": {"members": ["a", "b"], "mediators": ["m"], "protocol": "alternating"}}}
      """
  }

  // MARK: Distance

  private static var distance: [EvidenceCheck] {
    [
      EvidenceCheck(
        .direction, "closer_parties",
        "talks break down less often between two who go half the way than between two who go 0.3 of it (z)",
        source: "proportional hazards: Cox 1972, doi:10.1111/j.2517-6161.1972.tb00899.x",
        expected: [critical], .atLeast
      ) { threads in
        // Neither goes down to where the other is, so that nothing but the distance differs.
        func apart(_ willingness: Double) -> String {
          let party = #", "reservation": 0.1, "willingness": \#(willingness)"#
          return EvidenceScenario.pie(
            base: 101, rounds: 20, a: party, b: party,
            rest: #""talks": {"collapse": {"active": 0.02, "distance": 3}}, "#
              + EvidenceScenario.forum("alternating"))
        }
        return [try z(apart(0.3), apart(0.5), threads) { $0.ending == .collapsed }]
      }
    ]
  }

  // MARK: Homes

  private static var homes: [EvidenceCheck] {
    let source = "Putnam 1988, doi:10.1017/S0020818300027697"
    return [
      EvidenceCheck(
        .direction, "second_ratification", "a second home that must ratify makes failure more frequent (z)",
        source: source + "; Iida 1993", expected: [critical], .atLeast
      ) { threads in
        let home =
          #", "ratification": {"quota": 1, "failures": 2, "factions": {"f": {"weight": 1, "minimum": {"uniform": [0.3, 0.6]}}}}"#
        return [try z(talks(a: home, b: home), talks(b: home), threads) { !isAgreed($0) }]
      },
      EvidenceCheck(
        .direction, "foresight",
        "a delegation that foresees half of its home's mind has fewer deals turned down there than one that foresees nothing (z)",
        source: source, expected: [critical], .atLeast
      ) { threads in
        func refused(_ foresight: Double) throws -> [Bool] {
          try each(talks(b: home(foresight: foresight), rounds: 40), threads) {
            $0.failedRatifications.contains { $0 > 0 }
          }
        }
        return [Significance.mcNemar(try refused(0), try refused(0.5))]
      },
      EvidenceCheck(
        .direction, "carrots_at_home",
        "carrots that reach the faction that can block make agreements more frequent than carrots that do not (z)",
        source: source, expected: [critical], .atLeast
      ) { threads in
        func promised(_ share: Double) -> String {
          let means = #"{"stick": 0.1, "carrot": 0.05}"#
          return talks(
            b: home(foresight: 1, #", "carrot_share": \#(share)"#),
            more: #""mediators": {"m": {"manipulate": 1, "toward": {"a": \#(means), "b": \#(means)}}}, "#,
            forum:
              #""forums": {"main": {"members": ["a", "b"], "mediators": ["m"], "protocol": "alternating"}}"#)
        }
        return [try z(promised(1), promised(0), threads, isAgreed)]
      },
    ]
  }

  /// - Parameter faction: members of the faction beside its weight and minimum.
  private static func home(foresight: Double, _ faction: String = "") -> String {
    """
    , "ratification": {"quota": 1, "failures": 1, "foresight": \(foresight),
      "factions": {"f": {"weight": 1, "minimum": {"uniform": [0.3, 0.7]}\(faction)}}}
    """
  }
}
