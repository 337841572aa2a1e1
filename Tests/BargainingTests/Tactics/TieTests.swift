import Bargaining
import Randomness
import Testing

/// Which of several outcomes worth the same is offered, in cases that can be worked out by hand.
struct TieTests {
  /// Two issues of three options. `a` gives all weight to the first, on which its options 0 and 1
  /// are worth 1; it never concedes, so that it offers one of six outcomes worth the same. `b`
  /// never concedes either.
  private static func domain(_ rule: TieRule, b values: [[Double]] = [[0, 0, 1], [0, 0.5, 1]]) -> Scenario {
    let domain = AdditiveDomain(
      options: [3, 3], rounds: 4,
      members: [
        AdditiveDomain.Member(weights: [1, 0], values: [[1, 1, 0], [0, 0, 0]], willingness: 0),
        AdditiveDomain.Member(weights: [1, 1], values: values, willingness: 0),
      ])
    var scenario = domain.scenario()
    scenario.parties[0].ties = rule
    return scenario
  }

  private static func offers(_ scenario: Scenario, run: UInt32 = 0, of party: Int = 0) throws -> [[Int]] {
    try play(scenario, run: run).acts.filter { $0.kind == .offer && $0.actor == .party(party) }.map(\.options)
  }

  @Test("first is the lowest option of the first issue then of the next")
  func firstLowestOption() throws {
    #expect(try Self.offers(Self.domain(.first)) == Array(repeating: [0, 0], count: 4))
  }

  /// What it offers first is drawn; then it stays.
  @Test("nearest repeats its own last offer while it is worth the same")
  func nearestRepeatsOwn() throws {
    var seen: Set<[Int]> = []
    for run in 0..<100 as Range<UInt32> {
      let offers = try Self.offers(Self.domain(.nearest), run: run)
      #expect(offers.count == 4 && Set(offers).count == 1, "run \(run): \(offers)")
      seen.formUnion(offers)
    }
    #expect(seen == [[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2]])
  }

  /// `b` speaks first and always wants (2, 2): of a's outcomes (0, 2) and (1, 2) are the nearest to
  /// that; before it has spoken itself, a takes one of them.
  @Test("nearest looks at the others' last offer where it has made none itself")
  func nearestLooksOthers() throws {
    var scenario = Self.domain(.nearest)
    scenario.forums[0].members = [1, 0]
    var seen: Set<[Int]> = []
    for run in 0..<60 as Range<UInt32> { seen.formUnion(try Self.offers(scenario, run: run)) }
    #expect(seen == [[0, 2], [1, 2]])
  }

  /// `b` repeats (2, 2), so by frequencies it wants nothing else, and a gives it option 2 of the
  /// second issue from its second offer on, wherever it began.
  @Test("best for others gives what the other often offers")
  func bestOthersGives() throws {
    for run in 0..<60 as Range<UInt32> {
      let offers = try Self.offers(Self.domain(.bestForOthers), run: run)
      #expect(offers.count == 4 && offers.dropFirst().allSatisfy { $0[1] == 2 }, "run \(run): \(offers)")
      // Between its options 0 and 1, which b never offers, it stays where it was.
      #expect(Set(offers.map { $0[0] }).count == 1, "run \(run): \(offers)")
    }
  }

  /// 6,000 draws; chi-square with 5 degrees of freedom exceeds 20.5 with probability 0.001.
  @Test("random offers each as often and draws anew for each offer")
  func randomOffersEach() throws {
    var counts: [[Int]: Int] = [:]
    var moves = 0
    for run in 0..<1_500 as Range<UInt32> {
      let offers = try Self.offers(Self.domain(.random), run: run)
      for offer in offers { counts[offer, default: 0] += 1 }
      moves += zip(offers, offers.dropFirst()).filter { $0 != $1 }.count
    }
    #expect(counts.count == 6)
    let chiSquare = counts.values.reduce(0.0) { $0 + (Double($1) - 1_000) * (Double($1) - 1_000) / 1_000 }
    #expect(chiSquare < 20.5, "\(counts)")
    // Five of six draws are another outcome; the standard error of the share is 0.0056.
    #expect(abs(Double(moves) / 4_500 - 5.0 / 6) < 0.03)
  }

  /// Three outcomes tie that are no product of options: (0, 0), (0, 1) and (1, 2). A rule that drew
  /// option by option would take the third more often. Chi-square with 2 degrees of freedom exceeds
  /// 13.8 with probability 0.001.
  @Test("random is even among outcomes that are no product")
  func randomEvenAmong() throws {
    let domain = AdditiveDomain(
      options: [2, 3], rounds: 1,
      members: [
        AdditiveDomain.Member(weights: [1, 1], values: [[0.5, 0.25], [0.5, 0.5, 0.75]], willingness: 0),
        AdditiveDomain.Member(weights: [1, 1], values: [[0, 0], [0, 0, 0]], reservation: 0.5),
      ])
    var scenario = domain.scenario()
    scenario.parties[0].preferences.redLines = [
      Condition([
        Condition.Clause(issue: 0, options: OptionSelection([0])),
        Condition.Clause(issue: 1, options: OptionSelection([2])),
      ])
    ]
    scenario.parties[0].ties = .random
    var counts: [[Int]: Int] = [:]
    for run in 0..<3_000 as Range<UInt32> { counts[try Self.offers(scenario, run: run)[0], default: 0] += 1 }
    #expect(Set(counts.keys) == [[0, 0], [0, 1], [1, 2]])
    let chiSquare = counts.values.reduce(0.0) { $0 + (Double($1) - 1_000) * (Double($1) - 1_000) / 1_000 }
    #expect(chiSquare < 13.8, "\(counts)")
  }

