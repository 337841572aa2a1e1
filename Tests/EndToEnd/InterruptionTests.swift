import Foundation
import Testing

@Suite("Interruption")
struct InterruptionTests {
  /// Starts what would take hours, waits until it hears signals and has worked for a while, and
  /// sends them.
  private func interrupt(
    _ place: Workplace, command: String, signals: [String], sleep: String = "1"
  ) throws -> Program.Outcome {
    let scenario = Program.package.appending(path: "scenarios/logroll.jsonc").path
    let sending = signals.map { "kill -\($0) $pid" }.joined(separator: "; ")
    // A shell's background jobs ignore Ctrl-C, which the program must not.
    return try Program(directory: place.url, environment: ["scenario": scenario]).shell(
      "\"$detente\" \(command) & pid=$!\n\(Program.untilListening)\nsleep \(sleep); \(sending); wait $pid")
  }

  @Test(
    "Ctrl-C keeps the runs so far, says how to go on, and ends with 130; a scheduler's TERM and XCPU, and a terminal that closes, with 75",
    arguments: [("INT", Int32(130)), ("TERM", 75), ("XCPU", 75), ("HUP", 75)])
  func run(signal: String, status: Int32) throws {
    try Workplace.use { place in
      let outcome = try interrupt(
        place, command: "run \"$scenario\" --runs 4e9 --quiet --out r --keep-runs", signals: [signal])
      #expect(outcome.status == status)
      #expect(outcome.errors.hasPrefix("Stopped after "))
      #expect(
        outcome.errors.hasSuffix(
          " of 4,000,000,000 runs. To do all of them:\n  \(again("--out r --keep-runs"))\n"))
      let manifest = try place.text(of: "r/manifest.json")
      #expect(manifest.contains("\"complete\": false"))
      let runs = try #require(manifest.firstMatch(of: /"runs": (\d+)/).flatMap { Int($0.1) })
      #expect(runs > 0)
      #expect(try place.text(of: "r/runs.csv").split(separator: "\n").count == runs + 1)
      #expect(place.names(in: "r").allSatisfy { !$0.hasPrefix(".") }, "no unfinished file is left")
    }
  }

  @Test("under nohup the closing of the terminal does not stop the work, and TERM does")
  func nohup() throws {
    try Workplace.use { place in
      let scenario = Program.package.appending(path: "scenarios/logroll.jsonc").path
      let outcome = try Program(directory: place.url).shell(
        "trap '' HUP; \"$detente\" run \(scenario) --runs 4e9 --quiet --out r >/dev/null & pid=$!\n"
          + "\(Program.untilListening)\nkill -HUP $pid; sleep 1; kill -0 $pid && echo works; kill -TERM $pid; wait $pid"
      )
      #expect(outcome.output == "works\n")
      #expect(outcome.status == 75)
    }
  }

  @Test("a signal that comes twice at once, as timeout sends it, is one; a later one ends the program")
  func twice() throws {
    let scenario = Program.package.appending(path: "scenarios/paris-2025.jsonc").path
    // What it prints does not fit into a pipe, so that it lives until somebody reads.
    for (between, status) in [("0.02", Int32(75)), ("3", 143)] {
      try Workplace.use { place in
        let outcome = try Program(directory: place.url).shell(
          "mkfifo pipe; (exec 9<pipe; sleep 8; cat <&9 >all) & reader=$!\n"
            + "\"$detente\" run \(scenario) --runs 4e9 --quiet --format json --out r >pipe & pid=$!\n"
            + "\(Program.untilListening)\nsleep 1; kill -TERM $pid; sleep \(between); kill -TERM $pid; wait $pid; status=$?; wait $reader; exit $status"
        )
        #expect(outcome.status == status)
        #expect(outcome.errors.contains("Stopped after ") == (status == 75))
      }
    }
  }

  private func again(_ tail: String) -> String {
    let scenario = Program.package.appending(path: "scenarios/logroll.jsonc").path
    return "detente run \(scenario) --runs 4e9 --quiet \(tail) --force"
  }

  @Test(
    "a wish to stop is heard between two long runs, and where none is done the command is told all the same")
  func longRuns() throws {
    try Workplace.use { place in
      let scenario = Program.package.appending(path: "scenarios/logroll.jsonc").path
      // Two demands that exclude each other: every run lasts to its end.
      let demands = "--set parties.farmers.reservation=0.95 --set parties.herders.reservation=0.95"
      let outcome = try Program(directory: place.url).shell(
        "\"$detente\" run \(scenario) --runs 4e9 --set rounds=1000000 \(demands) --threads 1 -q --out r >/dev/null"
          + " & pid=$!\n\(Program.untilListening)\nsleep 1; kill -INT $pid; wait $pid")
      #expect(outcome.status == 130)
      let stop = try #require(
        outcome.errors.firstMatch(
          of: /^Stopped (?:before the first run|after (\d+) of).*To (?:do all of them|go on):\n  detente/))
      // Not the 64 runs that a worker takes where they are short.
      #expect(stop.1.flatMap { Int($0) } ?? 0 < 16)
    }
  }

  /// Four parties that cannot agree, over 16 million outcomes: a run of a million rounds takes the
  /// better part of a minute, and more.
  private static let endless: String = {
    let options = ["a", "b", "c", "d"]
    let issues = (0..<12).map { "\"i\($0)\": {\"options\": [\"a\", \"b\", \"c\", \"d\"]}" }
    let parties = (0..<4).map { party in
      let preferences = (0..<12).map { issue in
        let values = options.enumerated().map { "\"\($1)\": \(Double(($0 + party) % 4) / 3)" }
        return "\"i\(issue)\": {\"weight\": 1, \"values\": {\(values.joined(separator: ", "))}}"
      }
      return "\"p\(party)\": {\"preferences\": {\(preferences.joined(separator: ", "))}, "
        + "\"reservation\": {\"uniform\": [0.94, 0.96]}, \"tactic\": \"random\"}"
    }
    return "{\"rounds\": 1000000, \"issues\": {\(issues.joined(separator: ", "))}, "
      + "\"parties\": {\(parties.joined(separator: ", "))}}"
  }()

  @Test(
    "a wish to stop is heard inside a run: nothing is counted, and the command ends at once",
    .timeLimit(.minutes(2)),
    arguments: [
      ("run endless.jsonc -q --out r", "TERM", Int32(75)), ("run endless.jsonc -q --out r", "INT", 130),
      ("trace endless.jsonc", "TERM", 75), ("trace endless.jsonc --ending full_agreement", "INT", 130),
      ("sweep endless.jsonc --vary parties.p0.willingness=0,1 -q --out r", "TERM", 75),
      ("sensitivity endless.jsonc -q --out r", "TERM", 75),
      ("levers endless.jsonc --lever parties. -q --out r", "INT", 130),
      ("compare endless.jsonc --set parties.p0.willingness=0 -q --out r", "TERM", 75),
    ])
  func insideRuns(command: String, signal: String, status: Int32) throws {
    try Workplace.use { place in
      try place.write(Self.endless, to: "endless.jsonc")
      // A shell's background jobs ignore Ctrl-C, which the program must not.
      let outcome = try place.program.shell(
        "\"$detente\" \(command) >/dev/null & pid=$!\n\(Program.untilListening)\nsleep 1; kill -\(signal) $pid; wait $pid"
      )
      #expect(outcome.status == status, "\(command): \(outcome.errors)")
      #expect(!outcome.errors.contains("Stopped after 1"))
    }
  }

  @Test("a sweep keeps the points that are done")
  func sweep() throws {
    try Workplace.use { place in
      let outcome = try interrupt(
        place,
        command: "sweep \"$scenario\" --vary rounds=1..1000:1000 --runs 2000 --threads 1 --quiet --out s",
        signals: ["TERM"], sleep: "3")
      #expect(outcome.status == 75)
      let rows = try place.text(of: "s/sweep.csv").split(separator: "\n")
      #expect(rows.count > 1)
      #expect(try place.text(of: "s/manifest.json").contains("\"complete\": false"))
      #expect(outcome.errors.hasPrefix("Stopped after \(rows.count - 1) of 1,000 points."))
    }
  }

  @Test("progress is told in plain lines where there is no terminal")
  func progress() throws {
    try Workplace.use { place in
      let scenario = Program.package.appending(path: "scenarios/logroll.jsonc").path
      // Some seconds of work, of which every tenth is told, though not more often than twice a
      // second.
      let outcome = try place.program.run("run", scenario, "--runs", "1000000", "--out", "r")
      let lines = outcome.errors.split(separator: "\n").filter { $0.contains(" of 1,000,000 runs, ") }
      #expect((1...10).contains(lines.count))
      #expect(lines.allSatisfy { $0.contains(/^[\d,]+ of 1,000,000 runs, \d+%, [\d,.]+\/s/) })
    }
  }
}
