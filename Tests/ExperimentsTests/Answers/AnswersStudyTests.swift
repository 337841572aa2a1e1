import Bargaining
import Scenarios
import Simulation
import Tables
import Testing

@testable import Experiments

@Suite("Answers")
struct AnswersStudyTests {
  /// Two who see nothing but what egypt tables in a shuttle, and a forum where nobody says anything
  /// that could be agreed.
  private static func scenario(
    willingness: String = #"{"uniform": [0.5, 1]}"#, events: String = "", talks: String = ""
  ) throws -> Scenario {
    let text = """
      {"rounds": 30,
       "issues": {"land": {"options": ["all_a", "half", "all_b"], "status_quo": "all_a"}},
       "parties": {
         "a": {"preferences": {"land": {"weight": 1, "values": {"all_a": 1, "half": 0.5, "all_b": 0}}},
               "reservation": {"uniform": [0.2, 0.45]}, "willingness": \(willingness), "tactic": {"time": {"beta": 1}}},
         "b": {"preferences": {"land": {"weight": 1, "values": {"all_a": 0, "half": 0.5, "all_b": 1}}},
               "reservation": {"uniform": [0.2, 0.6]}, "tactic": {"time": {"beta": {"uniform": [0.5, 1]}}}}},
       "mediators": {
         "egypt": {"preferences": {}, "formulate": 0.5},
         "qatar": {"preferences": {}, "formulate": 0.2}},
       "mediation": {"noise": 0}, \(events) \(talks)
       "forums": {"main": {"members": ["a", "b"], "mediators": ["egypt", "qatar"], "protocol": "shuttle", "every": 3}}}
      """
    return try ScenarioReader.read(text: text, name: "answers.jsonc").scenario
  }

  private static func result(_ scenario: Scenario, threads: Int = 2) throws -> AnswersResult {
    try #require(
      try AnswersStudy(scenario, runs: 600, runsPerPoint: 300, seed: 5, threads: threads).run())
  }

  /// Agreements among the first runs, played one by one.
  private static func share(_ scenario: Scenario, set path: String? = nil, to value: Double = 0) throws
    -> Double
  {
    let negotiation = try Negotiation(scenario)
    if let path, let index = scenario.parameters.firstIndex(where: { $0.path == path }) {
      negotiation.fix([ParameterID(index)], at: [value])
    }
    let agreed = (0..<300 as Range<UInt32>).count {
      negotiation.run($0, seed: 5)
      return negotiation.record.ending.isAgreement
    }
    return Double(agreed) / 300
  }

  @Test("what mediators bring adds up to agreement with all of them less that without")
  func efficiency() throws {
    let scenario = try Self.scenario()
    let result = try Self.result(scenario)
    func sum(_ isMeant: (Contribution.Actor) -> Bool) -> Double {
      result.contributions.filter { isMeant($0.actor) }.reduce(0) { $0 + $1.value.mean }
    }
    let all = try Self.share(scenario)
    // A shuttle without mediators agrees on nothing, and nobody agrees without a forum.
    #expect(all > 0.05 && all < 0.95)
    #expect(abs(sum { if case .mediator = $0 { true } else { false } } - all) < 1e-9)
    #expect(abs(sum { if case .forum = $0 { true } else { false } } - all) < 1e-9)
    // Egypt tables more than twice as often.
    #expect(result.contributions[0].value.mean > result.contributions[1].value.mean)
    #expect(
      result.contributions[0].texts.count + result.contributions[1].texts.count
        == result.distribution.agreements)
  }

  @Test("a mediator that is away is as one that no forum lists")
  func absence() throws {
    let scenario = try Self.scenario()
    var alone = scenario
    alone.forums[0].mediators = [1]
    #expect(try Self.share(scenario.without(mediators: [0])) == Self.share(alone))
    #expect(try Self.share(scenario.without(mediators: [0, 1])) == 0)
    #expect(try Self.share(scenario.without(forums: [0])) == 0)
    #expect(scenario.without() == scenario)
  }

  @Test("the curve of readiness is agreement with the number held there")
  func readiness() throws {
    let scenario = try Self.scenario()
    let result = try Self.result(scenario)
    let curve = result.readiness.filter { $0.party == 0 }
    #expect(curve.map(\.value) == [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
    for point in [curve[0], curve[5], curve[10]] {
      #expect(
        try point.agreement.share == Self.share(scenario, set: "parties.a.willingness", to: point.value))
    }
    // Who concedes nothing takes nothing but its best, which is worth nothing to the other.
    #expect(curve[0].agreement.count == 0 && curve[10].agreement.count > 0)
    #expect(result.readiness.count == 33)
  }

  @Test("what an event did is agreement with it against agreement in a file that has none")
  func events() throws {
    let event =
      #""events": {"shock": {"rate": 0.2, "effects": [{"on": "parties.a.willingness", "for": 4, "add": -0.9}]}},"#
    let (with, without) = (try Self.scenario(events: event), try Self.scenario())
    let effect = try #require(try Self.result(with).events.first?.agreement)
    #expect(try effect.firstShare == Self.share(without))
    #expect(try effect.secondShare == Self.share(with))
    #expect((effect.difference ?? 0) < 0)
  }

  @Test("the same tables on any number of threads, with the columns that others read")
  func tables() throws {
    let scenario = try Self.scenario(talks: #""talks": {"start": "suspended", "resume": {"base": 0.1}},"#)
    let one = try Self.result(scenario, threads: 1).tables()
    let three = try Self.result(scenario, threads: 3).tables()
    #expect(one.map { $0.write(.csv) } == three.map { $0.write(.csv) })
    func names(_ table: String) -> [String]? { one.first { $0.name == table }?.columns.map(\.name) }
    #expect(names("willingness") == ["party", "value", "agreement_share", "low", "high"])
    #expect(names("contributions") == ["actor", "kind", "shapley", "low", "high", "text_share"])
    #expect(names("course") == ["measure", "count", "mean", "share", "low", "high"])
    #expect(one.map(\.name).contains("resumption"))
    let shapes = try AnswersStudy(scenario, runs: 600, runsPerPoint: 300, seed: 5).shapes()
    #expect(shapes.map(\.name) == one.map(\.name))
  }
}
