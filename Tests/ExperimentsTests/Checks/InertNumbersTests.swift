import Experiments
import Scenarios
import Testing

@Suite struct InertNumbersTests {
  @Test("uncertain numbers go to the ends of their ranges, certain ones to those of the format or by half")
  func values() throws {
    let text = """
      {"rounds": 4, "issues": {"pie": {"options": ["none", "half", "all"]}},
       "parties": {
         "ann": {"preferences": {"pie": {"weight": 4, "values": {"none": 0, "half": 0.5, "all": 1}}},
                 "reservation": {"uniform": [0.1, 0.3]}, "tactic": {"time": {"beta": 1}}},
         "bob": {"preferences": {"pie": {"weight": 0.00001, "values": {"none": 1, "half": 0.5, "all": 0}}},
                 "reservation": 0.2, "tactic": {"time": {"beta": 800}}}}}
      """
    let scenario = try ScenarioReader.read(text: text, name: "t").scenario
    let moved = Dictionary(
      uniqueKeysWithValues: InertNumbers.numbers(of: scenario).map {
        (scenario[$0.parameter].path, $0.values)
      })
    #expect(moved["parties.ann.reservation"] == [0.1, 0.3])
    #expect(moved["parties.bob.reservation"] == [-10, 10])
    #expect(moved["parties.ann.preferences.pie.weight"] == [2, 6])
    #expect(moved["parties.ann.preferences.pie.values.half"] == [0, 1])
    #expect(moved["parties.ann.preferences.pie.values.all"] == [0])
    // Half as much again would be above the most that the format allows.
    #expect(moved["parties.bob.tactic.time.beta"] == [400, 1_000])
    // Defaults are not written, so not moved.
    #expect(moved["parties.ann.discount"] == nil && moved.count == 12)
  }

  @Test("a number that each model draws from another range goes to the ends of all of them together")
  func models() throws {
    let text = PieScenario.text.replacing(
      "\"rounds\": 10,",
      with: """
        "rounds": 10, "models": {"x": {"weight": 1, "patch": {}},
          "y": {"weight": 1, "patch": {"parties": {"a": {"reservation": {"uniform": [0.1, 0.6]}}}}}},
        """)
    let scenario = try ScenarioReader.read(text: text, name: "t").scenario
    let number = try #require(
      InertNumbers.numbers(of: scenario).first { scenario[$0.parameter].path == "parties.a.reservation" })
    #expect(number.values == [0.1, 0.7])
  }
}
