import Bargaining
import Results
import Simulation
import Tables

/// Times the simulation of a scenario.
package struct Benchmark: Sendable {
  /// How much is simulated.
  package enum Extent: Sendable, Equatable {
    case runs(Int)
    /// About so many seconds: the number of runs is chosen after a trial.
    case seconds(Double)
  }

  /// What is done in a run.
  package enum Measures: String, Sendable {
    /// What `detente run` does: the bargaining, whether a run that failed had a zone of agreement,
    /// and how efficient agreements are.
    case run
    /// The bargaining alone, as programs do it that look at neither.
    case bare
  }

  package let name: String
  package let scenario: Scenario
  package let threads: Int
  package let extent: Extent
  package let measures: Measures

  package init(
    name: String, scenario: Scenario, threads: Int, extent: Extent, measures: Measures = .run
  ) {
    self.name = name
    self.scenario = scenario
    self.threads = threads
    self.extent = extent
    self.measures = measures
  }

  /// Simulates and measures. Drawing the numbers of a run and preparing it are in the time.
  ///
  /// - Returns: `nil` when it was stopped.
  package func measure(
    shouldStop: @escaping @Sendable () -> Bool = { false }
  ) throws(SimulationError) -> BenchmarkResult? {
    switch extent {
    case .runs(let runs): return try measure(runs: runs, shouldStop)
    case .seconds(let seconds):
      var runs = threads
      while true {
        guard let trial = try measure(runs: runs, shouldStop) else { return nil }
        if trial.seconds >= seconds / 8 || runs >= SimulationPlan.mostRuns / 1_000 {
          let wanted = Double(runs) * seconds / max(trial.seconds, 1e-9)
          let bounded = min(max(wanted, Double(threads)), Double(SimulationPlan.mostRuns))
          return try measure(runs: Int(bounded), shouldStop)
        }
        runs *= 4
      }
    }
  }

  /// What is simulated in so many runs.
  package func plan(runs: Int) -> SimulationPlan {
    let looks: SimulationPlan.Sampling? = measures == .bare ? .off : nil
    return SimulationPlan(runs: runs, threads: threads, zone: looks, efficiency: looks)
  }

  private func measure(
    runs: Int, _ shouldStop: @escaping @Sendable () -> Bool
  ) throws(SimulationError) -> BenchmarkResult? {
    let plan = plan(runs: runs)
    let start = ContinuousClock.now
    let distribution = try Ensemble(scenario, plan: plan).run(shouldStop: shouldStop)
    let elapsed = ContinuousClock.now - start
    guard !distribution.wasStopped else { return nil }
    return BenchmarkResult(
      workload: name, measures: measures, threads: threads, runs: distribution.runs,
      rounds: distribution.roundsSat,
      seconds: elapsed.inSeconds,
      peakMemoryBytes: PeakMemory.bytes)
  }
}

/// What a benchmark measured.
package struct BenchmarkResult: Sendable, Equatable {
  package let workload: String
  package let measures: Benchmark.Measures
  package let threads: Int
  package let runs: Int
  /// Rounds in which talks were active and a forum sat.
  package let rounds: Int
  package let seconds: Double
  /// Of the whole process, up to now; 0 when the system does not tell.
  package let peakMemoryBytes: Int

  package var roundsPerSecond: Double { Double(rounds) / seconds }
  package var runsPerSecond: Double { Double(runs) / seconds }

  package var json: JSONValue {
    [
      "schema": "detente.bench/1", "workload": .string(workload), "measures": .string(measures.rawValue),
      "threads": .integer(threads),
      "runs": .integer(runs),
      "rounds": .integer(rounds), "seconds": .real(seconds), "rounds_per_second": .real(roundsPerSecond),
      "runs_per_second": .real(runsPerSecond), "peak_memory_bytes": .integer(peakMemoryBytes),
    ]
  }
}
