import Bargaining
import Results
import Scenarios
import Simulation
import Synchronization
import Tables

/// Simulates a scenario at every point of a design.
///
/// Every point uses the same seed (common random numbers: Law 2015, *Simulation Modeling and
/// Analysis*, section 11.2): the numbers that are not varied are drawn alike at all points, so
/// points differ by what is varied and hardly by luck.
package struct Sweep: Sendable {
  package let plan: SweepPlan
  /// Worker threads, >= 1; no result depends on them.
  package let threads: Int
  /// Points whose threads would take more memory together are simulated on fewer, but at least one.
  package var memoryLimit = MemoryLimit.ofThisProcess

  /// Time between two records of how far a point has come; a record waits for the chunks of runs
  /// that are under way.
  package var recordInterval = Duration.seconds(2)

  /// - Throws: `ScenarioFault` when a file is faulty, or a value of some factor while the other
  ///   factors have their first: found before anything is simulated.
  package init(_ plan: SweepPlan, threads: Int = 1) throws(ScenarioFault) {
    self.init(frozen: plan, threads: threads)
    for variant in plan.scenarios.indices {
      let first = variant * (plan.design.count / plan.scenarios.count)
      _ = try reading(at: first)
      // In the order in which a point sets them: a later factor may be about a part of what an
      // earlier one puts there.
      let settings = plan.design.factors.map { $0.settings(at: 0) }
      for (index, factor) in plan.design.factors.enumerated() {
        for values in factor.settingsToCheck() {
          let all = settings[..<index].joined() + values + settings[(index + 1)...].joined()
          _ = try reading(of: variant, all)
        }
      }
    }
  }

  /// A sweep of a plan that was found good when it was made.
  package init(frozen plan: SweepPlan, threads: Int = 1) {
    self.plan = plan
    self.threads = threads
  }

  /// The scenario at a point.
  package func reading(at point: Int) throws(ScenarioFault) -> ScenarioReading {
    try reading(of: plan.design.variant(at: point), plan.design.settings(at: point))
  }

  private func reading(
    of variant: Int, _ settings: [ScenarioSetting]
  ) throws(ScenarioFault) -> ScenarioReading {
    try plan.scenarios[variant].decode(settings: plan.settings + settings)
  }

  /// Simulates the points of a shard one after another, without those that the journal has.
  ///
  /// - Parameters:
  ///   - shard: from 1.
  ///   - directory: where the journal is kept: every point is on the disk there before the next
  ///     begins, small ones as many at a time as take ``SweepPace/span``, and of a long one every
  ///     few seconds how far it has come. `nil` to keep none.
  ///   - onFound: told what the journal held, once it has been opened.
  ///   - shouldStop: asked often, on any thread; how far the point under way has come is then kept
  ///     in the journal.
  ///   - onProgress: told often, on any thread, one at a time.
  /// - Throws: ``SweepFault``; what the journal had got by then stays in it.
  package func run(
    shard: Int = 1, in directory: String? = nil, onFound: (SweepFinding) -> Void = { _ in },
    shouldStop: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (SweepProgress) -> Void = { _ in }
  ) throws(SweepFault) -> SweepResult {
    var journal: SweepJournal?
    if let directory { journal = try SweepJournal(directory: directory, plan: plan, shard: shard) }
    var state = journal?.state ?? SweepJournal.State()
    let found = state.points.count + state.failures.count
    onFound(
      SweepFinding(
        points: found, tornBytes: state.tornBytes, damages: state.damages,
        pointsRepeated: state.damages.isEmpty ? [] : pointsPassedOver(by: state, in: shard)))
    var progress = SweepProgress(
      pointsDone: found, points: plan.pointCount(of: shard), runsDone: 0,
      runsPlanned: (plan.pointCount(of: shard) - found) * plan.runs)
    var wasStopped = false
    var open = plan.points(of: shard).filter { state.points[$0] == nil && state.failures[$0] == nil }[...]
    var pace = SweepPace(threads: threads)
    while let point = open.first {
      if shouldStop() {
        wasStopped = true
        break
      }
      let before = progress
      let start = ContinuousClock.now
      var ends: [SettledPoint]
      let batch = open.prefix(pace.batch).prefix { state.begun[$0] == nil }
      if batch.count > 1 {
        ends = try simulate(together: Array(batch), shouldStop) { done in
          onProgress(before.advanced(by: done))
        }
      } else {
        let end = try simulate(point, from: state.begun[point], journal, shouldStop) { done in
          onProgress(before.advanced(by: done))
        }
        ends = end.map { [$0] } ?? []
        wasStopped = end == nil
      }
      do {
        if !ends.isEmpty { try journal?.note(ends) }
      } catch {
        throw .journal(error)
      }
      for end in ends {
        end.note(in: &state)
        progress.finishPoint(runs: end.runs, of: plan.runs)
      }
      if wasStopped { break }
      open = open.dropFirst(ends.count)
      pace.learn(done: ends.count, of: max(batch.count, 1), in: .now - start)
    }
    return SweepResult(plan: plan, state, wasStopped: wasStopped)
  }

  /// The result of a single point; `nil` when somebody asked to stop before it was done.
  func run(
    only point: Int, _ shouldStop: @escaping @Sendable () -> Bool = { false }
  ) throws(SweepFault) -> SweepResult? {
    var state = SweepJournal.State()
    guard let end = try simulate(point, from: nil, nil, shouldStop, { _ in }) else { return nil }
    end.note(in: &state)
    return SweepResult(plan: plan, state)
  }

  /// Points that are not settled though one that comes after them is: those of which a damaged
  /// journal has lost the record.
  private func pointsPassedOver(by state: SweepJournal.State, in shard: Int) -> [Int] {
    let order = Array(plan.points(of: shard))
    let isSettled = { state.points[$0] != nil || state.failures[$0] != nil }
    guard let last = order.lastIndex(where: isSettled) else { return [] }
    return order[..<last].filter { !isSettled($0) }.sorted()
  }

  private func fittingThreads(for scenario: Scenario, of threads: Int) -> Int {
    guard threads > 1, let bytes = NegotiationSize.bytes(of: scenario) else { return threads }
    return max(1, min(threads, memoryLimit.threads(of: bytes)))
  }

  /// Simulates small points, one on each thread; returns those that are settled, without a gap.
  /// Whatever takes long, and what has no room beside others, is left to be simulated alone.
  private func simulate(
    together points: [Int], _ shouldStop: @escaping @Sendable () -> Bool,
    _ onProgress: @escaping @Sendable (Int) -> Void
  ) throws(SweepFault) -> [SettledPoint] {
    let limit = ContinuousClock.now + recordInterval
    let isOver: @Sendable () -> Bool = { shouldStop() || .now >= limit }
    let next = Atomic(0)
    let common = Mutex((ends: [SettledPoint?](repeating: nil, count: points.count), runs: 0))
    Crew.work(upTo: threads) { _ in
      while !isOver() {
        let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard place < points.count,
          // No journal, which alone could fail.
          let end = try? simulate(points[place], from: nil, nil, together: threads, isOver, { _ in })
        else { break }
        common.withLock { common in
          common.ends[place] = end
          common.runs += end.runs
          onProgress(common.runs)
        }
      }
    }
    return common.withLock { common in common.ends.prefix { $0 != nil }.compactMap(\.self) }
  }

  /// - Parameter others: how many points are simulated at once, each on a thread of its own; 0 for
  ///   one alone on all threads.
  /// - Returns: `nil` when it was stopped, or has no room beside others.
  private func simulate(
    _ point: Int, from begun: SweepJournal.State.Begun?, _ journal: SweepJournal?, together others: Int = 0,
    _ shouldStop: @escaping @Sendable () -> Bool, _ onProgress: @escaping @Sendable (Int) -> Void
  ) throws(SweepFault) -> SettledPoint? {
    let start = ContinuousClock.now
    let scenario: Scenario
    do {
      scenario = try reading(at: point).scenario
    } catch {
      return .failed(point, "\(error)")
    }
    let threads = fittingThreads(for: scenario, of: max(threads, others))
    if threads < others { return nil }
    var tally =
      begun.flatMap { $0.tally.fits(scenario) ? $0.tally : nil } ?? OutcomeTally(for: scenario)
    let earlier = begun?.elapsed ?? .zero
    let sequence = plan.sequence
    let wish = StopWish(shouldStop)
    let simulation = Ensemble(
      scenario, plan: SimulationPlan(runs: plan.runs, seed: plan.seed, threads: others > 0 ? 1 : threads))
    var isCut: Bool
    repeat {
      let recordTime = journal.map { _ in ContinuousClock.now + recordInterval }
      do {
        isCut = try simulation.extend(
          &tally, step: sequence == nil ? SimulationPlan.blockSize : SweepPlan.runsBetweenLooks,
          shouldStop: wish.question(from: recordTime), shouldBreakOff: shouldStop,
          onProgress: { onProgress($0.runsDone) },
          goesOn: { !(sequence?.isPrecise(count: $0.agreements, total: $0.runs) ?? false) })
      } catch {
        return .failed(point, "\(error)")
      }
      if isCut, tally.runs > 0 {
        do {
          try journal?.note(begun: point, tally, elapsed: earlier + (.now - start))
        } catch {
          throw .journal(error)
        }
      }
    } while isCut && !wish.isExpressed
    if isCut { return nil }
    let elapsed = earlier + (.now - start)
    let outcome = SweepOutcome(tally, parties: scenario.parties.map(\.name), sequence: sequence)
    return .done(SweepResult.Point(index: point, outcome: outcome, elapsed: elapsed))
  }
}

/// What a sweep found in its journal when it began.
package struct SweepFinding: Sendable, Equatable {
  /// Points that were done, or could not be done.
  package let points: Int
  /// Bytes of a torn record that were dropped.
  package let tornBytes: Int
  /// Where the journal has changed since it was written.
  package let damages: [Journal.Damage]
  /// Points, from 0, whose record was damaged and which are simulated again.
  package let pointsRepeated: [Int]
}

/// How far a sweep has come.
package struct SweepProgress: Sendable {
  /// Points that are done, those of an earlier execution included.
  package fileprivate(set) var pointsDone: Int
  package fileprivate(set) var points: Int
  /// Runs of this execution.
  package fileprivate(set) var runsDone: Int
  /// At most so many in this execution; fewer when a precision is reached first.
  package fileprivate(set) var runsPlanned: Int

  fileprivate func advanced(by runs: Int) -> SweepProgress {
    var progress = self
    progress.runsDone += runs
    return progress
  }

  fileprivate mutating func finishPoint(runs: Int, of planned: Int) {
    pointsDone += 1
    runsDone += runs
    runsPlanned -= planned - runs
  }
}
