import Bargaining
import Randomness
import Scenarios
import Simulation
import Tables
import Testing

/// Several accounts of the same talks.
@Suite("Models")
struct ModelTests {
  /// Talks about a pie and a form, with phases and a home, so that there are rows of every table.
  private static func talks(_ models: String) -> String {
    func party(_ shape: String, _ more: String) -> String {
      """
      {"preferences": {"share": {"weight": 3, "shape": "\(shape)"}, "form": {"weight": 1, "values": {"loose": 0.2, "tight": {"uniform": [0.3, 1]}}}},
       "reservation": {"uniform": [0.2, 0.6]}, "willingness": {"uniform": [0.5, 1]}, "tactic": {"time": {"beta": {"uniform": [0.3, 1.5]}}}\(more)}
      """
    }
    let home =
      #", "ratification": {"quota": 0.5, "factions": {"hawks": {"weight": 1, "minimum": {"uniform": [0.3, 0.7]}}}, "failures": 2}"#
    return """
      {"rounds": 12,
       "issues": {"share": {"range": {"from": 0, "to": 20, "step": 1}}, "form": {"options": ["loose", "tight"], "status_quo": "loose"}},
       "parties": {"a": \(party("increasing", home)), "b": \(party("decreasing", ""))},
       "mediators": {"m": {"formulate": 0.6, "toward": {"a": {"trust": 0.7}, "b": {"trust": 0.6}}}},
       "talks": {"collapse": {"active": 0.02}, "suspend_after": 4, "resume": {"base": 0.3}},
       "implementation": {"phases": {"first": {"issues": ["share"]}, "second": {"issues": ["form"]}}, "failure": {"base": -2}},
       "tolls": {"days": {"per_round": 1, "while": {"form": "loose"}}}\(models.isEmpty ? "" : #", "models": {\#(models)}"#)}
      """
  }

  private static let plain = #""plain": {"weight": 2, "patch": {}}"#
  private static let eager =
    #""eager": {"weight": 1, "patch": {"parties": {"a": {"willingness": 1}, "b": {"willingness": 1}}}}"#
  private static let micro =
    #""micro": {"weight": 1, "patch": {"parties": {"a": {"tactic": "micro"}}, "mediators": {"m": {"formulate": {"uniform": [0, 1]}}}}}"#
  private static let three = talks([plain, eager, micro].joined(separator: ", "))

  private func simulate(
    _ text: String, runs: Int = 600, threads: Int = 2, settings: [ScenarioSetting] = []
  ) throws -> OutcomeDistribution {
    let scenario = try ScenarioReader.read(text: text, name: "test.jsonc", settings: settings).scenario
    return try Ensemble(scenario, plan: SimulationPlan(runs: runs, seed: 3, threads: threads)).run()
  }

  /// Tables with their rows in alphabetical order.
  private func sorted(_ tables: [String: String]) -> [String: [Substring]] {
    tables.mapValues { $0.split(separator: "\n").sorted() }
  }

