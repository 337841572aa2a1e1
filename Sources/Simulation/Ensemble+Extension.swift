import Bargaining
import Tables

extension Ensemble {
  /// A distribution of no runs, to which those of the plan can be added
  /// (``extend(_:after:keepingRunsIn:drawsIn:shouldStop:shouldBreakOff:onProgress:)``).
  ///
  /// - Parameter shouldStop: asked inside the few runs that are measured beforehand.
  /// - Throws: ``SimulationError``.
  package func beginning(
    shouldStop: @escaping @Sendable () -> Bool = { false }
  ) throws(SimulationError) -> OutcomeDistribution {
    var one = plan
    one.threads = 1
    let workers = try Ensemble(scenario, plan: one).makeWorkers(shouldStop)
    return OutcomeDistribution(scenario: scenario, plan: plan, looks: looks(workers))
  }

  /// Adds runs to a distribution, from the first that is not in it to the last of the plan.
  ///
  /// Interrupted after any run and gone on with, it has the same bits as in one go.
  ///
  /// - Parameters:
  ///   - distribution: of runs from `first` on; those that were simulated when this returns or
  ///     throws are in it.
  ///   - first: runs of the plan before the first of the distribution; where it is not 0, the
  ///     number of runs in the parts before.
  ///   - log: where the records of the runs go; `nil` to keep none.
  ///   - draws: where what they draw goes; `nil` for nowhere.
  ///   - shouldStop: asked before every chunk, on any thread; once it says yes, the chunks under
  ///     way are finished and kept.
  ///   - shouldBreakOff: asked inside long runs, on any thread; once it says yes, they are broken
  ///     off and do not count.
  ///   - onProgress: told after every chunk, on any thread, one at a time.
  /// - Returns: whether somebody asked to stop before the work was done.
  /// - Throws: ``SimulationError``.
  package func extend(
    _ distribution: inout OutcomeDistribution, after first: Int = 0, keepingRunsIn log: RunLog? = nil,
    drawsIn draws: DrawLog? = nil, shouldStop: @escaping @Sendable () -> Bool,
    shouldBreakOff: @escaping @Sendable () -> Bool,
    onProgress: @escaping @Sendable (SimulationProgress) -> Void
  ) throws(SimulationError) -> Bool {
    guard first + distribution.runs < plan.runs else { return false }
    return try extend(
      &distribution, after: first, try makeWorkers(shouldBreakOff), keepingRunsIn: log, drawsIn: draws,
      shouldStop: shouldStop, onProgress: onProgress)
  }

  func extend(
    _ distribution: inout OutcomeDistribution, after first: Int, _ workers: [Worker],
    keepingRunsIn log: RunLog?, drawsIn draws: DrawLog?, shouldStop: @escaping @Sendable () -> Bool,
    onProgress: @escaping @Sendable (SimulationProgress) -> Void
  ) throws(SimulationError) -> Bool {
    _ = try SimulationPlan.numbers(of: plan.runs, from: plan.firstRun)
    let looks = Looks(
      zone: distribution.fold.zones.sampling, efficiency: distribution.fold.efficiency.sampling)
    return try eachStep(
      of: SimulationPlan.blockSize, after: first + distribution.runs, workers: workers, looks: looks,
      shouldStop: shouldStop, onProgress: onProgress
    ) { block, rows throws(SimulationError) in
      try distribution.add(block, rows, after: first, keepingRunsIn: log, drawsIn: draws)
      return !isPreciseEnough(distribution)
    }
  }

  /// What is looked at more closely in these runs.
  func looks(_ workers: [Worker]) -> Looks {
    Looks(
      zone: zoneSampling, efficiency: plan.efficiency ?? workers[0].affordableEfficiency(seed: plan.seed))
  }

  /// Simulates runs of the plan and hands them out as records, to be added up elsewhere
  /// (``OutcomeDistribution/add(recorded:keepingRunsIn:drawsIn:)``).
  ///
  /// - Parameters:
  ///   - first: the number of the first; those up to the end of the plan follow.
  ///   - nothing: a distribution of no runs of the same scenario and seed, which says what is
  ///     looked at more closely.
  ///   - take: takes the record of some runs that follow one another, and the number of the first.
  /// - Returns: whether somebody asked to stop before the work was done.
  /// - Throws: ``SimulationError``, and what `take` throws.
  package func record(
    from first: Int, as nothing: OutcomeDistribution, shouldStop: @escaping @Sendable () -> Bool,
    shouldBreakOff: @escaping @Sendable () -> Bool,
    onProgress: @escaping @Sendable (SimulationProgress) -> Void,
    take: (_ record: [UInt8], _ first: Int, _ count: Int) throws(SimulationError) -> Void
  ) throws(SimulationError) -> Bool {
    guard first < plan.runs else { return false }
    let looks = Looks(zone: nothing.fold.zones.sampling, efficiency: nothing.fold.efficiency.sampling)
    var next = first
    return try eachStep(
      of: SimulationPlan.blockSize, after: first, workers: try makeWorkers(shouldBreakOff), looks: looks,
      shouldStop: shouldStop, onProgress: onProgress
    ) { block, rows throws(SimulationError) in
      guard !rows.isEmpty else { return true }
      try take(block.record(of: rows), next, rows.count)
      next += rows.count
      return true
    }
  }
}

extension OutcomeDistribution {
  /// What was simulated of a scenario, from what was kept of it; `nil` when that is of another
  /// scenario.
  package init?(_ fold: OutcomeFold, of scenario: Scenario, by plan: SimulationPlan) {
    self.init(
      scenario: scenario, plan: plan,
      looks: Looks(zone: fold.zones.sampling, efficiency: fold.efficiency.sampling))
    guard fold.hasShape(of: self.fold) else { return nil }
    self.fold = fold
  }

  /// Adds runs that were recorded, which follow those that are here.
  ///
  /// - Returns: how many; `nil` when the record is of no runs of the scenario, and nothing is
  ///   added.
  package mutating func add(
    recorded record: [UInt8], keepingRunsIn log: RunLog? = nil, drawsIn draws: DrawLog? = nil
  ) throws(SimulationError) -> Int? {
    guard let (block, count) = RunBlock.read(record, of: scenario) else { return nil }
    // Not past the end of a part.
    var done = 0
    while done < count {
      let place = runs % SimulationPlan.blockSize
      let next = min(count, done + SimulationPlan.blockSize - place)
      try add(block, done..<next, after: 0, keepingRunsIn: log, drawsIn: draws)
      done = next
    }
    return count
  }

  /// Adds the runs of another part of the plan, which follow those that are here and begin with a
  /// part of their own.
  package mutating func merge(_ later: OutcomeFold) { fold.merge(later) }

  fileprivate mutating func add(
    _ block: RunBlock, _ rows: Range<Int>, after first: Int, keepingRunsIn log: RunLog?,
    drawsIn draws: DrawLog?
  ) throws(SimulationError) {
    guard !rows.isEmpty else { return }
    for row in rows { fold.add(block.run(row)) }
    if let part = RunPart(endingBefore: first + runs) { fold.end(part) }
    do throws(WriteError) {
      try log?.append(block, rows: rows)
      try draws?.append(block, rows: rows)
    } catch {
      throw .cannotWrite(error)
    }
  }
}
