import Foundation
import Testing

@Suite("Studies that are stopped")
struct StudyResumeTests {
  static let paris = "scenarios/paris-2025.jsonc"

  /// Starts a line, and sends a signal once some of its work is on the disk. It stands still
  /// whenever it is looked at, so that on a busy machine, where a look comes late, it does not end
  /// in between.
  static func interrupt(_ line: String, _ signal: String, in folder: String) throws -> Program.Outcome {
    // The heading of a journal alone has 115 bytes. A shell's background jobs ignore Ctrl-C, which
    // the program must not.
    try Program().shell(
      """
      size() { cat \(folder)/study.journal 2>/dev/null | wc -c; }
      before=$(size); [ $before -gt 200 ] || before=200
      \(line) & pid=$!
      while kill -STOP $pid 2>/dev/null && [ $(size) -le $before ]; do kill -CONT $pid; sleep 0.05; done
      kill -\(signal) $pid; kill -CONT $pid; wait $pid
      """)
  }

  static func tables(in folder: String) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".csv") }
    return Dictionary(
      uniqueKeysWithValues: try names.map { ($0, try Data(contentsOf: URL(filePath: "\(folder)/\($0)"))) })
  }

  @Test(
    "stopped by Ctrl-C, gone on with by the command that it prints, killed and gone on with again, a study comes to the same bytes",
    arguments: [
      "given \(paris) --history Tests/Fixtures/histories/paris-2025.jsonc --runs 5000 --least 250",
      "levers \(paris) --runs 8", "answers \(paris) --runs 200 --each 60",
      "sensitivity \(paris) --samples 8",
      "formula \(paris) --draws 5000 --runs 200",
      "compare \(paris) scenarios/paris-2025-without-egypt.jsonc scenarios/paris-2025-three-issues.jsonc --runs 3000",
    ])
  func resume(command: String) throws {
    try StudyTests.inFolder { folder in
      let line = "\"$detente\" \(command) --threads 1 -q --out \(folder)"
      let stopped = try Self.interrupt(line, "INT", in: folder)
      #expect(stopped.status == 130)
      let printed = try #require(
        stopped.errors.wholeMatch(of: /Stopped; what is done is kept in (.+)\. Go on with\n  detente (.+)\n/))
      #expect(printed.1 == folder && printed.2 == "\(command) --threads 1 -q --out \(folder) --resume")
      #expect(try Self.tables(in: folder).isEmpty, "no table of a part is taken for the whole")
      // Another study is not gone on with, and none is begun over it.
      for other in ["--seed 2 --resume", "--set rounds=30 --resume"] {
        let refused = try Program().shell("\(line) \(other)")
        #expect(refused.status == 73 && refused.errors.contains("another scenario, seed or options"))
      }
      let unasked = try Program().shell(line)
      #expect(unasked.status == 73 && unasked.errors.contains("--resume"))
      // More of it is done each time.
      let killed = try Self.interrupt("\"$detente\" \(printed.2)", "KILL", in: folder)
      #expect(killed.status == 137)
      let resumed = try Program().shell("\"$detente\" \(printed.2.replacing(" -q", with: ""))")
      #expect(resumed.status == 0 && resumed.errors.contains("Parts of the study done before: "))
      try StudyTests.inFolder { fresh in
        let whole = try Program().shell("\"$detente\" \(command) --threads 2 -q --out \(fresh)")
        #expect(whole.status == 0 && whole.output == resumed.output)
        // Nothing but comparisons that were whole.
        #expect(whole.output.hasPrefix(stopped.output) && stopped.output.count < whole.output.count)
        #expect(try Self.tables(in: folder) == Self.tables(in: fresh))
        #expect(try Self.tables(in: fresh).count > 0)
      }
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/study.journal"))
    }
  }

  @Test("of several comparisons those that are whole are shown when it is stopped, and again when it goes on")
  func comparisons() throws {
    try StudyTests.inFolder { folder in
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let logroll = Program.package.appending(path: "scenarios/logroll.jsonc").path
      // Two demands that exclude each other: every run lasts to its end.
      let long = """
        {"extends": "\(logroll)", "rounds": 1000000,
         "parties": {"farmers": {"reservation": 0.95}, "herders": {"reservation": 0.95}}}
        """
      try Data(long.utf8).write(to: URL(filePath: "\(folder)/long.jsonc"))
      let out = "\(folder)/compared"
      let line =
        "\"$detente\" compare \(logroll) \(logroll) \(folder)/long.jsonc --runs 500 --threads 1 --out \(out)"
      let stopped = try Self.interrupt(line, "INT", in: out)
      #expect(stopped.status == 130)
      #expect(stopped.output.contains("Every run ends in the same way in both."))
      #expect(stopped.output.matches(of: /(?m)^.*logroll\.jsonc against/).count == 1)
      #expect(!stopped.output.contains("long.jsonc"))
      let again = try Self.interrupt("\(line) --resume", "INT", in: out)
      #expect(again.status == 130 && again.output == stopped.output)
      // The order of the scenarios is part of the study, and so is the number of runs.
      for other in [
        line.replacing(
          "\(logroll) \(logroll) \(folder)/long.jsonc", with: "\(logroll) \(folder)/long.jsonc \(logroll)"),
        line.replacing("--runs 500", with: "--runs 501"),
        line.replacing("\(logroll) \(logroll)", with: logroll),
      ] {
        #expect(other != line)
        #expect(try Program().shell("\(other) --resume").status == 73)
      }
    }
  }

  @Test("a wish to stop is heard between the runs of a long point, and those that are done are kept")
  func longPoint() throws {
    try StudyTests.inFolder { folder in
      let demands =
        "--set rounds=1000000 --set parties.farmers.reservation=0.95 --set parties.herders.reservation=0.95"
      let commands = [
        "levers scenarios/logroll.jsonc --lever parties.farmers.willingness=0.5..1",
        "sensitivity scenarios/logroll.jsonc --runs 1000000", "compare scenarios/logroll.jsonc --runs 4e9",
      ]
      for (number, command) in commands.enumerated() {
        let out = "\(folder)/\(number)"
        let line = "\"$detente\" \(command) \(demands) --threads 1 --out \(out)"
        #expect(try Self.interrupt("\(line) 2>/dev/null", "INT", in: out).status == 130)
        let again = try Self.interrupt("\(line) --resume", "INT", in: out)
        #expect(again.status == 130)
        let known = try #require(again.errors.firstMatch(of: /Parts of the study done before: ([\d,]+)\./))
        // One part is one run; 64 would take a minute.
        #expect((1..<32).contains(Int(known.1.replacing(",", with: "")) ?? 0), "\(command): \(known.1)")
      }
    }
  }

  @Test("a study whose directory was taken by another result cannot be gone on with")
  func replaced() throws {
    try StudyTests.inFolder { folder in
      let line = "\"$detente\" levers \(Self.paris) --threads 1 -q --out \(folder)"
      #expect(try Self.interrupt(line, "INT", in: folder).status == 130)
      let run = try Program().shell("\"$detente\" run \(Self.paris) --runs 2 -q --force --out \(folder)")
      #expect(run.status == 0)
      #expect(try Program().shell("\(line) --resume").status == 66)
      let refused = try Program().shell(line)
      #expect(refused.status == 73 && !refused.errors.contains("--resume"))
      #expect(try Self.tables(in: folder)["levers.csv"] == nil && Self.tables(in: folder).count > 0)
    }
  }

  @Test("a full disk stops it with status 74, and it goes on once there is room")
  func fullDisk() throws {
    try StudyTests.inFolder { folder in
      // The largest file that the process may write stands for the disk: 1,024 bytes hold the
      // heading of the journal and little more.
      let command = "compare scenarios/logroll.jsonc --runs 20000 --set rounds=20000"
      let line = "\"$detente\" \(command) --threads 1 --out \(folder)"
      let full = try Program().shell("ulimit -f 2; \(line) -q")
      #expect(full.status == 74)
      #expect(
        full.errors == """
          detente: cannot write \(folder)/study.journal: File too large
          What was done before is kept. To go on once this is mended:
            detente \(command) --threads 1 --out \(folder) -q --resume

          """)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["study.journal"])
      #expect(try Self.interrupt("\(line) -q --resume", "INT", in: folder).status == 130)
    }
  }

  @Test("a study that another process is at work on is left to it")
  func inUse() throws {
    try StudyTests.inFolder { folder in
      let line =
        "\"$detente\" compare scenarios/logroll.jsonc --runs 4e9 --set rounds=20 --threads 1 --out \(folder)"
      let outcome = try Program().shell(
        """
        \(line) >/dev/null 2>&1 & pid=$!
        while kill -0 $pid 2>/dev/null && [ ! -s \(folder)/study.journal ]; do sleep 0.05; done
        \(line) --resume; status=$?
        kill -KILL $pid; wait $pid 2>/dev/null
        exit $status
        """)
      #expect(outcome.status == 73)
      let refusal = outcome.errors.split(separator: "\n").last
      #expect(
        refusal?.wholeMatch(of: /detente: another process \(PID [0-9]+\) is at work in (.+)/)?.1
          == folder[...])
    }
  }

  @Test("there must be something to go on with")
  func nothing() throws {
    try StudyTests.inFolder { folder in
      for command in ["levers", "sensitivity", "compare --set rounds=30"] {
        let outcome = try Program().shell("\"$detente\" \(command) \(Self.paris) --out \(folder) --resume")
        #expect(outcome.status == 66 && outcome.errors.contains("holds no study that was stopped"))
        #expect(!FileManager.default.fileExists(atPath: folder))
      }
    }
  }
}
