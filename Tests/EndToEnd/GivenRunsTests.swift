import Foundation
import Testing

@Suite("sensitivity and levers of runs that are there")
struct GivenRunsTests {
  private static let pie = Program.package.appending(path: "scenarios/split-the-pie.jsonc").path

  private static func use(_ body: (Workplace) throws -> Void) throws {
    try Workplace.use { place in
      let outcome = try place.program.run(
        "run", pie, "--runs", "1000", "--seed", "4", "--keep-runs", "--keep-draws", "-q", "-o", "r")
      #expect(outcome.status == 0, "\(outcome.errors)")
      try body(place)
    }
  }

  @Test("tables, words, the source's digest in the manifest; and verify makes them again without the source")
  func whole() throws {
    try Self.use { place in
      let digest = try Forgery(place: place, result: "r").digest(of: "r/manifest.json")
      for (command, tables) in [
        ("sensitivity", ["sensitivity.csv", "variance.csv"]),
        ("levers", ["levers.csv", "conditions.csv", "unanswered.csv"]),
      ] {
        let outcome = try place.program.run(command, "--from", "r", "-q", "-o", command)
        #expect(outcome.status == 0 && outcome.errors == "", "\(outcome)")
        #expect(
          outcome.output.contains("nothing was") && outcome.output.contains("parties.first.reservation"))
        #expect(
          Set(place.names(in: command))
            == Set(tables + ["\(command).svg", "manifest.json", "report.html", "tables.json"]))
        let manifest = try place.text(of: "\(command)/manifest.json")
        #expect(manifest.contains(digest) && manifest.contains("\"from\": \"r\""))
      }
      let rows = try FormulaCommandTests.rows(place.url.appending(path: "levers/levers.csv").path)
      #expect(rows.count == 2 && rows.allSatisfy { $0["kind"] == "nature" })
      try FileManager.default.removeItem(at: place.url.appending(path: "r"))
      for command in ["sensitivity", "levers"] {
        let verified = try place.program.run("verify", command, "-q")
        #expect(verified.status == 0, "\(verified.output)")
        try Forgery(place: place, result: command).editLines("\(command).csv", isCoveredUp: true) { lines in
          lines[1] = lines[1].replacing(/0\.(\d)\d/) { "0.\($0.1)0" }
        }
        #expect(try place.program.run("verify", command, "-q").status == 1)
      }
    }
  }

  @Test("as JSON with a schema, of one output, and of some numbers alone")
  func json() throws {
    try Self.use { place in
      let object = try StudyTests.json(
        try place.program.run(
          "sensitivity", "--from", "r", "--output", "utility_first", "--only", "parties.second.", "-q",
          "--format", "json",
          "-o", "s"))
      #expect(object["schema"] as? String == "detente.sensitivity_from/1")
      let rows = try #require(object["sensitivity"] as? [[String: Any]])
      #expect(rows.map { $0["parameter"] as? String } == ["parties.second.reservation"])
      let source = try #require(object["source"] as? [String: Any])
      #expect(source["from"] as? String == "r")
    }
  }

  @Test("a source without draws, of another program, or changed is refused, with the line that makes one")
  func refusals() throws {
    try Self.use { place in
      let bare = try place.program.run("run", Self.pie, "--runs", "100", "--seed", "9", "-q", "-o", "bare")
      #expect(bare.status == 0)
      let without = try place.program.run("sensitivity", "--from", "bare", "-o", "s")
      #expect(without.status == 1 && without.errors.contains("bare has no table draws"), "\(without)")
      #expect(
        without.errors.contains("--seed 9 -q -o bare --keep-runs --keep-draws --force"), "\(without.errors)")
      try Forgery(place: place, result: "r").edit("manifest.json", isCoveredUp: true) { text in
        text.replacing(/"version": "[^"]*"/, with: "\"version\": \"0.0.9+r1.00000000\"")
      }
      let other = try place.program.run("levers", "--from", "r", "-o", "s")
      #expect(other.status == 1 && other.errors.contains("was made by 0.0.9+r1.00000000"), "\(other)")
      #expect(other.errors.contains("--keep-draws -q -o r --force"), "\(other.errors)")
      #expect(!place.names().contains("s"))
    }
    try Self.use { place in
      try Forgery(place: place, result: "r").editLines("draws.csv") { $0.removeLast() }
      let changed = try place.program.run("levers", "--from", "r", "-o", "s")
      #expect(changed.status == 1 && changed.errors.contains("r/draws.csv is not as its manifest lists it"))
    }
  }

  @Test("what has no part in it is refused and not passed over")
  func options() throws {
    for words in [
      ["sensitivity", "--from", "r", "--samples", "8"], ["sensitivity", "--from", "r", "--seed", "2"],
      ["levers", "--from", "r", "--target", "0.4"], ["levers", "--from", "r", "--set", "rounds=3"],
      ["levers", "--from", "r", "x.jsonc"], ["sensitivity", "--from", "r", "--resume"],
    ] {
      let outcome = try Program().run(words)
      #expect(outcome.status == 2 && outcome.errors.contains("has no part in it"), "\(words): \(outcome)")
    }
    let nothing = try Program().run("levers")
    #expect(nothing.status == 2 && nothing.errors.contains("--from RESULT"), "\(nothing)")
  }
}
