import Bargaining
import Randomness

extension EvidenceSuite {
  /// How parties concede, and where that leads.
  static var tactics: [EvidenceCheck] { curves + [zeuthen, micro] + klein }

  // MARK: Concession with time

  private static var curves: [EvidenceCheck] {
    let times = [0, 0.2, 0.5, 0.8, 1]
    let rows: [(curve: TimeTactic.Curve, beta: Double, conceded: [Double])] = [
      (.polynomial, 0.2, [0.1, 0.100288, 0.128125, 0.394912, 1]),
      (.exponential, 0.2, [0.1, 0.110573, 0.134725, 0.18846, 1]),
      (.polynomial, 1, [0.1, 0.28, 0.55, 0.82, 1]),
      (.exponential, 1, [0.1, 0.158489, 0.316228, 0.630957, 1]),
      (.polynomial, 5, [0.1, 0.752302, 0.883496, 0.960717, 1]),
      (.exponential, 5, [0.1, 0.47024, 0.930572, 0.999263, 1]),
    ]
    return rows.map { row in
      let isPolynomial = row.curve == .polynomial
      return EvidenceCheck(
        .tactics, isPolynomial ? "faratin_poly" : "faratin_exp",
        "conceded by times 0, 0.2, 0.5, 0.8 and 1 on the \(isPolynomial ? "polynomial" : "exponential") curve, beta \(row.beta), k 0.1",
        source: "Faratin, Sierra, Jennings 1998, doi:10.1016/S0921-8890(98)00029-3", expected: row.conceded,
        .within(1e-6)
      ) { _ in
        let tactic = TimeConcession(curve: row.curve, beta: row.beta, start: 0.1)
        return times.map { 1 - tactic.aspiration(BiddingView(time: $0, round: 0, rounds: 1)) }
      }
    }
  }

  // MARK: Where concessions end

  private static let domains = 200

  /// Random additive preferences of two over a few issues.
  private static func domain(_ number: Int, reservations: Bool) -> PlainDomain {
    var dice = RandomStream(seed: 7, run: UInt32(number), stream: StreamID("evidence"))
    let options = (0..<3).map { _ in 2 + Int(dice.below(4)) }
    return PlainDomain(
      sides: (0..<2).map { _ in
        PlainDomain.Side(
          weights: options.map { _ in 0.05 + dice.uniform() },
          values: options.map { count in (0..<count).map { _ in dice.uniform() } },
          reservation: reservations ? 0.4 * dice.uniform() : 0)
      })
  }

  private static func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-12 }

  private static var zeuthen: EvidenceCheck {
    EvidenceCheck(
      .tactics, "zeuthen",
      "of 200 random domains, those in which two Zeuthen parties end at the greatest Nash product, or at nothing if there is nothing",
      source: "Harsanyi 1956, doi:10.2307/1905748; all outcomes looked at", expected: [Double(domains)],
      .within(0)
    ) { _ in
      let ends = try (0..<domains).count { number in
        var scenario = try domain(number, reservations: true).scenario(rounds: 500)
        scenario.forums[0].rules = .simultaneous
        for party in scenario.parties.indices { scenario.parties[party].tactic = .zeuthen }
        let negotiation = try Negotiation(scenario)
        negotiation.run(0, seed: 1)
        let record = negotiation.record
        let nash = try Solutions(ZoneAtStart(middleOf: scenario)).nash.value ?? nil
        guard let nash else { return !record.ending.isAgreement }
        return record.ending.isAgreement && isNear(record.surpluses.reduce(1, *), nash.value)
      }
      return [Double(ends)]
    }
  }

  /// Both go down their lists in step, so that what is agreed is the outcome that the one who likes
  /// it less has placed highest.
  private static var micro: EvidenceCheck {
    EvidenceCheck(
      .tactics, "micro",
      "of 200 random domains, those in which two MiCRO parties agree on an outcome of the best worst rank",
      source: "de Jonge 2022, doi:10.24963/ijcai.2022/32; all outcomes looked at",
      expected: [Double(domains)],
      .within(0)
    ) { _ in
      let ends = try (0..<domains).count { number in
        let scenario = try domain(number, reservations: false).scenario(rounds: 1_000)
        let negotiation = try Negotiation(scenario)
        negotiation.run(0, seed: 1)
        guard negotiation.record.ending.isAgreement else { return false }
        let agreed = negotiation.record.options.map(Int.init)
        let space = OutcomeSpace(optionCounts: scenario.issues.map(\.options.count))
        let all = (0..<(space?.count ?? 0)).compactMap { space?.options(of: $0) }
        let utilities = all.map { outcome in (0..<2).map { negotiation.utility(of: outcome, to: $0) } }
        func worstRank(_ utility: [Double]) -> Int {
          (0..<2).map { party in utilities.count { $0[party] > utility[party] } }.max() ?? 0
        }
        let best = utilities.map(worstRank).min() ?? 0
        return worstRank((0..<2).map { negotiation.utility(of: agreed, to: $0) }) == best
      }
      return [Double(ends)]
    }
  }

  // MARK: A single text

  private static var klein: [EvidenceCheck] {
    let source = "Klein, Faratin, Sayama, Bar-Yam 2003, doi:10.1109/MIS.2003.1249167"
    let published: [(name: String, shares: [Double])] = [
      ("two hill-climbers", [0.86, 0.73, 0.74]), ("a hill-climber and an annealer", [0.86, 0.99, 0.51]),
      ("two annealers", [0.98, 0.84, 0.84]),
    ]
    return published.enumerated().map { index, row in
      EvidenceCheck(
        .tactics, "klein",
        "\(row.name) on a single text of 100 clauses: welfare and both payoffs, as shares of the best",
        source: source, expected: row.shares, .within(0.05)
      ) { _ in
        let cell = KleinComparison.table(proposals: 10_000, temperature: 10, domains: 16, seed: 1)[index]
        return [cell.welfare, cell.first, cell.second]
      }
    }
  }
}
