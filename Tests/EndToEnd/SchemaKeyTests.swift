import Foundation
import Testing

@Suite("JSON for programs")
struct SchemaKeyTests {
  static let pie = "scenarios/split-the-pie.jsonc"

  @Test(
    "every document of a command is an object that says what it is",
    arguments: [
      ("run \(pie) --runs 20", "run"), ("check \(pie)", "check"),
      ("check \(pie) scenarios/logroll.jsonc", "check"),
      ("sweep \(pie) --vary rounds=5,8 --runs 20", "sweep"),
      ("sweep \(pie) --vary rounds=5,8 --runs 20 --plan", "sweep_plan"),
      ("levers scenarios/logroll.jsonc --runs 4", "levers"),
      ("sensitivity scenarios/logroll.jsonc --samples 4", "sensitivity"),
      ("compare \(pie) --set rounds=9 --runs 20", "compare"),
      ("formula \(pie) --draws 20 --prove 0", "formula"),
      ("answers \(pie) --runs 20 --each 4", "answers"), ("bench micro-4096 --runs 10", "bench"),
    ])
  func schema(line: String, name: String) throws {
    try Workplace.use { place in
      let folder = Program.package.path
      let words = line.split(separator: " ").map {
        $0.hasPrefix("scenarios/") ? "\(folder)/\($0)" : String($0)
      }
      let outcome = try place.program.run(words + ["--format", "json"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
      #expect(object["schema"] as? String == "detente.\(name)/1")
      if name == "run" {
        let verified = try place.program.run("verify", "results/split-the-pie", "--format", "json")
        #expect(verified.output.contains("\"schema\": \"detente.verify/1\""))
      }
    }
  }
}
