import Bargaining
import Foundation
import Randomness
import Scenarios
import Testing

/// What every text meets with over many draws: against a slow second account that weighs every
/// outcome of every draw by itself, and by hand.
struct TextJudgeTests {
  private func judge(
    _ scenario: Scenario, draws: Int, seed: UInt64, hasLeverage: Bool = true
  ) throws -> (judge: TextJudge, tally: TextTally) {
    let judge = try TextJudge(scenario, hasLeverage: hasLeverage)
    let tally = TextTally(texts: judge.texts.count)
    for run in 0..<draws {
      judge.draw(UInt32(run), seed: seed)
      judge.add(to: tally)
    }
    return (judge, tally)
  }

  /// What differs between the judge and the slow account of a scenario, or the talks themselves, if
  /// anything does.
  private func difference(
    _ scenario: Scenario, slow other: Scenario, seed: UInt64, hasLeverage: Bool = true
  ) throws -> String? {
    let draws = 6
    let slow = try SlowTexts(other, draws: draws, seed: seed)
    let (judge, tally) = try judge(scenario, draws: draws, seed: seed, hasLeverage: hasLeverage)
    let outcomes = SlowTexts.outcomes(of: scenario)
    guard judge.texts.count == outcomes.count else { return "\(judge.texts.count) texts" }
    var single = outcomes.map { _ in 0 }
    for run in 0..<draws {
      judge.draw(UInt32(run), seed: seed)
      for text in outcomes.indices where judge.accepts(text) { single[text] += 1 }
    }
    guard single == slow.accepted else { return "one by one \(single), not \(slow.accepted)" }
    let begun = try BegunTexts(other, draws: draws, seed: seed, outcomes: outcomes)
    guard begun.atTable == slow.atTable, begun.accepted == slow.accepted else {
      return "the talks begun have \(begun.atTable) and \(begun.accepted)"
    }
    for (text, outcome) in outcomes.enumerated() {
      guard judge.texts.options(of: text) == outcome, judge.texts.rank(of: outcome) == text else {
        return "text \(text) is \(judge.texts.options(of: text))"
      }
      guard tally.acceptancesAtTable(of: text) == slow.atTable[text] else {
        return "\(outcome): \(tally.acceptancesAtTable(of: text)) at the table, not \(slow.atTable[text])"
      }
      guard tally.acceptances(of: text) == slow.accepted[text] else {
        return "\(outcome): accepted \(tally.acceptances(of: text)) times, not \(slow.accepted[text])"
      }
      let regret = (slow.best - slow.worst[text]) / Double(draws)
      guard abs(tally.regret(of: text) - regret) < 1e-9 else { return "\(outcome): regret \(regret)" }
      for party in scenario.parties.indices {
        let surplus = slow.surpluses[text][party] / Double(draws)
        guard abs(judge.means.surplus(of: outcome, to: party) - surplus) < 1e-9 else {
          return "\(outcome): surplus \(surplus) of party \(party)"
        }
      }
    }
    return nil
  }

  private static func scenario(_ number: Int, seed: UInt64) -> Scenario {
    switch number % 3 {
    case 0: RandomScenario.make(number, seed: seed)
    case 1: RandomScenario.withHomes(number, seed: seed)
    default: RandomScenario.withVoices(number, seed: seed)
    }
  }

