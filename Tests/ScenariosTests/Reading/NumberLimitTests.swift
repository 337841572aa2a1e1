import Foundation
import Scenarios
import Testing

/// Numbers and texts at the ends of what the format lets them be.
@Suite struct NumberLimitTests {
  private func errors(_ text: String) -> [String] {
    SmallScenario.told(text).filter { $0.contains(" error: ") }.map {
      String($0[($0.range(of: "error: ")?.upperBound ?? $0.startIndex)...])
    }
  }

  @Test(
    "shapes of a beta distribution that no sampler could draw from are refused, with the bound",
    arguments: ["1e154, 1e154", "1e308, 2", "1000001, 1", "1, 9e-7", "5e-324, 1"])
  func beta(_ shapes: String) throws {
    let told = errors(SmallScenario.text(ann: ", \"willingness\": {\"beta\": [\(shapes)]}"))
    #expect(told.count == 1)
    #expect(try #require(told.first).hasPrefix("beta needs parameters between 0.000001 and 1000000, not "))
  }

  @Test("shapes at the bounds are accepted")
  func betaBounds() {
    #expect(errors(SmallScenario.text(ann: ", \"willingness\": {\"beta\": [0.000001, 1000000]}")).isEmpty)
  }

  @Test("a choice of more than a thousand values is refused")
  func choice() {
    func told(_ count: Int) -> [String] {
      let values = (0..<count).map { "\"\(Double($0) / 4096)\": \(1 / Double(count))" }
      return errors(
        SmallScenario.text(ann: ", \"willingness\": {\"choice\": {\(values.joined(separator: ", "))}}"))
    }
    #expect(told(1_000) == [])
    #expect(told(1_001) == ["a choice has at most 1000 values, not 1001"])
  }

  @Test("a weight above the greatest is told the greatest, one below 0 that it is below 0")
  func weight() {
    let path = "parties.ann.preferences.pie.weight"
    #expect(errors(SmallScenario.text(weight: "1e308")) == ["\(path) must be at most 1e+300, not 1e+308"])
    #expect(errors(SmallScenario.text(weight: "-1")) == ["\(path) must be at least 0, not -1"])
    #expect(errors(SmallScenario.text(weight: "1e300")) == [])
  }

  /// One issue of numbers, with a shape for values; the rest as in the smallest scenario.
  private func numeric(_ issue: String) -> String {
    let party = """
      {"preferences": {"pie": {"weight": 1, "shape": "increasing"}}, "reservation": 0.2, "tactic": {"time": {"beta": 1}}}
      """
    return """
      {"rounds": 5, "issues": {"pie": {\(issue)}}, "parties": {"ann": \(party), "bob": \(party)}}
      """
  }

  @Test(
    "a range too wide to compute with is told its limit, and not a number of options that it does not have")
  func wideRange() {
    #expect(
      errors(numeric("\"range\": {\"from\": -1e308, \"to\": 1e308, \"step\": 1e307}")) == [
        "issues.pie.range.from must be between -1e+300 and 1e+300, not -1e+308",
        "issues.pie.range.to must be between -1e+300 and 1e+300, not 1e+308",
        "issues.pie.range.step must be between -1e+300 and 1e+300, not 1e+307",
      ])
    #expect(errors(numeric("\"range\": {\"from\": -1e300, \"to\": 1e300, \"step\": 1e299}")) == [])
    #expect(
      errors(numeric("\"range\": {\"from\": 0, \"to\": 1e300, \"step\": 1e-300}")) == [
        "issue \"pie\" must have 2 to 255 options, not more than 255"
      ])
  }

  @Test("options that are numbers keep to the same limit, listed or labelled")
  func wideOptions() {
    let told = ["an option must be between -1e+300 and 1e+300, not 1e+308"]
    #expect(errors(numeric("\"options\": [-1e300, 1e308]")) == told)
    #expect(errors(numeric("\"options\": {\"0\": \"none\", \"1e+308\": \"all\"}")) == told)
    #expect(errors(numeric("\"options\": [-1e300, 1e300]")) == [])
  }

  @Test(
    "a number that becomes 0 though it was not written as 0 is said, wherever it stands",
    arguments: ["1e-400", "-3.5e-330", "0.000001e-320", ".1e-999"])
  func underflow(_ number: String) {
    let warning = "\(number) is too small a number to be told from 0, and counts as 0"
    let isNegative = number.hasPrefix("-")
    let told = SmallScenario.told(
      SmallScenario.text(ann: isNegative ? "" : ", \"cost_of_delay\": \(number)", weight: "1"))
    #expect(isNegative || told.contains { $0.hasSuffix("warning: \(warning)") })
    let choice = ", \"willingness\": {\"choice\": {\"\(number)\": 0.5, \"1\": 0.5}}"
    #expect(
      SmallScenario.told(SmallScenario.text(ann: choice)).contains { $0.hasSuffix("warning: \(warning)") })
    let setting = ScenarioSetting(path: "parties.ann.reservation", value: number, origin: "--set")
    #expect(
      SmallScenario.told(SmallScenario.text(), settings: [setting]).contains {
        $0.hasSuffix("warning: \(warning)")
      })
  }

  @Test(
    "numbers that are 0 or nearer to another double are no underflow",
    arguments: ["0", "0.0e-999", "5e-324", "0e5"])
  func noUnderflow(_ number: String) {
    #expect(
      !SmallScenario.told(SmallScenario.text(ann: ", \"cost_of_delay\": \(number)")).contains {
        $0.contains("too small")
      })
  }

  @Test("texts for people have at most 4,096 bytes, names at most 255", arguments: ["a", "é"])
  func longTexts(_ letter: String) {
    let size = letter.utf8.count
    func text(_ bytes: Int) -> String { String(repeating: letter, count: bytes / size) }
    func told(_ bytes: Int) -> [String] {
      errors(
        SmallScenario.text(
          top: " \"name\": {\"en\": \"\(text(bytes))\"}, \"round_unit\": \"\(text(bytes))\",",
          issue: ", \"label\": \"\(text(bytes))\""))
    }
    #expect(told(4_096) == [])
    #expect(
      told(4_098)
        == ["name.en", "round_unit", "issues.pie.label"].map { "\($0) may have at most 4096 bytes, not 4098" }
    )
    #expect(
      errors(numeric("\"range\": {\"from\": 0, \"to\": 1, \"step\": 1, \"unit\": \"\(text(4_098))\"}"))
        == ["issues.pie.range.unit may have at most 4096 bytes, not 4098"])
  }

  @Test("a name of 255 characters is accepted and one of 256 is not")
  func longNames() {
    func told(_ count: Int) -> [String] {
      let name = String(repeating: "n", count: count)
      return errors(SmallScenario.text().replacingOccurrences(of: "half", with: name))
        + errors(SmallScenario.text().replacingOccurrences(of: "bob", with: name))
    }
    #expect(told(255) == [])
    let bound = "may have at most 255 characters, not 256"
    #expect(told(256).contains("the name of an option \(bound)"))
    #expect(told(256).contains("the name of a party \(bound)"))
  }
}
