import Scenarios
import Testing

/// What is accepted with a word of warning.
@Suite struct WarningTests {
  @Test(
    "what can be used but hardly means what it says is warned of",
    arguments: [
      (SmallScenario.text(), []),
      (
        SmallScenario.text(top: "\"talks\": {\"start\": \"suspended\"},"),
        ["t:2:34: warning: talks start suspended and nothing lets them resume"]
      ),
      (
        SmallScenario.text(top: "\"talks\": {\"suspend_after\": 3},"),
        ["t:2:25: warning: talks once suspended never resume: talks.resume is 0"]
      ),
      (
        SmallScenario.text(
          top:
            "\"forums\": {\"f\": {\"members\": [\"ann\", \"bob\"], \"protocol\": \"alternating\", \"from\": 5}},"
        ),
        ["t:2:94: warning: forum \"f\" never sits: the last round is 4"]
      ),
      (
        SmallScenario.text(
          top: "\"mediators\": {\"eve\": {}},"
            + "\"forums\": {\"f\": {\"members\": [\"ann\", \"bob\"], \"protocol\": \"alternating\"}},"),
        ["t:2:29: warning: mediator \"eve\" sits in no forum"]
      ),
      (
        SmallScenario.text(top: "\"source\": [\"F1\"],"),
        ["t:2:25: warning: facts are cited, but \"sources\" names no seed file that holds them"]
      ),
      (
        SmallScenario.text(
          ann: ", \"red_lines\": [{\"pie\": [\"none\", \"half\"]}]",
          bob: ", \"red_lines\": [{\"pie\": \"all\"}]"),
        ["t:4:3: warning: the red lines of the parties together forbid every outcome"]
      ),
    ])
  func warnings(_ text: String, _ expected: [String]) {
    #expect(SmallScenario.told(text) == expected)
  }

  @Test("a range that no step ends is warned of and cut")
  func range() throws {
    let text = SmallScenario.text().replacing(
      "\"options\": [\"none\", \"half\", \"all\"]", with: "\"range\": {\"from\": 0, \"to\": 1, \"step\": 0.3}"
    ).replacing(
      "{\"none\": 0, \"half\": 0.5, \"all\": 1}", with: "{\"0\": 0, \"0.3\": 0, \"0.6\": 1, \"0.9\": 1}"
    )
    .replacing(
      "{\"none\": 1, \"half\": 0.5, \"all\": 0}", with: "{\"0\": 0, \"0.3\": 0, \"0.6\": 1, \"0.9\": 1}")
    let reading = try ScenarioReader.read(text: text, name: "t")
    #expect(reading.scenario.issues[0].options.map(\.value) == [0, 0.3, 0.6, 0.9])
    #expect(reading.diagnostics.list().map(\.message) == ["no step leads to 1; the last option is 0.9"])
  }

  @Test("a party that cares for nothing on the agenda is warned of")
  func agenda() {
    let text = SmallScenario.text(
      top: "\"agenda\": {\"issues\": [\"b\"]},", issue: ", \"status_quo\": \"none\""
    )
    .replacing("}},\n  \"parties\"", with: "}, \"b\": {\"options\": [\"x\", \"y\"]}},\n  \"parties\"")
    .replacing("\"preferences\": {", with: "\"preferences\": {\"b\": {\"weight\": 0}, ")
    #expect(
      SmallScenario.told(text) == [
        "t:6:7: warning: party \"ann\" gives weight to no issue of the agenda",
        "t:10:7: warning: party \"bob\" gives weight to no issue of the agenda",
      ])
  }

  @Test("numbers of a range are the decimals that a person would write")
  func steps() {
    #expect(DecimalSteps.numbers(from: 0.1, step: 0.1, count: 4) == [0.1, 0.2, 0.3, 0.4])
    #expect(DecimalSteps.numbers(from: -1, step: 0.25, count: 3) == [-1, -0.75, -0.5])
    #expect(DecimalSteps.numbers(from: 1.1, step: 1.1, count: 3) == [1.1, 2.2, 3.3])
    #expect(DecimalSteps.numbers(from: 100, step: 100, count: 3) == [100, 200, 300])
  }
}
