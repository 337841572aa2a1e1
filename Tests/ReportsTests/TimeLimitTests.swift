import Bargaining
import Reports
import Scenarios
import Simulation
import Testing

/// How talks are spoken of that end neither in a deal nor in a breakdown.
@Suite struct TimeLimitTests {
  /// Two that never agree, in nine days.
  ///
  /// - Parameters:
  ///   - ends: what limits the talks, keys of the scenario.
  ///   - horizon: how long each can hold out; empty for no such key.
  static func scenario(_ ends: String, horizon: String = #", "horizon": 30"#) throws -> Scenario {
    func party(_ none: Int, _ all: Int) -> String {
      """
      {"preferences": {"pie": {"weight": 1, "values": {"none": \(none), "all": \(all)}}}, "reservation": 0.5, "tactic": "hardliner"\(horizon)}
      """
    }
    let text = """
      {"rounds": 9, "round_unit": "day", "issues": {"pie": {"options": ["none", "all"]}},
       "parties": {"ann": \(party(0, 1)), "bob": \(party(1, 0))}\(ends)}
      """
    return try ScenarioReader.read(text: text, name: "t").scenario
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var ends: String
    var horizon = #", "horizon": 30"#
    var limit: TimeLimit
    var testDescription: String { ends + horizon }
  }

  static let cases = [
    Case(ends: "", horizon: "", limit: .deadline),
    Case(ends: "", limit: .window),
    Case(ends: #", "talks": {"deadline": {"round": 9}}"#, limit: .deadline),
    Case(ends: #", "talks": {"deadline": {"round": {"uniform": [2, 8]}}}"#, limit: .deadline),
    Case(ends: #", "talks": {"deadline": {"round": 12}}"#, limit: .window),
    Case(ends: #", "talks": {"deadline": {"round": {"uniform": [4, 20]}}}"#, limit: .either),
    Case(
      ends: #", "talks": {"deadline": {"round": 4, "extension": 0.5, "by": 9}}"#, limit: .either),
    Case(
      ends: #"""
        , "talks": {"deadline": {"round": 4}},
        "events": {"pause": {"rate": 0.2, "effects": [{"on": "talks.deadline.round", "add": 50}]}}
        """#, limit: .either),
    Case(
      ends: #"""
        , "models": {"open": {"weight": 1, "patch": {}},
                     "closed": {"weight": 1, "patch": {"talks": {"deadline": {"round": 5}}}}}
        """#, limit: .either),
    Case(
      ends: #"""
        , "models": {"open": {"weight": 0, "patch": {}},
                     "closed": {"weight": 1, "patch": {"talks": {"deadline": {"round": 5}}}}}
        """#, limit: .deadline),
  ]

  @Test("what the rule says of a scenario is what its runs do", arguments: cases)
  func rule(_ specimen: Case) throws {
    let scenario = try Self.scenario(specimen.ends, horizon: specimen.horizon)
    #expect(TimeLimit(of: scenario) == specimen.limit)
    let talks = try NegotiationSet(scenario)
    let records = (0..<UInt32(200)).compactMap { talks.record(of: $0, seed: 1) }
    #expect(records.count == 200 && records.allSatisfy { $0.ending == .outOfTime })
    let open = records.count { $0.isStillTalking }
    switch specimen.limit {
    case .deadline: #expect(open == 0)
    case .window: #expect(open == 200)
    case .either: #expect(open > 0 && open < 200)
    }
  }

  @Test("summary, page and picture have one word for it, by ending, by toll and by cause", arguments: cases)
  func words(_ specimen: Case) throws {
    let toll = #", "tolls": {"days": {"label": "Days", "per_round": 1, "while": "active", "unit": "days"}}"#
    let scenario = try Self.scenario(specimen.ends + toll, horizon: specimen.horizon)
    let distribution = try Ensemble(scenario, plan: SimulationPlan(runs: 200)).run()
    let content = ReportContent(distribution)
    let (label, cause) =
      switch specimen.limit {
      case .deadline: ("Out of time", "Tabled but not taken in time")
      case .window: ("Still talking", "Tabled but not yet taken")
      case .either: ("Out of time or still talking", "Tabled but not taken")
      }
    #expect(content.endings.first { $0.name == "out_of_time" }?.label == label)
    #expect(content.tolls.first?.rows.map(\.runs) == ["All runs", label])
    #expect(content.causes.contains { $0.label == cause })
    let text = TextSummary(content).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("by ending: \(label.lowercased()) "))
  }
}
