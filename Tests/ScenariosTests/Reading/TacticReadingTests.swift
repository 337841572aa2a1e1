import Bargaining
import Scenarios
import Testing

@Suite struct TacticReadingTests {
  static func read(_ tactic: String, more: String = "", mediator: String = "") throws -> Scenario {
    let text = """
      {"rounds": 4, "issues": {"pie": {"range": {"from": 0, "to": 10, "step": 1}}},
       "parties": {
         "ann": {"preferences": {"pie": {"weight": 1, "shape": "increasing"}}, "reservation": 0.2, "tactic": \(tactic)\(more)},
         "bob": {"preferences": {"pie": {"weight": 1, "shape": "decreasing"}}, "reservation": 0.2, "tactic": {"time": {"beta": 1}}}},
       "mediators": {"eve": {"formulate": 1\(mediator)}}}
      """
    return try ScenarioReader.read(text: text, name: "t").scenario
  }

  static func id(_ path: String, _ scenario: Scenario) throws -> ParameterID {
    ParameterID(try #require(scenario.parameters.firstIndex { $0.path == path }))
  }

  @Test("tactics by name are those named")
  func names() throws {
    let known: [(String, Tactic)] = [
      ("micro", .micro), ("zeuthen", .zeuthen), ("hardliner", .hardliner), ("random", .random),
    ]
    for (name, tactic) in known { #expect(try Self.read("\"\(name)\"").parties[0].tactic == tactic) }
  }

  @Test("tit-for-tat is read with its kind, window, step and direction")
  func titForTat() throws {
    let relative = try Self.read(#"{"tit_for_tat": {"kind": "relative"}}"#)
    #expect(relative.parties[0].tactic == .titForTat(TitForTatTactic(.relative)))
    let averaged = try Self.read(#"{"tit_for_tat": {"kind": "averaged", "window": 15}}"#)
    #expect(averaged.parties[0].tactic == .titForTat(TitForTatTactic(.averaged, window: 15)))
    let absolute = try Self.read(
      #"{"tit_for_tat": {"kind": "absolute", "step": {"uniform": [0, 0.1]}, "direction": "demand"}}"#)
    let step = try Self.id("parties.ann.tactic.tit_for_tat.step", absolute)
    #expect(
      absolute.parties[0].tactic == .titForTat(TitForTatTactic(.absolute(step: step, direction: .demand))))
    #expect(absolute[step].distribution == .uniform(low: 0, high: 0.1))
  }

  @Test("a mixture is read part by part, its numbers named by index, and can hold another")
  func mixture() throws {
    let scenario = try Self.read(
      #"{"mix": [[0.7, {"time": {"beta": 2}}], [{"uniform": [0, 1]}, {"mix": [[1, "micro"]]}]], "assumption": "x"}"#
    )
    guard case .mix(let parts) = scenario.parties[0].tactic else { return #expect(Bool(false)) }
    let path = "parties.ann.tactic.mix"
    #expect(
      parts.map(\.weight) == [try Self.id("\(path).0.0", scenario), try Self.id("\(path).1.0", scenario)])
    guard case .time(let time) = parts[0].tactic else { return #expect(Bool(false)) }
    #expect(time.beta == (try Self.id("\(path).0.1.time.beta", scenario)))
    #expect(scenario[time.beta].provenance == .assumption("x"))
    #expect(
      parts[1].tactic == .mix([.init(weight: try Self.id("\(path).1.1.mix.0.0", scenario), tactic: .micro)]))
  }

  @Test("the rule for ties is a party's own, else nearest")
  func ties() throws {
    #expect(try Self.read("\"micro\"").parties.map(\.ties) == [.nearest, .nearest])
    for rule in TieRule.allCases {
      let scenario = try Self.read("\"micro\"", more: ", \"ties\": \"\(rule.rawValue)\"")
      #expect(scenario.parties.map(\.ties) == [rule, .nearest])
    }
  }

  @Test("opponent models and ways to estimate are those named, by default frequency and told")
  func models() throws {
    let plain = try Self.read("\"micro\"")
    #expect(plain.parties[0].opponentModel == .frequency && plain.mediators[0].estimates == nil)
    for model in OpponentModel.allCases {
      let name = model.rawValue
      let scenario = try Self.read(
        "\"micro\"", more: ", \"opponent_model\": \"\(name)\"", mediator: ", \"estimates\": \"\(name)\"")
      #expect(scenario.parties[0].opponentModel == model && scenario.mediators[0].estimates == model)
    }
    #expect(try Self.read("\"micro\"", mediator: ", \"estimates\": \"told\"").mediators[0].estimates == nil)
  }
}