  /// On the utility grid 1/6 is rounded up and 1/3 down, so that twice the former is a step more
  /// than the latter.
  @Test("outcomes that differ in the last bit tie")
  func outcomesDifferLast() throws {
    let domain = AdditiveDomain(
      options: [2, 2, 2, 1], rounds: 3,
      members: [
        AdditiveDomain.Member(
          weights: [1, 1, 2, 2], values: [[0, 1], [0, 1], [0, 1], [0]], willingness: 0),
        AdditiveDomain.Member(
          weights: [1, 1, 1, 1], values: [[0, 0], [0, 0], [0, 0], [0]], reservation: 0.9),
      ])
    var scenario = domain.scenario()
    // All three at once are out of the question, and so is the third with one of the others: left
    // are the first two, or the third alone.
    scenario.parties[0].preferences.redLines = [0, 1].map { k in
      Condition([
        Condition.Clause(issue: k, options: OptionSelection([1])),
        Condition.Clause(issue: 2, options: OptionSelection([1])),
      ])
    }
    scenario.parties[0].ties = .random
    var seen: Set<[Int]> = []
    for run in 0..<50 as Range<UInt32> { seen.formUnion(try Self.offers(scenario, run: run)) }
    #expect(seen == [[1, 1, 0, 0], [0, 0, 1, 0]])
    let negotiation = try Negotiation(scenario)
    negotiation.run(0, seed: 1)
    #expect(negotiation.utility(of: [1, 1, 0, 0], to: 0) != negotiation.utility(of: [0, 0, 1, 0], to: 0))
  }

  /// 4^12 outcomes, all worth the same to everybody. Reservations above that keep the others from
  /// accepting.
  @Test("millions of ties are decided at once", arguments: TieRule.allCases)
  func millionsTiesDecided(rule: TieRule) throws {
    let member = AdditiveDomain.Member(
      weights: Array(repeating: 1, count: 12), values: Array(repeating: [1, 1, 1, 1], count: 12))
    var refuser = member
    refuser.reservation = 2
    let domain = AdditiveDomain(
      options: Array(repeating: 4, count: 12), rounds: 5, members: [member, refuser])
    var scenario = domain.scenario()
    scenario.parties[0].ties = rule
    var options = [Int](repeating: 0, count: 4)
    var distinct: Set<[Int]> = []
    for run in 0..<8 as Range<UInt32> {
      let offers = try Self.offers(scenario, run: run)
      #expect(offers.count == 5)
      for offer in offers { for option in offer { options[option] += 1 } }
      distinct.formUnion(offers)
    }
    switch rule {
    case .first: #expect(distinct == [Array(repeating: 0, count: 12)])
    // One draw a run that stays, of 12 options in 4 kinds: 24 of each to be expected, 480 in all.
    case .nearest, .bestForOthers: #expect(distinct.count == 8 && options.allSatisfy { $0 > 0 }, "\(options)")
    // 480 draws of an option: 120 of each, standard error 9.5.
    case .random: #expect(distinct.count == 40 && options.allSatisfy { abs($0 - 120) < 48 }, "\(options)")
    }
  }

  /// Of a level, MiCRO first offers what is nearest to what it offered last: from (0, 0) it goes on
  /// to (0, 1), not to (1, 2), all worth 1.
  @Test("MiCRO goes on to the nearest of its level")
  func microGoesNearest() throws {
    var steps = 0
    for run in 0..<40 as Range<UInt32> {
      let member = AdditiveDomain.Member(
        weights: [1, 0], values: [[1, 1, 0], [0, 0, 0]], reservation: 0, isMicro: true)
      let other = AdditiveDomain.Member(
        weights: [1, 1], values: [[0, 0.1, 1], [0, 0.4, 0.7]], reservation: 0.5, isMicro: true)
      let domain = AdditiveDomain(options: [3, 3], rounds: 5, members: [member, other])
      let offers = try Self.offers(domain.scenario(), run: run)
      let news = offers.enumerated().filter { !offers[..<$0.offset].contains($0.element) }.map(\.element)
      #expect(news.count >= 2)
      for (a, b) in zip(news, news.dropFirst()) where b[0] < 2 {
        #expect(zip(a, b).filter { $0 != $1 }.count == 1, "run \(run): \(news)")
        steps += 1
      }
    }
    #expect(steps >= 40)
  }
}
