import Bargaining
import Experiments
import Reports
import Results
import Scenarios
import Simulation
import Tables

extension RunCommand: RepeatableCommand {
  var stated: StatedArguments {
    StatedArguments(
      scenarios: [scenario], seed: seed, runs: runs, precision: precision, settings: overrides.byPath)
  }

  func repetition(_ scenarios: [ScenarioDocument], _ manifest: StoredManifest) throws -> any ResultRepetition
  {
    RunRepetition(
      command: self,
      reading: try scenarios[0].decode(settings: ScenarioInput.settings(overrides)),
      runs: manifest.runs, isComplete: manifest.isComplete,
      seconds: manifest.seconds.map { $0 * Double(manifest.threads) })
  }
}

/// `detente run` once more.
struct RunRepetition: ResultRepetition {
  let command: RunCommand
  let reading: ScenarioReading
  let runs: Int
  let isComplete: Bool
  /// What the simulation took, on one thread.
  let seconds: Double?

  /// From here on it is said beforehand how long it will take.
  private static let longSeconds = 10.0

  func shapes() throws -> [TableShape] {
    try OutcomeDistribution.shapes(
      of: reading.scenario, runs: runs, keepsRuns: command.keepRuns,
      keepsDraws: command.keepDraws) + UtilitySpace.shapes(of: reading.scenario, runs: runs)
  }

  func check(
    _ verification: ResultVerification, _ request: VerifyRequest, _ console: Console,
    _ shouldStop: @escaping @Sendable () -> Bool
  ) throws -> VerificationCheck? {
    if command.keepRuns, let rows = request.rows {
      return try sample(verification, rows, request, console, shouldStop)
    }
    tellHowLong(request, console)
    let runs = command.keepRuns ? ComparingSink("runs.csv", in: verification.path) : nil
    let draws = command.keepDraws ? ComparingSink("draws.csv", in: verification.path) : nil
    guard let distribution = try simulate(runs, draws, request, console, shouldStop) else { return nil }
    let contents = try command.contents(of: distribution)
    var files = contents.tables.map { (name: "\($0.name).csv", bytes: $0.write(.csv)) }
    files += try verification.page(of: contents.tables)
    let logs = [("runs.csv", runs), ("draws.csv", draws)].compactMap { name, sink in
      sink.map { (name: name, fault: $0.fault) }
    }
    return verification.check(run: distribution.runs, of: self.runs, files, logs: logs)
  }

  private func simulate(
    _ runs: ComparingSink?, _ draws: ComparingSink?, _ request: VerifyRequest, _ console: Console,
    _ shouldStop: @escaping @Sendable () -> Bool
  ) throws -> OutcomeDistribution? {
    let log = runs.map { RunLog(reading.scenario, stream: $0) }
    let drawLog = draws.map { DrawLog(reading.scenario, seed: command.seed, stream: $0) }
    let simulation = Ensemble(
      reading.scenario,
      plan: SimulationPlan(
        runs: command.runs, seed: command.seed, threads: request.threads, precision: command.precision))
    let display = ProgressDisplay(console: console, unit: "runs")
    defer { display.finish() }
    let onProgress: @Sendable (SimulationProgress) -> Void = {
      display.update(done: $0.runsDone, of: $0.runsPlanned)
    }
    let distribution =
      isComplete
      ? try simulation.run(
        keepingRunsIn: log, drawsIn: drawLog, shouldStop: shouldStop, onProgress: onProgress)
      : try simulation.run(
        stoppedAfter: self.runs, keepingRunsIn: log, drawsIn: drawLog, shouldStop: shouldStop,
        onProgress: onProgress)
    if isComplete ? distribution.wasStopped : distribution.runs < self.runs { return nil }
    try log?.commit()
    try drawLog?.commit()
    return distribution
  }

  private func sample(
    _ verification: ResultVerification, _ rows: Int, _ request: VerifyRequest, _ console: Console,
    _ shouldStop: @escaping @Sendable () -> Bool
  ) throws -> VerificationCheck? {
    let display = ProgressDisplay(console: console, unit: "rows")
    defer { display.finish() }
    guard
      let (looked, same, faults) = try verification.runRows(
        of: reading.scenario, rows: rows, seed: request.seed, shouldStop: shouldStop,
        onRow: { display.update(done: $0, of: $1) })
    else { return nil }
    return verification.check(rows: looked, same: same, faults, of: runs)
  }

  private func tellHowLong(_ request: VerifyRequest, _ console: Console) {
    guard let seconds, seconds / Double(request.threads) > RunRepetition.longSeconds else { return }
    console.note(
      "All \(Numerals.count(runs)) runs are simulated again, about \(Duration.onClock(seconds: seconds / Double(request.threads))); \(words: command.keepRuns ? "--rows K looks at K of them, --rows 0 at none." : "--rows 0 at none.")"
    )
  }
}
