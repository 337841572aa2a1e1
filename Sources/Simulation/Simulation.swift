import Bargaining
import Dispatch
import Synchronization
import Tables

/// Simulates a scenario many times at once.
///
/// Runs are done in blocks of ``SimulationPlan/blockSize``; within a block, workers on a Dispatch queue take chunks of runs until
/// none is left, each with one `Negotiation` of its own that it uses again and again. When a block is done its records are
/// added to the distribution in the order of their run numbers, by one thread, so every sum is the same bits on any number of threads.
public struct Simulation: Sendable {
  public let scenario: Scenario
  public let plan: SimulationPlan

  /// Runs that a worker takes at a time, at most.
  static let chunkSize = 64

  public init(_ scenario: Scenario, plan: SimulationPlan) {
    self.scenario = scenario
    self.plan = plan
  }

  /// Runs the plan, or as much of it as there is until somebody asks to stop.
  ///
  /// - Parameters:
  ///   - log: where the records of all runs go, one row each, in order; `nil` to keep none.
  ///   - shouldStop: asked before every chunk, on any thread; once it says yes, the chunks under way are finished and what was
  ///     done so far, always runs without a gap, is returned.
  ///   - onProgress: told after every chunk, on any thread, one at a time.
  /// - Throws: ``SimulationError``.
  public func run(
    keepingRunsIn log: RunLog? = nil,
    shouldStop: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (SimulationProgress) -> Void = { _ in }
  ) throws(SimulationError) -> OutcomeDistribution {
    let (end, isTooLarge) = plan.firstRun.addingReportingOverflow(plan.runs)
    guard plan.runs >= 0, plan.firstRun >= 0, !isTooLarge, end <= SimulationPlan.mostRuns else {
      throw .tooManyRuns(isTooLarge ? .max : end)
    }
    var distribution = OutcomeDistribution(scenario: scenario, plan: plan, zonePolicy: zonePolicy)
    let capacity = min(SimulationPlan.blockSize, max(plan.runs, 1))
    let block = RunBlock(scenario: scenario, capacity: capacity)
    let workers = try makeWorkers()
    let progress = Mutex(0)
    var done = 0
    while done < plan.runs {
      let count = min(capacity, plan.runs - done)
      let reached = fill(
        block, first: plan.firstRun + done, count: count, workers: workers, shouldStop: shouldStop
      ) { finished in
        progress.withLock { total in
          total += finished
          onProgress(SimulationProgress(runsDone: total, runsPlanned: plan.runs))
        }
      }
      for row in 0..<reached { distribution.add(block, row: row) }
      do { try log?.append(block, rows: 0..<reached) } catch { throw .cannotWrite(error) }
      done += reached
      if reached < count {
        distribution.wasStopped = true
        break
      }
      if isPreciseEnough(distribution) { break }
    }
    return distribution
  }

  /// Simulates `count` runs from `first` on into the first rows of a block; returns how many were done, without a gap.
  func fill(
    _ block: RunBlock, first: Int, count: Int, workers: [Worker],
    shouldStop: @escaping @Sendable () -> Bool, onChunk: @escaping @Sendable (Int) -> Void
  ) -> Int {
    // Small enough that few slow runs still keep every worker busy; no result depends on it.
    let chunkSize = min(Self.chunkSize, max(1, count / (8 * workers.count)))
    let chunks = (count + chunkSize - 1) / chunkSize
    let next = Atomic<Int>(0)
    let lookup = zonePolicy
    DispatchQueue.concurrentPerform(iterations: min(workers.count, chunks)) { index in
      while !shouldStop() {
        let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard chunk < chunks else { break }
        let rows = chunk * chunkSize..<min((chunk + 1) * chunkSize, count)
        workers[index].simulate(rows, first: first, seed: plan.seed, zone: lookup, into: block)
        onChunk(rows.count)
      }
    }
    return min(next.load(ordering: .relaxed) * chunkSize, count)
  }

  /// What ``SimulationPlan/zone`` comes to for this scenario.
  var zonePolicy: SimulationPlan.ZonePolicy {
    if let zone = plan.zone { return zone }
    let counts = scenario.agenda.map { scenario.issues[$0].options.count }
    let outcomes = OutcomeSpace(optionCounts: counts)?.count ?? .max
    return .every(outcomes <= SimulationPlan.exactZoneOutcomes ? 1 : 16)
  }

  func makeWorkers() throws(SimulationError) -> [Worker] {
    var workers: [Worker] = []
    for _ in 0..<max(1, plan.threads) {
      do { workers.append(try Worker(scenario)) } catch { throw .cannotNegotiate(error) }
    }
    return workers
  }

  private func isPreciseEnough(_ distribution: OutcomeDistribution) -> Bool {
    guard let precision = plan.precision else { return false }
    return WilsonInterval(count: distribution.agreements, total: distribution.runs).halfWidth <= precision
  }
}

/// One worker's negotiation. Each is used by one iteration of `concurrentPerform` at a time, and the blocks come one after the other;
/// that is why it may cross threads.
final class Worker: @unchecked Sendable {
  private let negotiation: Negotiation
  private let space: OutcomeSpace?

  init(_ scenario: Scenario) throws(NegotiationFault) {
    negotiation = try Negotiation(scenario)
    space = OutcomeSpace(optionCounts: scenario.issues.map(\.options.count))
  }

  func simulate(
    _ rows: Range<Int>, first: Int, seed: UInt64, zone: SimulationPlan.ZonePolicy, into block: RunBlock
  ) {
    for row in rows {
      let run = first + row
      let looks =
        switch zone {
        case .off: false
        case .every(let n): run % n == 0
        }
      negotiation.run(UInt32(truncatingIfNeeded: run), seed: seed, lookingForZone: looks)
      let rank =
        negotiation.record.ending.isAgreement ? space?.rank(ofBytes: negotiation.record.options) ?? 0 : 0
      block.store(negotiation.record, rank: rank, at: row)
    }
  }
}
