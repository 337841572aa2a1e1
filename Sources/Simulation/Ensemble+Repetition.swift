import Bargaining
import Tables

extension OutcomeDistribution {
  /// Of no runs: it has the tables of a scenario, with their headings and names, and all counts 0.
  package init(ofNoRuns scenario: Scenario) {
    self.init(
      scenario: scenario, plan: SimulationPlan(runs: 0), looks: Looks(zone: .off, efficiency: .off))
  }
}

extension Ensemble {
  /// What this simulation came to when somebody stopped it after a number of runs.
  ///
  /// - Parameters:
  ///   - runs: how many were done then.
  ///   - log: where the records of all runs go; `nil` to keep none.
  ///   - draws: where what they draw goes; `nil` for nowhere.
  ///   - shouldStop: asked before every chunk, on any thread. Fewer runs are in the result when it
  ///     said yes.
  ///   - onProgress: told after every chunk, on any thread, one at a time.
  /// - Throws: ``SimulationError``.
  package func run(
    stoppedAfter runs: Int, keepingRunsIn log: RunLog? = nil, drawsIn draws: DrawLog? = nil,
    shouldStop: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (SimulationProgress) -> Void = { _ in }
  ) throws(SimulationError) -> OutcomeDistribution {
    var part = plan
    part.runs = runs
    part.precision = nil
    var distribution = try Ensemble(scenario, plan: part).run(
      keepingRunsIn: log, drawsIn: draws, shouldStop: shouldStop, onProgress: onProgress)
    distribution.plan = plan
    distribution.wasStopped = true
    return distribution
  }
}
