import Experiments
import Foundation
import Reports
import Results
import Scenarios
import Tables

/// Writes the tables of a sweep, or of shards that were joined, and prints them.
struct SweepReport {
  /// `sweep` or `merge`.
  let command: String
  let result: SweepResult
  let threads: Int
  let started: Date
  let elapsed: Duration
  let format: CommonOptions.Report

  func write(to output: SweepDirectory, on console: Console) throws(CommandFailure) {
    let tables: (sweep: Table, long: Table, overview: String, timing: Table)
    do {
      tables = (
        try result.table(), try result.longTable(),
        try result.overview(width: console.knownWidth, isASCII: console.isASCII, in: console.words),
        try result.timing()
      )
    } catch {
      throw CommandFailure(.defect, "the tables cannot be made: \(error)")
    }
    let summary =
      switch format {
      case .text: tables.overview
      case .json: JSONText.string(ResultDocument.json(ofPoints: tables.sweep))
      }
    do throws(CommandFailure) {
      let files = ResultOutput(taken: output.directory)
      let draft = try files.draft()
      do { try output.adopt(into: draft, .sweep(output, console)) } catch {
        throw ResultOutput.failure(error)
      }
      try files.write(
        tables: [tables.sweep, tables.long, tables.timing], manifest: manifest(console.invocation), to: draft,
        .completesSweep,
        console: console)
    } catch {
      // What hours of runs have shown must not be lost because the disk is full.
      try console.print(summary, as: format)
      throw error
    }
    try console.print(summary, as: format)
  }

  /// Says which points could not be simulated.
  func tellFailures(_ console: Console) {
    for failure in result.failures {
      console.say("detente: \(command): point \(failure.index + 1) failed: \(failure.reason)")
    }
  }

  /// How a sweep ends that has no point left to do.
  var status: ExitStatus {
    guard result.failures.isEmpty else { return result.points.isEmpty ? .failed : .somePointsFailed }
    return .done
  }

  private func manifest(_ invocation: Invocation) -> Manifest {
    let plan = result.plan
    var manifest = Manifest(
      command: command, commandLine: invocation.line,
      scenario: (try? plan.scenarioName) ?? "",
      sources: plan.scenarios.flatMap { ScenarioInput.sources($0.files) },
      overrides: plan.settings.map { Manifest.Override(path: $0.path, value: $0.value) },
      design: plan.design.json, seed: plan.seed, runs: plan.runs, runsPlanned: plan.runs,
      precision: plan.precision, isComplete: result.pointsSettled == plan.design.count, threads: threads,
      machine: .current, started: started, finished: Date(),
      timings: [Manifest.Timing(step: "simulation", seconds: elapsed.inSeconds)])
    manifest.points = ShardList.text(result.points.map { $0.index + 1 })
    manifest.pointsFailed = ShardList.text(result.failures.map { $0.index + 1 })
    // Shards that another build has done may be merged by this one.
    manifest.version = plan.version
    return manifest
  }
}
