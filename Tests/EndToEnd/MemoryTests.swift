import Foundation
import Testing

/// What a scenario takes to simulate, and what is refused.
@Suite("Memory")
struct MemoryTests {
  /// So many issues of four options among so many parties.
  static func scenario(parties: Int, issues: Int = 20) -> String {
    let options = ["a", "b", "c", "d"]
    func preferences(_ party: Int) -> String {
      (0..<issues).map { issue in
        let values = options.enumerated().map {
          "\"\($1)\": \(Double(($0 * (1 + party % 3) + issue + party) % 4) / 3)"
        }
        return "\"i\(issue)\": {\"weight\": \(1 + (issue * 7 + party) % 5), "
          + "\"values\": {\(values.joined(separator: ", "))}}"
      }.joined(separator: ", ")
    }
    let names = options.map { "\"\($0)\"" }.joined(separator: ", ")
    let list = (0..<issues).map { "\"i\($0)\": {\"options\": [\(names)]}" }
    let members = (0..<parties).map { party in
      "\"p\(party)\": {\"preferences\": {\(preferences(party))}, \"reservation\": 0.3, "
        + "\"tactic\": {\"time\": {\"beta\": 1}}}"
    }
    return """
      {"rounds": 5, "issues": {\(list.joined(separator: ", "))},
       "parties": {\(members.joined(separator: ",\n"))}}
      """
  }

  @Test(
    "20 issues of 4 options among 16 parties are checked without being laid out, and what is dear is said")
  func dear() throws {
    try Workplace.use { place in
      try place.write(Self.scenario(parties: 16), to: "large.jsonc")
      let arguments = ["check", "large.jsonc", "--memory", "4GB"]
      let outcome = try place.program.run(arguments)
      #expect(outcome.status == 0)
      #expect(
        outcome.output.contains(
          "  dear: 1,048,576 and 1,048,576 combinations of either half of the issues are kept sorted for each of 16 parties\n"
        ))
      // 2^25 combinations at 32 bytes, and 12 for each of those of one half, which are carried from
      // round to round.
      let expected = (1 << 25) * 32 + (1 << 24) * 12
      #expect(outcome.output.contains("a run takes about 1.3 GB of memory on each thread"))
      let json = try place.program.run(arguments + ["--format", "json"]).output
      let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
      let cost = try #require(object["cost"] as? [String: Any])
      let bytes = try #require(cost["memory_bytes_per_thread"] as? Int)
      #expect((expected..<expected + 10_000_000).contains(bytes))
    }
  }

  @Test(
    "a scenario of which the threads asked for find no room is refused before anything is laid out",
    arguments: [
      "check large.jsonc --memory 50MB", "check large.jsonc --memory 500MB --threads 8",
      "run large.jsonc --memory 50MB", "run large.jsonc --memory 300MB --threads 2",
      "trace large.jsonc --memory 50MB", "sweep large.jsonc --vary rounds=1,2 --memory 50MB",
      "sensitivity large.jsonc --memory 50MB",
      "levers large.jsonc --lever parties.p0.willingness=0..1 --memory 50MB",
      "compare large.jsonc large.jsonc --memory 300MB --threads 1",
    ])
  func refused(line: String) throws {
    try Workplace.use { place in
      try place.write(Self.scenario(parties: 2), to: "large.jsonc")
      let outcome = try place.program.run(line.split(separator: " ").map(String.init))
      #expect(outcome.status == 65, "\(outcome.errors)")
      #expect(outcome.errors.contains("a thread takes about "))
      #expect(outcome.errors.contains("more --memory"))
      #expect(outcome.errors.contains("kept sorted for each of 2 parties"))
      #expect(outcome.output == "")
      #expect(place.names() == ["large.jsonc"])
    }
  }

  @Test("with fewer threads or more memory it runs, to the same tables")
  func accepted() throws {
    try Workplace.use { place in
      try place.write(Self.scenario(parties: 2, issues: 12), to: "middling.jsonc")
      for (out, limit) in [
        ("a", ["--memory", "10MB", "--threads", "1"]), ("b", ["--memory", "1GB", "--threads", "3"]),
      ] {
        let outcome = try place.program.run(
          ["run", "middling.jsonc", "--runs", "20", "--quiet", "--out", out] + limit)
        #expect(outcome.status == 0, "\(outcome.errors)")
      }
      #expect(try place.text(of: "a/endings.csv") == place.text(of: "b/endings.csv"))
    }
  }

  @Test("an amount of memory needs a unit", arguments: ["4", "GB", "-1GB", "0MB", "1e400GB", "4 bananas"])
  func units(size: String) throws {
    let outcome = try Program().run("check", "scenarios/split-the-pie.jsonc", "--memory=\(size)")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--memory takes an amount of memory such as 800MB or 4GB, not"))
  }

  @Test(
    "what is cheap is not spoken of", arguments: ["split-the-pie", "logroll", "river-water", "paris-2025"])
  func cheap(name: String) throws {
    let outcome = try Program().run("check", "-q", "scenarios/\(name).jsonc")
    #expect(!outcome.output.contains("a run takes about"))
    #expect(outcome.errors == "")
  }
}
