import Bargaining
import Randomness
import Scenarios
import Testing

/// Ratification, implementation and spoilers as a file writes them.
@Suite struct HomeScenarioTests {
  static let home = """
    , "ratification": {"quota": {"uniform": [0.5, 0.7]}, "failures": 2, "trust_loss": 0.1, "foresight": 0.6, "assumption": "why",
        "factions": {
          "hawks": {"label": "Hawks", "weight": 2, "minimum": {"value": 0.4, "source": ["F1"]}, "bears": 0.5, "carrot_share": {"uniform": [0, 1]},
                    "adjust": {"pie": {"weight": 1.5, "values": {"half": -0.25}}}},
          "doves": {"weight": 1, "minimum": 0.1}}}, "looks_ahead": true
    """
  static let steps = """
    "sources": ["s"], "talks": {"resume": {"base": 1}},
    "implementation": {
      "phases": {"first": {"label": {"en": "First"}, "when": {"pie": ["half", "all"]}, "issues": ["pie"], "monitoring": 0.5}, "second": {}},
      "failure": {"base": -2, "guarantee": 3},
      "provisions": [{"when": {"pie": "all"}, "guarantee": {"uniform": [0.1, 0.2]}}]},
    "events": {"raid": {"rate": 0.1, "progress_rate": 0.2, "effects": [
      {"on": "implementation.phases.first.monitoring", "add": -0.1},
      {"on": "parties.ann.ratification.factions.hawks.adjust.pie.values.half", "add": 0.1},
      {"on": "events.raid.progress_rate", "multiply": 2}]}},
    """

  private func reading() throws -> ScenarioReading {
    try ScenarioReader.read(text: SmallScenario.text(top: Self.steps, ann: Self.home), name: "t")
  }

  @Test("a ratification is as written, defaults filled in")
  func ratification() throws {
    let scenario = try reading().scenario
    func number(_ path: String) throws -> ParameterID {
      ParameterID(
        try #require(scenario.parameters.firstIndex { $0.path == "parties.ann.ratification.\(path)" }))
    }
    let home = try #require(scenario.parties[0].ratification)
    #expect(scenario.parties.map(\.looksAhead) == [true, false])
    #expect(scenario.parties[1].ratification == nil)
    #expect(scenario[home.quota].distribution == .uniform(low: 0.5, high: 0.7))
    #expect(scenario[home.quota].provenance == .assumption("why"))
    #expect(scenario[home.learning].distribution == .constant(0))
    #expect(scenario[home.foresight].distribution == .constant(0.6))
    #expect(scenario[home.factions[0].bears].distribution == .constant(0.5))
    #expect(scenario[home.factions[0].carrotShare].distribution == .uniform(low: 0, high: 1))
    for id in [home.factions[1].bears, home.factions[1].carrotShare] {
      #expect(scenario[id].distribution == .constant(0) && scenario[id].provenance == .byDefault)
    }
    #expect(home.factions[1].bears == (try number("factions.doves.bears")))
    #expect(home.factions[1].carrotShare == (try number("factions.doves.carrot_share")))
    #expect(home.failures == 2)
    #expect(home.factions.map(\.name) == ["hawks", "doves"])
    #expect(home.factions[0].minimum == (try number("factions.hawks.minimum")))
    #expect(scenario[home.factions[0].minimum].provenance == .sourced(["F1"]))
    let adjustment = try #require(home.factions[0].adjustments[0])
    #expect(adjustment.weight == (try number("factions.hawks.adjust.pie.weight")))
    #expect(adjustment.values == [nil, try number("factions.hawks.adjust.pie.values.half"), nil])
    #expect(home.factions[1].adjustments == [nil])
  }

  @Test("an implementation is as written, defaults filled in")
  func implementation() throws {
    let scenario = try reading().scenario
    let plan = try #require(scenario.implementation)
    #expect(plan.phases.map(\.name) == ["first", "second"])
    #expect(plan.phases[0].condition == Condition([.init(issue: 0, options: OptionSelection([1, 2]))]))
    #expect(plan.phases[1].condition == nil)
    #expect(plan.phases.map(\.issues) == [[0], [0]])
    #expect(plan.phases.map { scenario[$0.monitoring].distribution } == [.constant(0.5), .constant(0)])
    #expect(scenario[plan.failure.base].distribution == .constant(-2))
    #expect(scenario[plan.failure.temptation].distribution == .constant(0))
    #expect(scenario[plan.leverageFade].distribution == .constant(0))
    #expect(scenario[plan.provisions[0].guarantee].path == "implementation.provisions.0.guarantee")
    #expect(scenario[plan.provisions[0].monitoring].distribution == .constant(0))
    #expect(scenario.events[0].progressRate.map { scenario[$0].distribution } == .constant(0.2))
    #expect(
      scenario.events[0].effects.map { scenario[$0.target].path } == [
        "implementation.phases.first.monitoring",
        "parties.ann.ratification.factions.hawks.adjust.pie.values.half", "events.raid.progress_rate",
      ])
  }

  @Test("a setting changes a phase or a faction and invents none")
  func settings() throws {
    func told(_ path: String, _ value: String) -> [String] {
      SmallScenario.told(
        SmallScenario.text(top: Self.steps, ann: Self.home),
        settings: [ScenarioSetting(path: path, value: value, origin: "o")])
    }
    #expect(told("implementation.phases.first.guarantee", "0.5") == [])
    #expect(
      told("implementation.phases.frist.guarantee", "0.5") == [
        "o:1:23: error: there is no \"frist\" in the scenario | did you mean \"first\"?"
      ])
    #expect(
      told("parties.ann.ratification.factions.hawk.weight", "2") == [
        "o:1:35: error: there is no \"hawk\" in the scenario | did you mean \"hawks\"?"
      ])
  }

  @Test("what could never matter is warned of")
  func warnings() {
    #expect(
      SmallScenario.told(SmallScenario.text(ann: ", \"looks_ahead\": true")) == [
        "t:7:60: warning: party \"ann\" looks ahead to nothing: the scenario has no \"implementation\""
      ])
    let faction = #""factions": {"f": {"weight": 1, "minimum": 0}}"#
    #expect(
      SmallScenario.told(
        SmallScenario.text(
          top: #""talks": {"resume": {"base": 1}},"#,
          ann: #", "veto": false, "ratification": {"quota": 1, \#(faction)}"#)) == [
          "t:7:75: warning: the ratification of party \"ann\" is never held: a deal does not need the consent of a party without a veto"
        ])
    #expect(
      SmallScenario.told(SmallScenario.text(ann: #", "ratification": {"quota": 1, \#(faction)}"#)) == [
        "t:7:60: warning: a deal turned down by the home of party \"ann\" suspends the talks for good: talks.resume is 0"
      ])
    #expect(
      SmallScenario.told(
        SmallScenario.text(ann: #", "ratification": {"quota": 1, "failures": 1, \#(faction)}"#)) == [])
  }
}
