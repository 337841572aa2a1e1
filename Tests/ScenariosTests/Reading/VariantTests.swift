import Bargaining
import Foundation
import Randomness
import Scenarios
import Testing

/// Variants by `extends`.
@Suite struct VariantTests {
  /// The examples of RFC 7386, appendix A, save those that remove what is not there.
  @Test(
    "merging does what RFC 7386 says",
    arguments: [
      ("{\"a\":\"b\"}", "{\"a\":\"c\"}", "{\"a\":\"c\"}"),
      ("{\"a\":\"b\"}", "{\"b\":\"c\"}", "{\"a\":\"b\",\"b\":\"c\"}"),
      ("{\"a\":\"b\"}", "{\"a\":null}", "{}"),
      ("{\"a\":\"b\",\"b\":\"c\"}", "{\"a\":null}", "{\"b\":\"c\"}"),
      ("{\"a\":[\"b\"]}", "{\"a\":\"c\"}", "{\"a\":\"c\"}"),
      ("{\"a\":\"c\"}", "{\"a\":[\"b\"]}", "{\"a\":[\"b\"]}"),
      ("{\"a\":{\"b\":\"c\"}}", "{\"a\":{\"b\":\"d\"}}", "{\"a\":{\"b\":\"d\"}}"),
      ("{\"a\":[{\"b\":\"c\"}]}", "{\"a\":[1]}", "{\"a\":[1.0]}"),
      ("[\"a\",\"b\"]", "[\"c\",\"d\"]", "[\"c\",\"d\"]"),
      ("{\"a\":\"b\"}", "[\"c\"]", "[\"c\"]"),
      ("{\"a\":\"foo\"}", "null", "null"),
      ("{\"a\":\"foo\"}", "\"bar\"", "\"bar\""),
      ("{\"e\":null}", "{\"a\":1}", "{\"e\":null,\"a\":1.0}"),
      ("[1,2]", "{\"a\":\"b\"}", "{\"a\":\"b\"}"),
    ])
  func merge(_ original: String, _ patch: String, _ expected: String) throws {
    var target = try #require(Parsed(original).root)
    var diagnostics = Diagnostics()
    MergePatch.apply(try #require(Parsed(patch).root), to: &target, &diagnostics)
    #expect(plain(target) == expected)
    #expect(diagnostics.isEmpty)
  }

  @Test(
    "writing one of several alternatives removes the others, save among names",
    arguments: [
      (
        #"{"r":{"triangular":[0,1,2],"note":"n"}}"#, #"{"r":{"uniform":[0,1]}}"#,
        #"{"r":{"note":"n","uniform":[0.0,1.0]}}"#
      ),
      (#"{"r":{"normal":[0,1],"within":[0,2]}}"#, #"{"r":{"beta":[1,2]}}"#, #"{"r":{"beta":[1.0,2.0]}}"#),
      (
        #"{"r":{"normal":[0,1],"within":[0,2]}}"#, #"{"r":{"within":[0,1]}}"#,
        #"{"r":{"normal":[0.0,1.0],"within":[0.0,1.0]}}"#
      ),
      (
        #"{"aid":{"weight":1,"values":{"a":1}}}"#, #"{"aid":{"shape":"increasing"}}"#,
        #"{"aid":{"weight":1.0,"shape":"increasing"}}"#
      ),
      (
        #"{"acceptance":{"constant":1}}"#, #"{"acceptance":{"any":["next"]}}"#,
        #"{"acceptance":{"any":["next"]}}"#
      ),
      (#"{"values":{"any":1,"all":0}}"#, #"{"values":{"any":0}}"#, #"{"values":{"any":0.0,"all":0.0}}"#),
      (#"{"time":{"beta":1,"curve":"c"}}"#, #"{"time":{"beta":2}}"#, #"{"time":{"beta":2.0,"curve":"c"}}"#),
      (#"{"tactic":{"time":{"beta":1}}}"#, #"{"tactic":"micro"}"#, #"{"tactic":"micro"}"#),
      (
        #"{"tactic":{"time":{"beta":1}}}"#, #"{"tactic":{"tit_for_tat":{"kind":"relative"}}}"#,
        #"{"tactic":{"tit_for_tat":{"kind":"relative"}}}"#
      ),
    ])
  func mergeAlternatives(_ original: String, _ patch: String, _ expected: String) throws {
    var target = try #require(Parsed(original).root)
    var diagnostics = Diagnostics()
    MergePatch.apply(try #require(Parsed(patch).root), to: &target, &diagnostics)
    #expect(plain(target) == expected)
    #expect(diagnostics.isEmpty)
  }

  @Test("many keys are merged as few are")
  func manyKeys() throws {
    func object(_ keys: Range<Int>, _ value: Int) -> String {
      "{" + keys.map { "\"k\($0)\":\(value)" }.joined(separator: ",") + "}"
    }
    var target = try #require(Parsed(object(0..<200, 1)).root)
    var diagnostics = Diagnostics()
    MergePatch.apply(try #require(Parsed(object(100..<300, 2)).root), to: &target, &diagnostics)
    #expect(target.members?.map(\.key) == (0..<300).map { "k\($0)" })
    #expect(plain(target["k99"]) == "1.0")
    #expect(plain(target["k100"]) == "2.0")
  }

  @Test("a chain of variants is read from the farthest file to the nearest")
  func chain() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let deep = folder.appendingPathComponent("deep")
    try FileManager.default.createDirectory(at: deep, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ text: String, _ name: String) throws {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    try write(SmallScenario.text(ann: ", \"offer\": \"closest\""), "base.jsonc")
    try write(
      "{\"extends\": \"../base.jsonc\", \"rounds\": 9, \"parties\": {\"bob\": {\"reservation\": 0.3}}}",
      "deep/a.jsonc")
    try write(
      "{\"extends\": \"deep/a.jsonc\", \"name\": \"C\", \"parties\": {\"ann\": {\"offer\": null}, \"bob\": {\"reservation\": 0.35}}}",
      "c.jsonc")
    let reading = try ScenarioReader.read(path: folder.appendingPathComponent("c.jsonc").path)
    #expect(reading.scenario.rounds == 9)
    #expect(reading.scenario.identifier == "c")
    #expect(reading.scenario.name == LocalizedText("C"))
    #expect(reading.scenario.parties.map(\.name) == ["ann", "bob"])
    #expect(reading.scenario.parties[0].offer == .lowest)
    #expect(reading.scenario[reading.scenario.parties[1].reservation].distribution == .constant(0.35))
    #expect(reading.files.map { $0.name.split(separator: "/").last } == ["c.jsonc", "a.jsonc", "base.jsonc"])
  }

  @Test("a file that is not there is no input, one that is faulty is faulty")
  func kinds() throws {
    #expect(throws: ScenarioFault.self) { try ScenarioReader.read(path: "no/such/file.jsonc") }
    do {
      _ = try ScenarioReader.read(path: "no/such/file.jsonc")
    } catch {
      guard case .noInput = error else {
        Issue.record("not told apart")
        return
      }
      #expect(error.description == "no/such/file.jsonc: error: no such file\n")
    }
  }
}
