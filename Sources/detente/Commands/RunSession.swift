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
    if case .shard(let shard) = command.options.part { return try run(shard, interruption) }
    let draft = try output.draft()
    let log = try runLog(draft)
    let draws = try drawLog(draft)
    let distribution =
      if case .merging(let source) = command.options.part {
        try merged(source, log, draws)
      } else {
        try simulate(log, draws, interruption)
      }
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
        to: draft, distribution.wasStopped ? .leavesWork : .replaces, console: console)
    } catch {
      // What hours of runs have shown must not be lost because the disk is full.
      try console.print(summary, as: command.format)
      throw error
    }
    try console.print(summary, as: command.format)
    tellWhereItIs(distribution)
    return distribution.wasStopped ? interruption.status ?? .stoppedEarly : .done
  }

  /// Where the single runs go; `nil` unless they are asked for.
  private func runLog(_ draft: ResultDraft) throws(CommandFailure) -> RunLog? {
    guard command.keepRuns else { return nil }
    draft.describe("runs", columns: RunLog.columns(of: reading.scenario))
    do {
      return try RunLog(reading.scenario, stream: draft.stream(named: "runs.csv"))
    } catch {
      throw ResultOutput.failure(error)
    }
  }

  /// Where what runs draw goes; `nil` unless it is asked for.
  private func drawLog(_ draft: ResultDraft) throws(CommandFailure) -> DrawLog? {
    guard command.keepDraws else { return nil }
    draft.describe("draws", columns: DrawLog.columns(of: reading.scenario))
    do {
      return try DrawLog(reading.scenario, seed: command.seed, stream: draft.stream(named: "draws.csv"))
    } catch {
      throw ResultOutput.failure(error)
    }
  }

  private func simulate(
    _ log: RunLog?, _ draws: DrawLog?, _ interruption: Interruption
  ) throws(CommandFailure) -> OutcomeDistribution {
    let share = RunShare(reading.scenario, plan: plan, keepsRows: false)
    switch try simulate(
      share, isKnown: command.options.isResuming, log, draws, interruption,
      {
        try command.options.journal(in: output, command.study(reading), tellsItems: false, console)
      })
    {
    case .done(let distribution): return distribution
    case .stopped(var distribution):
      distribution.wasStopped = true
      return distribution
    }
  }

  private var plan: SimulationPlan {
    SimulationPlan(
      runs: command.runs, seed: command.seed, threads: threads, precision: command.precision)
  }

  /// Simulates what is not done yet of all runs, or of a shard.
  private func simulate(
    _ share: RunShare, isKnown: Bool, _ log: RunLog?, _ draws: DrawLog?, _ interruption: Interruption,
    _ journal: () throws -> StudyJournal?
  ) throws(CommandFailure) -> RunShare.End {
    let display = ProgressDisplay(console: console, unit: "runs")
    defer { display.finish() }
    let planned = share.runs.count
    do {
      return try share.simulate(
        known: isKnown, log: log, draws: draws, shouldStop: { interruption.isRequested },
        onProgress: { display.update(done: $0, of: planned) }, journal: journal)
    } catch let fault as SimulationError {
      throw SimulationFailure.failure(fault, scenario: command.scenario)
    } catch {
      throw StudyOptions.failure(error)
    }
  }

  /// Does a shard, which leaves a journal and no result.
  private func run(_ shard: StudyShard, _ interruption: Interruption) throws(CommandFailure) -> ExitStatus {
    let options = command.options
    let share = RunShare(
      reading.scenario, plan: plan, keepsRows: command.keepRuns || command.keepDraws, shard: shard)
    let journal = try options.journal(
      in: output, command.study(reading), shard: shard, tellsItems: false, console)
    let end = try simulate(share, isKnown: true, nil, nil, interruption) { journal }
    if case .done = end { journal.seal() }
    do {
      try journal.finish()
    } catch {
      let failure = ResultOutput.failure(error)
      throw CommandFailure(
        failure.status, failure.message,
        advice:
          "What was done before is kept. To go on once this is mended:\n  \(options.lineToGoOn(console.invocation))"
      )
    }
    guard case .done = end else {
      console.say(
        "\(PlaceWords.sentence("Stopped; what is done is kept", in: output.directory.path)) Go on with\n  \(options.lineToGoOn(console.invocation))"
      )
      return interruption.status ?? .stoppedEarly
    }
    options.tellHowToMerge(output, console)
    return .done
  }

  /// The runs of all shards, one shard after the other.
  private func merged(
    _ source: StudyMergeSource, _ log: RunLog?, _ draws: DrawLog?
  ) throws(CommandFailure) -> OutcomeDistribution {
    do {
      var distribution = try Ensemble(reading.scenario, plan: plan).beginning()
      for shard in source.merge.plan.allShards {
        let share = RunShare(
          reading.scenario, plan: plan, keepsRows: command.keepRuns || command.keepDraws, shard: shard)
        guard
          try share.add(source.merge.items(of: shard), to: &distribution, log: log, draws: draws)
        else { throw StudyFault.missing([shard.index]) }
      }
      return distribution
    } catch let fault as SimulationError {
      throw SimulationFailure.failure(fault, scenario: command.scenario)
    } catch {
      throw StudyOptions.failure(error)
    }
  }

  private func manifest(
    of distribution: OutcomeDistribution, simulation: Duration, writing: Duration
  ) -> Manifest {
    Manifest(
      command: "run", commandLine: command.options.commandLine("run", console),
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
      TextSummary(contents.report, style: console.style, in: console.words).text
    case .json:
      JSONText.string(ResultDocument.json(scenario: reading.scenario, distribution, contents.tables))
    }
  }

  private func tellWhereItIs(_ distribution: OutcomeDistribution) {
    console.note(
      PlaceWords.sentence("Tables, pictures, report and manifest are", in: output.directory.path))
    if let caveat = OfferCaveat.sentence(distribution, of: reading) { console.note("warning: \(caveat)") }
    guard distribution.wasStopped else {
      console.suggest(
        NextSteps.after(
          "run", scenario: command.scenario, set: command.overrides.typed, in: output.directory.path))
      return
    }
    let what: Message =
      "Stopped after \(Numerals.count(distribution.runs)) of \(Numerals.count(command.runs)) runs"
    if command.keepRuns || command.keepDraws {
      tellHowToGoOn(what, force: true)
    } else {
      console.say("\(what). To go on:\n  \(command.options.lineToGoOn(console.invocation))")
    }
  }

  private func tellHowToGoOn(_ what: Message, force: Bool = false) {
    let words = console.invocation.line
    let again = command.force || !force ? words : words + ["--force"]
    console.say("\(what). To do all of them:\n  \(ShellWords.line(again))")
  }
}
