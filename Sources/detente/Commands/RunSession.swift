import Experiments
import Foundation
import Reports
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
    let log = try runLog()
    let distribution = try simulate(log, interruption)
    if distribution.wasStopped, distribution.runs == 0 {
      log?.abandon()
      tellHowToGoOn("Stopped before the first run was done; nothing was written")
      return interruption.status ?? .stoppedEarly
    }
    let simulated = ContinuousClock.now
    let content = report(on: distribution)
    let tables = try tables(of: distribution)
    let summary = printed(content, tables, distribution)
    do throws(CommandFailure) {
      try output.write(
        tables: tables,
        texts: pictures(of: content) + [(ResultDirectory.reportName, HTMLReport(content).html)],
        manifest: manifest(of: distribution, simulation: simulated - clock, writing: .now - simulated)
      ) { () throws(WriteError) in try log?.commit() }
    } catch {
      // What hours of runs have shown must not be lost because the disk is full.
      try console.print(summary)
      throw error
    }
    try console.print(summary)
    tellWhereItIs(distribution)
    return distribution.wasStopped ? interruption.status ?? .stoppedEarly : .done
  }

  /// The report's pictures, for use elsewhere.
  private func pictures(of content: ReportContent) -> [(name: String, text: String)] {
    [
      Picture.endings(of: content), .survival(of: content), .settlements(of: content), .parties(of: content),
      .proposers(of: content),
    ].map { ("\($0.name).svg", $0.svg) }
  }

  /// Where the single runs go; `nil` unless they are asked for.
  private func runLog() throws(CommandFailure) -> RunLog? {
    guard command.keepRuns else { return nil }
    do {
      return try RunLog(reading.scenario, path: output.directory.path(of: "runs.csv"))
    } catch {
      throw ResultOutput.failure(error)
    }
  }

  private func simulate(
    _ log: RunLog?, _ interruption: Interruption
  ) throws(CommandFailure) -> OutcomeDistribution {
    let plan = SimulationPlan(
      runs: command.runs, seed: command.seed, threads: threads, precision: command.precision)
    let display = ProgressDisplay(console: console, unit: "runs")
    defer { display.finish() }
    do {
      return try Simulation(reading.scenario, plan: plan).run(
        keepingRunsIn: log, shouldStop: { interruption.isRequested },
        onProgress: { display.update(done: $0.runsDone, of: $0.runsPlanned) })
    } catch {
      throw SimulationFailure.failure(error, scenario: command.scenario)
    }
  }

  private func tables(of distribution: OutcomeDistribution) throws(CommandFailure) -> [Table] {
    do {
      return try distribution.tables()
    } catch {
      throw CommandFailure(.defect, "the tables cannot be made: \(error)")
    }
  }

  private func manifest(
    of distribution: OutcomeDistribution, simulation: Duration, writing: Duration
  ) -> Manifest {
    Manifest(
      command: "run", commandLine: ["detente"] + CommandLine.arguments.dropFirst(),
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

  private func report(on distribution: OutcomeDistribution) -> ReportContent {
    var content = ReportContent(distribution, language: command.language.rawValue)
    content.manifest = [
      ReportContent.ManifestLine(name: "command", value: reproduction(of: distribution)),
      ReportContent.ManifestLine(name: "version", value: Release.version),
    ]
    content.manifest += reading.files.map { file in
      ReportContent.ManifestLine(name: "SHA-256 of \(file.name)", value: SHA256.hex(of: file.bytes))
    }
    return content
  }

  /// The command that gives the same tables: without what may differ from one execution to the next, so that the same
  /// result has the same report.
  private func reproduction(of distribution: OutcomeDistribution) -> String {
    var words = [
      "detente", "run", command.scenario, "--runs", "\(distribution.runs)", "--seed", "\(command.seed)",
    ]
    for override in command.overrides { words += ["--set", "\(override.path)=\(override.value)"] }
    return ShellWords.line(words)
  }

  private func printed(
    _ content: ReportContent, _ tables: [Table], _ distribution: OutcomeDistribution
  ) -> String {
    switch command.format {
    case .text:
      TextSummary(content, style: console.style).text
    case .json:
      JSONText.string(ResultDocument.json(scenario: reading.scenario, distribution, tables))
    }
  }

  private func tellWhereItIs(_ distribution: OutcomeDistribution) {
    console.note("Tables, pictures, report and manifest are in \(output.directory.path).")
    guard distribution.wasStopped else { return }
    tellHowToGoOn(
      "Stopped after \(Grouped.digits(distribution.runs)) of \(Grouped.digits(command.runs)) runs",
      force: true)
  }

  private func tellHowToGoOn(_ what: String, force: Bool = false) {
    let words = ["detente"] + CommandLine.arguments.dropFirst()
    let again = command.force || !force ? words : words + ["--force"]
    console.say("\(what). To do all of them:\n  \(ShellWords.line(again))")
  }
}
