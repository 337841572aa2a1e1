import Bargaining
import Testing

/// What a delegation foresees of its home, what its home feels, and what a refusal comes back with.
struct HomeForesightTests {
  /// b, whose one faction shares its wishes, offers first.
  static func pie(foresight: Double, minimum: Double, a: String) -> Pie {
    var pie = Pie(rounds: 40, pieces: 10)
    pie.a = a
    pie.b = #"""
      "reservation": 0.2, "ratification": {"quota": 1, "failures": 1, "foresight": \#(foresight), "factions": {
        "f": {"weight": 1, "minimum": \#(minimum)}}}
      """#
    pie.rest = pie.rest.replacing(#"["a", "b"]"#, with: #"["b", "a"]"#)
    return pie
  }

  @Test("a delegation that knows its home neither offers nor accepts what it would turn down")
  func knowsItsHome() throws {
    let a = #""reservation": 0, "willingness": 0.45"#
    let blind = try play(Self.pie(foresight: 0, minimum: 0.9, a: a).scenario())
    #expect(blind.record.ending == .rejectedAtHome)
    let (record, acts) = try play(Self.pie(foresight: 1, minimum: 0.9, a: a).scenario())
    #expect(record.failedRatifications == [0, 0])
    for act in acts where act.actor == .party(1) && (act.kind == .offer || act.kind == .accept) {
      #expect(act.options[0] <= 1)
    }
    let refused = try #require(acts.first { $0.because == .wouldFailAtHome })
    #expect(refused.actor == .party(1) && refused.options[0] > 1)
    #expect(refused.objection?.faction == 0 && refused.objection?.issue == 0)
    #expect(abs((refused.objection?.lack ?? 0) - (0.9 - Double(10 - refused.options[0]) / 10)) < 1e-12)
  }

  @Test("between blind and knowing a delegation expects of a faction a share of both")
  func between() throws {
    // a asks for seven pieces and comes down no further: 0.1 above b's threshold, 0.3 below the
    // minimum of its faction. b expects -0.3 phi + 0.1 (1 - phi), which is 0 at a quarter.
    for (foresight, takes) in [(0.0, true), (0.24, true), (0.26, false), (1.0, false)] {
      var pie = Self.pie(foresight: foresight, minimum: 0.6, a: #""reservation": 0.7"#)
      pie.b += #", "acceptance": {"constant": 0}"#
      pie.tactic = #"{"time": {"beta": 1000, "start": 1}}"#
      pie.rest = pie.rest.replacing(#"["b", "a"]"#, with: #"["a", "b"]"#)
      let acts = try play(pie.scenario()).acts
      let answer = try #require(
        acts.first { $0.actor == .party(1) && ($0.kind == .accept || $0.kind == .reject) })
      #expect(answer.options == [7])
      #expect(answer.because == (takes ? nil : .wouldFailAtHome), "\(foresight)")
    }
  }

  @Test("an offer that would fail at home is amended in as few issues as it takes")
  func amends() throws {
    // b aims for a half, and y alone is the lowest that is worth as much to it; its faction minds x
    // alone.
    let text = """
      {"rounds": 1, "issues": {"x": {"options": ["b", "a"]}, "y": {"options": ["b", "a"]}},
       "parties": {
         "a": {"preferences": {"x": {"weight": 1, "values": {"b": 0, "a": 1}}, "y": {"weight": 1, "values": {"b": 0, "a": 1}}},
               "reservation": 0.9, "tactic": {"time": {"beta": 1}}},
         "b": {"preferences": {"x": {"weight": 0.45, "values": {"b": 1, "a": 0}}, "y": {"weight": 0.55, "values": {"b": 1, "a": 0}}},
               "reservation": 0, "tactic": {"time": {"beta": 1}},
               "ratification": {"quota": 1, "foresight": FORESIGHT, "factions": {"f": {"weight": 1, "minimum": 0.5,
                 "adjust": {"y": {"weight": 0}}}}}}},
       "forums": {"main": {"members": ["b", "a"], "protocol": "alternating"}}}
      """
    func offer(_ foresight: Double) throws -> [Int]? {
      try play(read(text.replacing("FORESIGHT", with: "\(foresight)"))).acts.first {
        $0.kind == .offer && $0.actor == .party(1)
      }?.options
    }
    #expect(try offer(0) == [1, 0])
    #expect(try offer(1) == [0, 0])
  }

  @Test("a delegation whose consent is not needed never minds its home, whatever an event changes")
  func mindsNobody() throws {
    // The home would turn everything down. What is settled of the share becomes dearer to reopen.
    var pie = Self.pie(foresight: 1, minimum: 2, a: #""reservation": 0.9"#)
    pie.rest += #"""
      , "events": {"rise": {"rate": 1, "effects": [{"on": "issues.share.tentative.reopening.cost", "add": 0.1}]}}
      """#
    let text = pie.text.replacing(
      #""step": 1}}"#, with: #""step": 1}, "tentative": {"option": 5, "firmness": 1}}"#)
    var scenario = try read(text)
    scenario.parties[1].hasVeto = false
    let acts = try play(scenario).acts
    scenario.parties[1].ratification = nil
    let without = try play(scenario).acts
    #expect(acts.contains { $0.kind == .event } && acts.contains { $0.actor == .party(1) })
    #expect(acts.map { "\($0)" } == without.map { "\($0)" })
  }

  @Test("a delegation that knows its home is never refused there whatever the talks are like")
  func neverRefused() throws {
    let seed: UInt64 = 71
    var (asked, foreseen) = (0, 0)
    for number in 0..<400 {
      var scenario = RandomScenario.withHomes(number, seed: seed)
      for party in scenario.parties {
        guard let id = party.ratification?.foresight else { continue }
        scenario.parameters[id.index].distribution = .constant(1)
      }
      // Events could make it forget.
      let parameters = scenario.parameters
      for e in scenario.events.indices {
        scenario.events[e].effects.removeAll { parameters[$0.target.index].path.hasSuffix(".foresight") }
      }
      let (record, acts) = try play(scenario, run: UInt32(number), seed: seed)
      #expect(record.failedRatifications.allSatisfy { $0 == 0 }, "scenario \(number)")
      if acts.contains(where: { $0.kind == .ratify }) { asked += 1 }
      if acts.contains(where: { $0.because == .wouldFailAtHome }) { foreseen += 1 }
    }
    #expect(asked >= 40 && foreseen >= 40, "\(asked) \(foreseen)")
  }

  @Test("a faction's minimum falls by its share of what no agreement has lost and of the carrots")
  func minimumFalls() throws {
    var pie = Pie(rounds: 6, pieces: 10, tactic: #"{"time": {"beta": 1000}}"#)
    pie.a = #""reservation": 0, "acceptance": {"constant": 0}"#
    pie.b = #"""
      "reservation": 0.5, "cost_of_delay": 0.02, "acceptance": {"constant": 0},
      "ratification": {"quota": 1, "factions": {
        "f": {"weight": 1, "minimum": 2, "bears": 0.5, "carrot_share": 0.25}, "g": {"weight": 1, "minimum": 2}}}
      """#
    pie.rest = Pie.mediated(
      #""manipulate": 1, "toward": {"b": {"stick": 0.1, "carrot": 0.2}}"#,
      #""talks": {"resume": {"base": 1000}}, "events": {"rise": {"rate": 1, "once": true, "effects": [{"on": "parties.b.reservation", "add": 0.04}]}}"#
    )
    let votes = try play(pie.scenario()).acts.compactMap { act in act.vote.map { (act.round, $0) } }
    #expect(votes.count >= 3)
    for (round, vote) in votes {
      let fall = 0.02 * Double(round) + 0.1 - 0.04
      #expect(abs(vote.factions[0].minimum - (2 - 0.5 * fall - 0.25 * 0.2)) < 1e-12, "round \(round)")
      #expect(vote.factions[1].minimum == 2)
    }
  }

  @Test(
    "a refusal comes back with the faction that would carry the deal at least cost and the issue it minds most"
  )
  func objection() throws {
    // a gets all of x and y. Of the two factions, of which one suffices, z asks for less than w; it
    // minds y.
    let text = """
      {"rounds": 1, "issues": {"x": {"options": ["b", "a"]}, "y": {"options": ["b", "a"]}},
       "parties": {
         "a": {"preferences": {"x": {"weight": 1, "values": {"b": 0, "a": 1}}, "y": {"weight": 1, "values": {"b": 0, "a": 1}}},
               "reservation": 0, "willingness": 0, "tactic": {"time": {"beta": 1}}},
         "b": {"preferences": {"x": {"weight": 2, "values": {"b": 1, "a": 0}}, "y": {"weight": 1, "values": {"b": 1, "a": 0}}},
               "reservation": 0, "acceptance": {"constant": 0}, "tactic": {"time": {"beta": 1}},
               "ratification": {"quota": 0.5, "failures": 1, "factions": {
                 "w": {"weight": 1, "minimum": 0.9},
                 "z": {"weight": 1, "minimum": 0.4, "adjust": {"y": {"weight": 3}}}}}}},
       "forums": {"main": {"members": ["a", "b"], "protocol": "alternating"}}}
      """
    let act = try #require(try play(read(text)).acts.last)
    #expect(act.kind == .ratify && act.because == .rejectedAtHome)
    let objection = try #require(act.objection)
    #expect(objection.faction == 1 && objection.issue == 1)
    #expect(abs(objection.lack - 0.4) < 1e-12)
  }

  @Test("mediators who hear what a home objects to table another text")
  func mediatorsHear() throws {
    // Best for both is that each gets what it weighs more; b's home wants y of all things.
    let text = """
      {"rounds": 12, "issues": {"x": {"options": ["b", "a"], "status_quo": "b"}, "y": {"options": ["b", "a"], "status_quo": "b"}},
       "parties": {
         "a": {"preferences": {"x": {"weight": 0.4, "values": {"b": 0, "a": 1}}, "y": {"weight": 0.6, "values": {"b": 0, "a": 1}}},
               "reservation": 0.2, "acceptance": {"constant": 0}, "tactic": {"time": {"beta": 1}}},
         "b": {"preferences": {"x": {"weight": 0.6, "values": {"b": 1, "a": 0}}, "y": {"weight": 0.4, "values": {"b": 1, "a": 0}}},
               "reservation": 0.2, "acceptance": {"constant": 0}, "tactic": {"time": {"beta": 1}},
               "ratification": {"quota": 1, "foresight": FORESIGHT, "failures": 2, "factions": {"f": {"weight": 1, "minimum": 0.5,
                 "adjust": {"x": {"weight": 0}}}}}}},
       "mediation": {"noise": 0}, "talks": {"resume": {"base": 1000}},
       "mediators": {"m": {"formulate": 1}},
       "forums": {"main": {"members": ["a", "b"], "mediators": ["m"], "protocol": "shuttle"}}}
      """
    let blind = try play(read(text.replacing("FORESIGHT", with: "0")))
    #expect(blind.record.ending == .rejectedAtHome)
    let (record, acts) = try play(read(text.replacing("FORESIGHT", with: "1")))
    #expect(acts.first { $0.kind == .text }?.options == [0, 1])
    #expect(acts.contains { $0.because == .wouldFailAtHome && $0.objection?.issue == 1 })
    #expect(record.ending.isAgreement && record.options == [1, 0] && record.mediator == 0)
  }
}
