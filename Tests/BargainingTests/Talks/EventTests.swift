import Bargaining
import Testing

/// Events by hand.
struct EventTests {
  static func pie(rounds: Int, _ event: String, b: String = #""reservation": 0.5"#) -> Pie {
    var pie = Pie(rounds: rounds, b: b)
    pie.a = #""reservation": 1.5"#
    pie.rest += #", "events": {"shock": {\#(event)}}"#
    return pie
  }

  /// The reservation of b, who asks for the whole pie and gets it, in each of the first rounds of
  /// 30: one less the surplus of a deal that is struck in just that round.
  static func reservations(_ rounds: Int, _ event: String) throws -> [Double] {
    try (0..<rounds).map { round in
      var pie = Pie(rounds: 30, b: #""reservation": 0.1, "willingness": 0"#)
      pie.a = #""reservation": -1, "acceptance": {"constant": -1}"#
      pie.rest = """
        "forums": {"main": {"members": ["b", "a"], "protocol": "alternating", "from": \(round)}}, "events": {"shock": {\(event)}}
        """
      let record = try play(pie.scenario()).record
      #expect(record.round == round && record.options == [0])
      return 1 - record.surpluses[1]
    }
  }

  static func areNear(_ values: [Double], _ expected: [Double]) -> Bool {
    values.count == expected.count && zip(values, expected).allSatisfy { abs($0 - $1) < 1e-12 }
  }

  /// The reservation of b in the last round.
  static func reservation(rounds: Int, _ event: String, b: String = #""reservation": 0.5"#) throws -> Double {
    try play(pie(rounds: rounds, event, b: b).scenario()).record.utilities[1]
  }

  @Test("an event happens in its share of rounds")
  func eventHappensShare() throws {
    let event = #""rate": 0.3, "effects": [{"on": "parties.b.reservation", "add": 0.01}]"#
    let negotiation = try Negotiation(Self.pie(rounds: 10, event).scenario())
    var hits = 0
    for run in 0..<2_000 {
      var transcript = Transcript()
      negotiation.run(UInt32(run), seed: 6, observer: &transcript)
      let times = transcript.acts.filter { $0.kind == .event }.count
      hits += times
      // Each time adds a hundredth.
      #expect(abs(negotiation.record.utilities[1] - 0.5 - 0.01 * Double(times)) < 1e-12)
    }
    #expect(isNear(hits, 0.3, of: 20_000))
  }

  @Test("what happens once happens in one less the chance that it never does")
  func happensOnceHappens() throws {
    let event = #""rate": 0.1, "once": true, "effects": [{"on": "parties.b.reservation", "add": 0.01}]"#
    let scenario = try Self.pie(rounds: 8, event).scenario()
    var most = 0
    let hits = try tally(scenario, 4_000) { _, acts in
      let times = acts.filter { $0.kind == .event }.count
      most = max(most, times)
      return times > 0
    }
    // 1 - 0.9^8.
    #expect(isNear(hits, 0.569_532_79, of: 4_000))
    #expect(most == 1)
  }

  @Test("a temporary effect ends after exactly its rounds")
  func temporaryEffectEnds() throws {
    let once = #""rate": 1, "once": true, "effects": [{"on": "parties.b.reservation", "add": 0.2, "for": 3}]"#
    #expect(try Self.areNear(Self.reservations(6, once), [0.3, 0.3, 0.3, 0.1, 0.1, 0.1]))
  }

  @Test("temporary effects of repeated events overlap and add up")
  func temporaryEffectsRepeated() throws {
    let event = #""rate": 1, "effects": [{"on": "parties.b.reservation", "add": 0.1, "for": 3}]"#
    #expect(try Self.areNear(Self.reservations(6, event), [0.2, 0.3, 0.4, 0.4, 0.4, 0.4]))
  }

  @Test("effects of unlike lengths end each in its own time")
  func effectsUnlikeLengths() throws {
    let event = """
      "rate": 1, "once": true, "effects": [
        {"on": "parties.b.reservation", "add": 0.1, "for": 1}, {"on": "parties.b.reservation", "add": 0.2, "for": 4},
        {"on": "parties.b.reservation", "add": 0.05}, {"on": "parties.b.reservation", "add": 0.01, "for": 100}]
      """
    #expect(try Self.areNear(Self.reservations(6, event), [0.46, 0.36, 0.36, 0.36, 0.16, 0.16]))
  }

  @Test("a number is what was drawn plus the additions times the factors")
  func numberWasDrawn() throws {
    let event = """
      "rate": 1, "effects": [{"on": "parties.b.reservation", "multiply": 2}, {"on": "parties.b.reservation", "add": 0.25}]
      """
    // (0.5 + 0.25 n) 2^n, whatever the order of the effects.
    #expect(try (1...3).map { try Self.reservation(rounds: $0, event) } == [1.5, 4, 10])
    // At n = 3 it is 10 exactly; from then on its range ends.
    #expect(try Self.reservation(rounds: 7, event) == 10)
  }

  @Test("a number that an event drives out of its range stops at the edge")
  func numberEventDrives() throws {
    let fall = #""rate": 1, "effects": [{"on": "parties.b.reservation", "add": -1000}]"#
    #expect(try Self.reservation(rounds: 2, fall) == -10)
    let cost = #""rate": 1, "once": true, "effects": [{"on": "parties.b.cost_of_delay", "add": 30}]"#
    // The cost of delay is at most 1 a round, and is paid before the second round and the third.
    #expect(try Self.reservation(rounds: 3, cost) == 0.5 - 2)
  }

  @Test("nothing times a factor beyond all bounds is nothing")
  func nothingTimesFactor() throws {
    // 2^1100 is infinite in double precision.
    let event = #""rate": 1, "effects": [{"on": "parties.b.cost_of_delay", "multiply": 2}]"#
    #expect(try Self.reservation(rounds: 1_100, event) == 0.5)
  }

  @Test("a changed weight is normalised anew and the next offer is the best by it")
  func changedWeightNormalised() throws {
    let text = """
      {"rounds": 3, "issues": {"x": {"options": ["l", "r"]}, "y": {"options": ["l", "r"]}},
       "parties": {
         "a": {"preferences": {"x": {"weight": 1, "values": {"l": 1, "r": 0}}, "y": {"weight": 1, "values": {"l": 1, "r": 0.5}}},
               "reservation": 0, "willingness": 0, "tactic": {"time": {"beta": 1}}},
         "b": {"preferences": {"x": {"weight": 1, "values": {"l": 0, "r": 1}}, "y": {"weight": 0, "values": {"l": 0, "r": 1}}},
               "reservation": 2, "willingness": 0, "tactic": {"time": {"beta": 1}}}},
       "forums": {"main": {"members": ["a", "b"], "protocol": "alternating", "from": 1}},
       "events": {"turn": {"rate": 1, "once": true, "effects": [
         {"on": "parties.a.preferences.x.weight", "add": 2}, {"on": "parties.a.preferences.y.values.r", "add": 0.5},
         {"on": "parties.a.preferences.y.values.l", "add": -0.75}]}}}
      """
    let negotiation = try Negotiation(read(text))
    var transcript = Transcript()
    negotiation.run(0, seed: 1, observer: &transcript)
    // Weights 3 and 1 of 4; y is now worth 0.25 at l and 1 at r.
    #expect(negotiation.utility(of: [0, 0], to: 0) == 0.75 + 0.0625)
    #expect(negotiation.utility(of: [0, 1], to: 0) == 1)
    #expect(transcript.acts.filter { $0.kind == .offer }.map(\.options) == [[0, 1], [0, 1]])
  }

  @Test("an event that costs a mediator its trust costs it its stick")
  func eventCostsMediator() throws {
    var pie = Pie(rounds: 4)
    pie.rest = Pie.mediated(
      #""manipulate": 1, "toward": {"b": {"stick": 0.2, "trust": 0.5}}"#,
      #""events": {"leak": {"rate": 1, "once": true, "effects": [{"on": "mediators.m.toward.b.trust", "add": -1, "for": 2}]}}"#
    )
    let values = try (1...4).map { rounds in
      pie.rounds = rounds
      return try play(pie.scenario()).record.utilities[1]
    }
    #expect(values == [0.9, 0.9, 0.8, 0.8])
  }
}
