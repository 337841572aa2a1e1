import Bargaining
import Scenarios
import Testing

@Suite("A history")
struct HistoryTests {
  private static let scenario = """
    {"rounds": 20,
     "issues": {"land": {"options": ["low", "mid", "high"], "status_quo": "low"}, "water": {"range": {"from": 0, "to": 10, "step": 5}},
                "fixed": {"options": ["as_is", "other"], "status_quo": "as_is"}},
     "agenda": {"issues": ["land", "water"]},
     "parties": {
       "north": {"preferences": {"land": {"weight": 1, "values": {"low": 0, "mid": 0.5, "high": 1}}, "water": {"weight": 1, "shape": "increasing"}, "fixed": {"weight": 0, "values": {"as_is": 0, "other": 1}}},
                 "reservation": 0.3, "tactic": {"time": {"beta": 1}}},
       "south": {"preferences": {"land": {"weight": 1, "values": {"low": 1, "mid": 0.5, "high": 0}}, "water": {"weight": 1, "shape": "decreasing"}, "fixed": {"weight": 0, "values": {"as_is": 0, "other": 1}}},
                 "reservation": 0.3, "tactic": {"time": {"beta": 1}}}},
     "mediators": {"envoy": {"preferences": {"land": {"weight": 1, "values": {"low": 0, "mid": 1, "high": 0}}, "water": {"weight": 1, "shape": "increasing"}, "fixed": {"weight": 0, "values": {"as_is": 0, "other": 1}}}, "formulate": 0.5}},
     "events": {"storm": {"rate": 0.1, "once": true, "effects": [{"on": "parties.north.reservation", "add": 0.1}]},
                "truce": {"rate": 0.2, "effects": [{"on": "parties.south.reservation", "add": -0.1}]}}}
    """

  private func history(_ text: String) throws -> History {
    let scenario = try ScenarioReader.read(text: Self.scenario, name: "talks.jsonc").scenario
    return try HistoryFile(text: text, name: "h.jsonc", of: scenario).history
  }

  private func faults(_ text: String) throws -> [String] {
    do {
      _ = try history(text)
      return []
    } catch let fault as ScenarioFault {
      return fault.diagnostics.list().map {
        "\($0.line):\($0.column) \($0.message)" + ($0.hint.isEmpty ? "" : " (\($0.hint))")
      }
    }
  }

