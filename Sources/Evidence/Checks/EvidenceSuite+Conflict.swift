import Bargaining
import Randomness
import Simulation

extension EvidenceSuite {
  /// War as the alternative to a deal.
  static var conflict: [EvidenceCheck] { ranges + [commitment] + attrition + ruin }

  private static let hardliner = #""hardliner""#

  /// What both prefer to a war that one wins with probability p and that costs each something.
  private static var ranges: [EvidenceCheck] {
    [(0.6, 0.1, 0.15), (0.5, 0.05, 0.05), (0.3, 0.2, 0.1)].map { p, a, b in
      EvidenceCheck(
        .conflict, "fearon_range",
        "least and greatest share that both prefer to war, and Nash's: p \(p), costs \(a) and \(b)",
        source: "Fearon 1995, doi:10.1017/S0020818300033324; Nash 1950, doi:10.2307/1907266",
        expected: [p - a, p + b, p + (b - a) / 2], .within(1e-9)
      ) { _ in
        let scenario = try EvidenceScenario.read(
          EvidenceScenario.pie(
            base: 201, rounds: 1, a: #", "reservation": \#(p - a)"#, b: #", "reservation": \#(1 - p - b)"#,
            rest: EvidenceScenario.forum("alternating")))
        let negotiation = try Negotiation(scenario)
        negotiation.run(0, seed: 1)
        // The grid of utilities is finer than 1e-12.
        let ends = [(0, p - a), (1, 1 - p - b)].map { party, least in
          negotiation.lowestOutcome(notBelow: least - 1e-12, for: party)
            .map { negotiation.utility(of: $0, to: 0) } ?? .nan
        }
        let nash = try Solutions(ZoneAtStart(middleOf: scenario)).nash.value ?? nil
        return ends + [nash?.utilities[0] ?? .nan]
      }
    }
  }

