import Bargaining
import Randomness
import Testing

/// Solutions of random domains against exact fractions: what is equal must count as equal, however
/// its binary sums end.
struct ExactSolutionTests {
  private static let walk = Solutions.Ways(enumerable: Solutions.enumerable, usesFrontier: false)
  private static let frontier = Solutions.Ways(enumerable: 0, usesFrontier: true)
  private static let search = Solutions.Ways(enumerable: 0, usesFrontier: false)

  private func solutions(_ scenario: Scenario, _ ways: Solutions.Ways) throws -> Solutions {
    try Solutions(ZoneAtStart(middleOf: scenario), lookingForObstacles: false, ways: ways)
  }

  private func agree(
    _ found: Computed<SolutionPoint?>, _ row: ExactDomain.Row?, _ name: Comment
  ) {
    guard case .exact(let point) = found else {
      Issue.record("\(name) was not computed")
      return
    }
    #expect(point?.outcome == row?.options, name)
  }

  /// Holds all points that are not left out against the exact ones.
  private func agreePoints(_ found: Solutions, _ domain: ExactDomain, _ name: String) {
    let ideals = domain.ideals(over: domain.admissible)
    let feasibleIdeals = domain.ideals(over: domain.feasible)
    agree(found.nash, domain.best(of: domain.feasible, domain.product), "\(name) nash")
    agree(
      found.egalitarian, domain.best(of: domain.feasible) { $0.surpluses.min() ?? 0 }, "\(name) egalitarian")
    agree(
      found.kalaiSmorodinsky, domain.best(of: domain.feasible) { domain.leastShare($0, of: ideals) },
      "\(name) kalai-smorodinsky")
    agree(
      found.kalaiSmorodinskyFeasibleIdeal,
      domain.best(of: domain.feasible) { domain.leastShare($0, of: feasibleIdeals) },
      "\(name) kalai-smorodinsky, feasible ideal")
    let gains = domain.feasible.map { row in row.surpluses.count { $0 > 0 } }
    let surplus: ZoneSurplus =
      gains.contains(domain.voters.count) ? .forEveryone : gains.contains { $0 > 0 } ? .forSome : .forNobody
    #expect(found.surplus == .exact(surplus), "\(name)")
  }

  private func agreeGap(_ found: Solutions, _ domain: ExactDomain, _ name: String) throws {
    agree(found.utilitarian, domain.best(of: domain.feasible, \.sum), "\(name) utilitarian")
    let cheapest = domain.best(of: domain.admissible) { -domain.shortfall($0) }
    let gap = try #require(found.leverageGap.value, "\(name)")
    #expect(gap?.outcome == cheapest?.options, "\(name) gap")
    if let gap, let cheapest {
      let exact = Double(domain.shortfall(cheapest)) / Double(domain.scale)
      #expect(abs(gap.value - exact) < 1e-11 && (gap.value == 0) == (exact == 0), "\(name) gap")
    }
    #expect(found.zone == (domain.feasible.isEmpty ? .none : .exists), "\(name)")
  }

  @Test(
    "by every way, 5,000 domains of tenths, thirds and sevenths have the solutions of exact fractions",
    arguments: 1...5)
  func everyWay(seed: Int) throws {
    var dice = RandomStream(seed: UInt64(seed), run: 0, stream: StreamID("exact solutions"))
    var (tied, withZone, equal) = (0, 0, 0)
    for number in 0..<1_000 {
      let name = "seed \(seed), domain \(number)"
      let domain = ExactDomain(&dice)
      let scenario = domain.scenario()
      let all = try solutions(scenario, .allowed)
      let efficient = domain.pareto
      #expect(all.feasible == .exact(UInt64(domain.feasible.count)), "\(name)")
      #expect(all.pareto == .exact(efficient), "\(name)")
      agreePoints(all, domain, "\(name) walk")
      try agreeGap(all, domain, "\(name) walk")
      let frontier = try solutions(scenario, Self.frontier)
      agreePoints(frontier, domain, "\(name) frontier")
      try agreeGap(frontier, domain, "\(name) frontier")
      if number % 4 == 0 { try agreeGap(try solutions(scenario, Self.search), domain, "\(name) search") }
      if Set(efficient.map { domain.rows[Int($0)].surpluses }).count < efficient.count { equal += 1 }
      if let least = domain.best(of: domain.feasible, { $0.surpluses.min() ?? 0 })?.surpluses.min() {
        withZone += 1
        if domain.feasible.count(where: { $0.surpluses.min() == least }) > 1 { tied += 1 }
      }
    }
    #expect(
      equal > 40 && withZone > 200 && tied > 60,
      "seed \(seed) has too few ties to test anything: \(equal), \(withZone), \(tied)")
  }

  @Test("the walk alone, where no frontier is at hand, gives the same points")
  func walkAlone() throws {
    var dice = RandomStream(seed: 6, run: 0, stream: StreamID("exact solutions"))
    for number in 0..<200 {
      let domain = ExactDomain(&dice)
      let found = try solutions(domain.scenario(), Self.walk)
      agreePoints(found, domain, "seed 6, domain \(number)")
      try agreeGap(found, domain, "seed 6, domain \(number)")
      #expect(found.pareto.value == nil)
    }
  }

  @Test(
    "an agreement has distance 0 exactly when it is efficient in exact fractions, and its Nash ratio is theirs"
  )
  func efficiency() throws {
    var dice = RandomStream(seed: 7, run: 0, stream: StreamID("exact efficiency"))
    var efficientOnes = 0
    for number in 0..<1_000 {
      let name: Comment = "seed 7, domain \(number)"
      let domain = ExactDomain(&dice)
      let negotiation = try Negotiation(domain.scenario())
      negotiation.run(0, seed: 1)
      let meter = EfficiencyMeter(negotiation)
      let efficient = Set(domain.pareto)
      let greatest = domain.admissible.map(domain.product).max() ?? 0
      for _ in 0..<4 where !domain.admissible.isEmpty {
        let row = domain.admissible[Int(dice.below(UInt64(domain.admissible.count)))]
        let found = try #require(meter.efficiency(of: row.options.map(UInt8.init)), name)
        #expect((found.paretoDistance == 0) == efficient.contains(row.rank), name)
        if efficient.contains(row.rank) { efficientOnes += 1 }
        guard greatest > 0 else {
          #expect(found.nashRatio == nil, name)
          continue
        }
        let ratio = try #require(found.nashRatio, name)
        let exact = Double(domain.product(row)) / Double(greatest)
        #expect(abs(ratio - exact) < 1e-7 && (ratio == 0) == (exact == 0), name)
      }
    }
    #expect(efficientOnes > 200)
  }
}
