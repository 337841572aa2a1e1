import Scenarios

/// How much work a sweep is, and how long it may take on this machine: what `--plan` tells.
package struct SweepEstimate: Sendable {
  package let points: Int
  /// Of all points together, at most when there is a precision.
  package let runs: Int
  package let shards: Int
  /// Runs and points of the trial, and what it took.
  package let trialRuns: Int
  package let trialPoints: Int
  package let trialSeconds: Double

  /// Seconds of work of all points, one after another on the threads of the trial.
  package var seconds: Double { trialRuns > 0 ? trialSeconds / Double(trialRuns) * Double(runs) : 0 }

  /// Simulates a few runs at points from all over the design, a second or two in all, and writes
  /// nothing.
  ///
  /// - Parameters:
  ///   - sweep: what is to be done.
  ///   - budget: after how long no further point is begun.
  ///   - shouldStop: asked often, on any thread.
  package init(
    of sweep: Sweep, within budget: Duration = .seconds(2),
    shouldStop: @escaping @Sendable () -> Bool = { false }
  ) {
    var trial = sweep.plan
    // A few hundred runs show the speed; so few as a point has when it has fewer.
    trial.runs = min(trial.runs, 256)
    trial.precision = nil
    let tried = Sweep(frozen: trial, threads: sweep.threads)
    let start = ContinuousClock.now
    var (points, runs) = (0, 0)
    for position in 0..<min(sweep.plan.design.count, 64) {
      guard points == 0 || .now - start < budget, !shouldStop() else { break }
      let result = try? tried.run(only: sweep.plan.design.point(at: position), shouldStop)
      guard let point = result?.points.first else { continue }
      points += 1
      runs += point.outcome.runs
    }
    trialSeconds = (ContinuousClock.now - start).inSeconds
    self.points = sweep.plan.design.count
    self.runs = sweep.plan.design.count * sweep.plan.runs
    shards = sweep.plan.shards
    trialRuns = runs
    trialPoints = points
  }
}
