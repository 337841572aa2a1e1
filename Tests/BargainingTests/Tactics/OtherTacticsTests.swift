import Bargaining
import Randomness
import Testing

/// Hardliner, random, Zeuthen and mixtures.
struct OtherTacticsTests {
  /// Two parties over random additive preferences with these tactics.
  static func domain(
    _ number: Int, seed: UInt64, options: [Int], rounds: Int, tactics: [Tactic], reservation: Double = 0
  ) -> Scenario {
    var dice = RandomStream(seed: seed, run: UInt32(number), stream: StreamID("domain"))
    let members = (0..<2).map { _ in
      AdditiveDomain.Member(
        weights: options.map { _ in 0.05 + dice.uniform() },
        values: options.map { count in
          var row = (0..<count).map { _ in dice.uniform() }
          row[Int(dice.below(UInt64(count)))] = 1
          row[Int(dice.below(UInt64(count)))] = 0
          return row
        }, reservation: reservation)
    }
    var scenario = AdditiveDomain(options: options, rounds: rounds, members: members).scenario()
    for party in tactics.indices { scenario.parties[party].tactic = tactics[party] }
    return scenario
  }

  static func outcomes(_ options: [Int]) -> [[Int]] {
    options.reduce([[]]) { prefixes, count in prefixes.flatMap { prefix in (0..<count).map { prefix + [$0] } }
    }
  }

