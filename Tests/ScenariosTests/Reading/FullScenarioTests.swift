import Bargaining
import Foundation
import Randomness
import Scenarios
import Testing

/// The scenario that uses every key, against the model built by hand.
@Suite struct FullScenarioTests {
  private func read() throws -> ScenarioReading {
    try ScenarioReader.read(path: Fixtures.folder.appendingPathComponent("valid/full.jsonc").path)
  }

  private func parameter(_ path: String, _ scenario: Scenario) throws -> Parameter {
    try #require(scenario.parameters.first { $0.path == path })
  }

  @Test("it is read without error or warning")
  func clean() throws {
    let reading = try read()
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.scenario.identifier == "full")
    #expect(reading.scenario.name.text(in: "ar") == "كل شيء")
    #expect(reading.scenario.sources == ["seeds/one.md", "seeds/two.md"])
    #expect(reading.scenario.rounds == 20)
    #expect(reading.scenario.roundUnit == "week")
    #expect(reading.files.count == 1)
  }

  @Test("issues have the options, numbers, status quo and agenda of the file")
  func issues() throws {
    let scenario = try read().scenario
    #expect(scenario.issues.map(\.name) == ["truce", "share", "places", "seat"])
    #expect(scenario.agenda == [0, 1, 2])
    #expect(scenario.order == .interim(first: [0, 1], holds: false))
    #expect(scenario.issues[0].options.map(\.name) == ["none", "short", "long"])
    #expect(scenario.issues[0].options[0].label?.text(in: "ar") == "لا شيء")
    #expect(scenario.issues[0].options[1].label?.text(in: "ar") == "Short")
    #expect(scenario.issues[0].source == ["F1", "F2"])
    #expect(scenario.issues[0].statusQuo == 0)
    #expect(scenario.issues[0].tentative?.option == 1)
    #expect(scenario.issues[1].options.map(\.value) == [0.1, 0.2, 0.3, 0.4])
    #expect(scenario.issues[1].options.map(\.name) == ["0.1", "0.2", "0.3", "0.4"])
    #expect(scenario.issues[1].unit == "of the river")
    #expect(scenario.issues[1].statusQuo == 0)
    #expect(scenario.issues[2].options.map(\.value) == [3, -1, 7.5])
    #expect(scenario.issues[2].statusQuo == nil)
    #expect(scenario.issues[3].statusQuo == 1)
    #expect(!scenario.issues[3].isNumeric)
  }

  @Test("texts that are ready say what the file says, and what they leave out stays as it is")
  func texts() throws {
    let scenario = try read().scenario
    let texts = scenario.mediators[0].texts
    #expect(texts.map(\.options) == [[1, 0, 2, 1], [0, 1, 0, 1]])
    #expect(texts.map(\.occasion) == [.resumption, .any])
    let round = try #require(texts[0].round)
    #expect(scenario[round].path == "mediators.chair.texts.0.at")
    #expect(scenario[round].distribution == .uniform(low: 3, high: 5))
    #expect(scenario[round].provenance == .assumption("kept for a crisis") && texts[1].round == nil)
  }

  @Test("every notation of a number is the distribution that it says")
  func distributions() throws {
    let scenario = try read().scenario
    let expected: [(String, Distribution)] = [
      ("issues.truce.tentative.firmness", .beta(a: 2, b: 3)),
      ("parties.north.preferences.truce.weight", .uniform(low: 0.2, high: 0.4)),
      (
        "parties.north.preferences.truce.values.short",
        .normal(mean: 0.5, standardDeviation: 0.1, low: 0.3, high: 0.7)
      ),
      ("parties.north.preferences.share.values.0.2", .constant(0.25)),
      ("parties.north.preferences.places.weight", .constant(0.5)),
      ("parties.north.preferences.places.shape.peak", .triangular(low: 0, mode: 3, high: 5)),
      (
        "parties.north.interactions.0.add",
        .choice([
          WeightedValue(value: -0.1, probability: 0.25), WeightedValue(value: 0.2, probability: 0.75),
        ])
      ),
      ("parties.south.discount", .constant(1)),
      ("events.flood.effects.0.add", .uniform(low: -0.01, high: 0.01)),
    ]
    for (path, distribution) in expected {
      #expect(try parameter(path, scenario).distribution == distribution, "\(path)")
    }
    #expect(try parameter("parties.north.reservation", scenario).range == -10...10)
    #expect(try parameter("parties.north.preferences.places.shape.peak", scenario).range == -1...7.5)
    #expect(try parameter("parties.north.tactic.time.start", scenario).range == 0.001...1)
  }

  @Test("a number rests on its own mark, else on the nearest around it, else on none")
  func provenance() throws {
    let reading = try read()
    func provenance(_ path: String) throws -> Parameter.Provenance {
      try parameter(path, reading.scenario).provenance
    }
    #expect(try provenance("issues.truce.tentative.firmness") == .sourced(["F3"]))
    #expect(try provenance("parties.north.reservation") == .sourced(["F4"]))
    #expect(try provenance("parties.north.preferences.truce.values.short") == .sourced(["F4"]))
    #expect(try provenance("parties.north.preferences.places.weight") == .assumption("half"))
    #expect(try provenance("parties.south.reservation") == .assumption("made up"))
    #expect(try provenance("parties.south.cost_of_delay") == .byDefault)
    #expect(try provenance("events.flood.effects.1.multiply") == .sourced(["F5"]))
    // Sourced: firmness 1; of north 3 weights, 7 values, 1 peak, 1 bonus, 8 of its own
    // (reservation, cost, discount, beta, start, tolerance, willingness, overstatement), less the
    // weight marked as assumption; acceptance 2; voter 1; flood 1 + 4.
    #expect(reading.provenance.sourced == 1 + (3 - 1) + 7 + 1 + 1 + 8 + 2 + 1 + 5)
    #expect(reading.provenance.unmarked == 0)
  }

  @Test("parties are as written, defaults filled in and listed")
  func parties() throws {
    let reading = try read()
    let scenario = reading.scenario
    let north = scenario.parties[0]
    let south = scenario.parties[1]
    func id(_ path: String) throws -> ParameterID {
      ParameterID(try #require(scenario.parameters.firstIndex { $0.path == path }))
    }
    #expect(north.preferences.issues[3] == nil)
    #expect(
      north.preferences.issues[0]?.valuation
        == .listed([
          try id("parties.north.preferences.truce.values.none"),
          try id("parties.north.preferences.truce.values.short"),
          try id("parties.north.preferences.truce.values.long"),
        ]))
    #expect(
      north.preferences.issues[2]?.valuation == .peak(try id("parties.north.preferences.places.shape.peak")))
    #expect(
      north.preferences.interactions.map(\.condition) == [
        Condition([
          .init(issue: 0, options: OptionSelection([2])), .init(issue: 1, options: OptionSelection([2, 3])),
        ])
      ])
    #expect(
      north.preferences.redLines == [
        Condition([
          .init(issue: 0, options: OptionSelection([0, 1])), .init(issue: 2, options: OptionSelection([1])),
        ]),
        Condition([.init(issue: 1, options: OptionSelection([0]))]),
      ])
    #expect(
      north.tactic
        == .time(
          TimeTactic(
            curve: .exponential, beta: try id("parties.north.tactic.time.beta"),
            start: try id("parties.north.tactic.time.start"),
            tolerance: try id("parties.north.tactic.time.tolerance"))))
    #expect(north.offer == .closest)
    #expect(north.ties == .random)
    #expect(
      north.acceptance
        == .any([
          .next,
          .all([.aspiration, .time(try id("parties.north.acceptance.any.1.all.1.time"))]),
          .constant(try id("parties.north.acceptance.any.2.constant")),
        ]))
    #expect(north.voter == .annealer(temperature: try id("parties.north.voter.annealer.temperature")))
    #expect(north.hasVeto)
    #expect(!south.hasVeto)
    #expect(south.offer == .lowest)
    #expect(south.ties == .first)
    #expect(south.acceptance == .next)
    #expect(south.preferences.issues[1]?.valuation == .decreasing)
    #expect(
      reading.defaults.filter { $0.path.hasPrefix("parties.") }.map { "\($0.path) = \($0.value)" } == [
        "parties.south.interactions = []", "parties.south.red_lines = []", "parties.south.cost_of_delay = 0",
        "parties.south.discount = 1", "parties.south.tactic.time.curve = \"polynomial\"",
        "parties.south.tactic.time.start = 0", "parties.south.tactic.time.tolerance = 0",
        "parties.south.willingness = 1", "parties.south.offer = \"lowest\"",
        "parties.south.acceptance = \"next\"", "parties.south.voter = \"hill_climber\"",
        "parties.south.looks_ahead = false", "parties.south.overstatement = 0",
      ])
  }

  @Test("mediators, forums, talks and events are as written")
  func rest() throws {
    let scenario = try read().scenario
    func id(_ path: String) throws -> ParameterID {
      ParameterID(try #require(scenario.parameters.firstIndex { $0.path == path }))
    }
    let chair = scenario.mediators[0]
    #expect(chair.preferences.issues.map { $0 == nil } == [true, false, true, true])
    #expect(chair.preferences.redLines == [Condition([.init(issue: 3, options: OptionSelection([0]))])])
    #expect(scenario[chair.ownInterest].distribution == .constant(4))
    #expect(scenario[chair.toward[0].trust].provenance == .byDefault)
    #expect(scenario[chair.toward[0].trust].distribution == .constant(1))
    #expect(scenario[chair.toward[1].bias].distribution == .constant(-0.5))
    let (allegiance, suspicion) = try (
      #require(scenario.mediation.allegiance), #require(scenario.mediation.suspicion)
    )
    #expect(scenario[allegiance].distribution == .constant(0.6))
    #expect(scenario[suspicion].distribution == .uniform(low: 0, high: 0.5))
    let (gain, loss) = try (#require(chair.toward[1].gain), #require(chair.toward[1].loss))
    #expect(scenario[gain].distribution == .constant(0.05))
    #expect(scenario[loss].distribution == .uniform(low: 0.1, high: 0.2))
    #expect(scenario[scenario.mediation.noise].distribution == .constant(0.3))

    #expect(
      scenario.forums == [
        Forum(
          name: "hall", label: LocalizedText("Hall"), members: [1, 0], mediators: [0], rules: .shuttle,
          every: 2,
          first: 1),
        Forum(
          name: "desk", members: [0, 1], mediators: [0],
          rules: .singleText(SingleText(proposals: 12, sittings: 4))),
        Forum(name: "round_table", members: [0, 1], mediators: [], rules: .simultaneous),
        Forum(name: "door", members: [1, 0], mediators: [], rules: .ultimatum, every: 6),
        Forum(name: "corridor", members: [0, 1], mediators: [], rules: .alternating),
      ])
    #expect(scenario.talks.startSuspended)
    #expect(scenario.talks.suspendAfter == 5)
    #expect(scenario[scenario.talks.collapseWhileSuspended].distribution == .constant(0.02))

    let flood = scenario.events[0]
    #expect(flood.once)
    #expect(flood.source == ["F5"])
    #expect(
      flood.effects == [
        .init(
          target: try id("parties.north.cost_of_delay"), change: .add(try id("events.flood.effects.0.add")),
          rounds: 3),
        .init(
          target: try id("mediators.chair.toward.north.trust"),
          change: .multiply(try id("events.flood.effects.1.multiply"))),
        .init(
          target: try id("parties.north.preferences.share.values.0.2"),
          change: .add(try id("events.flood.effects.2.add"))),
        .init(
          target: try id("events.drought.rate"), change: .multiply(try id("events.flood.effects.3.multiply"))),
      ])
  }
}
