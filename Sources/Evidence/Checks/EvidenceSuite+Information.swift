import Bargaining
import Randomness
import Simulation

extension EvidenceSuite {
  /// What is lost because nobody knows what the other could live with.
  static var information: [EvidenceCheck] { demands + types + auctions + zones }

  // MARK: One demand, unknown costs

  /// A demands x, B fights rather than give so much if its cost of war is low: Fearon 1995.
  private struct Demand {
    var p: Double
    var costA: Double
    /// JSON of B's reservation.
    var reservationB: String

    static let runs = 40_000

    /// A pie in 40 parts; A asks for x, war leaves A with p - cA and B with what it draws.
    func distribution(asking x: Double, threads: Int) throws -> OutcomeDistribution {
      var scenario = try EvidenceScenario.read(
        EvidenceScenario.pie(
          base: 41, rounds: 1, a: #", "reservation": \#(p - costA)"#,
          b: #", "reservation": \#(reservationB), "acceptance": {"constant": -10}"#,
          rest: EvidenceScenario.forum("ultimatum")))
      scenario.parties[0].tactic = .custom(Schedule(levels: [x - 1e-9]))
      return try EvidenceScenario.simulate(scenario, runs: Self.runs, threads: threads)
    }

    /// Of these demands the one that pays A best on the same draws, and how often it ends in war.
    func best(of demands: [Double], threads: Int) throws -> [Double] {
      var best = (demand: Double.nan, war: Double.nan, utility: -Double.infinity)
      for x in demands {
        let distribution = try distribution(asking: x, threads: threads)
        let utility = distribution.parties[0].utility.moments.mean ?? 0
        if utility > best.utility {
          best = (x, 1 - Double(distribution.agreements) / Double(distribution.runs), utility)
        }
      }
      return [best.demand, best.war]
    }
  }

