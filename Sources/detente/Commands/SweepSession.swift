import Experiments
import Foundation
import Scenarios
import Simulation
import Tables

/// One execution of `detente sweep`, once the scenario is read and the directory is taken.
struct SweepSession {
  let command: SweepCommand
  let sweep: Sweep
  /// The scenario at the first point.
  let reading: ScenarioReading
  let output: ResultOutput
  let console: Console
  private let started = Date()

  init(
    command: SweepCommand, sweep: Sweep, reading: ScenarioReading, output: ResultOutput, console: Console
  ) {
    self.command = command
    self.sweep = sweep
    self.reading = reading
    self.output = output
    self.console = console
  }

  func run() throws(CommandFailure) -> ExitStatus {
    let interruption = Interruption()
    let start = ContinuousClock.now
    let result = simulate(interruption)
    for failure in result.failures {
      console.say("detente: sweep: point \(failure.index + 1) failed: \(failure.reason)")
    }
    if result.points.isEmpty {
      guard result.wasStopped else { return .failed }
      console.note("Stopped before the first point was done; nothing was written.")
      return interruption.status ?? .stoppedEarly
    }
    try write(result, elapsed: .now - start)
    console.note("The table and the manifest are in \(output.directory.path).")
    if result.wasStopped {
      tellHowToGoOn(result)
      return interruption.status ?? .stoppedEarly
    }
    return result.failures.isEmpty ? .done : .somePointsFailed
  }

  private func simulate(_ interruption: Interruption) -> SweepResult {
    let display = ProgressDisplay(console: console, unit: "runs")
    defer { display.finish() }
    return sweep.run(
      shouldStop: { interruption.isRequested },
      onProgress: { progress in
        display.update(
          done: progress.runsDone, of: progress.runsPlanned,
          detail: "point \(progress.point + 1) of \(progress.points)")
      })
  }

  private func write(_ result: SweepResult, elapsed: Duration) throws(CommandFailure) {
    let tables: (sweep: Table, overview: Table, timing: Table)
    do {
      tables = (try result.table(), try result.overview(), try result.timing())
    } catch {
      throw CommandFailure(.defect, "the tables cannot be made: \(error)")
    }
    let summary =
      switch command.format {
      case .text: tables.overview.plainText(reals: .fixed(4))
      case .json: tables.sweep.text(.json)
      }
    do throws(CommandFailure) {
      try output.write(
        tables: [tables.sweep, tables.timing], texts: [], manifest: manifest(of: result, elapsed: elapsed))
    } catch {
      // What hours of runs have shown must not be lost because the disk is full.
      try console.print(summary)
      throw error
    }
    try console.print(summary)
  }

  private func manifest(of result: SweepResult, elapsed: Duration) -> Manifest {
    Manifest(
      command: "sweep", commandLine: ["detente"] + CommandLine.arguments.dropFirst(),
      scenario: reading.scenario.identifier, sources: ScenarioInput.sources(reading.files),
      overrides: command.overrides.map { Manifest.Override(path: $0.path, value: $0.value) },
      axes: command.design.axes, seed: command.seed, runs: command.runs, runsPlanned: command.runs,
      isComplete: result.points.count == command.design.count, threads: sweep.plan.threads,
      machine: .current, started: started, finished: Date(),
      timings: [Manifest.Timing(step: "simulation", seconds: elapsed.inSeconds)])
  }

  private func tellHowToGoOn(_ result: SweepResult) {
    let words = ["detente"] + CommandLine.arguments.dropFirst()
    let again = command.force ? words : words + ["--force"]
    console.say(
      "Stopped after \(Grouped.digits(result.points.count)) of \(Grouped.digits(command.design.count)) points. "
        + "To do all of them:\n  \(ShellWords.line(again))")
  }
}
