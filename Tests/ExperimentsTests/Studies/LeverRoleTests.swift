import Bargaining
import Experiments
import Scenarios
import Simulation
import Testing

@Suite("Whose levers they are")
struct LeverRoleTests {
  /// A shuttle that sits every third round, where egypt alone tables texts; qatar sits nowhere.
  private static func scenario(formulate: String = #"{"uniform": [0, 1]}"#) throws -> Scenario {
    let text = """
      {"rounds": 30,
       "issues": {"land": {"options": ["all_a", "half", "all_b"], "status_quo": "all_a"}},
       "parties": {
         "a": {"preferences": {"land": {"weight": 1, "values": {"all_a": 1, "half": 0.5, "all_b": 0}}},
               "reservation": {"uniform": [0.2, 0.4]}, "willingness": {"uniform": [0.5, 1]}, "tactic": {"time": {"beta": 1}}},
         "b": {"preferences": {"land": {"weight": 1, "values": {"all_a": 0, "half": 0.5, "all_b": 1}}},
               "reservation": 0.3, "tactic": {"time": {"beta": {"uniform": [0.5, 1]}}}}},
       "mediators": {
         "egypt": {"preferences": {}, "formulate": \(formulate),
                   "toward": {"a": {"trust": {"uniform": [0, 1]}}, "b": {"trust": 1}}},
         "qatar": {"preferences": {}, "formulate": 1}},
       "mediation": {"noise": 0},
       "talks": {"collapse": {"active": {"uniform": [0, 0.01]}}},
       "forums": {"main": {"members": ["a", "b"], "mediators": ["egypt"], "protocol": "shuttle", "every": 3}}}
      """
    return try ScenarioReader.read(text: text, name: "roles.jsonc").scenario
  }

  @Test("acts have an actor, coefficients of nature none, preferences and tactics are no levers")
  func roles() throws {
    let levers = Lever.all(in: try Self.scenario())
    #expect(
      levers.map { "\($0.path) \($0.role.name) \($0.role.actor ?? "")" } == [
        "parties.a.reservation nature ", "parties.a.willingness act a", "mediators.egypt.formulate act egypt",
        "mediators.egypt.toward.a.trust nature ", "talks.collapse.active nature ",
        "forums.main.every act mediators", "forums.main.mediators.qatar act qatar",
      ])
    #expect(levers.suffix(2).map { $0.values(5) } == [[1, 3, 6], [1]])
  }

  @Test("when a mediator tables a text that it has ready is an act of its, and moving it moves agreement")
  func texts() throws {
    var text = #"{"outcome": {"land": "half"}, "at": {"uniform": [20, 36]}}"#
    text = #"0, "texts": [\#(text)]"#
    let scenario = try Self.scenario(formulate: text)
    let lever = try #require(
      Lever.all(in: scenario).first { $0.path == "mediators.egypt.texts.0.at" }, "no such lever")
    #expect(lever.role == .act(by: "egypt") && lever.low == 20 && lever.high == 36)
    let result = try #require(
      try LeverStudy(scenario, levers: [lever], target: 0.99, runs: 100, threads: 2).run())
    // The forum sits for the last time in round 27.
    let shares = try #require(result.effects.first).shares
    #expect(lever.values(5) == [20, 24, 28, 32, 36])
    #expect(shares[1] > 0 && shares[2...] == [0, 0, 0], "\(shares)")
  }

  /// Each round is the same whatever the rhythm says, so that the arranged scenario is simulated by
  /// itself for comparison.
  @Test("a forum's rhythm and who sits in it are moved as the scenario so arranged is")
  func arrangements() throws {
    let scenario = try Self.scenario()
    let result = try #require(try LeverStudy(scenario, target: 0.99, runs: 100, threads: 2).run())
    func agreements(_ arrange: (inout Scenario) -> Void) throws -> Int {
      var scenario = scenario
      arrange(&scenario)
      let negotiation = try Negotiation(scenario)
      return (0..<100 as Range<UInt32>).count {
        negotiation.run($0, seed: 1)
        return negotiation.record.ending.isAgreement
      }
    }
    let rhythm = try #require(result.effects.first { $0.lever.path == "forums.main.every" })
    #expect(rhythm.values.count > 1 && rhythm.values.count == rhythm.shares.count)
    for (value, share) in zip(rhythm.values, rhythm.shares) {
      #expect(try Int((share * 100).rounded()) == agreements { $0.forums[0].every = Int(value) })
    }
    let seat = try #require(result.effects.first { $0.lever.path == "forums.main.mediators.qatar" })
    #expect(try seat.bestAgreements.count == agreements { $0.forums[0].mediators = [0, 1] })
    #expect((seat.gain.difference ?? 0) > 0)
    // Nobody is advised to be more trusted.
    for move in result.set?.moves ?? [] { #expect(move.lever.role != .nature) }
  }

  /// Holm's own example has p-values 0.01, 0.04, 0.03, 0.005: adjusted 0.03, 0.06, 0.06, 0.02.
  @Test("p-values count all levers and all values that were tried")
  func multiplicity() throws {
    // Ten levers that do nothing and one: the p-value of the one is McNemar's, times 5 values.
    let scenario = try StudyTexts.zone(a: #"{"uniform": [0.3, 0.7]}"#, b: "0.6")
    func lever(_ path: String, _ low: Double, _ high: Double) throws -> Lever {
      let index = try #require(scenario.parameters.firstIndex { $0.path == path })
      return Lever(parameter: ParameterID(index), path: path, low: low, high: high)
    }
    let levers = [
      try lever("parties.b.reservation", 0.57, 0.6), try lever("parties.a.cost_of_delay", 0, 0.5),
      try lever("parties.b.cost_of_delay", 0, 0.5),
    ]
    let result = try #require(try LeverStudy(scenario, levers: levers, runs: 100, threads: 2).run())
    #expect(result.effects.count == levers.count)
    let best = try #require(result.effects.first)
    #expect(best.lever.path == "parties.b.reservation" && best.gain.midP < 0.01)
    #expect(abs(best.adjustedP - min(1, best.gain.midP * 5 * 3)) < 1e-15)
    #expect(result.effects.dropFirst().allSatisfy { $0.adjustedP == 1 && $0.ranks.contains(2) })
  }
}
