import Foundation
import Testing

/// Simulations and studies in parts, each done by a process of its own, and joined.
@Suite("Shards")
struct ShardTests {
  static let pie = "scenarios/split-the-pie.jsonc"
  static let logroll = "scenarios/logroll.jsonc"
  static let river = "scenarios/river-water.jsonc"

  /// Every file of a result but the manifest, which names times and machine.
  static func files(in folder: String) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
      !$0.hasPrefix(".") && !["manifest.json", "timing.csv", "plan.json"].contains($0)
        && !$0.hasSuffix(".journal")
    }
    return Dictionary(
      uniqueKeysWithValues: try names.map { ($0, try Data(contentsOf: URL(filePath: "\(folder)/\($0)"))) })
  }

  /// Does all shards of a line in a folder, each `rounds` times, and merges them.
  static func merge(
    _ command: String, _ shards: Int, in folder: String, threads: Int, rounds: Int = 1
  ) throws -> Program.Outcome {
    for _ in 0..<rounds {
      for shard in 1...shards {
        let done = try Program().shell(
          "\"$detente\" \(command) --shard \(shard)/\(shards) --threads \(threads) -q --out \(folder)")
        // The one shard of a sweep is the sweep, and prints its table.
        let isWhole = shards == 1 && command.hasPrefix("sweep")
        #expect(done.status == 0 && done.errors == "", "\(command), shard \(shard)")
        #expect(done.output.isEmpty != isWhole, "\(command), shard \(shard)")
      }
    }
    return try Program().shell("\"$detente\" merge \(folder) -q")
  }

  @Test(
    "in 1, 2 and 5 shards, on 1, 2 and 3 threads, the result is that of one process, every file of it byte for byte",
    arguments: [
      ("run \(logroll) --runs 1003", 1), ("run \(logroll) --runs 90000", 1),
      ("run \(river) --runs 900 --keep-runs --keep-draws --seed 3", 1),
      ("sweep \(pie) --vary parties.first.willingness=0.3..1:7 --runs 200", 1),
      ("compare \(logroll) --set parties.farmers.willingness=0.3 --runs 700", 1),
      ("sensitivity \(logroll) --samples 64", 2), ("sensitivity \(logroll) --method morris --samples 4", 1),
      ("levers \(logroll) --runs 30", 1), ("formula \(logroll) --draws 900 --runs 200", 2),
      (
        "given scenarios/paris-2025.jsonc --history Tests/Fixtures/histories/paris-2025.jsonc --runs 3000 --least 100",
        1
      ),
      ("answers \(logroll) --runs 300 --each 40", 1),
    ])
  func same(command: String, rounds: Int) throws {
    try StudyTests.inFolder { whole in
      let piece = try Program().shell("\"$detente\" \(command) -q --out \(whole)")
      #expect(piece.status == 0, "\(piece.errors)")
      let files = try Self.files(in: whole)
      #expect(files.count > 0)
      for (shards, threads) in [(1, 2), (2, 1), (5, 3)] {
        try StudyTests.inFolder { folder in
          let merged = try Self.merge(command, shards, in: folder, threads: threads, rounds: rounds)
          #expect(merged == piece, "\(shards) shards: \(merged.errors)")
          #expect(try Self.files(in: folder) == files, "\(shards) shards")
          #expect(try Program().shell("\"$detente\" verify \(folder) --rows 2 -q").status == 0)
        }
      }
    }
  }

  @Test("where later stages need all of earlier ones, merge does what no shard has done, and says how much")
  func rest() throws {
    try StudyTests.inFolder { folder in
      let command = "sensitivity \(Self.logroll) --samples 64"
      for shard in 1...2 {
        #expect(
          try Program().shell("\"$detente\" \(command) --shard \(shard)/2 -q --out \(folder)/s").status == 0)
      }
      let merged = try Program().shell("\"$detente\" merge \(folder)/s --out \(folder)/m")
      let counts = try #require(
        merged.errors.firstMatch(of: /Parts of the study from shards: ([0-9,]+); done here: ([0-9,]+)\./))
      #expect(counts.1 != "0" && counts.2 != "0")
      let piece = try Program().shell("\"$detente\" \(command) -q --out \(folder)/w")
      #expect(piece.output == merged.output)
      #expect(try Self.files(in: "\(folder)/m") == Self.files(in: "\(folder)/w"))
    }
  }

  /// Starts a shard, and kills it once some of its work is on the disk.
  private func kill(_ line: String, journal: String) throws -> Program.Outcome {
    try Program().shell(
      """
      size() { cat \(journal) 2>/dev/null | wc -c; }
      before=$(size); [ $before -gt 250 ] || before=250
      \(line) & pid=$!
      while kill -STOP $pid 2>/dev/null && [ $(size) -le $before ]; do kill -CONT $pid; sleep 0.05; done
      kill -KILL $pid; kill -CONT $pid; wait $pid
      """)
  }

  @Test(
    "a shard that was killed goes on by the same line, and comes to the same bytes",
    arguments: [
      "run scenarios/paris-2025.jsonc --runs 60000 --set rounds=20",
      "levers scenarios/paris-2025.jsonc --runs 10",
      "compare scenarios/paris-2025.jsonc --set rounds=30 --runs 8000",
    ])
  func killed(command: String) throws {
    try StudyTests.inFolder { folder in
      let line = "\"$detente\" \(command) --shard 1/2 --threads 1 -q --out \(folder)/s"
      #expect(try kill(line, journal: "\(folder)/s/shard-1-of-2.journal").status == 137)
      let early = try Program().shell("\"$detente\" merge \(folder)/s -q --out \(folder)/early")
      #expect(early.status == 1 && early.errors.contains("shards 1-2 are missing or unfinished"))
      let resumed = try Program().shell(line)
      #expect(resumed.status == 0, "\(resumed.errors)")
      #expect(
        try Program().shell("\"$detente\" \(command) --shard 2/2 -q --out \(folder)/s").status == 0)
      let merged = try Program().shell("\"$detente\" merge \(folder)/s -q --out \(folder)/m")
      let piece = try Program().shell("\"$detente\" \(command) -q --out \(folder)/w")
      #expect(merged == piece)
      #expect(try Self.files(in: "\(folder)/m") == Self.files(in: "\(folder)/w"))
    }
  }

  @Test("a missing shard is named, and one that is in two directories; nothing is written")
  func missing() throws {
    try Workplace.use { place in
      let scenario = Program.package.appending(path: Self.logroll).path
      let line = "\"$detente\" run \(scenario) --runs 300 -q"
      for shard in [1, 2, 4] {
        #expect(try place.program.shell("\(line) --shard \(shard)/5 --out a").status == 0)
      }
      let missing = try place.program.shell("\"$detente\" merge a --out r")
      #expect(missing.status == 1)
      #expect(
        missing.errors == "detente: shards 3,5 are missing or unfinished\nOnce more: --array=3,5\n",
        "\(missing.errors)")
      for shard in 3...5 { _ = try place.program.shell("\(line) --shard \(shard)/5 --out b") }
      let twice = try place.program.shell("\"$detente\" merge a b --out r")
      #expect(twice.status == 1 && twice.errors.contains("shard 4 is in both a and b"))
      #expect(place.names() == ["a", "b"])
    }
  }

  @Test(
    "shards of another scenario, seed, number of runs or of shards are refused, in one directory and in a merge",
    arguments: [
      ("--seed 2", 2), ("--runs 301", 2), ("--set rounds=9", 2), ("--keep-runs", 2), ("", 3),
    ])
  func others(options: String, shards: Int) throws {
    try Workplace.use { place in
      let scenario = Program.package.appending(path: Self.logroll).path
      func line(_ options: String, _ shards: Int, _ out: String) -> String {
        let runs = options.contains("--runs") ? "" : "--runs 300"
        return "\"$detente\" run \(scenario) \(runs) \(options) -q --shard 1/\(shards) --out \(out)"
      }
      #expect(try place.program.shell(line("", 2, "a")).status == 0)
      let refused = try place.program.shell(line(options, shards, "a"))
      #expect(refused.status == 73 && refused.errors.contains("a holds shards of something else\n"))
      #expect(try place.program.shell(line(options, shards, "b")).status == 0)
      let unlike = try place.program.shell("\"$detente\" merge a b --out r")
      #expect(unlike.status == 73 && unlike.errors.contains("b holds shards of something else\n"))
      #expect(place.names() == ["a", "b"])
    }
  }

  @Test("a shard whose journal was damaged is done again, and the bytes are the same")
  func damaged() throws {
    try Workplace.use { place in
      let scenario = Program.package.appending(path: Self.logroll).path
      let line = "\"$detente\" run \(scenario) --runs 300 -q"
      for shard in 1...2 { _ = try place.program.shell("\(line) --shard \(shard)/2 --out a") }
      let journal = place.url.appending(path: "a/shard-2-of-2.journal")
      var bytes = try Data(contentsOf: journal)
      bytes[bytes.count / 2] ^= 1
      try bytes.write(to: journal)
      let refused = try place.program.shell("\"$detente\" merge a --out r")
      #expect(refused.status == 1 && refused.errors.contains("shard 2 is missing or unfinished"))
      let again = try place.program.shell("\(line) --shard 2/2 --out a")
      #expect(again.status == 0 && again.errors.contains("damage at record"))
      #expect(try place.program.shell("\"$detente\" merge a --out r").status == 0)
      #expect(try place.program.shell("\(line) --out w").status == 0)
      #expect(try Self.files(in: place.url.path + "/r") == Self.files(in: place.url.path + "/w"))
    }
  }

  @Test(
    "a shard's journal of many runs is no larger than one of a tenth of them by more than its counts grow")
  func size() throws {
    try Workplace.use { place in
      let scenario = Program.package.appending(path: Self.pie).path
      var sizes: [Int] = []
      for (name, runs) in [("a", "100000"), ("b", "1e6")] {
        let line = "\"$detente\" run \(scenario) --runs \(runs) -q --shard 2/2 --out \(name)"
        #expect(try place.program.shell(line).status == 0)
        sizes.append(try Data(contentsOf: place.url.appending(path: "\(name)/shard-2-of-2.journal")).count)
      }
      // Bins that nothing had fallen into before, and counts with a digit more; not ten times as
      // much.
      #expect(sizes[1] < 2 * sizes[0] && sizes[0] > 1000, "\(sizes)")
    }
  }

  @Test(
    "a run that was stopped goes on with --resume to the same bytes, its tables of the part being there meanwhile"
  )
  func resumedRun() throws {
    try StudyTests.inFolder { folder in
      let command = "run scenarios/paris-2025.jsonc --runs 60000 --set rounds=20 --threads 1 -q"
      let stopped = try Program().shell(
        "\"$detente\" \(command) --out \(folder)/r & pid=$!\n\(Program.untilListening)\nsleep 0.5; kill -INT $pid; wait $pid"
      )
      #expect(stopped.status == 130)
      let printed = try #require(
        stopped.errors.firstMatch(of: /Stopped after [0-9,]+ of 60,000 runs\. To go on:\n  detente (.+)\n/))
      #expect(printed.1 == "\(command) --out \(folder)/r --resume")
      #expect(try Self.files(in: "\(folder)/r")["endings.csv"] != nil)
      #expect(try Program().shell("\"$detente\" verify \(folder)/r -q").status == 0)
      let resumed = try Program().shell("\"$detente\" \(printed.1)")
      let piece = try Program().shell("\"$detente\" \(command) --out \(folder)/w")
      #expect(resumed == piece)
      #expect(try Self.files(in: "\(folder)/r") == Self.files(in: "\(folder)/w"))
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/r/study.journal"))
      let again = try Program().shell("\"$detente\" \(printed.1)")
      #expect(again.status == 0 && again.output.isEmpty && again.errors.isEmpty)
      let other = try Program().shell("\"$detente\" \(printed.1) --seed 2")
      #expect(other.status == 66 && other.errors.contains("holds no study that was stopped"))
    }
  }

  @Test(
    "a shard that is done once more after the merge, and a second merge, find the result whole and leave it; other work is refused",
    arguments: [
      ("run \(logroll) --runs 300", 1, "--seed 2"),
      ("compare \(logroll) --set rounds=20 --runs 100", 1, "--set rounds=30"),
      ("formula \(logroll) --draws 200 --runs 50", 2, "--seed 2"),
      ("given \(river) --history scenarios/histories/river-water.jsonc --runs 100 --least 5", 1, "--seed 2"),
    ])
  func requeued(command: String, rounds: Int, other: String) throws {
    try StudyTests.inFolder { folder in
      #expect(try Self.merge(command, 2, in: folder, threads: 1, rounds: rounds).status == 0)
      let files = try Self.files(in: folder)
      let name = command.split(separator: " ")[0]
      let whole = "\(folder) holds the whole result of this already: nothing is left to do.\n"
      for line in [
        "\(command) --shard 2/2 --threads 2 --out \(folder)", "\(command) --out \(folder) --resume",
      ] {
        let again = try Program().shell("\"$detente\" \(line)")
        #expect(again == Program.Outcome(status: 0, output: "", errors: whole), "\(line)")
      }
      let merged = try Program().shell("\"$detente\" merge \(folder)")
      #expect(
        merged.status == 0
          && merged.errors == "\(folder) holds a whole result of \(name): nothing is left to join.\n")
      let elsewhere = try Program().shell("\"$detente\" merge \(folder) --out \(folder)-2")
      #expect(
        elsewhere.status == 66
          && elsewhere.errors.contains("holds no shards, but a whole result of \(name)"))
      let another = try Program().shell("\"$detente\" \(command) \(other) --shard 2/2 --out \(folder)")
      #expect(another.status == 73 && another.errors.contains("holds files already"))
      #expect(try Self.files(in: folder) == files)
    }
  }

  @Test("what cannot be divided is refused with the reason")
  func refused() throws {
    let cases = [
      ("run \(Self.pie) --shard 1/2 --precision 0.01", "a shard knows only its own"),
      ("run \(Self.pie) --slurm 2 --precision 0.01", "a shard knows only its own"),
      ("run \(Self.pie) --shard 1/2 --force", "would remove what other shards have done"),
      ("levers \(Self.pie) --shard 3", "--shard 3/N"),
      ("levers \(Self.pie) --shard 1/2 --slurm 2", "exclude each other"),
      ("run \(Self.pie) --resume --keep-runs", "no single runs"),
      ("sweep \(Self.pie) --vary rounds=5 --slurm 200", "there is a single point"),
      ("sensitivity --from nothing --shard 1/2", "--shard has no part in it"),
    ]
    for (line, reason) in cases {
      let outcome = try Program().shell("\"$detente\" \(line) --out /nonexistent/r")
      #expect(outcome.status == 2 && outcome.errors.contains(reason), "\(line): \(outcome.errors)")
    }
  }

  @Test(
    "--slurm writes a job array whose tasks' commands merge to the same bytes, and in which nothing stands of the PATH",
    arguments: [("run \(logroll) --runs 500", 1), ("sensitivity \(logroll) --samples 64", 2)])
  func slurm(command: String, rounds: Int) throws {
    try Workplace.use { place in
      try FileManager.default.copyItem(
        at: Program.package.appending(path: "scenarios"), to: place.url.appending(path: "scenarios"))
      let marked = Program(directory: place.url, environment: ["PATH": "/marked:/usr/bin:/bin"])
      #expect(try marked.shell("\"$detente\" \(command) -q --slurm 3 --out s").status == 0)
      let name = "\(command.prefix { $0 != " " }).sbatch"
      #expect(place.names(in: "s") == ["merge.sbatch", name, "study.json", "submit"].sorted())
      let script = try place.text(of: "s/\(name)")
      #expect(script.contains("#SBATCH --array=1-3\n") && script.contains("#SBATCH --requeue\n"))
      #expect(try place.text(of: "s/submit").components(separatedBy: "\(name))\n").count == rounds + 1)
      for file in place.names(in: "s") { #expect(try !place.text(of: "s/\(file)").contains("/marked")) }
      // A task starts anywhere; the program is the one that DETENTE names.
      for shard in (1...3).flatMap({ Array(repeating: $0, count: rounds) }) {
        let task = try Program(
          directory: URL(filePath: "/"),
          environment: ["SLURM_ARRAY_TASK_ID": "\(shard)", "DETENTE": Program.executable.path]
        ).shell("sh '\(place.url.path)/s/\(name)'")
        #expect(task == Program.Outcome(status: 0, output: "", errors: ""))
      }
      #expect(try place.program.shell("sh s/merge.sbatch").status == 0)
      #expect(try place.program.shell("\"$detente\" \(command) -q --out w").status == 0)
      let merged = try Self.files(in: place.url.path + "/s").filter { $0.key.contains(".csv") }
      #expect(
        try merged == Self.files(in: place.url.path + "/w").filter { $0.key.contains(".csv") }
          && merged.count > 0)
    }
  }
}