  @Test("every text of two hundred random scenarios is accepted in the draws in which a scan says so")
  func scanOfTwoHundred() throws {
    let seed: UInt64 = 131
    var kinds = (open: 0, homes: 0, locks: 0, chances: 0, stages: 0)
    for number in 0..<200 {
      let scenario = Self.scenario(number, seed: seed)
      #expect(
        try difference(scenario, slow: scenario, seed: seed &+ UInt64(number)) == nil,
        "seed \(seed), scenario \(number)")
      let slow = try SlowTexts(scenario, draws: 6, seed: seed &+ UInt64(number))
      if slow.accepted.contains(where: { $0 > 0 }) { kinds.open += 1 }
      if slow.accepted != slow.atTable { kinds.homes += 1 }
      let settled = scenario.issues.compactMap { $0.isOnAgenda ? $0.tentative : nil }
        .filter { $0.reopening == .never }
      if !settled.isEmpty { kinds.locks += 1 }
      // What may hold in one draw and not in another.
      let isChance = settled.contains { !scenario.parameters[$0.firmness.index].distribution.isConstant }
      if isChance { kinds.chances += 1 }
      if !scenario.order.stages.isEmpty { kinds.stages += 1 }
    }
    // Of every kind, so that agreement about them means something.
    #expect(kinds.open >= 60 && kinds.homes >= 20 && kinds.locks >= 20, "\(kinds)")
    #expect(kinds.chances >= 20 && kinds.stages >= 20, "\(kinds)")
  }

  @Test("where one issue or none is open every text is accepted in the draws in which a scan says so")
  func fewIssues() throws {
    let seed: UInt64 = 163
    var kinds = (one: 0, none: 0)
    for number in 0..<200 {
      var scenario = RandomScenario.withHomes(number, seed: seed)
      // One issue after the other is left, and sometimes none.
      let left = number % (scenario.issues.count + 1)
      for k in scenario.issues.indices where k != left {
        scenario.issues[k].isOnAgenda = false
        scenario.issues[k].statusQuo = scenario.issues[k].statusQuo ?? number % 2
      }
      if left < scenario.issues.count { scenario.issues[left].isOnAgenda = true }
      #expect(
        try difference(scenario, slow: scenario, seed: seed &+ UInt64(number)) == nil,
        "seed \(seed), scenario \(number)")
      let slow = try SlowTexts(scenario, draws: 6, seed: seed &+ UInt64(number))
      guard slow.accepted != slow.atTable, slow.accepted.contains(where: { $0 > 0 }) else { continue }
      if left < scenario.issues.count { kinds.one += 1 } else { kinds.none += 1 }
    }
    // Homes passed some and turned down others.
    #expect(kinds.one >= 20 && kinds.none >= 3, "\(kinds)")
  }

  @Test("without leverage a text meets with what it does where no mediator uses any")
  func withoutLeverage() throws {
    let seed: UInt64 = 137
    var differs = 0
    for number in 0..<60 {
      let scenario = Self.scenario(number, seed: seed)
      var idle = scenario
      for mediator in idle.mediators {
        idle.parameters[mediator.manipulate.index].distribution = .constant(0)
      }
      #expect(
        try difference(scenario, slow: idle, seed: seed, hasLeverage: false) == nil,
        "seed \(seed), scenario \(number)")
      if try difference(scenario, slow: idle, seed: seed) != nil { differs += 1 }
    }
    #expect(differs >= 10)
  }

  @Test("each draw is judged by the model that its run is played in")
  func drawnModels() throws {
    let seed: UInt64 = 139
    for number in 0..<40 {
      let scenario = Self.scenario(number, seed: seed)
      var soft = scenario
      for party in soft.parties.indices {
        soft.parameters[soft.parties[party].reservation.index].distribution = .constant(0.05)
        soft.parties[party].preferences.redLines = []
      }
      var both = scenario
      both.models = [
        ScenarioModel(name: "soft", weight: 1, scenario: soft),
        ScenarioModel(name: "hard", weight: 2, scenario: scenario),
      ]
      #expect(
        try difference(both, slow: both, seed: seed &+ UInt64(number)) == nil,
        "seed \(seed), scenario \(number)")
    }
  }

  /// A pie of four pieces, of which a wants many and b few.
  private func pie(_ a: String, _ b: String, _ rest: String = "") throws -> Scenario {
    var pie = Pie(rounds: 1, pieces: 4)
    (pie.a, pie.b) = (a, b)
    if !rest.isEmpty { pie.rest += ", " + rest }
    return try pie.scenario()
  }

  @Test("a text is accepted as often as the uncertain reservations let it")
  func uncertainReservations() throws {
    let scenario = try pie(
      #""reservation": {"uniform": [0, 1]}"#, #""reservation": {"uniform": [0.25, 1.25]}"#)
    let (_, tally) = try judge(scenario, draws: 10_000, seed: 5)
    // a takes k pieces with probability k / 4, b leaves them with 3/4 - k/4 where that is above 0.
    for pieces in 0...4 {
      let share = Double(pieces) / 4 * max(0, Double(3 - pieces) / 4)
      #expect(isNear(tally.acceptances(of: pieces), share, of: 10_000), "\(pieces)")
    }
    #expect(tally.acceptances(of: 1) > 0)
  }

  @Test("the mean regret of one text alone is what the best text of each draw leaves more")
  func regretByHand() throws {
    // a takes two pieces or more. Two leave a nothing above its reservation, four leave b nothing,
    // three leave a quarter to each.
    let scenario = try pie(#""reservation": 0.5"#, #""reservation": 0"#)
    let (judge, tally) = try judge(scenario, draws: 3, seed: 5)
    for (pieces, regret) in [(0, 0.25), (1, 0.25), (2, 0.25), (3, 0), (4, 0.25)] {
      #expect(abs(tally.regret(of: pieces) - regret) < 1e-9, "\(pieces)")
    }
    #expect((0...4).map { tally.acceptances(of: $0) } == [0, 0, 3, 3, 3])
    #expect(abs(judge.means.surplus(of: [1], to: 0) + 0.25) < 1e-9)
  }

  @Test("how long a text lasts is the product over its phases, and unknown where nobody takes it")
  func durability() throws {
    let scenario = try pie(#""reservation": 0.5"#, #""reservation": 0"#, ForesightTests.risky)
    let (_, tally) = try judge(scenario, draws: 4, seed: 5)
    #expect(abs((tally.durability(of: 2) ?? 0) - 0.512) < 1e-9)
    #expect(tally.durability(of: 1) == nil)
    // The last phase is there for three pieces alone.
    let phases = ForesightTests.risky.replacing(#""r": {}"#, with: #""r": {"when": {"share": 3}}"#)
    let (_, some) = try judge(
      try pie("\"reservation\": 0.5", "\"reservation\": 0", phases), draws: 4, seed: 5)
    for (pieces, kept) in [(2, 0.64), (3, 0.512), (4, 0.64)] {
      #expect(abs((some.durability(of: pieces) ?? 0) - kept) < 1e-9, "\(pieces)")
    }
    let (_, plain) = try judge(try pie("\"reservation\": 0.5", "\"reservation\": 0"), draws: 4, seed: 5)
    #expect(plain.durability(of: 2) == 1)
  }

  @Test("a party that looks ahead takes what beats no agreement after what it expects to be lost")
  func looksAhead() throws {
    // 0.75 x 0.512 = 0.384.
    func accepted(_ reservation: Double) throws -> Int {
      let scenario = try pie(
        #""reservation": \#(reservation), "looks_ahead": true"#, #""reservation": 0"#, ForesightTests.risky)
      return try judge(scenario, draws: 1, seed: 5).tally.acceptancesAtTable(of: 3)
    }
    #expect(try accepted(0.383) == 1)
    #expect(try accepted(0.385) == 0)
  }

  @Test("who refuses a text, and which single issue would win it")
  func refusersByHand() throws {
    let text = """
      {"rounds": 1,
       "issues": {"x": {"options": ["l", "r"]}, "y": {"options": ["l", "r"]}},
       "parties": {
         "a": {"preferences": {"x": {"weight": 3, "values": {"l": 1, "r": 0}}, "y": {"weight": 1, "values": {"l": 1, "r": 0}}},
               "reservation": 0.5, "tactic": "hardliner"},
         "b": {"preferences": {"x": {"weight": 1, "values": {"l": 0, "r": 1}}, "y": {"weight": 1, "values": {"l": 0, "r": 1}}},
               "reservation": 0.4, "tactic": "hardliner"}}}
      """
    let judge = try TextJudge(read(text))
    judge.draw(0, seed: 1)
    // Both l: b has nothing, and either issue gives it a half. Both r: a has nothing, and x alone
    // wins it.
    #expect(judge.refusers(of: 0) == 0b10)
    var wins = [0, 0, 0, 0]
    #expect(judge.addWins(over: 0, of: 1, to: &wins) == 0b11)
    #expect(wins == [0, 1, 0, 1])
    #expect(judge.refusers(of: 3) == 0b01)
    #expect(judge.addWins(over: 3, of: 0, to: &wins) == 0b01)
    #expect(wins == [1, 1, 0, 1])
    #expect(judge.takes(0, 0) && !judge.takes(0, 1) && judge.takes(1, 1))
    #expect(judge.refusers(of: 1) == 0 && judge.accepts(1) && !judge.accepts(0))
  }

  @Test(
    "a carrot lowers what a party needs, and what a faction of its home needs by the share that reaches it")
  func carrotByHand() throws {
    // a needs 0.5 of the pie, its home 0.5 as well; a half of what it is promised reaches the home.
    let scenario = try pie(
      #""reservation": 0.5, "ratification": {"quota": 1, "factions": {"f": {"weight": 1, "minimum": 0.5, "carrot_share": 0.5}}}"#,
      #""reservation": 0"#)
    let judge = try TextJudge(scenario)
    judge.draw(0, seed: 1)
    // One piece is worth a quarter: the party needs a carrot of a quarter, the home one of a half.
    for (carrot, accepts) in [(0.0, false), (0.25, false), (0.49, false), (0.5, true), (1.0, true)] {
      #expect(judge.accepts(1, carrot: carrot, for: 0) == accepts, "\(carrot)")
    }
    // b has no home and needs nothing; no carrot for it moves a.
    #expect(!judge.accepts(1, carrot: 1, for: 1) && judge.accepts(2, carrot: 0, for: 1))
    let tally = CarrotTally(texts: 5, sizes: 3)
    judge.addCarrots([0.25, 0.5, 1], for: 0, nil, to: tally)
    #expect((0...4).map { tally.acceptances(of: $0, at: 0) } == [0, 0, 1, 1, 1])
    #expect((0...4).map { tally.acceptances(of: $0, at: 1) } == [0, 1, 1, 1, 1])
    #expect((0...4).map { tally.acceptances(of: $0, at: 2) } == [1, 1, 1, 1, 1])
  }

  @Test("of some texts a tally counts what it counts of them among all")
  func chosenTexts() throws {
    let seed: UInt64 = 149
    var open = 0
    for number in 0..<60 {
      let scenario = Self.scenario(number, seed: seed)
      let (judge, tally) = try judge(scenario, draws: 6, seed: seed)
      let chosen = (0..<judge.texts.count).filter { $0 % 3 == number % 3 }
      let some = TextTally(texts: chosen.count)
      for run in 0..<6 {
        judge.draw(UInt32(run), seed: seed)
        judge.add(chosen, to: some)
      }
      for (place, text) in chosen.enumerated() {
        #expect(
          some.acceptances(of: place) == tally.acceptances(of: text), "seed \(seed), scenario \(number)")
        #expect(some.acceptancesAtTable(of: place) == tally.acceptancesAtTable(of: text))
        #expect(some.durability(of: place) == tally.durability(of: text))
        open += some.acceptances(of: place)
      }
    }
    #expect(open > 100)
  }

  @Test(
    "the first text of the Paris talks meets with what the talks begun and a slow second account say, by the tables and with homes"
  )
  func parisText() throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let scenario = try ScenarioReader.read(path: package.appending(path: "scenarios/paris-2025.jsonc").path)
      .scenario
    let named = [
      "ceasefire": "renewable", "exchange": "phased", "aid": "4", "displacement": "return",
      "withdrawal": "certain_areas", "reconstruction": "none", "guarantee": "binding",
    ]
    let outcome = try scenario.issues.map { issue in
      try #require(issue.options.firstIndex { $0.name == named[issue.name] })
    }
    let (draws, seed) = (1_000, UInt64(157))
    let slow = try SlowTexts(scenario, draws: draws, seed: seed, outcomes: [outcome])
    let judge = try TextJudge(scenario)
    let text = try #require(judge.texts.rank(of: outcome))
    let tally = TextTally(texts: 1)
    for run in 0..<draws {
      judge.draw(UInt32(run), seed: seed)
      judge.add([text], to: tally)
    }
    let begun = try BegunTexts(scenario, draws: draws, seed: seed, outcomes: [outcome])
    #expect(tally.acceptancesAtTable(of: 0) == slow.atTable[0] && begun.atTable == slow.atTable)
    #expect(tally.acceptances(of: 0) == slow.accepted[0] && begun.accepted == slow.accepted)
    #expect(slow.accepted[0] > 500 && slow.accepted[0] < slow.atTable[0])
  }
}