  @Test(
    "says states, events, texts, issues that are settled and agreements, each with its rounds and its reliability"
  )
  func forms() throws {
    let found = try history(
      """
      { // with comments
        "$schema": "history.schema.json", "scenario": "some/folder/talks.jsonc", "reliability": 0.9, "note": "n",
        "observations": [
          {"round": 0, "state": "suspended"},
          {"round": 2, "within": 3, "event": "storm", "reliability": 1},
          {"until": 4, "event": "truce", "happened": false, "source": ["F1"]},
          {"round": 5, "text": {"by": "envoy", "outcome": {"land": "mid", "water": 5}, "alike": 0.5,
            "taken_by": ["north"], "refused_by": ["south"]}},
          {"until": 6, "text": {"by": "south"}},
          {"round": 19, "within": 1, "text": {"by": "north", "outcome": {"land": "high"}, "refused_by": []}},
          {"round": 19, "settled": {"water": "10"}},
          {"until": 19, "agreement": false}, // the end
        ],
      }
      """)
    func text(
      _ author: ObservedText.Author, _ options: [Int?], _ least: Int, _ taken: UInt32 = 0,
      _ refused: UInt32 = 0
    )
      -> Observation.Fact
    {
      .text(ObservedText(author: author, options: options, least: least, takenBy: taken, refusedBy: refused))
    }
    #expect(
      found.observations == [
        Observation(.state(isSuspended: true), round: 0, rounds: 0...0, reliability: 0.9),
        Observation(.event(0, happened: true), round: 2, rounds: 0...5, reliability: 1),
        Observation(.event(1, happened: false), round: 4, rounds: 0...4, reliability: 0.9),
        Observation(text(.mediator(0), [1, 1, nil], 1, 1, 2), round: 5, rounds: 5...5, reliability: 0.9),
        Observation(text(.party(1), [nil, nil, nil], 0), round: 6, rounds: 0...6, reliability: 0.9),
        Observation(text(.party(0), [2, nil, nil], 1), round: 19, rounds: 18...19, reliability: 0.9),
        Observation(.settled(issue: 1, option: 2), round: 19, rounds: 0...19, reliability: 0.9),
        Observation(.agreement(false), round: 19, rounds: 0...19, reliability: 0.9),
      ])
    // An offer of a party may be answered in the round after it.
    #expect(found.observations.map(\.knownIn) == [0, 5, 4, 5, 6, 19, 19, 19])
    #expect(try history(#"{"observations": []}"#).observations.isEmpty)
  }

  @Test("tells all its faults at once, each with line, column and what was meant")
  func manyFaults() throws {
    #expect(
      try faults(
        """
        {
          "reliabilty": 0.9,
          "scenario": "other.jsonc",
          "observations": [
            {"round": 0, "stat": "active"},
            {"round": 0, "state": "actve"},
            {"state": "active"},
            {"round": 1, "until": 2, "event": "storm"},
            {"until": 1, "state": "active"},
            {"round": 20, "event": "storm"},
            {"round": 1.5, "event": "storm"},
            {"round": 1, "event": "strom"},
            {"round": 1, "event": "storm", "state": "active"},
            {"round": 1, "event": "storm", "reliability": 0},
            {"round": 1, "text": {"outcome": {}}},
            {"round": 1, "text": {"by": "envoi"}},
            {"round": 1, "text": {"by": "envoy", "outcome": {"lend": "mid"}}},
            {"round": 1, "text": {"by": "envoy", "outcome": {"land": "middle"}}},
            {"round": 1, "text": {"by": "envoy", "outcome": {"fixed": "other"}}},
            {"round": 1, "text": {"by": "north", "taken_by": ["north"]}},
            {"round": 1, "text": {"by": "north", "taken_by": ["envoy"]}},
            {"round": 1, "text": {"by": "envoy", "taken_by": ["north"], "refused_by": ["north"]}},
            {"round": 1, "text": {"by": "envoy", "alike": 2}},
            {"round": 1, "settled": {"land": "mid", "water": 0}},
            {"round": 1, "within": 1, "state": "active"},
            {"until": 1, "within": 1, "event": "truce"},
            {"round": 1, "agreement": 0},
          ],
        }
        """) == [
          #"2:3 unknown key "reliabilty" in a history (did you mean "reliability"? known: "$schema", "scenario", "observations", "reliability", "note")"#,
          #"3:15 the history is one of "other.jsonc", the scenario is "talks""#,
          #"5:5 an observation needs "state", "event", "text", "settled" or "agreement""#,
          #"5:18 unknown key "stat" in an observation (did you mean "state"? known: "round", "until", "within", "state", "event", "text", "settled", "agreement", "happened", "reliability", "note", "source")"#,
          #"6:27 unknown state "actve" (did you mean "active"?)"#,
          #"7:5 an observation needs "round" or "until" (a whole number from 0 to 19)"#,
          #"8:15 "round" and "until" are two times (write one of them)"#,
          #"9:15 the state of the talks is that of a round (write "round")"#,
          #"10:15 round 20 is after the last one, 19 (the scenario has 20 rounds, counted from 0)"#,
          #"11:15 round must be a whole number from 0 to 19"#,
          #"12:27 unknown event "strom" (did you mean "storm"?)"#,
          #"13:36 "event" and "state" are two observations (write each by itself)"#,
          #"14:51 reliability must be above 0 and at most 1, not 0 (the probability of the observation in a run that fits it)"#,
          #"15:26 a text needs "by" (a party or a mediator)"#,
          #"16:33 unknown party or mediator "envoi" (did you mean "envoy"?)"#,
          #"17:54 unknown issue "lend" (did you mean "land"?)"#,
          #"18:62 unknown option "middle" of "land" (known: "low", "mid", "high")"#,
          #"19:54 "fixed" is not on the agenda (known: "land", "water")"#,
          #"20:55 "north" does not vote on its own offer"#,
          #"21:55 "envoy" is a mediator and cannot vote (parties take or refuse a text)"#,
          #"22:79 "north" both takes and refuses the text"#,
          #"23:51 alike must be a share from 0 to 1, not 2"#,
          #"24:29 settled must name one issue and its option (write one observation per issue)"#,
          #"25:28 "within" goes with an event, a text or an agreement, not with "state""#,
          #"26:28 "within" goes with "round", not with "until""#,
          #"27:31 agreement must be true or false, not a number"#,
        ])
  }

  @Test("no two exact observations contradict each other, and rounds do not go back")
  func together() throws {
    func fault(_ first: String, _ second: String) throws -> String {
      let found = try faults("{\"observations\": [\n\(first),\n\(second)]}")
      #expect(found.count <= 1, "\(found)")
      return found.first ?? "none"
    }
    #expect(
      try fault(#"{"round": 5, "state": "active"}"#, #"{"round": 4, "state": "active"}"#)
        == "3:1 round 4 comes after round 5 (observations stand in the order of their rounds)")
    let contradictions: [(String, String, String)] = [
      (
        #"{"round": 4, "state": "active"}"#, #"{"round": 4, "state": "suspended"}"#,
        "talks are active or suspended"
      ),
      (#"{"round": 4, "event": "storm"}"#, #"{"round": 5, "event": "storm"}"#, "the event happens once"),
      (
        #"{"round": 4, "event": "truce"}"#, #"{"until": 5, "event": "truce", "happened": false}"#,
        "the event happened or did not"
      ),
      (
        #"{"round": 4, "settled": {"land": "mid"}}"#, #"{"round": 5, "settled": {"land": "high"}}"#,
        "an issue is settled once"
      ),
      (
        #"{"round": 4, "agreement": true}"#, #"{"until": 5, "agreement": false}"#,
        "there was an agreement or there was none"
      ),
      (
        #"{"round": 4, "agreement": true}"#, #"{"round": 6, "agreement": true}"#,
        "talks end with one agreement"
      ),
      (
        #"{"round": 4, "agreement": true}"#, #"{"round": 5, "state": "active"}"#,
        "talks are over once there is an agreement"
      ),
    ]
    for (first, second, why) in contradictions {
      let found = try fault(first, second)
      #expect(
        found.contains(": \(why) (give one of them a reliability below 1)") && found.hasPrefix("3:1 "),
        "\(found)")
      // Neither need be true.
      let unsure = second.dropLast() + #", "reliability": 0.9}"#
      #expect(try fault(first, String(unsure)) == "none", "\(unsure)")
    }
    let possible: [(String, String)] = [
      (#"{"round": 4, "state": "active"}"#, #"{"round": 5, "state": "suspended"}"#),
      (#"{"round": 4, "event": "truce"}"#, #"{"round": 5, "event": "truce"}"#),
      (#"{"round": 4, "event": "truce"}"#, #"{"round": 5, "event": "truce", "happened": false}"#),
      (#"{"round": 4, "within": 2, "event": "storm"}"#, #"{"round": 5, "event": "storm"}"#),
      (#"{"until": 4, "agreement": false}"#, #"{"round": 5, "agreement": true}"#),
    ]
    for (first, second) in possible { #expect(try fault(first, second) == "none", "\(first) \(second)") }
  }

  @Test("a file that is not there or no JSON is told as a scenario's is")
  func unreadable() throws {
    #expect(try faults("{\"observations\": [").first?.hasPrefix("1:") == true)
    #expect(try faults("[]") == ["1:1 a history must be an object, not a list"])
    #expect(try faults("{}") == [#"1:1 a history needs "observations" (a list of what was observed)"#])
    let scenario = try ScenarioReader.read(text: Self.scenario, name: "talks.jsonc").scenario
    #expect(throws: ScenarioFault.self) { try HistoryFile(reading: "no/such/file.jsonc", of: scenario) }
  }
}
