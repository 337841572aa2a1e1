import Bargaining
import Randomness
import Testing

/// Closed forms and published divisions from the project's reference collection
/// (`analytic_tests.csv`).
///
/// Of its ids that speak of solutions without simulation these are left out: `csis` and
/// `england_zimbabwe` (the collection gives the results but not the domains), `pce_emission` and
/// `ktab_vprob` (probabilistic Condorcet elections are no mechanism of this simulator).
struct ClosedFormSolutionTests {
  /// One pie in `steps` parts between two.
  static func pie(steps: Int, _ first: Double, _ second: Double) -> AdditiveDomain {
    let shares = (0...steps).map { Double($0) / Double(steps) }
    return AdditiveDomain(
      options: [steps + 1], rounds: 1,
      members: [
        AdditiveDomain.Member(weights: [1], values: [shares], reservation: first),
        AdditiveDomain.Member(weights: [1], values: [shares.reversed()], reservation: second),
      ])
  }

  static func solutions(_ domain: AdditiveDomain) throws -> Solutions {
    try Solutions(ZoneAtStart(middleOf: domain.scenario()))
  }

  @Test(
    "fearon_range: the bargaining range is [p - cA, p + cB], Nash splits it (Fearon 1995; Nash 1950)",
    arguments: [
      (0.6, 0.1, 0.15, 0.5, 0.75, 0.625), (0.5, 0.05, 0.05, 0.45, 0.55, 0.5), (0.3, 0.2, 0.1, 0.1, 0.4, 0.25),
    ])
  func fearon(p: Double, a: Double, b: Double, low: Double, high: Double, split: Double) throws {
    let (first, second) = (p - a, 1 - p - b)
    let solutions = try Self.solutions(Self.pie(steps: 200, first, second))
    #expect(solutions.feasible == .exact(UInt64(((high - low) * 200).rounded()) + 1))
    let nash = try #require(solutions.nash.value ?? nil)
    #expect(abs(nash.utilities[0] - split) < 1e-12)
    // The ends: the range is as long as the costs, so that either side may ask for all of it and no
    // more.
    #expect(try Self.solutions(Self.pie(steps: 200, high, second)).zone == .exists)
    #expect(try Self.solutions(Self.pie(steps: 200, high + 0.005, second)).zone == .none)
    #expect(try Self.solutions(Self.pie(steps: 200, first, 1 - low)).zone == .exists)
    #expect(try Self.solutions(Self.pie(steps: 200, first, 1 - low + 0.005)).zone == .none)
  }

  @Test("leverage_gap: two who ask for 0.62 and 0.55 of one pie are 0.17 apart")
  func leverageGap() throws {
    let solutions = try Self.solutions(Self.pie(steps: 100, 0.62, 0.55))
    let gap = try #require(solutions.leverageGap.value ?? nil)
    #expect(abs(gap.value - 0.17) < 1e-12)
    #expect(abs(gap.transfers[0] + gap.transfers[1] - 0.17) < 1e-12)
    #expect(solutions.feasible == .exact(0))
    #expect(solutions.nash == .exact(nil))
    let blocking = try #require(solutions.blocking.value)
    #expect(blocking.map(\.party) == [0, 1])
    #expect(blocking.allSatisfy { $0.issue == 0 && $0.gapLeft == 0 })
  }

  @Test(
    "nbs3: three who could get 0.2, 0.1 and 0.3 elsewhere share what is left of the pie equally (Nash 1950)")
  func threeShares() throws {
    // Two issues: what the first and the second get, in thirtieths; the third gets the rest, 1 -
    // a - b = 2 U - 1.
    let shares = (0...30).map { Double($0) / 30 }
    let none = shares.map { _ in 0.0 }
    let domain = AdditiveDomain(
      options: [31, 31], rounds: 1,
      members: [
        AdditiveDomain.Member(weights: [1, 0], values: [shares, none], reservation: 0.2),
        AdditiveDomain.Member(weights: [0, 1], values: [none, shares], reservation: 0.1),
        AdditiveDomain.Member(
          weights: [1, 1], values: [shares.reversed(), shares.reversed()], reservation: (0.3 + 1) / 2),
      ])
    let nash = try #require(try Self.solutions(domain).nash.value ?? nil)
    #expect(abs(nash.utilities[0] - 0.333333) < 1e-6)
    #expect(abs(nash.utilities[1] - 0.233333) < 1e-6)
    #expect(abs(2 * nash.utilities[2] - 1 - 0.433333) < 1e-6)
  }

