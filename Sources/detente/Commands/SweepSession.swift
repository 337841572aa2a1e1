import Experiments
import Foundation
import Reports
import Tables

/// One execution of `detente sweep`, once the plan is known and the directory is taken.
struct SweepSession {
  let command: SweepCommand
  let sweep: Sweep
  let shard: Int
  let output: SweepDirectory
  let console: Console
  private let started = Date()
  private let clock = ContinuousClock.now

  init(command: SweepCommand, sweep: Sweep, shard: Int, output: SweepDirectory, console: Console) {
    self.command = command
    self.sweep = sweep
    self.shard = shard
    self.output = output
    self.console = console
  }

  func run() throws(CommandFailure) -> ExitStatus {
    let interruption = Interruption()
    let result = try simulate(interruption)
    let report = SweepReport(
      command: "sweep", result: result, threads: sweep.threads, started: started, elapsed: .now - clock,
      format: command.format)
    report.tellFailures(console)
    // A shard's points are a part; the tables are made of all parts.
    if sweep.plan.shards == 1, !result.points.isEmpty {
      try report.write(to: output, on: console)
      console.note(PlaceWords.sentence("Tables, report and manifest are", in: output.path))
      if !result.wasStopped { console.suggest(NextSteps.after("sweep", in: output.path)) }
    }
    guard result.wasStopped else {
      if sweep.plan.shards > 1 { tellHowToMerge(result) }
      return report.status
    }
    console.say(
      "Stopped after \(Numerals.count(result.pointsSettled)) of \(Numerals.count(sweep.plan.pointCount(of: shard))) points. To go on:\n  \(continuation)"
    )
    return interruption.status ?? .stoppedEarly
  }

  private func simulate(_ interruption: Interruption) throws(CommandFailure) -> SweepResult {
    let display = ProgressDisplay(console: console, unit: "runs")
    defer { display.finish() }
    let deadline = command.budget.map { clock + $0 }
    do {
      return try sweep.run(
        shard: shard, in: output.workPath, onFound: tell,
        shouldStop: { interruption.isRequested || deadline.map { ContinuousClock.now >= $0 } ?? false },
        onProgress: { progress in
          display.update(
            done: progress.runsDone, of: progress.runsPlanned,
            detail: "point \(Numerals.count(progress.pointsDone + 1)) of \(Numerals.count(progress.points))")
        })
    } catch {
      let failure = SweepFailure.failure(error)
      guard case .journal = error else { throw failure }
      throw CommandFailure(
        failure.status, failure.message,
        advice: "What was done before is kept. To go on once this is mended:\n  \(continuation)")
    }
  }

  private func tell(_ finding: SweepFinding) {
    for damage in finding.damages { console.say("\(journalPath): \(JournalWords.words(for: damage)).") }
    if !finding.pointsRepeated.isEmpty {
      let points = ShardList.text(finding.pointsRepeated.map { $0 + 1 })
      console.say("Points simulated again, as their records are damaged: \(points).")
    }
    if finding.tornBytes > 0 {
      console.note(
        "The journal ended in a torn record (\(Numerals.count(finding.tornBytes)) bytes), which was dropped.")
    }
    if finding.points > 0 { console.note("Points done before: \(Numerals.count(finding.points)).") }
  }

  private var journalPath: String {
    "\(output.workPath)/\(SweepPlan.journalName(shard: shard, of: sweep.plan.shards))"
  }

  private func tellHowToMerge(_ result: SweepResult) {
    console.note(
      "Shard \(shard) of \(sweep.plan.shards) is done, \(Numerals.count(result.pointsSettled)) points. When all are:\n  \(ShellWords.line(["detente", "merge", output.path]))"
    )
  }

  /// The line that goes on with this sweep.
  private var continuation: String {
    var words = ["detente", "sweep", "--resume", output.path]
    if sweep.plan.shards > 1 { words += ["--shard", "\(shard)"] }
    if let threads = command.threads { words += ["--threads", "\(threads)"] }
    if let budget = command.budget { words += ["--time-budget", "\(budget.components.seconds)s"] }
    return ShellWords.line(words)
  }
}