  @Test("of which one changes nothing give the tables of the file without, and models.csv")
  func oneEmpty() throws {
    let without = try Texts.csv(simulate(Self.talks("")))
    var with = try Texts.csv(simulate(Self.talks(#""only": {"weight": 3, "patch": {}}"#)))
    let models = with.removeValue(forKey: "models") ?? ""
    // The range across one model is its share.
    #expect(with.removeValue(forKey: "model_ranges") != nil)
    #expect(with == without && without.count >= 11)
    #expect(models.hasPrefix("model,weight,ending,count,share,low,high\nonly,1.0,full_agreement,"))
  }

  @Test("in another order give the same tables but for the order of rows")
  func order() throws {
    let tables = try Texts.csv(simulate(Self.three))
    for models in [[Self.micro, Self.plain, Self.eager], [Self.eager, Self.micro, Self.plain]] {
      let other = try Texts.csv(simulate(Self.talks(models.joined(separator: ", "))))
      #expect(sorted(other) == sorted(tables))
      for (name, text) in other where name != "models" { #expect(text == tables[name], "\(name)") }
    }
  }

  @Test(
    "with weights that are all multiplied by the same number give the same tables",
    arguments: [0.1, 1.0 / 3, 7, 1e6])
  func weights(_ factor: Double) throws {
    let scaled = Self.three.replacing(#""weight": 2, "patch""#, with: #""weight": \#(2 * factor), "patch""#)
      .replacing(#""weight": 1, "patch""#, with: #""weight": \#(factor), "patch""#)
    #expect(scaled != Self.three)
    #expect(try Texts.csv(simulate(scaled)) == Texts.csv(simulate(Self.three)))
  }

  @Test("give the same tables on any number of threads")
  func threads() throws {
    let one = try Texts.csv(simulate(Self.three, threads: 1))
    for threads in [2, 5] { #expect(try Texts.csv(simulate(Self.three, threads: threads)) == one) }
  }

  /// The draw by its words: models end to end in the order of their names, a stream of their own.
  @Test("are drawn by their weights, and each run is that of its model alone, to the last bit")
  func slowly() throws {
    let text = Self.three
    let names = ["eager", "micro", "plain"]
    let ends = [0.25, 0.5, 1]
    let alone = try names.map { name in
      try Negotiation(
        ScenarioReader.read(
          text: text, name: "test.jsonc",
          settings: [ScenarioSetting(path: "model", value: name, origin: "--model")]
        ).scenario)
    }
    let scenario = try Texts.scenario(text)
    #expect(scenario.models.map(\.name) == ["plain", "eager", "micro"])
    let set = try NegotiationSet(scenario)
    var counts = [0, 0, 0]
    var endings = names.map { _ in Ending.allCases.map { _ in 0 } }
    for run in 0..<UInt32(600) {
      let level = RandomStream.uniform(seed: 3, run: run, stream: StreamID("models.draw"), at: 0)
      let place = try #require(ends.firstIndex { level < $0 })
      alone[place].run(run, seed: 3)
      var expected = alone[place].record
      expected.model = scenario.models.firstIndex { $0.name == names[place] }
      #expect(set.record(of: run, seed: 3) == expected, "run \(run)")
      counts[place] += 1
      endings[place][expected.ending.rawValue] += 1
    }
    // Binomial: within four standard deviations of n p.
    #expect(counts.count == 3)
    for (count, share) in zip(counts, [0.25, 0.25, 0.5]) {
      #expect(abs(Double(count) - 600 * share) < 4 * (600 * share * (1 - share)).squareRoot())
    }
    let distribution = try simulate(text)
    #expect(
      distribution.modelRows.map {
        endings[names.firstIndex(of: scenario.models[$0.model].name) ?? 0][$0.ending.rawValue]
      }
        == distribution.modelRows.map(\.share.count))
    let shares = endings.map { counts in
      Double(counts[Ending.fullAgreement.rawValue] + counts[Ending.partialAgreement.rawValue])
        / Double(counts.reduce(0, +))
    }
    let range = try #require(distribution.range { $0.agreementShare })
    #expect(range.low == shares.min() && range.high == shares.max() && range.models == 3)
  }

  @Test("of which one is chosen give the tables of a file in which its patch is written out")
  func chosen() throws {
    let written = Self.talks("").replacing(
      #""willingness": {"uniform": [0.5, 1]}"#, with: #""willingness": 1"#)
    let chosen = try simulate(
      Self.three, settings: [ScenarioSetting(path: "model", value: "eager", origin: "--model")])
    #expect(chosen.scenario.models.isEmpty)
    #expect(try Texts.csv(chosen) == Texts.csv(simulate(written)))
  }

  @Test("all have a value that is set, after their patches, and a number held at a point")
  func settings() throws {
    let setting = ScenarioSetting(path: "parties.b.willingness", value: "0.7", origin: "--set")
    let scenario = try ScenarioReader.read(text: Self.three, name: "t", settings: [setting]).scenario
    #expect(
      scenario.models.allSatisfy { $0.scenario["parties.b.willingness"]?.distribution == .constant(0.7) })
    // The same by holding the number, wherever each model keeps it: micro has no beta.
    let free = try Texts.scenario(Self.three)
    let id = ParameterID(try #require(free.parameters.firstIndex { $0.path == "parties.b.willingness" }))
    #expect(free.places(in: free.models[2].scenario)[id.index] != id)
    let held = try #require(
      try PointSimulation(free, inputs: [], runs: 200, seed: 3).run(
        points: 1, at: { _ in .values([(id, 0.7)]) }))
    let set = try #require(
      try PointSimulation(scenario, inputs: [], runs: 200, seed: 3).run(points: 1, at: { _ in .values([]) }))
    #expect(held[0].endings == set[0].endings && held[0].models == set[0].models)
    #expect(held[0].models.reduce(0) { $0 + $1.runs } == 200)
    let bytes = held[0].bytes
    #expect(PointResponse(bytes: bytes) == held[0])
  }

  @Test("are in the runs' table by name, and put down word by word are the same bits")
  func log() throws {
    let scenario = try Texts.scenario(Self.three)
    #expect(RunLog.columns(of: scenario).suffix(2) == ["toll_days", "model"])
    let distribution = try simulate(Self.three)
    let bytes = distribution.fold.bytes
    #expect(OutcomeFold(bytes: bytes)?.bytes == bytes)
    #expect(OutcomeFold(bytes: Array(bytes.dropLast())) == nil)
  }
}
