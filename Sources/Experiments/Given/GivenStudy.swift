import Bargaining
import Randomness
import Simulation
import Tables

/// The talks of a scenario, given what has been observed of them.
///
/// Runs of the seed are weighed by how probable the history is in each. While enough of them fit,
/// they go on as they are: rejection where all observations are exact, importance weights where
/// some are not. Where too few are left they are weighed observation by observation, and drawn anew
/// when their weights become uneven: a particle filter (Gordon, Salmond, Smith 1993,
/// doi:10.1049/ip-f-2.1993.0015). A run that is drawn more than once keeps its numbers and all that
/// happened up to then; what chance brings afterwards is drawn afresh for each.
package struct GivenStudy: Sendable {
  package let scenario: Scenario
  package let history: History
  package let runs: Int
  package let seed: UInt64
  package let threads: Int
  /// Effective runs below which there is no answer.
  package let least: Int

  package static let least = 100

  /// - Parameters:
  ///   - runs: at least 1.
  ///   - least: at least 1.
  package init(
    _ scenario: Scenario, history: History, runs: Int, seed: UInt64 = 1, threads: Int = 1,
    least: Int = GivenStudy.least
  ) {
    self.scenario = scenario
    self.history = history
    self.runs = max(1, runs)
    self.seed = seed
    self.threads = threads
    self.least = max(1, least)
  }

  /// Does the work.
  ///
  /// - Parameters:
  ///   - memory: what is known already; `nil` for nothing.
  ///   - shouldStop: asked often, on any thread.
  ///   - onProgress: told how many runs are done and how many there will be, as far as is known.
  /// - Returns: `nil` when it was stopped.
  /// - Throws: ``GivenFault`` where too few runs are left, ``SimulationError``.
  package func run(
    memory: (any StudyMemory)? = nil, shouldStop: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws -> GivenResult? {
    guard let filter = try condition(memory: memory, shouldStop: shouldStop, onProgress: onProgress) else {
      return nil
    }
    guard filter.effectiveRuns >= Double(least) else { throw filter.tooFew }
    let (particles, worth) = filter.outcome()
    let done = filter.passes * runs
    var distribution = try Ensemble(scenario, particles: particles, seed: seed, threads: threads).run(
      shouldStop: shouldStop, onProgress: { onProgress(done + $0.runsDone, done + $0.runsPlanned) })
    guard !distribution.wasStopped else { return nil }
    distribution.worth = worth
    return GivenResult(
      study: self, method: filter.method, effectiveRuns: filter.effectiveRuns, forecasts: filter.forecasts,
      distribution: distribution,
      posteriors: Posterior.all(of: scenario, filter.particles, filter.weights, seed: seed, runs: runs))
  }

  /// Weighs the runs by the history, by a filter where too few would be left.
  ///
  /// - Returns: `nil` when it was stopped.
  /// - Throws: ``GivenFault/nothingFits(observations:round:runs:)``, ``SimulationError``.
  func condition(
    memory: (any StudyMemory)? = nil, shouldStop: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws -> ParticleFilter? {
    _ = try SimulationPlan.numbers(of: runs, from: 0)
    let survey = try ParticleSurvey(
      scenario, history: history, seed: seed, threads: threads, shouldStop: shouldStop)
    let roots = (0..<runs).map { Particle(root: UInt32(truncatingIfNeeded: $0)) }
    let runs = runs
    guard
      let fates = survey.fates(
        of: roots, memory: memory, shouldStop: shouldStop, onProgress: { onProgress($0, 2 * runs) })
    else { return nil }
    var plain = ParticleFilter(self, roots, fates)
    try plain.weigh()
    if plain.effectiveRuns >= Double(least) { return plain }
    var filter = ParticleFilter(self, roots, fates)
    guard
      try filter.weigh(drawingAnew: { particles, passes in
        survey.fates(
          of: particles, memory: memory, shouldStop: shouldStop,
          onProgress: { onProgress(passes * runs + $0, (passes + 2) * runs) })
      })
    else { return nil }
    return filter.effectiveRuns > plain.effectiveRuns ? filter : plain
  }
}

/// Why there is no answer.
package enum GivenFault: Error, Sendable, Equatable, CustomStringConvertible, Told {
  /// Fewer than wanted are left; `needed`: about how many runs would do.
  case tooFew(effective: Double, least: Int, runs: Int, needed: Int)
  /// No run fits the first so many observations.
  case nothingFits(observations: Int, round: Int, runs: Int)

  /// One line, without a capital and without a full stop.
  package var description: String { told.description }

  /// The same in any language.
  package var told: Message {
    switch self {
    case .tooFew(let effective, let least, let runs, _):
      "of \(runs) runs the history leaves \(Int(effective.rounded(.down))) effective ones, and an answer takes \(least)"
    case .nothingFits(let observations, let round, let runs):
      "none of \(runs) runs fits the first \(words: observations == 1 ? "observation" : "\(observations) observations"), up to that of round \(round)"
    }
  }
}
