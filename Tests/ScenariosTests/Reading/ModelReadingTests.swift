import Bargaining
import Foundation
import Scenarios
import Testing

/// What a file says of its models.
@Suite struct ModelReadingTests {
  private func told(_ models: String, settings: [ScenarioSetting] = []) -> [String] {
    SmallScenario.told(SmallScenario.text(top: "\n  \"models\": \(models),"), settings: settings)
  }

  private func read(_ models: String, _ settings: ScenarioSetting...) throws -> ScenarioReading {
    try ScenarioReader.read(
      text: SmallScenario.text(top: "\"models\": \(models),"), name: "t", settings: settings)
  }

  @Test("a fault in a patch is told where the patch has it, once, and other faults with the model")
  func places() {
    #expect(
      told(#"{"a": {"weight": 1, "patch": {"parties": {"ann": {"reservatoin": 1, "willingness": 2}}}}}"#) == [
        #"t:3:63: error: unknown key "reservatoin" in party "ann" | did you mean "reservation"? known: "label", "preferences", "interactions", "red_lines", "reservation", "cost_of_delay", "discount", "tactic", "willingness", "offer", "ties", "opponent_model", "acceptance", "voter", "veto", "ratification", "looks_ahead", "overstatement", "horizon", "source", "assumption", "note""#,
        "t:3:96: error: parties.ann.willingness must be between 0 and 1, not 2",
      ])
    #expect(
      told(#"{"a": {"weight": 1, "patch": {"parties": {"ann": {"reservation": null}}}}}"#) == [
        #"t:6:5: error: party "ann" needs "reservation", in model "a" | a number between -10 and 10"#
      ] || told(#"{"a": {"weight": 1, "patch": {"parties": {"ann": {"reservation": null}}}}}"#).count == 1)
  }

  @Test("a fault of the file itself is told once, however many models there are")
  func once() {
    let models = #""models": {"a": {"weight": 1, "patch": {}}, "b": {"weight": 1, "patch": {}}},"#
    #expect(SmallScenario.told(SmallScenario.text(top: models, ann: #", "willingness": 7"#)).count == 1)
  }

