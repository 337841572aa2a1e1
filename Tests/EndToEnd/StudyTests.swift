import Foundation
import Testing

@Suite("sensitivity, levers, compare")
struct StudyTests {
  /// A directory that does not exist yet, gone afterwards.
  static func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "study-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  static func json(_ outcome: Program.Outcome) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test("a median over runs is explained by morris alone, and Sobol' indices of it are refused")
  func medianRound() throws {
    try Workplace.use { place in
      let water = Program.package.appending(path: "scenarios/river-water.jsonc").path
      func sensitivity(_ words: String...) throws -> Program.Outcome {
        try place.program.run(
          ["sensitivity", water] + words + ["--samples", "2", "--runs", "4", "-q", "-o", "r"])
      }
      let refused = try sensitivity("--output", "median_round")
      #expect(refused.status == 2 && refused.output == "", "\(refused)")
      #expect(refused.errors.contains("ask for round, or for --method morris"))
      #expect(place.names().isEmpty)
      // Names that are offered instead are names that this method takes.
      let unknown = try sensitivity("--output", "zzzzzzzz")
      #expect(unknown.status == 2 && unknown.errors.contains("round") && !unknown.errors.contains("median"))
      let done = try sensitivity("--output", "median_round", "--method", "morris")
      #expect(done.status == 0, "\(done.errors)")
      let other = try sensitivity("--output", "zzzzzzzz", "--method", "morris")
      #expect(other.errors.contains("median_round"))
    }
  }

