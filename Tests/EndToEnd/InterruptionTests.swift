import Foundation
import Testing

@Suite("Interruption")
struct InterruptionTests {
  /// Starts what would take hours, waits until work is under way, and sends signals.
  private func interrupt(
    _ place: Workplace, command: String, signals: [String], sleep: String = "1.5"
  ) throws -> Program.Outcome {
    let scenario = Program.package.appending(path: "scenarios/logroll.jsonc").path
    let sending = signals.map { "kill -\($0) $pid" }.joined(separator: "; ")
    // A shell's background jobs ignore Ctrl-C, which the program must not.
    return try Program(directory: place.url, environment: ["scenario": scenario]).shell(
      "\"$detente\" \(command) & pid=$!; sleep \(sleep); \(sending); wait $pid")
  }

  @Test(
    "Ctrl-C keeps the runs so far, says how to go on, and ends with 130; a scheduler's TERM and XCPU with 75",
    arguments: [("INT", Int32(130)), ("TERM", 75), ("XCPU", 75)])
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

  private func again(_ tail: String) -> String {
    let scenario = Program.package.appending(path: "scenarios/logroll.jsonc").path
    return "detente run \(scenario) --runs 4e9 --quiet \(tail) --force"
  }

  @Test("a sweep keeps the points that are done")
  func sweep() throws {
    try Workplace.use { place in
      let outcome = try interrupt(
        place, command: "sweep \"$scenario\" --vary rounds=1..1000:1000 --runs 300 --quiet --out s",
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
      let scenario = Program.package.appending(path: "scenarios/river-water.jsonc").path
      let outcome = try place.program.run("run", scenario, "--runs", "1500")
      let lines = outcome.errors.split(separator: "\n").dropLast()
      #expect(lines.count <= 10)
      #expect(lines.allSatisfy { $0.contains(/^[\d,]+ of 1,500 runs, \d+%, [\d,.]+\/s/) })
    }
  }
}