  @Test(
    "a model cannot change what tables have rows and columns for",
    arguments: [
      (#"{"rounds": 6}"#, "a model cannot change the number of rounds"),
      (
        #"{"issues": {"pie": {"options": ["all", "half", "none"]}}}"#,
        "a model cannot change the options of issue \"pie\", and their order"
      ),
      (
        #"{"mediators": {"m": {}}, "forums": {"main": {"members": ["ann", "bob"], "mediators": ["m"], "protocol": "alternating"}}}"#,
        "a model cannot change which mediators there are, and their order"
      ),
      (
        #"{"parties": {"ann": {"ratification": {"quota": 0.5, "factions": {"f": {"weight": 1, "minimum": 0}}}}}}"#,
        "a model cannot change whether party \"ann\" has to ask at home"
      ),
      (
        #"{"tolls": {"t": {"per_round": 1, "while": "active"}}}"#,
        "a model cannot change which tolls there are, and their order"
      ),
    ])
  func shape(_ patch: String, _ message: String) {
    let faults = told(#"{"a": {"weight": 1, "patch": \#(patch)}}"#)
    #expect(faults.contains { $0.hasPrefix("t:3:") && $0.contains("error: \(message)") }, "\(faults)")
  }

  @Test("weights are plain numbers of which one is above 0, and a patch leaves the file's own keys alone")
  func weights() {
    #expect(
      told(#"{"a": {"weight": 0, "patch": {}}}"#) == ["t:3:3: error: the weights of the models are all 0"])
    #expect(
      told(#"{"a": {"weight": -1, "patch": {}}}"#) == [
        "t:3:29: error: models.a.weight must be between 0 and 1000000000, not -1"
      ] || told(#"{"a": {"weight": -1, "patch": {}}}"#).count == 1)
    #expect(
      told(#"{"a": {"weight": 1, "patch": {"extends": "x"}}}"#).first?.contains(
        "a model cannot change \"extends\"") == true)
  }

  @Test("an unknown model is told with the nearest name")
  func unknown() {
    let models = #"{"fearful": {"weight": 1, "patch": {}}, "eager": {"weight": 1, "patch": {}}}"#
    #expect(
      told(models, settings: [ScenarioSetting(path: "model", value: "earger", origin: "--model")]) == [
        #"--model:1:7: error: there is no model "earger" | did you mean "eager"?"#
      ])
    #expect(
      SmallScenario.told(
        SmallScenario.text(), settings: [ScenarioSetting(path: "model", value: "x", origin: "--model")]) == [
          "--model:1:7: error: the scenario has no models"
        ])
  }

  @Test("a setting holds after the patches, one of models before them, and one of a model's weight counts")
  func settings() throws {
    let models =
      #"{"a": {"weight": 1, "patch": {"parties": {"ann": {"willingness": 0.3}}}}, "b": {"weight": 1, "patch": {}}}"#
    func values(_ settings: ScenarioSetting...) throws -> [Double?] {
      try ScenarioReader.read(
        text: SmallScenario.text(top: "\"models\": \(models),"), name: "t", settings: settings
      ).scenario.models.map { $0.scenario["parties.ann.willingness"]?.distribution.middle }
    }
    #expect(try values() == [0.3, 1])
    #expect(try values(ScenarioSetting(path: "parties.ann.willingness", value: "0.6")) == [0.6, 0.6])
    #expect(
      try values(ScenarioSetting(path: "models.a.patch.parties.ann.willingness", value: "0.4")) == [0.4, 1])
    let scenario = try read(models, ScenarioSetting(path: "models.b.weight", value: "3")).scenario
    #expect(scenario.modelShares == [0.25, 0.75])
    #expect(
      told(models, settings: [ScenarioSetting(path: "models.c.weight", value: "3", origin: "--set")]).count
        == 1)
  }

  @Test("numbers of a patch rest on what its model rests on, and count among those of the file")
  func marks() throws {
    let reading = try read(
      #"{"a": {"weight": 1, "assumption": "both tire", "patch": {"parties": {"ann": {"willingness": 0.3, "cost_of_delay": {"value": 0.1, "assumption": "war"}}}}}}"#
    )
    let talks = reading.scenario.models[0].scenario
    #expect(talks["parties.ann.willingness"]?.provenance == .assumption("both tire"))
    #expect(talks["parties.ann.cost_of_delay"]?.provenance == .assumption("war"))
    let without = try ScenarioReader.read(text: SmallScenario.text(), name: "t")
    #expect(reading.provenance.assumed == without.provenance.assumed + 2)
    #expect(
      reading.scenario.writtenParameters.suffix(2).map(\.path) == [
        "models.a.patch.parties.ann.cost_of_delay", "models.a.patch.parties.ann.willingness",
      ])
  }

  @Test("numbers that only a model has can be moved, and its defaults are named as those of its patch")
  func onlyThere() throws {
    let reading = try read(
      #"{"a": {"weight": 1, "patch": {"parties": {"ann": {"tactic": {"tit_for_tat": {"kind": "averaged", "window": 2}}}}}}, "b": {"weight": 1, "patch": {"events": {"rain": {"rate": {"uniform": [0, 0.1]}, "effects": [{"on": "talks.collapse.active", "add": 0.1}]}}}}}"#
    )
    let scenario = reading.scenario
    let rate = try #require(scenario.parameters.firstIndex { $0.path == "events.rain.rate" })
    #expect(scenario.isUncertain(ParameterID(rate)))
    #expect(scenario.places(in: scenario.models[0].scenario)[rate] == nil)
    #expect(scenario.places(in: scenario.models[1].scenario)[rate] != nil)
    #expect(reading.defaults.contains { $0.path.hasPrefix("models.b.patch.events.rain.") })
    #expect(!reading.defaults.contains { $0.path == "models" })
  }

  @Test("models of a variant are merged by name, and null in a patch stays for the file that it changes")
  func variants() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let base = SmallScenario.text(
      top:
        #""models": {"a": {"weight": 1, "patch": {"parties": {"ann": {"willingness": 0.3}}}}, "c": {"weight": 1, "patch": {}}},"#,
      bob: #", "cost_of_delay": 0.1"#)
    try base.write(to: folder.appendingPathComponent("base.jsonc"), atomically: true, encoding: .utf8)
    let variant = """
      {"extends": "base.jsonc",
       "models": {"a": {"weight": 2, "patch": {"parties": {"bob": {"cost_of_delay": null}}}},
                  "b": {"weight": 1, "patch": {"parties": {"bob": {"cost_of_delay": null}}}}, "c": null}}
      """
    let file = folder.appendingPathComponent("variant.jsonc")
    try variant.write(to: file, atomically: true, encoding: .utf8)
    let scenario = try ScenarioReader.read(path: file.path).scenario
    #expect(scenario.models.map(\.name) == ["a", "b"])
    #expect(scenario.models.map(\.weight) == [2, 1])
    let talks = scenario.models.map(\.scenario)
    #expect(talks.map { $0["parties.ann.willingness"]?.distribution } == [.constant(0.3), .constant(1)])
    #expect(talks.map { $0["parties.bob.cost_of_delay"]?.distribution } == [.constant(0), .constant(0)])
    #expect(scenario["parties.bob.cost_of_delay"]?.distribution == .constant(0.1))
  }
}
