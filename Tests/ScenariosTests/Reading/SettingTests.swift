import Bargaining
import Randomness
import Scenarios
import Testing

/// Values set from outside, as a sweep sets them.
@Suite struct SettingTests {
  private func read(_ settings: (String, String)...) throws -> ScenarioReading {
    try ScenarioReader.read(
      text: SmallScenario.text(), name: "t",
      settings: settings.map { ScenarioSetting(path: $0.0, value: $0.1) })
  }

  private func distribution(_ path: String, _ scenario: Scenario) throws -> Distribution {
    try #require(scenario.parameters.first { $0.path == path }).distribution
  }

  @Test("a number that stands in the file, and one that does not, can be set")
  func numbers() throws {
    let scenario = try read(
      ("parties.ann.reservation", "0.4"), ("parties.bob.willingness", "{\"uniform\": [0.1, 0.2]}"),
      ("talks.resume.base", "0.5"), ("rounds", "7")
    ).scenario
    #expect(scenario.rounds == 7)
    #expect(try distribution("parties.ann.reservation", scenario) == .constant(0.4))
    #expect(try distribution("parties.bob.willingness", scenario) == .uniform(low: 0.1, high: 0.2))
    #expect(try distribution("talks.resume.base", scenario) == .constant(0.5))
  }

  @Test("words, tactics and parts of distributions can be set; a text needs no quotes")
  func words() throws {
    let scenario = try read(
      ("parties.ann.offer", "modelled"), ("parties.bob.offer", "\"closest\""),
      ("parties.ann.tactic", "{time: {beta: 3, curve: 'exponential'}}"),
      ("issues.pie.status_quo", "none"), ("parties.ann.reservation", "{\"uniform\": [0, 1]}"),
      ("parties.ann.reservation.uniform.1", "0.5"), ("parties.bob.acceptance.any", "[\"next\"]")
    ).scenario
    #expect(scenario.parties.map(\.offer) == [.modelled, .closest])
    #expect(scenario.issues[0].statusQuo == 0)
    #expect(try distribution("parties.ann.tactic.time.beta", scenario) == .constant(3))
    #expect(try distribution("parties.ann.reservation", scenario) == .uniform(low: 0, high: 0.5))
    #expect(scenario.parties[1].acceptance == .any([.next]))
  }

  @Test("a later setting wins, null takes away, and the file's mark does not speak for a set number")
  func order() throws {
    let text = SmallScenario.text(
      top: "\"source\": [\"F1\"], \"sources\": [\"s\"],", ann: ", \"offer\": \"closest\"")
    let reading = try ScenarioReader.read(
      text: text, name: "t",
      settings: [
        ScenarioSetting(path: "parties.ann.reservation", value: "0.3"),
        ScenarioSetting(path: "parties.ann.reservation", value: "0.35"),
        ScenarioSetting(path: "parties.ann.offer", value: "null"),
      ])
    let number = try #require(reading.scenario.parameters.first { $0.path == "parties.ann.reservation" })
    #expect(number.distribution == .constant(0.35))
    #expect(number.provenance == .assumption("set for this run"))
    #expect(reading.scenario.parties[0].offer == .lowest)
    #expect(reading.files.map(\.name) == ["t"])
  }

  @Test("the value of an option whose number holds a dot can be set")
  func dots() throws {
    let text = SmallScenario.text().replacing("\"none\", \"half\", \"all\"", with: "0, 0.5, 1")
      .replacing("\"none\":", with: "\"0\":").replacing("\"half\":", with: "\"0.5\":")
      .replacing("\"all\":", with: "\"1\":")
    let path = "parties.ann.preferences.pie.values.0.5"
    let reading = try ScenarioReader.read(
      text: text, name: "t", settings: [ScenarioSetting(path: path, value: "0.75")])
    #expect(try distribution(path, reading.scenario) == .constant(0.75))
  }

  @Test(
    "a setting that leads nowhere is answered with what was meant",
    arguments: [
      (
        "parties.anne.reservation", "0.3",
        "o:1:9: error: there is no \"anne\" in the scenario | did you mean \"ann\"?"
      ),
      (
        "parties.ann.wilingness", "0.3",
        "o:1:13: error: unknown key \"wilingness\" in party \"ann\" | did you mean \"willingness\"? known: "
          + "\"label\", \"preferences\", \"interactions\", \"red_lines\", \"reservation\", "
          + "\"cost_of_delay\", \"discount\", \"tactic\", \"willingness\", \"offer\", \"ties\", "
          + "\"opponent_model\", \"acceptance\", \"voter\", \"veto\", \"ratification\", "
          + "\"looks_ahead\", \"overstatement\", \"horizon\", \"source\", \"assumption\", \"note\""
      ),
      (
        "partys.ann.willingness", "0.3",
        "o:1:1: error: unknown key \"partys\" in the scenario | did you mean \"parties\"? known: "
          + "\"$schema\", \"extends\", \"name\", \"sources\", \"rounds\", \"round_unit\", "
          + "\"issues\", \"agenda\", \"ties\", \"parties\", \"mediators\", \"mediation\", "
          + "\"forums\", \"talks\", \"implementation\", \"events\", \"models\", \"tolls\", "
          + "\"source\", \"assumption\", \"note\""
      ),
      (
        "parties.ann.willingness", "1.5",
        "o:1:25: error: parties.ann.willingness must be between 0 and 1, not 1.5"
      ),
      ("parties.ann.offer", "lowes", "o:1:19: error: unknown offer \"lowes\" | did you mean \"lowest\"?"),
      (
        "parties.ann.preferences.pie.values.hlf", "1",
        "o:1:36: error: unknown option \"hlf\" of issue \"pie\" | did you mean \"half\"?"
      ),
      (
        "parties.ann.reservation.mean", "1",
        "o:1:25: error: there is nothing called \"mean\" inside a number"
      ),
      (
        "parties.ann.willingness", "0.2..0.3",
        "o:1:25: error: \"0.2..0.3\" is not a number | a range is written {\"uniform\": [from, to]}"
      ),
      ("parties.ann.willingness", "", "o:1:25: error: a value is missing after '='"),
      ("", "1", "o:1:1: error: expected a path such as rounds=30"),
      ("parties..ann", "1", "o:1:1: error: expected a path such as rounds=30"),
      (
        "parties.ann.offr", "null",
        "o:1:13: error: there is no \"offr\" in the scenario | known: \"preferences\", \"reservation\", \"tactic\""
      ),
    ])
  func faults(_ path: String, _ value: String, _ expected: String) {
    #expect(
      SmallScenario.told(
        SmallScenario.text(), settings: [ScenarioSetting(path: path, value: value, origin: "o")]) == [
          expected
        ])
  }
}