  /// Issues that one of two wins whole, but for one that may be divided into equal parts.
  static func division(_ first: [Double], _ second: [Double], divided: Int, parts: Int) -> AdditiveDomain {
    let shares = first.indices.map { k in
      k == divided ? (0...parts).map { Double($0) / Double(parts) } : [0, 1]
    }
    return AdditiveDomain(
      options: shares.map(\.count), rounds: 1,
      members: [
        AdditiveDomain.Member(weights: first, values: shares),
        AdditiveDomain.Member(weights: second, values: shares.map { $0.reversed() }),
      ])
  }

  @Test(
    "aw_panama: the equitable division gives 66 points to each, 2/15 of land and water to the United States")
  func panama() throws {
    // Points of Raiffa 1982, The Art and Science of Negotiation, ch. 12; division of Brams & Taylor
    // 1996, Fair Division.
    let us: [Double] = [22, 22, 15, 14, 11, 6, 2, 2, 2, 4]
    let panama: [Double] = [9, 15, 15, 3, 15, 5, 7, 7, 13, 11]
    let domain = Self.division(us, panama, divided: 2, parts: 15)
    let point = try #require(try Self.solutions(domain).egalitarian.value ?? nil)
    #expect(abs(100 * point.utilities[0] - 66) < 1e-6)
    #expect(abs(100 * point.utilities[1] - 66) < 1e-6)
    #expect(abs(Double(point.outcome[2]) / 15 - 0.133333) < 1e-6)
  }

  /// Sinai, recognition, West Bank and Gaza, linkage, Palestinian rights, Jerusalem: Brams & Togman
  /// 1996, doi:10.1177/073889429601500105.
  static let israel: [Double] = [35, 10, 20, 10, 5, 20]
  static let egypt: [Double] = [55, 5, 10, 5, 20, 5]

  @Test("aw_campdavid: the equitable division gives 65.8333 points to each, a sixth of Sinai to Israel")
  func campDavidEquitable() throws {
    let domain = Self.division(Self.israel, Self.egypt, divided: 0, parts: 6)
    let point = try #require(try Self.solutions(domain).egalitarian.value ?? nil)
    #expect(abs(100 * point.utilities[0] - 65.833333) < 1e-6)
    #expect(abs(100 * point.utilities[1] - 65.833333) < 1e-6)
    #expect(abs(Double(point.outcome[0]) / 6 - 0.166667) < 1e-6)
  }

  @Test("nbs_campdavid: the greatest Nash product gives Israel 60 and Egypt 75 points")
  func campDavidNash() throws {
    let domain = Self.division(Self.israel, Self.egypt, divided: 0, parts: 6)
    let point = try #require(try Self.solutions(domain).nash.value ?? nil)
    #expect(abs(100 * point.utilities[0] - 60) < 1e-6)
    #expect(abs(100 * point.utilities[1] - 75) < 1e-6)
  }

  @Test(
    "zopa_mc: reservations uniform on [0.3, 0.7] leave a zone in half of the draws, on [0.4, 0.8] in one of eight",
    arguments: [(0.3, 0.7, 0.5), (0.4, 0.8, 0.125)])
  func zoneOfDraws(low: Double, high: Double, expected: Double) throws {
    // The pie has 250 parts: a zone narrower than one part may be missed, in less than 1% of the
    // draws.
    var scenario = Self.pie(steps: 250, 0, 0).scenario()
    for party in scenario.parties {
      scenario.parameters[party.reservation.index].distribution = .uniform(low: low, high: high)
    }
    let draws = 500
    let zones = try (0..<draws).count { seed in
      try ZoneAtStart(drawing: scenario, seed: UInt64(seed)).zone(between: [0, 1]) == .exists
    }
    let error = (expected * (1 - expected) / Double(draws)).squareRoot()
    #expect(abs(Double(zones) / Double(draws) - expected) < 3 * error + 0.01)
  }
}
