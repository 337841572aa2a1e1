import Bargaining
import Testing

/// Whether a run that failed had a zone of agreement in some round, by hand. (At random, over all
/// outcomes: ``SlowTalksTests``.)
struct ZoneTests {
  /// A pie of which parties that never concede ask for all.
  static func zone(
    rounds: Int, a: String = #""reservation": 0.6"#, b: String = #""reservation": 0.55"#, _ rest: String = ""
  ) throws -> Zone {
    var pie = Pie(rounds: rounds, a: a + #", "willingness": 0"#, b: b + #", "willingness": 0"#)
    if !rest.isEmpty { pie.rest += ", " + rest }
    let record = try play(pie.scenario()).record
    #expect(record.ending == .outOfTime)
    return record.zone
  }

  @Test("a zone needs room for both reservations")
  func zoneNeedsRoom() throws {
    #expect(try Self.zone(rounds: 3) == .none)
    #expect(try Self.zone(rounds: 3, b: #""reservation": 0.4"#) == .exists)
    #expect(try Self.zone(rounds: 3, b: #""reservation": 0.41"#) == .none)
  }

  @Test("the cost of delay opens the zone in exactly the round in which it is paid")
  func costDelayOpens() throws {
    // 1.15 less 0.03 a round is at most 1 after five rounds.
    let b = #""reservation": 0.55, "cost_of_delay": 0.03"#
    #expect(try Self.zone(rounds: 5, b: b) == .none)
    #expect(try Self.zone(rounds: 6, b: b) == .exists)
  }

  @Test("a zone that an event opens for three rounds is seen though it closes again")
  func zoneEventOpens() throws {
    // Reservations rise while the window shuts, so that neither the first round nor the last shows
    // it.
    func window(_ add: Double) -> String {
      #""events": {"thaw": {"rate": 1, "once": true, "effects": [{"on": "parties.b.reservation", "add": \#(add), "for": 3}]}}"#
    }
    #expect(try Self.zone(rounds: 20, window(-0.15)) == .exists)
    #expect(try Self.zone(rounds: 20, window(-0.14)) == .none)
  }

  @Test("the last round of a passing window counts")
  func lastRoundPassing() throws {
    // 0.6 + 0.55 - 0.1 less 0.025 a round is 1 in the third round, the last of the window, and only
    // there.
    func zone(window rounds: Int) throws -> Zone {
      try Self.zone(
        rounds: 4, b: #""reservation": 0.55, "cost_of_delay": 0.025"#,
        #""events": {"thaw": {"rate": 1, "once": true, "effects": [{"on": "parties.b.reservation", "add": -0.1, "for": \#(rounds)}]}}"#
      )
    }
    #expect(try zone(window: 3) == .exists)
    #expect(try zone(window: 2) == .none)
  }

  @Test("a discount leaves the zone as it is since no agreement is discounted as deals are")
  func discountLeavesZone() throws {
    // 0.54 less 0.01 for each round before: 0.5 in the fifth round, and not sooner.
    let a = #""reservation": 0.5, "discount": 0.9"#
    func zone(_ rounds: Int) throws -> Zone {
      try Self.zone(rounds: rounds, a: a, b: #""reservation": 0.54, "cost_of_delay": 0.01, "discount": 0.8"#)
    }
    #expect(try zone(5) == .exists)
    #expect(try zone(4) == .none)
  }

  @Test("a zone that only passing preferences allow is remembered when they pass")
  func zoneOnlyPassing() throws {
    // Both like r, a only while the mood lasts: 0.1 + 0.75 reaches its 0.8, 0.1 + 0.65 does not.
    func zone(_ add: Double) throws -> Zone {
      let text = """
        {"rounds": 4, "issues": {"x": {"options": ["l", "r"]}},
         "parties": {
           "a": {"preferences": {"x": {"weight": 1, "values": {"l": 0.7, "r": 0.1}}},
                 "reservation": 0.8, "tactic": {"time": {"beta": 1}}},
           "b": {"preferences": {"x": {"weight": 1, "values": {"l": 0, "r": 1}}}, "reservation": 0.5, "tactic": {"time": {"beta": 1}}}},
         "forums": {"main": {"members": ["a", "b"], "protocol": "alternating", "from": 9}},
         "events": {"mood": {"rate": 1, "once": true, "effects": [
           {"on": "parties.a.preferences.x.values.r", "add": \(add), "for": 2}]}}}
        """
      return try play(read(text)).record.zone
    }
    #expect(try zone(0.75) == .exists)
    #expect(try zone(0.65) == .none)
  }

  @Test("red lines shut a zone that utilities would open")
  func redLinesShut() throws {
    let line = #", "red_lines": [{"share": {"at_most": 60}}]"#
    #expect(try Self.zone(rounds: 2, b: #""reservation": 0.4"#) == .exists)
    #expect(try Self.zone(rounds: 2, b: #""reservation": 0.4"# + line) == .none)
  }
}