  private static var demands: [EvidenceCheck] {
    let cases: [(p: Double, a: Double, low: Double, high: Double, x: Double, war: Double)] = [
      (0.5, 0.1, 0, 0.4, 0.65, 0.375), (0.5, 0.2, 0, 0.4, 0.6, 0.25), (0.3, 0.05, 0, 0.5, 0.525, 0.45),
      (0.5, 0.5, 0, 0.4, 0.5, 0), (0.5, 0.1, 0.1, 0.4, 0.65, 0.166667), (0.5, 0.1, 0.1, 0.25, 0.6, 0),
    ]
    return cases.map { c in
      EvidenceCheck(
        .information, c.low == 0 ? "fearon_tili_uniform" : "fearon_tili_uniform_ab",
        "best demand, and how often it means war: p \(c.p), cA \(c.a), cB uniform on [\(c.low), \(c.high)]",
        source: "Fearon 1995, doi:10.1017/S0020818300033324", expected: [c.x, c.war], .within(0.01)
      ) { threads in
        let demand = Demand(
          p: c.p, costA: c.a, reservationB: #"{"uniform": [\#(1 - c.p - c.high), \#(1 - c.p - c.low)]}"#)
        let grid = (0...40).map { Double($0) / 40 }.filter { $0 > c.p - c.a && $0 < c.p + c.high + 0.03 }
        return try demand.best(of: grid, threads: threads)
      }
    }
  }

  private static var types: [EvidenceCheck] {
    [(0.3, 0.0), (0.5, 0.5), (0.6, 0.4), (0.8, 0.2)].map { weak, war in
      EvidenceCheck(
        .information, "two_type",
        "how often the best demand means war when B is weak (cost 0.4, else 0.1) with probability \(weak)",
        source: "Fearon 1995, doi:10.1017/S0020818300033324", expected: [war], .within(0.01)
      ) { threads in
        // p = 0.5, so that B can live with 0.4 or, if it is weak, with 0.1.
        let demand = Demand(
          p: 0.5, costA: 0.1,
          reservationB: #"{"choice": {"0.1": \#(weak), "0.4": \#(1 - weak)}}"#)
        return [try demand.best(of: [0.6, 0.9], threads: threads)[1]]
      }
    }
  }

  // MARK: A sale, both values unknown

  /// A seller with cost c and a buyer with value v, each uniform on [0, 1] and known to itself
  /// alone.
  private static func sale(
    seller: any BiddingTactic, buyer: any BiddingTactic, rules: String, first: String = "seller"
  ) throws -> Scenario {
    let members = first == "seller" ? #""a", "b""# : #""b", "a""#
    let acceptance = rules == "ultimatum" ? #", "acceptance": {"constant": -10}"# : ""
    var scenario = try EvidenceScenario.read(
      EvidenceScenario.pie(
        digits: 2, base: 180, rounds: 1, a: #", "reservation": {"uniform": [0, 1]}\#(acceptance)"#,
        b: #", "reservation": {"uniform": [0, 1]}\#(acceptance)"#,
        rest: EvidenceScenario.forum(rules, members: members)))
    scenario.parties[0].tactic = .custom(seller)
    scenario.parties[1].tactic = .custom(buyer)
    return scenario
  }

  /// The linear equilibrium of the sealed-bid double auction with k = 1/2: ask 2c/3 + 1/4, bid
  /// 2v/3 + 1/12.
  private static func doubleAuction() throws -> Scenario {
    // The buyer's utility is 1 - price and its reservation 1 - v.
    try sale(
      seller: LinearBid(intercept: 1.0 / 4, slope: 2.0 / 3),
      buyer: LinearBid(intercept: 1 - 2.0 / 3 - 1.0 / 12, slope: 2.0 / 3), rules: "simultaneous")
  }

  private static let sales = 200_000

  private static var auctions: [EvidenceCheck] {
    let floor = Schedule(levels: [0])
    let satterthwaite = "Myerson & Satterthwaite 1983, doi:10.1016/0022-0531(83)90048-0"
    let chatterjee = "Chatterjee & Samuelson 1983, doi:10.1287/opre.31.5.835"
    return [
      EvidenceCheck(
        .information, "chatterjee_samuelson", "how often buyer and seller trade in the linear equilibrium",
        source: chatterjee, expected: [9.0 / 32], .within(0.004)
      ) { threads in
        let result = try EvidenceScenario.simulate(doubleAuction(), runs: sales, threads: threads)
        return [Double(result.agreements) / Double(result.runs)]
      },
      EvidenceCheck(
        .information, "chatterjee_samuelson", "gains from trade in the linear equilibrium",
        source: chatterjee, expected: [9.0 / 64], .within(0.0025)
      ) { threads in
        let result = try EvidenceScenario.simulate(doubleAuction(), runs: sales, threads: threads)
        return [result.parties.reduce(0) { $0 + ($1.surplus.moments.mean ?? 0) }]
      },
      EvidenceCheck(
        .information, "chatterjee_samuelson", "gains from trade if all that could be traded were traded",
        source: satterthwaite, expected: [1.0 / 6], .within(0.0025)
      ) { threads in
        let result = try EvidenceScenario.simulate(
          sale(seller: floor, buyer: floor, rules: "ultimatum"), runs: sales, threads: threads)
        return [result.parties.reduce(0) { $0 + ($1.surplus.moments.mean ?? 0) }]
      },
      EvidenceCheck(
        .information, "chatterjee_samuelson", "the least v - c at which they trade",
        source: chatterjee, expected: [0.25], .within(0.001)
      ) { _ in
        let negotiation = try Negotiation(doubleAuction())
        var least = Double.infinity
        for run in 0..<UInt32(sales) {
          negotiation.run(run, seed: 1)
          guard negotiation.record.ending.isAgreement else { continue }
          least = min(least, negotiation.record.surpluses[0] + negotiation.record.surpluses[1])
        }
        return [least]
      },
      EvidenceCheck(
        .information, "myerson_satterthwaite",
        "the subsidy that makes all efficient trades happen: both sides' rents less the gains from trade",
        source: satterthwaite, expected: [1.0 / 6], .within(0.0035)
      ) { threads in
        // Each side earns what it brings: the buyer what is left at the seller's cost, the seller
        // what is left at the buyer's value.
        let atCost = try EvidenceScenario.simulate(
          sale(seller: floor, buyer: floor, rules: "ultimatum"), runs: sales, threads: threads)
        let atValue = try EvidenceScenario.simulate(
          sale(seller: floor, buyer: floor, rules: "ultimatum", first: "buyer"), runs: sales, threads: threads
        )
        let gains = atCost.parties.reduce(0) { $0 + ($1.surplus.moments.mean ?? 0) }
        let rents =
          (atCost.parties[1].surplus.moments.mean ?? 0) + (atValue.parties[0].surplus.moments.mean ?? 0)
        return [rents - gains]
      },
    ]
  }

  // MARK: Zones of agreement

  private static var zones: [EvidenceCheck] {
    [(0.3, 0.7, 0.5), (0.4, 0.8, 0.125)].map { low, high, share in
      EvidenceCheck(
        .information, "zopa_mc",
        "how often there is a zone of agreement when both reservations are uniform on [\(low), \(high)]",
        source: "closed form: the probability that two uniform numbers sum to at most 1", expected: [share],
        .within(0.01)
      ) { threads in
        let reservation = #", "reservation": {"uniform": [\#(low), \#(high)]}"#
        let scenario = try EvidenceScenario.read(
          EvidenceScenario.pie(
            digits: 2, base: 100, rounds: 1, a: reservation, b: reservation,
            rest: EvidenceScenario.forum("alternating")))
        let zones = try EvidenceScenario.simulate(scenario, runs: 50_000, threads: threads, zone: .every(1))
          .zones
        return [Double(zones.agreed + zones.missed) / Double(zones.total)]
      }
    }
  }
}
