import Foundation
import Scenarios
import Testing

/// Files that no one means, made on the spot.
@Suite struct HugeFileTests {
  /// Writes a file, reads it as a scenario and returns what is printed, its path shortened to `f`.
  private func told(_ write: (FileHandle) throws -> Void) throws -> String {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).jsonc")
    #expect(FileManager.default.createFile(atPath: file.path, contents: nil))
    defer { try? FileManager.default.removeItem(at: file) }
    let handle = try FileHandle(forWritingTo: file)
    try write(handle)
    try handle.close()
    do throws(ScenarioFault) {
      _ = try ScenarioReader.read(path: file.path)
      return "accepted"
    } catch {
      return error.description.replacingOccurrences(of: file.path, with: "f")
    }
  }

  @Test("a file of 100 MB is refused in one line")
  func large() throws {
    let piece = Data(String(repeating: "\"x\": 0,\n", count: 125_000).utf8)
    let printed = try told { handle in
      try handle.write(contentsOf: Data("{".utf8))
      for _ in 0..<100 { try handle.write(contentsOf: piece) }
      try handle.write(contentsOf: Data("}".utf8))
    }
    #expect(
      printed == "f: error: the file has 100000002 bytes; a scenario file may have at most 16777216\n")
  }

  @Test(
    "nesting 10,000 deep is refused where it gets too deep", arguments: ["[", "{\"a\":", "[{\"a\":"])
  func deep(_ opening: String) throws {
    let printed = try told { handle in
      try handle.write(contentsOf: Data(String(repeating: opening, count: 10_000).utf8))
    }
    let levels = opening.filter { "[{".contains($0) }.count
    let column = opening.count * (100 / levels) + 1
    #expect(printed.hasPrefix("f:1:\(column): error: nested more than 100 levels deep\n"))
    #expect(printed.hasSuffix("^ nothing after this was read\n"))
    #expect(printed.count < 400)
  }

  @Test("a large file of nothing but unknown keys is answered with the first hundred")
  func unknownKeys() throws {
    let keys = (0..<100_000).map { "\"k\($0)\": 0" }.joined(separator: ",\n")
    let printed = try told { try $0.write(contentsOf: Data("{\(keys)}".utf8)) }
    #expect(printed.hasPrefix("f:1:2: error: unknown key \"k0\" in the scenario\n"))
    #expect(printed.contains("f:100:1: error: unknown key \"k99\" in the scenario\n"))
    // And that rounds, issues and parties are missing.
    #expect(printed.hasSuffix("\n… and 99903 more\n"))
  }

  @Test("thousands of parties, options and issues are counted, not simulated")
  func many() {
    let options = (0..<2_000).map { "\"o\($0)\"" }.joined(separator: ", ")
    let parties = (0..<2_000).map { "\"p\($0)\": 0" }.joined(separator: ", ")
    let told = SmallScenario.told(
      "{\"rounds\": 1, \"issues\": {\"pie\": {\"options\": [\(options)]}},\n\"parties\": {\(parties)}}")
    #expect(told.first == "t:1:45: error: issue \"pie\" must have 2 to 255 options, not 2000")
    #expect(told.dropFirst().first == "t:2:1: error: a scenario has 2 to 16 parties, not 2000")
  }

  /// `count` entries such as `"i0": …`, as the members of an object.
  private func members(_ letter: String, _ count: Int, _ value: String) -> String {
    (0..<count).map { "\"\(letter)\($0)\": \(value)" }.joined(separator: ", ")
  }

  @Test("of too much of everything only the counts are faults, even where the last of each is spoken of")
  func tooManyOfEach() {
    let preferences = members("i", 40, "{\"weight\": 1, \"values\": {\"a\": 0, \"b\": 1}}")
    let condition = "{\"i0\": \"a\", \"i39\": \"b\"}"
    let actor =
      "\"preferences\": {\(preferences)}, \"interactions\": [{\"when\": \(condition), \"add\": 0.1}], "
      + "\"red_lines\": [\(condition)]"
    let party = "{\(actor), \"reservation\": 0.1, \"tactic\": {\"time\": {\"beta\": 1}}}"
    let told = SmallScenario.told(
      """
      {"rounds": 5,
       "issues": {\(members("i", 40, "{\"options\": [\"a\", \"b\"], \"status_quo\": \"a\"}"))},
       "agenda": {"issues": ["i0", "i39"]},
       "parties": {\(members("p", 20, party))},
       "mediators": {\(members("m", 20, "{\(actor), \"toward\": {\"p19\": {\"trust\": 0.5}}}"))},
       "forums": {"f": {"members": ["p0", "p19"], "mediators": ["m19"], "protocol": "shuttle"}},
       "events": {"e": {"rate": 0.1, "effects": [{"on": "parties.p0.preferences.i39.weight", "add": 1}]}}
      }
      """)
    #expect(
      told.filter { $0.contains(" error: ") } == [
        "t:2:2: error: a scenario has 1 to 32 issues, not 40",
        "t:4:2: error: a scenario has 2 to 16 parties, not 20",
        "t:5:2: error: a scenario has 0 to 16 mediators, not 20",
      ])
  }

  @Test(
    "issues beyond counting are one fault when there are too many of them, and another when there are not")
  func tooManyOutcomes() {
    func told(issues: Int, options: Int) -> [String] {
      let list = (0..<options).map { "\"o\($0)\"" }.joined(separator: ", ")
      let party =
        "{\"preferences\": {\(members("i", issues, "{\"weight\": 1, \"values\": {\(members("o", options, "0.5"))}}"))}, "
        + "\"reservation\": 0.1, \"tactic\": {\"time\": {\"beta\": 1}}}"
      return SmallScenario.told(
        """
        {"rounds": 5, "issues": {\(members("i", issues, "{\"options\": [\(list)]}"))},
         "parties": {\(members("p", 2, party))}}
        """)
    }
    #expect(told(issues: 64, options: 2) == ["t:1:15: error: a scenario has 1 to 32 issues, not 64"])
    // 2 parties, and halves of 3 issues each: 2 x 2 x 200^3 = 32,000,000 <= 2^25 < 2 x 2 x 210^3 =
    // 37,044,000.
    #expect(
      told(issues: 6, options: 210) == [
        "t:1:15: error: the issues have too many outcomes together: to search them takes more than 1.2 GB of memory per "
          + "thread | fewer issues or options are needed"
      ])
    #expect(told(issues: 6, options: 200) == [])
    #expect(
      told(issues: 32, options: 4) == [
        "t:1:15: error: the issues have more outcomes together than can be counted (2^63) | "
          + "fewer issues or options are needed"
      ])
  }
}
