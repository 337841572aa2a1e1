import Dispatch
import Foundation
import Synchronization
import Testing

@Suite("A sweep that is interrupted")
struct SweepResumeTests {
  private static let scenario = Program.package.appending(path: "scenarios/split-the-pie.jsonc").path
  private static let words = [
    "sweep", scenario, "--vary", "parties.first.willingness=0.5,0.75,1", "--vary", "rounds=5,10",
    "--runs", "300", "--quiet",
  ]

  /// The table of the sweep in one piece.
  private func expected(_ place: Workplace) throws -> String {
    #expect(try place.program.run(SweepResumeTests.words + ["--out", "whole"]).status == 0)
    return try place.text(of: "whole/sweep.csv")
  }

  @Test("goes on from its directory alone, the scenario file being gone, to the same bytes")
  func resume() throws {
    try Workplace.use { place in
      let expected = try expected(place)
      let text = try String(contentsOf: URL(filePath: SweepResumeTests.scenario), encoding: .utf8)
      try place.write(text, to: "pie.jsonc")
      var words = SweepResumeTests.words
      words[1] = "pie.jsonc"
      _ = try place.program.run(words + ["--out", "s"])
      let path = place.url.appending(path: "s/shard-1-of-1.journal")
      let journal = try Data(contentsOf: path)
      try journal.dropLast(100).write(to: path)
      try FileManager.default.removeItem(at: place.url.appending(path: "pie.jsonc"))
      let outcome = try place.program.run("sweep", "--resume", "s")
      #expect(outcome.status == 0)
      #expect(outcome.errors.contains("The journal ended in a torn record"))
      #expect(outcome.errors.contains("Points done before: 4."))
      #expect(try place.text(of: "s/sweep.csv") == expected)
      #expect(
        place.names(in: "s") == [
          "manifest.json", "plan.json", "report.html", "shard-1-of-1.journal", "sweep.csv", "sweep.svg",
          "sweep_long.csv", "tables.json", "timing.csv",
        ])
    }
  }

  @Test(
    "a byte of the journal that has changed is called damage, costs its own point, and the table is the same bytes"
  )
  func damage() throws {
    try Workplace.use { place in
      let expected = try expected(place)
      let path = place.url.appending(path: "whole/shard-1-of-1.journal")
      let whole = try Data(contentsOf: path)
      // The six records after the heading: each begins with this mark.
      let mark = Data([0xd5, 0x9e, 0x1a, 0x7c, 0xb3, 0x06, 0xf8, 0x4b])
      let starts = whole.indices.filter { whole[$0...].starts(with: mark) }
      #expect(starts.count == 7)
      for record in [0, 1, 3] {
        var damaged = whole
        damaged[starts[record] + 15] ^= 4
        try damaged.write(to: path)
        let outcome = try place.program.run("sweep", "--resume", "whole", "-q")
        #expect(outcome.status == 0)
        let bytes = starts[record + 1] - starts[record]
        let name = record == 0 ? "its heading" : "record \(record)"
        let said =
          "whole/shard-1-of-1.journal: damage at \(name) (\(bytes) bytes have changed since they were written); the whole records after it are kept.\n"
        #expect(outcome.errors.hasPrefix(said))
        // One point is done again, which stands behind the others in the journal from then on.
        let again = outcome.errors.dropFirst(said.count)
        #expect(
          record == 0
            ? again.isEmpty
            : again.wholeMatch(of: /Points simulated again, as their records are damaged: [1-6]\.\n/) != nil)
        #expect(try place.text(of: "whole/sweep.csv") == expected)
        let longer = try Data(contentsOf: path).count > whole.count
        #expect(longer == (record != 0))
      }
    }
  }

  @Test(
    "the same command line goes on where it stopped; another seed or design is refused, and the difference told"
  )
  func sameDirectory() throws {
    try Workplace.use { place in
      let expected = try expected(place)
      let again = try place.program.run(SweepResumeTests.words + ["--out", "whole"])
      #expect(again.status == 0)
      #expect(try place.text(of: "whole/sweep.csv") == expected)
      let other = try place.program.run(SweepResumeTests.words + ["--out", "whole", "--seed", "2"])
      #expect(
        other
          == Program.Outcome(
            status: 73, output: "",
            errors: """
              detente: whole holds another sweep
                seed: 1 in whole, 2 in this command line
              Choose another directory with --out DIR, or replace what is there with --force.

              """))
      #expect(try place.text(of: "whole/sweep.csv") == expected, "what is there is left alone")
      let forced = try place.program.run(
        SweepResumeTests.words + ["--out", "whole", "--seed", "2", "--force"])
      #expect(forced.status == 0)
      #expect(try place.text(of: "whole/sweep.csv") != expected)
    }
  }

  @Test("a changed scenario in the same directory is refused, and the first line that differs is shown")
  func otherScenario() throws {
    try Workplace.use { place in
      let text = try String(contentsOf: URL(filePath: SweepResumeTests.scenario), encoding: .utf8)
      try place.write(text, to: "pie.jsonc")
      let words = ["sweep", "pie.jsonc", "--vary", "rounds=5,10", "--runs", "50", "--quiet", "--out", "s"]
      _ = try place.program.run(words)
      try place.write("// Another.\n" + text, to: "pie.jsonc")
      let outcome = try place.program.run(words)
      #expect(outcome.status == 73)
      #expect(outcome.errors.contains("line 1 is\n"))
      #expect(outcome.errors.contains("// Another.  in this command line"))
    }
  }

  @Test("a time budget stops it with status 75 and prints the line that goes on, which works")
  func timeBudget() throws {
    try Workplace.use { place in
      let logroll = Program.package.appending(path: "scenarios/logroll.jsonc").path
      let outcome = try place.program.run(
        "sweep", logroll, "--vary", "rounds=20..21:2", "--runs", "4e9", "--quiet", "--out", "s",
        "--time-budget", "1s")
      #expect(outcome.status == 75)
      #expect(
        outcome.errors == """
          Stopped after 0 of 2 points. To go on:
            detente sweep --resume s --time-budget 1s

          """)
      let again = try place.program.run("sweep", "--resume", "s", "--time-budget", "1s", "--quiet")
      #expect(again.status == 75)
    }
  }

  @Test("a full disk ends it with status 74, keeps what is done, and it goes on to the same bytes")
  func fullDisk() throws {
    try Workplace.use { place in
      let words = [
        "sweep", SweepResumeTests.scenario, "--vary", "rounds=1..90:90", "--runs", "20", "--quiet", "--out",
      ]
      #expect(try place.program.run(words + ["whole"]).status == 0)
      // The largest file that the process may write stands for the disk: 3,072 bytes hold the plan,
      // but not the journal.
      let line = (words + ["s"]).map { "'\($0)'" }.joined(separator: " ")
      let full = try place.program.shell("ulimit -f 6; \"$detente\" \(line)")
      #expect(full.status == 74)
      #expect(
        full.errors == """
          detente: cannot write s/shard-1-of-1.journal: File too large
          What was done before is kept. To go on once this is mended:
            detente sweep --resume s

          """)
      #expect(place.names(in: "s") == ["plan.json", "shard-1-of-1.journal"])
      let outcome = try place.program.run("sweep", "--resume", "s")
      #expect(outcome.status == 0)
      let found = try #require(
        outcome.errors.firstMatch(of: /Points done before: (\d+)\./).flatMap { Int($0.1) })
      #expect(found > 20 && found < 90)
      #expect(!outcome.errors.contains("torn"), "half a record was taken back")
      #expect(try place.text(of: "s/sweep.csv") == place.text(of: "whole/sweep.csv"))
    }
  }

  @Test(
    "in shards, in directories of their own, merges to the same bytes; what is missing or twice there is named"
  )
  func shards() throws {
    try Workplace.use { place in
      let expected = try expected(place)
      for shard in [1, 3] {
        let outcome = try place.program.run(
          SweepResumeTests.words + ["--shard", "\(shard)/4", "--out", "a"])
        #expect(outcome == Program.Outcome(status: 0, output: "", errors: ""))
      }
      _ = try place.program.run(SweepResumeTests.words + ["--shard", "3/4", "--out", "b"])
      let missing = try place.program.run("merge", "a")
      #expect(
        missing
          == Program.Outcome(
            status: 1, output: "",
            errors: "detente: shards 2,4 are missing or unfinished\nOnce more: --array=2,4\n"))
      let twice = try place.program.run("merge", "a", "b", "--out", "m")
      #expect(
        twice == Program.Outcome(status: 1, output: "", errors: "detente: shard 3 is in both a and b\n"))
      for shard in [2, 4] {
        _ = try place.program.run("sweep", "--resume", "a", "--shard", "\(shard)", "--quiet")
      }
      #expect(try place.program.run("merge", "a", "--out", "m", "--quiet").status == 0)
      #expect(try place.text(of: "m/sweep.csv") == expected)
    }
  }

  @Test("all shards may be begun at the same moment, in a directory that is not there yet")
  func together() throws {
    try Workplace.use { place in
      let expected = try expected(place)
      let program = place.program
      let outcomes = Mutex<[Program.Outcome?]>([])
      DispatchQueue.concurrentPerform(iterations: 6) { index in
        let outcome = try? program.run(SweepResumeTests.words + ["--shard", "\(index + 1)/6", "--out", "s"])
        outcomes.withLock { $0.append(outcome) }
      }
      let silence = Program.Outcome(status: 0, output: "", errors: "")
      #expect(outcomes.withLock { $0 } == Array(repeating: silence, count: 6))
      #expect(try place.program.run("merge", "s", "--quiet").status == 0)
      #expect(try place.text(of: "s/sweep.csv") == expected)
    }
  }

  @Test("a sweep in shards does not guess which one is meant, nor of how many")
  func whichShard() throws {
    try Workplace.use { place in
      let uncounted = try place.program.run(SweepResumeTests.words + ["--shard", "3"])
      #expect(uncounted.status == 2)
      #expect(uncounted.errors.hasPrefix("detente: sweep: --shard 3 says not of how many: --shard 3/N\n"))
      _ = try place.program.run(SweepResumeTests.words + ["--shard", "1/3", "--out", "s"])
      for (words, complaint) in [
        ([], "this sweep is dealt into 3 shards, and --shard does not say which is meant"),
        (["--shard", "4"], "--shard 4, but this sweep is dealt into 3 shards"),
        (["--shard", "1/2"], "--shard 1/2, but this sweep is dealt into 3 shards"),
      ] {
        let outcome = try place.program.run(["sweep", "--resume", "s"] + words)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains(complaint))
      }
      let fixed = try place.program.run("sweep", "--resume", "s", "--seed", "2")
      #expect(fixed.status == 2)
      #expect(fixed.errors.contains("--seed is fixed by s/plan.json"))
    }
  }

  @Test("a shard is not forced: it would remove what other shards have done")
  func forcedShard() throws {
    try Workplace.use { place in
      let words = SweepResumeTests.words + ["--out", "s", "--shard"]
      _ = try place.program.run(words + ["1/2"])
      let before = place.names(in: "s")
      let forced = try place.program.run(words + ["2/2", "--force"])
      #expect(forced.status == 2)
      #expect(
        forced.errors.hasPrefix(
          "detente: sweep: --force with --shard would remove what other shards have done; "
            + "choose another directory with --out DIR, or remove this one before the first shard begins\n"))
      #expect(place.names(in: "s") == before)
      let other = try place.program.run(words + ["2/2", "--seed", "2"])
      #expect(other.status == 73)
      #expect(other.errors.hasSuffix("\nChoose another directory with --out DIR.\n"), "nor advised to")
    }
  }

  @Test("a sweep of another version is not gone on with")
  func otherVersion() throws {
    try Workplace.use { place in
      #expect(try place.program.run(SweepResumeTests.words + ["--out", "s"]).status == 0)
      let plan = try place.text(of: "s/plan.json")
      let version = try #require(plan.firstMatch(of: /"version": "([^"]+)"/).map { String($0.1) })
      let foreign = plan.replacing("\"version\": \"\(version)\"", with: "\"version\": \"0.0.9\"")
      try place.write(foreign, to: "s/plan.json")
      let outcome = try place.program.run("sweep", "--resume", "s")
      #expect(
        outcome
          == Program.Outcome(
            status: 73, output: "",
            errors: """
              detente: s holds another sweep
                version: 0.0.9 in s, \(version) in this program
              Choose another directory with --out DIR.

              """))
    }
  }

  @Test("verify reads a table whose fields have line breaks and quotes in them")
  func lineBreaks() throws {
    try Workplace.use { place in
      try place.write(
        """
        {"scenario": "\(SweepResumeTests.scenario)", "runs": 20,
         "vary": [{"path": "rounds", "values": {"few\\n\\"short\\"": 5, "many\\r\\nlong": 10}}]}
        """, to: "f.jsonc")
      #expect(try place.program.run("sweep", "--file", "f.jsonc", "--quiet", "--out", "s").status == 0)
      let outcome = try place.program.run("verify", "s", "--rows", "5")
      #expect(outcome.status == 0 && outcome.errors == "")
      #expect(outcome.output.contains("2 of 2 rows are the same, byte for byte\n"))
    }
  }

  @Test("there is nothing to resume in a directory without a plan")
  func nothingThere() throws {
    try Workplace.use { place in
      let outcome = try place.program.run("sweep", "--resume", "none")
      #expect(
        outcome
          == Program.Outcome(
            status: 66, output: "", errors: "detente: none holds no sweep: there is no plan.json in it\n"))
      #expect(place.names() == [])
    }
  }

  @Test("verify finds a table that was changed, and only that")
  func verify() throws {
    try Workplace.use { place in
      let table = try expected(place)
      let good = try place.program.run("verify", "whole", "--rows", "4")
      #expect(good.status == 0 && good.errors == "")
      try place.write(table.replacing("\n3,", with: "\n3,9"), to: "whole/sweep.csv")
      let bad = try place.program.run("verify", "whole", "--rows", "6")
      #expect(bad.status == 1)
      let rows = bad.output.matches(of: /FAULT sweep\.csv, row ([0-9]+):/).map { $0.1 }
      #expect(!rows.isEmpty && rows.allSatisfy { $0 == "3" }, "\(bad.output)")
    }
  }
}