  @Test("talks with a deadline run out of time, those without are still talking, by compare as by run")
  func outOfTime() throws {
    try Workplace.use { place in
      let base = Program.package.appending(path: "scenarios/river-water.jsonc").path
      let open = ["upper", "middle", "lower"].map { "\"\($0)\": {\"horizon\": 40}" }.joined(separator: ", ")
      try place.write(#"{"extends": "\#(base)"}"#, to: "closed.jsonc")
      try place.write(#"{"extends": "\#(base)", "parties": {\#(open)}}"#, to: "open.jsonc")
      func told(_ words: String...) throws -> String {
        let outcome = try place.program.run(words + ["--runs", "300", "-q", "--force", "-o", "r"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
      #expect(try told("run", "closed.jsonc").contains("out of time"))
      #expect(try !told("run", "open.jsonc").contains("out of time"))
      let both = try told("compare", "closed.jsonc", "open.jsonc")
      #expect(both.contains("out of time or still talking "))
      #expect(both.contains("are still talking in b") && !both.contains("run out of time in b"))
      let back = try told("compare", "open.jsonc", "closed.jsonc")
      #expect(back.contains("are still talking in a") && !back.contains("run out of time in a"))
      let alike = try told("compare", "open.jsonc", "--set", "parties.upper.willingness=0.2")
      #expect(alike.contains("still talking ") && !alike.contains("out of time"))
    }
  }

  @Test("compare gives every measure with its paired interval, and as JSON the same as its tables")
  func compare() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "compare-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try Program().run(
      "compare", "scenarios/river-water.jsonc", "--set", "parties.upper.willingness=0.2", "--runs", "300",
      "--format", "json",
      "--out", folder.path, "-q")
    #expect(outcome.status == 0 && outcome.errors == "")
    let object = try Self.json(outcome)
    #expect(object["runs"] as? Int == 300)
    let rows = try #require(object["comparison"] as? [[String: Any]])
    #expect(
      rows.prefix(7).compactMap { $0["measure"] as? String } == [
        "full_agreement_share", "partial_agreement_share", "rejected_at_home_share", "collapsed_share",
        "out_of_time_share", "agreement_share", "rounds",
      ])
    #expect(
      rows.allSatisfy {
        Set($0.keys) == [
          "scenario", "measure", "first", "second", "difference", "low", "high", "first_scenario",
          "second_scenario", "seed",
        ]
      })
    let header = try String(contentsOf: folder.appending(path: "comparison.csv"), encoding: .utf8).prefix {
      $0 != "\n"
    }
    #expect(
      header == "scenario,measure,first,second,difference,low,high,first_scenario,second_scenario,seed")
    // It is a result like any other: with a manifest, and tables to be exported.
    let exported = try Program().run("export", folder.path, "--table", "changed", "--format", "csv")
    #expect(
      exported.status == 0
        && exported.output.hasPrefix(
          "scenario,from,to,count,share,low,high,example,first_scenario,second_scenario,seed\n")
    )
  }

  @Test("compare of a scenario with itself needs something that differs")
  func compareNothing() throws {
    let outcome = try Program().run("compare", "scenarios/river-water.jsonc")
    #expect(outcome.status == 2 && outcome.errors.contains("there is nothing to compare"))
    try Self.inFolder { folder in
      let same = try Program().run(
        "compare", "scenarios/logroll.jsonc", "scenarios/logroll.jsonc", "--runs", "50", "-q", "--out", folder
      )
      #expect(same.status == 0 && same.output.contains("Every run ends in the same way in both."))
    }
  }

  @Test("of several scenarios each is compared with the first")
  func compareSeveral() throws {
    try Self.inFolder { folder in
      let outcome = try Program().run(
        "compare", "scenarios/paris-2025.jsonc", "scenarios/paris-2025-three-issues.jsonc",
        "scenarios/paris-2025-without-egypt.jsonc", "--runs", "40", "-q", "--out", folder)
      #expect(outcome.status == 0)
      #expect(outcome.output.matches(of: /(?m)^scenarios.*against/).count == 2)
      let rows = try Program().run("export", folder, "--table", "comparison").output.split(separator: "\n")
        .dropFirst()
      #expect(Set(rows.compactMap { $0.split(separator: ",").first }).count == 2)
    }
  }

  @Test("compare --trace tells one of the runs that end otherwise, in both")
  func compareTrace() throws {
    try Self.inFolder { folder in
      let outcome = try Program().run(
        "compare", "scenarios/paris-2025.jsonc", "scenarios/paris-2025-without-egypt.jsonc", "--runs", "60",
        "--trace", "-q", "--out", folder)
      #expect(outcome.status == 0)
      let runs = outcome.output.matches(of: /(?m)^Run (\d+) in ([AB])$/).map { ($0.1, $0.2) }
      #expect(runs.map { String($0.1) } == ["A", "B"] && runs.first?.0 == runs.last?.0)
    }
  }

  @Test("sensitivity ranks the uncertain numbers, the same whatever the threads")
  func sensitivity() throws {
    var outputs: [Program.Outcome] = []
    for threads in ["1", "2"] {
      try Self.inFolder { folder in
        outputs.append(
          try Program().run(
            "sensitivity", "scenarios/river-water.jsonc", "--samples", "8", "--runs", "4", "--threads",
            threads,
            "--format", "json", "-q", "--out", folder))
      }
    }
    #expect(outputs[0] == outputs[1] && outputs[0].status == 0)
    let object = try Self.json(outputs[0])
    let rows = try #require(object["sensitivity"] as? [[String: Any]])
    #expect(rows.count > 3 && rows.compactMap { $0["rank"] as? Int } == Array(1...rows.count))
    let totals = rows.compactMap { $0["total"] as? Double }
    #expect(totals == totals.sorted(by: >))
  }

  @Test("what cannot be explained or varied is told with what there is")
  func sensitivityFaults() throws {
    let output = try Program().run("sensitivity", "scenarios/river-water.jsonc", "--output", "agrement")
    #expect(output.status == 2 && output.errors.contains("did you mean agreement?"))
    let only = try Program().run("sensitivity", "scenarios/river-water.jsonc", "--only", "nobody.")
    #expect(only.status == 1 && only.errors.contains("no uncertain number's path begins with nobody."))
  }

  @Test("levers answers in text with intervals and assumptions, and as JSON with four tables")
  func levers() throws {
    try Self.inFolder { folder in
      let arguments = [
        "levers", "scenarios/river-water.jsonc", "--runs", "50", "--target", "0.9", "-q", "--out", folder,
      ]
      let text = try Program().run(arguments)
      #expect(text.status == 0 && text.errors == "")
      #expect(text.output.hasPrefix("What would break the deadlock in river-water?"))
      #expect(text.output.contains("95%") && text.output.contains("A zone of agreement exists"))
      // A result is in the directory now; it is not replaced unasked.
      #expect(try Program().run(arguments).status == 73)
      let object = try Self.json(try Program().run(arguments + ["--format", "json", "--force"]))
      for table in ["levers", "conditions", "gap", "lever_set"] { #expect(object[table] is [Any]) }
    }
  }

  @Test("levers says that no transfer opens a zone where red lines exclude each other")
  func hopeless() throws {
    try Self.inFolder { folder in
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      func party(_ never: String) -> String {
        """
        {"preferences": {"border": {"weight": 1, "values": {"here": 1, "there": 0.5}}},
         "red_lines": [{"border": "\(never)"}], "cost_of_delay": {"uniform": [0, 0.1]},
         "reservation": 0.2, "tactic": {"time": {"beta": 1}}}
        """
      }
      let text = """
        {"rounds": 2, "issues": {"border": {"options": ["here", "there"]}},
         "parties": {"a": \(party("here")), "b": \(party("there"))}, "forums": {"main": {"members": ["a", "b"], "protocol": "alternating"}}}
        """
      try Data(text.utf8).write(to: URL(filePath: "\(folder)/red.jsonc"))
      let outcome = try Program().run(
        "levers", "\(folder)/red.jsonc", "--runs", "4", "-q", "--out", "\(folder)/out")
      #expect(outcome.status == 0)
      let told = outcome.output.replacing(/\s+/, with: " ")
      #expect(
        told.contains("; in 400 of 400 no transfer in utility opens one, because of red lines."), "\(outcome)"
      )
    }
  }

  @Test("scenarios whose files are called the same are told apart in the tables by their paths")
  func equalNames() throws {
    try Self.inFolder { folder in
      let river = Program.package.appending(path: "scenarios/river-water.jsonc").path
      var paths: [String] = []
      for name in ["a", "b"] {
        try FileManager.default.createDirectory(
          atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
        paths.append("\(folder)/\(name)/v.jsonc")
        try Data(#"{"extends": "\#(river)"}"#.utf8).write(to: URL(filePath: "\(folder)/\(name)/v.jsonc"))
      }
      let object = try Self.json(
        try Program().run(
          ["compare", river] + paths + ["--runs", "5", "--format", "json", "-q", "--out", "\(folder)/out"]))
      let rows = try #require(object["comparison"] as? [[String: Any]])
      #expect(Set(rows.compactMap { $0["scenario"] as? String }) == Set(paths))
    }
  }

  @Test("a lever that does not exist is told from the numbers that do")
  func unknownLever() throws {
    let outcome = try Program().run(
      "levers", "scenarios/river-water.jsonc", "--lever", "parties.upper.wilingness")
    #expect(outcome.status == 2 && outcome.errors.contains("did you mean parties.upper.willingness?"))
  }
}
