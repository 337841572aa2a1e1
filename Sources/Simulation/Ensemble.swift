import Bargaining
import Synchronization
import Tables

/// Simulates a scenario many times at once.
///
/// Runs are done in blocks of ``SimulationPlan/blockSize``; within a block, workers on threads of
/// their own take chunks of runs until none is left, each with one `Negotiation` of its own that it
/// uses again and again. When a block is done its records are added to the distribution in the
/// order of their run numbers, by one thread, so every sum is the same bits on any number of
/// threads.
public struct Ensemble: Sendable {
  /// What is simulated.
  public let scenario: Scenario
  /// How often, from which seed, on how many threads.
  public let plan: SimulationPlan
  /// What is played in place of the runs of the plan, each as often as it is there; `nil` for
  /// those.
  private let particles: [Particle]?

  /// Particles of runs of a seed; nothing is simulated yet.
  package init(_ scenario: Scenario, particles: [Particle], seed: UInt64, threads: Int) {
    self.scenario = scenario
    plan = SimulationPlan(runs: particles.count, seed: seed, threads: threads)
    self.particles = particles
  }

  /// Runs of a scenario by a plan; nothing is simulated yet.
  public init(_ scenario: Scenario, plan: SimulationPlan) {
    self.scenario = scenario
    self.plan = plan
    particles = nil
  }

  /// Runs the plan, or as much of it as there is until somebody asks to stop.
  ///
  /// - Parameters:
  ///   - log: where the records of all runs go, one row each, in order; `nil` to keep none.
  ///   - shouldStop: asked before every chunk and inside long runs, on any thread; once it says
  ///     yes, the chunks under way are finished, but for long runs, which are broken off and do not
  ///     count, and what was done so far, always runs without a gap, is returned.
  ///   - onProgress: told after every chunk, on any thread, one at a time.
  /// - Throws: ``SimulationError``.
  public func run(
    keepingRunsIn log: RunLog? = nil, shouldStop: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (SimulationProgress) -> Void = { _ in }
  ) throws(SimulationError) -> OutcomeDistribution {
    try run(keepingRunsIn: log, drawsIn: nil, shouldStop: shouldStop, onProgress: onProgress)
  }

  /// The same, and puts down what every run draws.
  ///
  /// - Parameter draws: where it goes, one row for each run, in order; `nil` for nowhere.
  package func run(
    keepingRunsIn log: RunLog?, drawsIn draws: DrawLog?, shouldStop: @escaping @Sendable () -> Bool,
    onProgress: @escaping @Sendable (SimulationProgress) -> Void
  ) throws(SimulationError) -> OutcomeDistribution {
    let workers = try makeWorkers(shouldStop)
    var distribution = OutcomeDistribution(scenario: scenario, plan: plan, looks: looks(workers))
    distribution.wasStopped = try extend(
      &distribution, after: 0, workers, keepingRunsIn: log, drawsIn: draws, shouldStop: shouldStop,
      onProgress: onProgress)
    return distribution
  }

  /// Simulates the runs of the plan from a number on, in steps that end at multiples of `step`.
  ///
  /// - Parameters:
  ///   - done: runs that are done already.
  ///   - take: takes the runs of a step, in order; false ends the work. Of a step that was cut
  ///     short it decides nothing.
  /// - Returns: whether somebody asked to stop before the work was done.
  func eachStep(
    of step: Int, after done: Int, workers: [Worker], looks: Looks,
    shouldStop: @escaping @Sendable () -> Bool,
    onProgress: @escaping @Sendable (SimulationProgress) -> Void,
    take: (RunBlock, Range<Int>) throws(SimulationError) -> Bool
  ) throws(SimulationError) -> Bool {
    let capacity = min(step, max(plan.runs, 1))
    let block = RunBlock(scenario: scenario, capacity: capacity)
    let progress = Mutex(done)
    var done = done
    while done < plan.runs {
      let count = min(capacity - done % capacity, plan.runs - done)
      let reached = fill(
        block, first: plan.firstRun + done, count: count, workers: workers, looks: looks,
        shouldStop: shouldStop
      ) { finished in
        progress.withLock { total in
          total += finished
          onProgress(SimulationProgress(runsDone: total, runsPlanned: plan.runs))
        }
      }
      done += reached
      let goesOn = try take(block, 0..<reached)
      if reached < count { return true }
      if !goesOn { break }
    }
    return false
  }

  /// Simulates `count` runs from `first` on into the first rows of a block; returns how many were
  /// done, without a gap.
  func fill(
    _ block: RunBlock, first: Int, count: Int, workers: [Worker], looks: Looks,
    shouldStop: @escaping @Sendable () -> Bool, onChunk: @escaping @Sendable (Int) -> Void
  ) -> Int {
    // Small enough that few slow runs still keep every worker busy, and that a wish to stop is
    // heard within a moment; no result depends on it.
    let chunkSize = max(1, min(count / (8 * workers.count), RunStretches.length(for: scenario)))
    let chunks = (count + chunkSize - 1) / chunkSize
    let next = Atomic<Int>(0)
    let brokenOff = Atomic<Int>(count)
    Crew.work(upTo: min(workers.count, chunks)) { index in
      while !shouldStop() {
        let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard chunk < chunks else { break }
        let rows = chunk * chunkSize..<min((chunk + 1) * chunkSize, count)
        let end =
          if let particles {
            workers[index].simulate(
              rows, first: first, of: particles, seed: plan.seed, looks: looks, into: block)
          } else {
            workers[index].simulate(rows, first: first, seed: plan.seed, looks: looks, into: block)
          }
        onChunk(end - rows.lowerBound)
        if end < rows.upperBound { brokenOff.min(end, ordering: .relaxed) }
      }
    }
    return min(next.load(ordering: .relaxed) * chunkSize, brokenOff.load(ordering: .relaxed))
  }

  /// What ``SimulationPlan/zone`` comes to for this scenario.
  var zoneSampling: SimulationPlan.Sampling {
    if let zone = plan.zone { return zone }
    let counts = scenario.agenda.map { scenario.issues[$0].options.count }
    let outcomes = OutcomeSpace(optionCounts: counts)?.count ?? .max
    return .every(outcomes <= SimulationPlan.exactZoneOutcomes ? 1 : 16)
  }

  /// One per thread that can work at once; fewer when somebody asked to stop while they were made,
  /// but at least one.
  func makeWorkers(
    _ shouldStop: @escaping @Sendable () -> Bool
  ) throws(SimulationError) -> [Worker] {
    var workers: [Worker] = []
    while workers.isEmpty || workers.count < min(plan.threads, Crew.size) && !shouldStop() {
      do {
        workers.append(try Worker(scenario, shouldStop: shouldStop))
      } catch {
        throw .cannotNegotiate(error)
      }
    }
    return workers
  }

  func isPreciseEnough(_ distribution: OutcomeDistribution) -> Bool {
    guard let precision = plan.precision else { return false }
    return WilsonInterval(count: distribution.agreements, total: distribution.runs).halfWidth <= precision
  }
}
