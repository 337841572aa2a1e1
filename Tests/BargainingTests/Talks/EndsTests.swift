import Bargaining
import Testing

/// The window, the deadline and the parties' horizons, by hand and by closed forms within 4
/// standard errors.
struct EndsTests {
  /// a, who offers by this tactic, and b, who takes nothing and offers all to itself.
  static func pie(
    _ tactic: String, rounds: Int = 12, a: String = "", b: String = #", "horizon": 1000"#, talks: String = ""
  ) -> Pie {
    var pie = Pie(rounds: rounds, tactic: tactic)
    pie.a = #""reservation": 0.2\#(a)"#
    pie.b = #""reservation": 0.9\#(b)"#
    if !talks.isEmpty { pie.rest += #", "talks": {\#(talks)}"# }
    return pie
  }

  static func offers(_ pie: Pie) throws -> [Int] {
    try play(pie.scenario()).acts.filter { $0.kind == .offer && $0.actor == .party(0) }.map { $0.options[0] }
  }

  @Test("a party's clock runs to the nearer of its horizon and the deadline")
  func partySClockRuns() throws {
    // Linear from 100 down to its 20: 80 (r + 1) / (E + 1) conceded in round r, E + 1 = 10 or 5.
    let linear = #"{"time": {"beta": 1, "tolerance": 0.000000001}}"#
    let far = try Self.offers(Self.pie(linear, a: #", "horizon": 9"#, talks: #""deadline": {"round": 12}"#))
    #expect(far == [92, 84, 76, 68, 60, 52, 44, 36, 28, 20, 20, 20])
    let near = try Self.offers(Self.pie(linear, a: #", "horizon": 9"#, talks: #""deadline": {"round": 4}"#))
    #expect(near == [84, 68, 52, 36])
    let alone = try Self.offers(Self.pie(linear, rounds: 6, b: "", talks: #""deadline": {"round": 9}"#))
    #expect(alone == [92, 84, 76, 68, 60, 52])
  }

  @Test(
    "past its horizon a party stands at its floor whatever its tactic",
    arguments: [
      #""hardliner""#, #""micro""#, #""zeuthen""#, #""random""#, #"{"tit_for_tat": {"kind": "relative"}}"#,
      #"{"time": {"beta": 0.05}}"#,
      #"{"mix": [[1, "hardliner"], [1, {"time": {"beta": 0.05}}]]}"#,
    ], ["alternating", "simultaneous", "ultimatum"])
  func pastHorizonParty(tactic: String, rules: String) throws {
    var pie = Self.pie(tactic, a: #", "horizon": 5"#)
    pie.rest = pie.rest.replacing("alternating", with: rules)
    let offers = try Self.offers(pie)
    // Before, Zeuthen parties find nothing to propose at once that both could live with, and by
    // turns whoever risks least goes down at once.
    let (before, after) = (offers.dropLast(7), offers.suffix(7))
    #expect(after.count == 7 && after.allSatisfy { $0 == 20 }, "\(offers)")
    #expect([#""random""#, #""zeuthen""#].contains(tactic) || before.allSatisfy { $0 > 20 }, "\(offers)")
  }

  @Test("the rule to accept from a time on follows the party's own clock")
  func ruleAcceptTime() throws {
    // (r + 1) / 10 reaches 0.5 in round 4, (r + 1) / 5 in round 2.
    for (horizon, round) in [(9, 4), (4, 2)] {
      var pie = Pie(rounds: 12)
      pie.a = #""reservation": 0, "willingness": 0, "horizon": 1000"#
      pie.b = #""reservation": 0, "acceptance": {"time": 0.5}, "willingness": 0, "horizon": \#(horizon)"#
      let record = try play(pie.scenario()).record
      #expect(record.ending.isAgreement && record.round == round)
    }
  }

  @Test("talks end at the deadline and are open at the end of the window without one")
  func talksEndDeadline() throws {
    let stuck = #""hardliner""#
    let ended = try play(Self.pie(stuck, rounds: 50, talks: #""deadline": {"round": 7}"#).scenario()).record
    #expect(ended.ending == .outOfTime && ended.round == 6 && !ended.isStillTalking)
    let open = try play(Self.pie(stuck, rounds: 50, talks: #""deadline": {"round": 51}"#).scenario()).record
    #expect(open.ending == .outOfTime && open.round == 49 && open.isStillTalking)
    let never = try play(Self.pie(stuck, a: #", "horizon": 9"#).scenario()).record
    #expect(never.ending == .outOfTime && never.round == 11 && never.isStillTalking)
    // As before, where nothing is said of either.
    let before = try play(Self.pie(stuck, b: "").scenario()).record
    #expect(before.ending == .outOfTime && before.round == 11 && !before.isStillTalking)
  }

  @Test("a deadline is drawn once per run by its distribution")
  func deadlineDrawnOnce() throws {
    let talks = #""deadline": {"round": {"uniform": [3, 9]}}"#
    let scenario = try Self.pie(#""hardliner""#, rounds: 20, talks: talks).scenario()
    // ceil(D) rounds are played: one in six ends in each of rounds 3 to 8.
    let runs = 6_000
    for round in 3...8 {
      let hits = try tally(scenario, runs) { record, _ in record.round == round }
      #expect(isNear(hits, 1.0 / 6, of: runs), "round \(round): \(hits)")
    }
  }

  @Test("a deadline is put off only after progress and then by as many rounds as it says")
  func deadlinePutOff() throws {
    // What is offered first is progress, and then nothing is: two who never move are given time
    // once.
    let talks = #""deadline": {"round": 5, "extension": 1, "by": 4}"#
    let (record, acts) = try play(Self.pie(#""hardliner""#, rounds: 50, talks: talks).scenario())
    #expect(acts.filter { $0.kind == .extend }.map(\.round) == [4])
    #expect(acts.first { $0.kind == .extend }?.changes.map(\.to) == [9])
    #expect(record.round == 8 && !record.isStillTalking)
    // Who concedes in every round gets time again and again.
    var conceding = Self.pie(
      #"{"time": {"beta": 1}}"#, rounds: 30, a: #", "horizon": 29"#, b: #", "horizon": 29"#, talks: talks)
    conceding.pieces = 250
    let rounds = try play(conceding.scenario()).acts.filter { $0.kind == .extend }.map(\.round)
    #expect(rounds == [4, 8, 12, 16, 20, 24, 28])
  }

  @Test("a deadline is put off as often as its probability says")
  func deadlineOffOften() throws {
    let talks = #""deadline": {"round": 5, "extension": 0.3, "by": 4}"#
    let scenario = try Self.pie(#""hardliner""#, rounds: 50, talks: talks).scenario()
    let hits = try tally(scenario, 4_000) { record, _ in record.round == 8 }
    #expect(isNear(hits, 0.3, of: 4_000))
  }

  /// Seed 71, runs as the scenarios.
  @Test("without a deadline a longer window changes nothing of what happened before")
  func withoutDeadlineLonger() throws {
    let seed: UInt64 = 71
    var seen = (ended: 0, open: 0)
    for number in 0..<1_000 {
      var scenario = RandomScenario.withEnds(number * 4, seed: seed)
      guard scenario.talks.deadline == nil else { continue }
      scenario.rounds = 60
      var longer = scenario
      longer.rounds = 1_000
      let (short, long) = try (
        play(scenario, run: UInt32(number), seed: seed), play(longer, run: UInt32(number), seed: seed)
      )
      #expect(short.acts == long.acts.filter { $0.round < 60 }, "scenario \(number * 4)")
      if short.record.isStillTalking {
        seen.open += 1
        continue
      }
      seen.ended += 1
      #expect(short.record == long.record, "scenario \(number * 4)")
    }
    #expect(seen.ended >= 50 && seen.open >= 5, "\(seen)")
  }
}