  @Test("tactics are equal to themselves and to none of another kind or with other numbers")
  func equality() {
    let (one, other) = (ParameterID(0), ParameterID(1))
    func time(_ beta: ParameterID) -> Tactic {
      .time(TimeTactic(curve: .polynomial, beta: beta, start: one, tolerance: one))
    }
    let tactics: [Tactic] = [
      time(one), time(other), .titForTat(TitForTatTactic(.relative)), .titForTat(TitForTatTactic(.averaged)),
      .micro, .zeuthen, .hardliner, .random, .mix([.init(weight: one, tactic: .micro)]),
      .mix([.init(weight: one, tactic: .zeuthen)]), .custom(Stubborn(level: 1)),
      .custom(Stubborn(level: 0.5)),
    ]
    for (a, tactic) in tactics.enumerated() {
      for (b, another) in tactics.enumerated() { #expect((tactic == another) == (a == b), "\(a) and \(b)") }
    }
  }

  private struct Stubborn: BiddingTactic {
    let level: Double

    func aspiration(_ view: BiddingView) -> Double { level }
  }

  @Test("a hardliner offers its best and nothing else and takes nothing less")
  func hardlinerOffersBest() throws {
    for number in 0..<20 {
      let scenario = Self.domain(
        number, seed: 3, options: [3, 4, 2], rounds: 8, tactics: [.hardliner, .hardliner])
      let negotiation = try Negotiation(scenario)
      var transcript = Transcript()
      negotiation.run(0, seed: 1, observer: &transcript)
      for party in 0..<2 {
        let best = Self.outcomes([3, 4, 2]).map { negotiation.utility(of: $0, to: party) }.max() ?? 0
        let offers = transcript.acts.filter { $0.actor == .party(party) && $0.kind == .offer }
        #expect(offers.count >= 1, "domain \(number)")
        for act in transcript.acts where act.actor == .party(party) && act.kind != .reject {
          #expect(abs(negotiation.utility(of: act.options, to: party) - best) < 1e-12)
        }
      }
    }
  }

  @Test("a random party offers every outcome above its floor equally often")
  func randomPartyOffers() throws {
    let options = [3, 4, 5]
    // The other wants everything and never agrees.
    var scenario = Self.domain(
      7, seed: 5, options: options, rounds: 2_000, tactics: [.random, .hardliner], reservation: 0.5)
    scenario.parties[0].acceptance = .all([.next, .time(scenario.parties[0].willingness)])
    scenario.parties[1].acceptance = scenario.parties[0].acceptance
    // Outcomes with option 0 of the first and option 1 of the last issue are out of the question.
    scenario.parties[0].preferences.redLines = [
      Condition([
        .init(issue: 0, options: OptionSelection([0])), .init(issue: 2, options: OptionSelection([1])),
      ])
    ]
    let negotiation = try Negotiation(scenario)
    var transcript = Transcript()
    negotiation.run(0, seed: 1, observer: &transcript)
    let allowed = Self.outcomes(options).filter {
      negotiation.utility(of: $0, to: 0) >= 0.5 && !($0[0] == 0 && $0[2] == 1)
    }
    #expect(allowed.count >= 10 && allowed.count < 56)
    var counts: [[Int]: Int] = [:]
    for act in transcript.acts where act.kind == .offer && act.actor == .party(0) {
      counts[act.options, default: 0] += 1
    }
    #expect(Set(counts.keys) == Set(allowed))
    let total = counts.values.reduce(0, +)
    #expect(total == 2_000)
    let expected = Double(total) / Double(allowed.count)
    let chiSquare = allowed.reduce(0) { sum, outcome in
      let difference = Double(counts[outcome] ?? 0) - expected
      return sum + difference * difference / expected
    }
    // Mean n - 1 and variance 2 (n - 1); within 4 standard deviations.
    let freedom = Double(allowed.count - 1)
    #expect(abs(chiSquare - freedom) < 4 * (2 * freedom).squareRoot(), "\(chiSquare) of \(freedom)")
  }

  @Test("Zeuthen against Zeuthen ends at the greatest Nash product")
  func zeuthenAgainstZeuthen() throws {
    let seed: UInt64 = 17
    let options = [4, 3, 5]
    for number in 0..<200 {
      let scenario = Self.domain(
        number, seed: seed, options: options, rounds: 300, tactics: [.zeuthen, .zeuthen])
      let negotiation = try Negotiation(scenario)
      negotiation.run(0, seed: 1)
      #expect(negotiation.record.ending.isAgreement, "domain \(number)")
      func product(_ outcome: [Int]) -> Double {
        negotiation.utility(of: outcome, to: 0) * negotiation.utility(of: outcome, to: 1)
      }
      let greatest = Self.outcomes(options).map(product).max() ?? 0
      let reached = product(negotiation.record.options.map(Int.init))
      #expect(abs(reached - greatest) < 1e-9, "domain \(number): \(reached) of \(greatest)")
    }
  }

  @Test("a mixture aims for the weighted mean of its parts")
  func mixtureAimsWeighted() throws {
    // a mixes three parts of a linear tactic with one of a hardliner: aspiration 1 - 0.75 t.
    var pie = Pie(rounds: 9, pieces: 200)
    pie.tactic = #"{"mix": [[0.3, {"time": {"beta": 1, "tolerance": 0.0001}}], [0.1, "hardliner"]]}"#
    pie.a = #""reservation": 0, "acceptance": {"constant": 2}"#
    pie.b = #""reservation": 0, "acceptance": {"constant": 2}"#
    let offers = try play(pie.scenario()).acts.filter { $0.kind == .offer && $0.actor == .party(0) }
    #expect(offers.map(\.round) == Array(0..<9))
    for act in offers {
      let aspiration = 1 - 0.75 * (Double(act.round + 1) / 10 + 0.0001)
      #expect(act.options[0] == Int((aspiration * 200).rounded(.up)), "round \(act.round)")
    }
  }

  @Test("a mixture of MiCRO alone offers what MiCRO does except for repeats")
  func mixtureMicroAlone() throws {
    for number in 0..<20 {
      let tactics: [Tactic] = [.micro, .micro]
      var scenario = Self.domain(number, seed: 9, options: [3, 3, 3], rounds: 12, tactics: tactics)
      let plain = try play(scenario)
      scenario.parties[0].tactic = .mix([Tactic.Part(weight: scenario.parties[0].willingness, tactic: .micro)]
      )
      let mixed = try play(scenario)
      #expect(plain.acts == mixed.acts, "domain \(number)")
      #expect(plain.acts.contains { $0.kind == .offer }, "domain \(number)")
    }
  }

  @Test("mixtures are common random numbers to the rest of the talks")
  func mixturesCommonRandom() throws {
    // A random tactic of weight 0 changes nothing, though it could draw.
    var scenario = Self.domain(2, seed: 4, options: [3, 3, 3], rounds: 12, tactics: [.hardliner, .random])
    let before = try play(scenario)
    let willingness = scenario.parties[0].willingness
    scenario.parameters.append(
      Parameter(path: "none", distribution: .constant(0), range: 0...1, provenance: .unmarked))
    scenario.parties[0].tactic = .mix([
      .init(weight: willingness, tactic: .hardliner),
      .init(weight: ParameterID(scenario.parameters.count - 1), tactic: .random),
    ])
    #expect(before.acts.contains { $0.actor == .party(0) && $0.kind == .offer })
    #expect(try play(scenario).acts == before.acts)
    // Of weight 1, and the hardliner of 0, it offers something else.
    scenario.parameters[scenario.parameters.count - 1].distribution = .constant(1)
    scenario.parties[0].tactic = .mix([
      .init(weight: ParameterID(scenario.parameters.count - 1), tactic: .random)
    ])
    #expect(try play(scenario).acts != before.acts)
  }
}