  /// War is preferred today when tomorrow the other will be so strong that no promise of it can be
  /// believed.
  ///
  /// Two states divide 1 a period, worth 10 in all at a discount of 0.9; war destroys a fifth. The
  /// declining state wins today with 0.7. A deal must leave it what war today is worth, 0.7 x 8,
  /// and the rising state, which cannot bind itself, what it could take tomorrow, 0.9 x 8 p'.
  private static var commitment: EvidenceCheck {
    EvidenceCheck(
      .conflict, "powell_commitment",
      "tomorrow's probability of winning from which war today is unavoidable (0.3 today, discount 0.9, war destroys 20%)",
      source: "Powell 2006, doi:10.1017/S0020818306060061", expected: [11.0 / 18], .within(3e-6)
    ) { _ in
      func isUnavoidable(_ tomorrow: Double) throws -> Bool {
        let scenario = try EvidenceScenario.read(
          EvidenceScenario.pie(
            digits: 3, base: 100, rounds: 1, a: #", "reservation": \#(0.9 * 0.8 * tomorrow)"#,
            b: #", "reservation": \#(0.8 * (1 - 0.3))"#, rest: EvidenceScenario.forum("alternating")))
        return try ZoneAtStart(middleOf: scenario).zone(between: [0, 1]) == .none
      }
      var (low, high) = (0.3, 1.0)
      for _ in 0..<24 {
        let middle = (low + high) / 2
        if try isUnavoidable(middle) { high = middle } else { low = middle }
      }
      return [(low + high) / 2]
    }
  }

  // MARK: Holding out

  /// Two who hold out for all of a prize of 1 until one yields, each with a hazard per unit of
  /// time; a round is `step` of time.
  private static func holdingOut(hazards: [Double], step: Double, rounds: Int) throws -> Scenario {
    let rates = hazards.map { 1 - Elementary.exp(-$0 * step) }
    let party = #", "reservation": 0.9, "acceptance": {"constant": -10}"#
    let events = zip(["a", "b"], rates).filter { $0.1 > 0 }.map { name, rate in
      #""\#(name)_yields": {"rate": \#(rate), "once": true, "effects": [{"on": "parties.\#(name).reservation", "add": -1}]}"#
    }
    return try EvidenceScenario.read(
      EvidenceScenario.pie(
        base: 2, rounds: rounds, a: party, b: party, tactic: hardliner,
        rest: #""events": {\#(events.joined(separator: ", "))}, \#(EvidenceScenario.forum("alternating"))"#))
  }

  /// Mean time until one yields, within a round in its middle.
  private static func stalemate(_ scenario: Scenario, step: Double, runs: Int, threads: Int) throws -> Double
  {
    let result = try EvidenceScenario.simulate(scenario, runs: runs, threads: threads)
    var time = 0.0
    for (round, count) in result.agreementsByRound.enumerated() {
      time += (Double(round) + 0.5) * step * Double(count)
    }
    return time / Double(result.agreements)
  }

  private static var attrition: [EvidenceCheck] {
    let source = "Maynard Smith 1974, doi:10.1016/0022-5193(74)90110-6"
    return [
      EvidenceCheck(
        .conflict, "war_of_attrition", "mean length when both yield with the hazard c/v = 0.05",
        source: source, expected: [10], .within(0.2)
      ) { threads in
        let step = 0.25
        let scenario = try holdingOut(hazards: [0.05, 0.05], step: step, rounds: 1_000)
        return [try stalemate(scenario, step: step, runs: 60_000, threads: threads)]
      },
      EvidenceCheck(
        .conflict, "war_of_attrition",
        "the other's hazard at which holding out pays exactly what yielding does: prize 1, cost 0.05 per unit of time",
        source: source, expected: [0.05], .within(0.001)
      ) { threads in
        // Holding out to the end wins 1 and costs 0.05 times its length: secant steps on the mean
        // time to yielding.
        func payoff(_ mean: Double) throws -> Double {
          let scenario = try holdingOut(hazards: [1 / mean, 0], step: 0.5, rounds: 1_000)
          return 1 - 0.05 * (try stalemate(scenario, step: 0.5, runs: 60_000, threads: threads))
        }
        var (before, now) = (10.0, 30.0)
        var value = try payoff(before)
        for _ in 0..<3 {
          let next = try payoff(now)
          (before, now, value) = (now, now - next * (now - before) / (next - value), next)
        }
        return [1 / now]
      },
    ]
  }

  // MARK: War as a random walk

  /// Battles move the strength of A one step of ten up or down; at none it gives in, at ten B does.
  private static var ruin: [EvidenceCheck] {
    let cases: [(p: Double, start: Int, wins: Double, length: Double)] = [
      (0.5, 5, 0.5, 25), (0.55, 5, 0.731717, 23.17174), (0.45, 3, 0.128252, 17.174765),
    ]
    let source = "Smith & Stam 2004, doi:10.1177/0022002704268026; Feller 1968, ch. XIV"
    return cases.flatMap { c -> [EvidenceCheck] in
      @Sendable func result(_ threads: Int) throws -> OutcomeDistribution {
        func party(_ strength: Double) -> String {
          #", "reservation": \#(strength), "acceptance": {"constant": -10}"#
        }
        // A lost battle is certain, a won one makes good for it twice over.
        func effects(_ a: Double) -> String {
          #"[{"on": "parties.a.reservation", "add": \#(a)}, {"on": "parties.b.reservation", "add": \#(-a)}]"#
        }
        let scenario = try EvidenceScenario.read(
          EvidenceScenario.pie(
            base: 2, rounds: 2_000, a: party(Double(c.start) / 16), b: party(Double(10 - c.start) / 16),
            tactic: hardliner,
            rest: """
              "events": {"b_wins": {"rate": 1, "effects": \(effects(-1.0 / 16))},
                         "a_wins_instead": {"rate": \(c.p), "effects": \(effects(2.0 / 16))}},
              \(EvidenceScenario.forum("alternating"))
              """))
        return try EvidenceScenario.simulate(scenario, runs: 60_000, threads: threads)
      }
      return [
        EvidenceCheck(
          .conflict, "gamblers_ruin",
          "how often A wins a war of battles, from \(c.start) of 10, each won with probability \(c.p)",
          source: source, expected: [c.wins], .within(0.0085)
        ) { threads in
          let result = try result(threads)
          return [Double(result.settlements[0][1]) / Double(result.runs)]
        },
        EvidenceCheck(
          .conflict, "gamblers_ruin", "how many battles it takes, from \(c.start) of 10, p \(c.p)",
          source: source,
          expected: [c.length], .within(0.4)
        ) { threads in
          let result = try result(threads)
          var battles = 0.0
          for (round, count) in result.agreementsByRound.enumerated() {
            battles += Double((round + 1) * count)
          }
          return [battles / Double(result.agreements)]
        },
      ]
    }
  }
}
