import Foundation
import Testing

@Suite("run")
struct RunTests {
  private static let pie = Program.package.appending(path: "scenarios/split-the-pie.jsonc").path
  private static let river = Program.package.appending(path: "scenarios/river-water.jsonc").path

  @Test(
    "writes the tables of the documentation, pictures, a report and a manifest to results/NAME, and prints a summary"
  )
  func files() throws {
    try Workplace.use { place in
      let outcome = try place.program.run("run", RunTests.pie, "--runs", "200")
      #expect(outcome.status == 0)
      #expect(
        place.names(in: "results/split-the-pie") == [
          "causes.csv", "computation.csv", "convergence.csv", "convergence.svg", "course.csv", "course.svg",
          "efficiency.csv", "ending_times.csv", "endings.csv", "endings.svg", "forums.csv",
          "manifest.json",
          "mediators.csv",
          "packages.csv", "packages.svg",
          "parties.csv",
          "parties.svg", "proposers.svg", "report.html", "resumption.csv", "rounds.csv", "settlements.csv",
          "settlements.svg", "shares.csv", "tables.json", "time.svg", "utility_space.csv",
          "utility_space.svg",
          "zone.csv",
        ])
      #expect(outcome.output.hasPrefix("Split the pie\n200 runs of 20 rounds, seed 1\n"))
      #expect(
        outcome.errors.hasPrefix(
          "Tables, pictures, report and manifest are in results/split-the-pie.\nnext: "))
    }
  }

  @Test("gives the same bytes twice, and on 1, 2, 3 and 8 threads")
  func threads() throws {
    try Workplace.use { place in
      let threads = ["1", "1", "2", "3", "8"]
      for (index, count) in threads.enumerated() {
        let outcome = try place.program.run(
          "run", RunTests.river, "--runs", "300", "--threads", count, "--keep-runs", "--out", "r\(index)")
        #expect(outcome.status == 0)
      }
      let names = place.names(in: "r0").filter { $0 != "manifest.json" }
      #expect(names.contains("runs.csv"))
      for index in threads.indices.dropFirst() {
        #expect(place.names(in: "r\(index)") == place.names(in: "r0"))
        for name in names {
          let isSame = try place.text(of: "r\(index)/\(name)") == place.text(of: "r0/\(name)")
          #expect(isSame, "\(name) differs on \(threads[index]) threads")
        }
      }
    }
  }

  @Test("another seed gives other runs, and the first runs of a longer simulation are those of a shorter one")
  func seeds() throws {
    try Workplace.use { place in
      let shared = ["run", RunTests.pie, "--keep-runs", "--quiet"]
      _ = try place.program.run(shared + ["--runs", "100", "--out", "a"])
      _ = try place.program.run(shared + ["--runs", "100", "--out", "b", "--seed", "2"])
      _ = try place.program.run(shared + ["--runs", "300", "--out", "c"])
      let (a, b, c) = (
        try place.text(of: "a/runs.csv"), try place.text(of: "b/runs.csv"), try place.text(of: "c/runs.csv")
      )
      #expect(a != b)
      #expect(c.hasPrefix(a))
      #expect(a.split(separator: "\n").count == 101)
      #expect(
        Set(a.split(separator: "\n").map { $0.drop { $0 != "," } }).count > 50, "runs repeat each other")
    }
  }

  @Test("does not overwrite a result unless told to, and then leaves no file of the former one")
  func force() throws {
    try Workplace.use { place in
      _ = try place.program.run("run", RunTests.pie, "--runs", "100", "--out", "r", "--keep-runs")
      try place.write("mine", to: "r/notes.txt")
      let before = try place.text(of: "r/manifest.json")
      let refused = try place.program.run("run", RunTests.pie, "--runs", "200", "--out", "r")
      #expect(
        refused
          == Program.Outcome(
            status: 73, output: "",
            errors: """
              detente: r holds files already
              Choose another directory with --out DIR, or replace what is there with --force.

              """))
      #expect(try place.text(of: "r/manifest.json") == before)
      #expect(
        try place.program.run("run", RunTests.pie, "--runs", "200", "--out", "r", "--force").status == 0)
      #expect(try place.text(of: "r/manifest.json") != before)
      #expect(!place.names(in: "r").contains("runs.csv"))
      #expect(place.names(in: "r").contains("notes.txt"))
      let sweep = try place.program.run(
        "sweep", RunTests.pie, "--vary", "rounds=1,2", "--runs", "10", "--out", "r", "--force")
      #expect(sweep.status == 0)
      let journal = "shard-1-of-1.journal"
      #expect(
        place.names(in: "r") == [
          "manifest.json", "notes.txt", "plan.json", "report.html", journal, "sweep.csv", "sweep.svg",
          "sweep_long.csv", "tables.json", "timing.csv",
        ])
      _ = try place.program.run("run", RunTests.pie, "--runs", "10", "--out", "r", "--force")
      #expect(!place.names(in: "r").contains { ["plan.json", journal, "sweep.csv"].contains($0) })
    }
  }

  @Test("a directory that cannot be made ends with 73 before anything is simulated")
  func unwritable() throws {
    try Workplace.use { place in
      try place.write("", to: "file")
      let outcome = try place.program.run("run", RunTests.pie, "--out", "file/below")
      #expect(
        outcome
          == Program.Outcome(
            status: 73, output: "", errors: "detente: cannot create file/below: Not a directory\n"))
    }
  }

  @Test("--quiet says nothing on standard error")
  func quiet() throws {
    try Workplace.use { place in
      let outcome = try place.program.run("run", RunTests.pie, "--runs", "100", "-q")
      #expect(outcome.errors == "")
      #expect(!outcome.output.isEmpty)
    }
  }

  @Test(
    "--format json prints one document with every table, and the counts of the endings add up to the runs")
  func json() throws {
    try Workplace.use { place in
      let outcome = try place.program.run("run", RunTests.pie, "--runs", "500", "--format", "json")
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
      let endings = try #require(object["endings"] as? [[String: Any]])
      #expect(endings.compactMap { $0["count"] as? Int }.reduce(0, +) == 500)
      #expect(
        endings.compactMap { $0["ending"] as? String } == [
          "full_agreement", "partial_agreement", "rejected_at_home", "collapsed", "out_of_time",
        ])
      #expect(object["runs"] as? Int == 500)
      #expect(object["complete"] as? Bool == true)
    }
  }

  @Test("the manifest says what is needed to make the result again")
  func manifest() throws {
    try Workplace.use { place in
      _ = try place.program.run(
        "run", RunTests.pie, "--runs", "100", "--seed", "18446744073709551615", "--set", "rounds=7", "--out",
        "r")
      let text = try place.text(of: "r/manifest.json")
      let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      let file = try #require((object["files"] as? [[String: Any]])?.first)
      let scenario = try String(contentsOfFile: RunTests.pie, encoding: .utf8)
      #expect(file["text"] as? String == scenario)
      #expect((file["sha256"] as? String)?.count == 64)
      #expect(text.contains("\"seed\": 18446744073709551615"))
      #expect(object["set"] as? [String: String] == ["rounds": "7"])
      #expect(object["runs"] as? Int == 100)
      #expect(object["command_line"] as? [String] != nil)
      #expect(object["machine"] as? [String: Any] != nil)
    }
  }

  @Test("--set changes the scenario: talks of one round have one round in the table")
  func set() throws {
    try Workplace.use { place in
      _ = try place.program.run("run", RunTests.pie, "--runs", "100", "--set", "rounds=1", "--out", "r")
      #expect(try place.text(of: "r/rounds.csv").split(separator: "\n").count == 2)
    }
  }

  @Test("--precision stops at the first look at which the interval is narrow enough")
  func precision() throws {
    try Workplace.use { place in
      let outcome = try place.program.run(
        "run", RunTests.pie, "--runs", "1e6", "--precision", "0.02", "--format", "json")
      #expect(outcome.status == 0)
      // 1.96 sqrt(p (1 - p) / n) <= 0.98 / sqrt(8192) = 0.011 for any share p, so one block of
      // 8,192 runs is enough.
      #expect(outcome.output.contains("\"runs\": 8192,"))
    }
  }

  @Test("when a file cannot be written the summary is printed all the same", arguments: ["run", "sweep"])
  func cannotWrite(command: String) throws {
    try Workplace.use { place in
      // The largest file that the process may write stands for the disk: 4,096 bytes hold the
      // summary and no report, 2,560 the plan and the journal of two points, but not all files.
      let words =
        command == "run"
        ? "ulimit -f 8; \"$detente\" run '\(RunTests.pie)' --runs 50 --out r"
        : "ulimit -f 5; \"$detente\" sweep '\(RunTests.pie)' --runs 50 --vary rounds=5,10 --out r"
      let outcome = try place.program.shell(words)
      #expect(outcome.status == 74)
      let file =
        command == "run"
        ? "[a-z_]+.(csv|svg|html)" : "(report.html|manifest.json|tables.json|sweep_long.csv|sweep.svg)"
      #expect(try outcome.errors.contains(Regex("cannot write r/\(file): File too large")))
      #expect(outcome.output.contains(command == "run" ? "How the talks end" : "full agreement"))
      #expect(place.names(in: "r") == (command == "run" ? [] : ["plan.json", "shard-1-of-1.journal"]))
    }
  }

  @Test("--language ar labels in Arabic")
  func language() throws {
    try Workplace.use { place in
      let outcome = try place.program.run("run", RunTests.pie, "--runs", "50", "--language", "ar")
      #expect(outcome.output.contains("اقتسام الكعكة"))
    }
  }
}
