import Experiments
import Foundation
import Reports
import Results
import Scenarios
import Simulation
import Tables

/// One execution of `detente run`, once the scenario is read and the directory is taken.
struct RunSession {
  let command: RunCommand
  let reading: ScenarioReading
  let output: ResultOutput
  let console: Console
  private let started = Date()
  private let clock = ContinuousClock.now
  private let threads: Int

  init(
    command: RunCommand, reading: ScenarioReading, threads: Int, output: ResultOutput, console: Console
  ) {
    self.command = command
    self.reading = reading
    self.output = output
    self.console = console
    self.threads = threads
  }

  func run() throws(CommandFailure) -> ExitStatus {
    let interruption = Interruption()
    let draft = try output.draft()
    let log = try runLog(draft)
    let draws = try drawLog(draft)
    let distribution = try simulate(log, draws, interruption)
    if distribution.wasStopped, distribution.runs == 0 {
      log?.abandon()
      draws?.abandon()
      tellHowToGoOn("Stopped before the first run was done; nothing was written")
      return interruption.status ?? .stoppedEarly
    }
    let simulated = ContinuousClock.now
    let contents = try command.contents(of: distribution)
    let summary = printed(contents, distribution)
    do throws(CommandFailure) {
      do {
        try log?.commit()
        try draws?.commit()
      } catch {
        throw ResultOutput.failure(error)
      }
      try output.write(
        tables: contents.tables,
        manifest: manifest(of: distribution, simulation: simulated - clock, writing: .now - simulated),
        to: draft, console: console)
    } catch {
      // What hours of runs have shown must not be lost because the disk is full.
      try console.print(summary)
      throw error
    }
    try console.print(summary)
    tellWhereItIs(distribution)
    return distribution.wasStopped ? interruption.status ?? .stoppedEarly : .done
  }

  /// Where the single runs go; `nil` unless they are asked for.
  private func runLog(_ draft: ResultDraft) throws(CommandFailure) -> RunLog? {
    guard command.keepRuns else { return nil }
    do {
      return try RunLog(reading.scenario, stream: draft.stream(named: "runs.csv"))
    } catch {
      throw ResultOutput.failure(error)
    }
  }

  /// Where what runs draw goes; `nil` unless it is asked for.
  private func drawLog(_ draft: ResultDraft) throws(CommandFailure) -> DrawLog? {
    guard command.keepDraws else { return nil }
    do {
      return try DrawLog(reading.scenario, seed: command.seed, stream: draft.stream(named: "draws.csv"))
    } catch {
      throw ResultOutput.failure(error)
    }
  }

  private func simulate(
    _ log: RunLog?, _ draws: DrawLog?, _ interruption: Interruption
  ) throws(CommandFailure) -> OutcomeDistribution {
    let plan = SimulationPlan(
      runs: command.runs, seed: command.seed, threads: threads, precision: command.precision)
    let display = ProgressDisplay(console: console, unit: "runs")
    defer { display.finish() }
    do {
      return try Ensemble(reading.scenario, plan: plan).run(
        keepingRunsIn: log, drawsIn: draws, shouldStop: { interruption.isRequested },
        onProgress: { display.update(done: $0.runsDone, of: $0.runsPlanned) })
    } catch {
      throw SimulationFailure.failure(error, scenario: command.scenario)
    }
  }

  private func manifest(
    of distribution: OutcomeDistribution, simulation: Duration, writing: Duration
  ) -> Manifest {
    Manifest(
      command: "run", commandLine: console.invocation.line,
      scenario: reading.scenario.identifier, sources: ScenarioInput.sources(reading.files),
      overrides: command.overrides.map { Manifest.Override(path: $0.path, value: $0.value) },
      seed: command.seed, runs: distribution.runs, runsPlanned: command.runs, precision: command.precision,
      isComplete: !distribution.wasStopped, threads: threads, machine: .current, started: started,
      finished: Date(),
      timings: [
        Manifest.Timing(step: "simulation", seconds: simulation.inSeconds),
        Manifest.Timing(step: "tables", seconds: writing.inSeconds),
      ])
  }

  private func printed(_ contents: RunContents, _ distribution: OutcomeDistribution) -> String {
    switch command.format {
    case .text:
      TextSummary(contents.report, style: console.style).text
    case .json:
      JSONText.string(ResultDocument.json(scenario: reading.scenario, distribution, contents.tables))
    }
  }

  private func tellWhereItIs(_ distribution: OutcomeDistribution) {
    console.note(
      PlaceWords.sentence("Tables, pictures, report and manifest are", in: output.directory.path))
    guard distribution.wasStopped else { return }
    tellHowToGoOn(
      "Stopped after \(Numerals.count(distribution.runs)) of \(Numerals.count(command.runs)) runs",
      force: true)
  }

  private func tellHowToGoOn(_ what: String, force: Bool = false) {
    let words = console.invocation.line
    let again = command.force || !force ? words : words + ["--force"]
    console.say("\(what). To do all of them:\n  \(ShellWords.line(again))")
  }
}
