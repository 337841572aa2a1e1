import Bargaining
import Randomness
import Testing

/// The search over two halves of the issues against a scan over all outcomes, which shares nothing
/// with it but the definition of utility.
struct OutcomeSearchTests {
  /// A random domain of two parties: 1 to 6 issues of 2 to 5 options, interactions and red lines on
  /// one to three issues.
  static func domain(_ dice: inout RandomStream) -> AdditiveDomain {
    let options = (0..<1 + Int(dice.below(6))).map { _ in 2 + Int(dice.below(4)) }
    func condition(_ dice: inout RandomStream, atLeast least: Int) -> Condition {
      let size = min(options.count, least + Int(dice.below(2)))
      var issues: [Int] = []
      while issues.count < size {
        let k = Int(dice.below(UInt64(options.count)))
        if !issues.contains(k) { issues.append(k) }
      }
      return Condition(
        issues.sorted().map { k in
          Condition.Clause(
            issue: k,
            options: OptionSelection(
              (0..<options[k]).filter { _ in dice.uniform() < 0.5 } + [Int(dice.below(UInt64(options[k])))]))
        })
    }
    let coarse = dice.uniform() < 0.3
    let members = (0..<2).map { _ in
      AdditiveDomain.Member(
        weights: options.map { _ in coarse ? 1 : dice.uniform() },
        // Coarse values make ties frequent.
        values: options.map { count in
          (0..<count).map { _ in coarse ? Double(dice.below(3)) / 2 : dice.uniform() }
        },
        interactions: (0..<Int(dice.below(5))).map { _ in
          (condition(&dice, atLeast: 2), dice.uniform() - 0.5)
        },
        redLines: (0..<Int(dice.below(3))).map { _ in condition(&dice, atLeast: 1) })
    }
    return AdditiveDomain(options: options, rounds: 1, members: members)
  }

  /// Every outcome with its utility to party 0 and whether a red line of party 0 is crossed, by
  /// definition.
  static func scan(_ domain: AdditiveDomain, _ negotiation: Negotiation) -> [(
    options: [Int], utility: Double
  )] {
    let space = OutcomeSpace(optionCounts: domain.options)
    return (0..<(space?.count ?? 0)).compactMap { rank in
      let options = space?.options(of: rank) ?? []
      if domain.members[0].redLines.contains(where: { $0.holds(in: options) }) { return nil }
      return (options, negotiation.utility(of: options, to: 0))
    }
  }

  @Test("the utility of an outcome is the sum it is defined as")
  func utilityOutcomeSum() throws {
    let seed: UInt64 = 20_261_124
    var dice = RandomStream(seed: seed, run: 0, stream: StreamID("utility"))
    for _ in 0..<500 {
      let domain = Self.domain(&dice)
      let member = domain.members[0]
      let total = member.weights.reduce(0, +)
      guard total > 0 else { continue }
      let negotiation = try Negotiation(domain.scenario())
      negotiation.run(0, seed: 1)
      let options = domain.options.map { Int(dice.below(UInt64($0))) }
      var expected = 0.0
      for k in options.indices { expected += member.weights[k] / total * member.values[k][options[k]] }
      for (condition, bonus) in member.interactions where condition.holds(in: options) { expected += bonus }
      #expect(abs(negotiation.utility(of: options, to: 0) - expected) < 1e-12)
    }
  }

  @Test("lowest equals the scan over all outcomes in 10,000 random cases")
  func lowestEqualsScan() throws {
    let seed: UInt64 = 7
    var dice = RandomStream(seed: seed, run: 0, stream: StreamID("lowest"))
    var found = 0
    for _ in 0..<1_000 {
      let domain = Self.domain(&dice)
      let negotiation = try Negotiation(domain.scenario())
      negotiation.run(0, seed: 1)
      let outcomes = Self.scan(domain, negotiation)
      for _ in 0..<10 {
        // Half of the targets are exactly the utility of some outcome.
        let hit = outcomes.isEmpty ? nil : outcomes[Int(dice.below(UInt64(outcomes.count)))].utility
        let target = dice.uniform() < 0.5 ? hit ?? 0 : dice.uniform() * 1.6 - 0.4
        let expected = outcomes.filter { $0.utility >= target }.min { $0.utility < $1.utility }
        let actual = negotiation.lowestOutcome(notBelow: target, for: 0)
        #expect(actual == expected?.options, "target \(target) of \(domain)")
        let below = outcomes.filter { $0.utility < target }.max { $0.utility < $1.utility }?.utility
        let first = outcomes.first { $0.utility == below }
        #expect(negotiation.highestOutcome(below: target, for: 0) == first?.options)
        if expected != nil { found += 1 }
      }
    }
    #expect(found > 3_000)
  }

  @Test("from the best down every outcome comes once in the order of a scan")
  func bestDownOutcome() throws {
    let seed: UInt64 = 13
    var dice = RandomStream(seed: seed, run: 0, stream: StreamID("next"))
    for _ in 0..<150 {
      let domain = Self.domain(&dice)
      let negotiation = try Negotiation(domain.scenario())
      negotiation.run(0, seed: 1)
      let space = try #require(OutcomeSpace(optionCounts: domain.options))
      let expected = Self.scan(domain, negotiation).sorted { a, b in
        (-a.utility, space.rank(of: a.options)) < (-b.utility, space.rank(of: b.options))
      }
      #expect(negotiation.outcomesFromTheBestDown(for: 0, limit: 60) == expected.prefix(60).map(\.options))
    }
  }

  @Test("best by score equals the scan over all outcomes")
  func bestScoreEquals() throws {
    let seed: UInt64 = 11
    var dice = RandomStream(seed: seed, run: 0, stream: StreamID("best"))
    for _ in 0..<1_000 {
      let domain = Self.domain(&dice)
      let negotiation = try Negotiation(domain.scenario())
      negotiation.run(0, seed: 1)
      let outcomes = Self.scan(domain, negotiation)
      for _ in 0..<5 {
        let scores = domain.options.map { count in (0..<count).map { _ in Int32(dice.below(4)) } }
        let target = dice.uniform() * 1.4 - 0.3
        func score(_ options: [Int]) -> Int32 { options.indices.reduce(0) { $0 + scores[$1][options[$1]] } }
        let open = outcomes.filter { $0.utility >= target }
        let expected = open.min { a, b in
          (score(b.options), b.utility) < (score(a.options), a.utility)
        }
        let actual = negotiation.bestOutcome(by: scores.flatMap(\.self), notBelow: target, for: 0)
        #expect(actual == expected?.options, "target \(target) of \(domain)")
      }
    }
  }
}
