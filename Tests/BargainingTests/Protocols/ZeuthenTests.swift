import Bargaining
import Randomness
import Testing

/// Zeuthen against Zeuthen ends at the greatest Nash product (Harsanyi 1956, doi:10.2307/1905748),
/// against brute force over all outcomes.
struct ZeuthenTests {
  /// Random additive preferences over a few issues, two parties or more, in a forum where all
  /// propose at the same time.
  static func domain(_ number: Int, parties: Int, seed: UInt64) -> (
    scenario: Scenario, domain: AdditiveDomain
  ) {
    var dice = RandomStream(seed: seed, run: UInt32(number), stream: StreamID("zeuthen"))
    let options = (0..<2 + Int(dice.below(3))).map { _ in 2 + Int(dice.below(4)) }
    let members = (0..<parties).map { _ in
      var member = AdditiveDomain.Member(
        weights: options.map { _ in 0.05 + dice.uniform() },
        values: options.map { count in (0..<count).map { _ in dice.uniform() } })
      member.reservation = 0.5 * dice.uniform()
      return member
    }
    let domain = AdditiveDomain(options: options, rounds: 1_000, members: members)
    var scenario = domain.scenario()
    for i in scenario.parties.indices { scenario.parties[i].tactic = .zeuthen }
    scenario.forums[0].rules = .simultaneous
    return (scenario, domain)
  }

  /// Products of surpluses of all outcomes that everybody could live with, the greatest first.
  static func products(_ scenario: Scenario) -> [(outcome: [Int], product: Double)] {
    let world = SlowPreferences(
      scenario: scenario,
      numbers: scenario.parameters.map { if case .constant(let value) = $0.distribution { value } else { 0 } }
    )
    return world.outcomes(locks: scenario.issues.map { _ in nil }).compactMap { outcome in
      let surpluses = scenario.parties.map {
        world.utility(outcome, to: $0.preferences) - world.number($0.reservation)
      }
      guard surpluses.allSatisfy({ $0 >= -1e-10 }) else { return nil }
      return (outcome, surpluses.reduce(1) { $0 * max(0, $1) })
    }.sorted { $0.product > $1.product }
  }

  /// With complete information the theorem holds for discrete outcomes too, without exception: a
  /// party that concedes prefers what it proposes to the outcome of greatest product, or proposes
  /// that outcome, so nobody can be led past it.
  @Test(
    "Zeuthen against Zeuthen ends at the greatest Nash product of a thousand random domains",
    arguments: [2, 3])
  func zeuthenAgainstZeuthen(parties: Int) throws {
    var agreements = 0
    for number in 0..<1_000 {
      let (scenario, _) = Self.domain(number, parties: parties, seed: 7)
      let products = Self.products(scenario)
      let (record, acts) = try play(scenario, run: 0, seed: UInt64(number))
      guard let best = products.first else {
        #expect(record.ending == .outOfTime && acts.isEmpty, "domain \(number)")
        continue
      }
      agreements += 1
      #expect(record.ending.isAgreement, "domain \(number)")
      let reached = products.first { $0.outcome.map { UInt8($0) } == record.options }?.product ?? -1
      #expect(abs(reached - best.product) < 1e-12, "domain \(number): \(reached) of \(best.product)")
    }
    #expect(agreements > 500)
  }

  /// Whoever's proposal changes had the lower risk limit, or an equal one, and gets the limit of
  /// the other below its own or takes over what the other proposed; no smaller step of its own
  /// would have done.
  @Test("whoever risks less concedes by the smallest sufficient step")
  func whoeverRisksLess() throws {
    var steps = 0
    for number in 0..<200 {
      let (scenario, _) = Self.domain(number, parties: 2, seed: 8)
      let world = SlowPreferences(
        scenario: scenario,
        numbers: scenario.parameters.map {
          if case .constant(let value) = $0.distribution { value } else { 0 }
        })
      func surplus(_ i: Int, _ outcome: [Int]) -> Double {
        world.utility(outcome, to: scenario.parties[i].preferences)
          - world.number(scenario.parties[i].reservation)
      }
      func risk(_ i: Int, _ own: [Int], _ other: [Int]) -> Double {
        surplus(i, own) <= 1e-12 ? 1 : (surplus(i, own) - surplus(i, other)) / surplus(i, own)
      }
      let feasible = Self.products(scenario).map(\.outcome)
      let offers = try play(scenario).acts.filter { $0.kind == .offer }
      for place in stride(from: 2, to: offers.count - 1, by: 2) {
        let before = [offers[place - 2].options, offers[place - 1].options]
        let after = [offers[place].options, offers[place + 1].options]
        for i in 0..<2 {
          let (own, other) = (risk(i, before[i], before[1 - i]), risk(1 - i, before[1 - i], before[i]))
          if after[i] == before[i] {
            #expect(own > other - 1e-9, "domain \(number)")
            continue
          }
          steps += 1
          #expect(own <= other + 1e-9, "domain \(number)")
          let sufficient = feasible.filter { step in
            risk(1 - i, before[1 - i], step) < risk(i, step, before[1 - i]) - 1e-9
          }
          let best = sufficient.map { surplus(i, $0) }.max()
          if let best {
            #expect(
              abs(surplus(i, after[i]) - best) < 1e-6
                || risk(1 - i, before[1 - i], after[i]) < risk(i, after[i], before[1 - i]) + 1e-9,
              "domain \(number)")
            #expect(surplus(i, after[i]) >= best - 1e-9, "domain \(number)")
          } else {
            #expect(after[i] == before[1 - i] || surplus(i, after[i]) >= surplus(i, before[1 - i]) - 1e-9)
          }
        }
      }
    }
    #expect(steps > 200)
  }
}
