import Bargaining
import Synchronization

/// Finds out which numbers change anything that a table tells, by holding each at other values in
/// the same runs (common random numbers).
///
/// Runs are compared one by one: their whole record, and in the runs that a
/// simulation of as many looks at more closely, the zone of agreement and how good the agreement
/// is. A number that has changed one run is not tried in the next stretch. What comes out does not
/// depend on the threads.
package struct ChangeSearch: Sendable {
  /// A number and the values at which it is held, one at a time.
  package struct Moved: Sendable, Equatable {
    package let parameter: ParameterID
    package let values: [Double]

    package init(_ parameter: ParameterID, to values: [Double]) {
      self.parameter = parameter
      self.values = values
    }
  }

  /// What the runs came to.
  package struct Finding: Sendable, Equatable {
    /// Per number: whether some value of it changed some run.
    package var hasChanged: [Bool]
    /// The rounds in which the scenario as it stands came to an agreement, in the order of the
    /// runs.
    package var rounds: [Int]
  }

  private let scenario: Scenario
  private let numbers: [Moved]
  private let plan: SimulationPlan

  /// Ends of the stretches: most numbers change something soon, and need no more than a few runs.
  private static let stretches = [32, 128, 512]

  package init(_ scenario: Scenario, numbers: [Moved], runs: Int, seed: UInt64 = 1, threads: Int = 1) {
    self.scenario = scenario
    self.numbers = numbers
    plan = SimulationPlan(runs: max(1, runs), seed: seed, threads: max(1, threads))
  }

  /// How many runs there are to do at most.
  package var runsPlanned: Int { plan.runs * (1 + numbers.reduce(0) { $0 + $1.values.count }) }

  /// Does all of it.
  ///
  /// - Parameters:
  ///   - shouldStop: asked before every run and inside long ones, on any thread.
  ///   - onRuns: told how many runs are done or need not be done any more, on any thread, one at a
  ///     time.
  /// - Returns: `nil` when it was stopped.
  /// - Throws: ``SimulationError``.
  package func run(
    shouldStop: @escaping @Sendable () -> Bool = { false },
    onRuns: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws(SimulationError) -> Finding? {
    _ = try SimulationPlan.numbers(of: plan.runs, from: 0)
    let looks = try looks(shouldStop)
    var workers: [ChangeWorker] = []
    for _ in 0..<min(plan.threads, Crew.size) where workers.isEmpty || !shouldStop() {
      do { workers.append(try ChangeWorker(scenario, plan.seed, shouldStop)) } catch {
        throw .cannotNegotiate(error)
      }
    }
    let state = Mutex(
      State(hasChanged: numbers.map { _ in false }, rounds: Array(repeating: -1, count: plan.runs)))
    let team = workers
    var first = 0
    for end in Self.stretches.filter({ $0 < plan.runs }) + [plan.runs] {
      let open = state.withLock { state in numbers.indices.filter { !state.hasChanged[$0] } }
      let next = Atomic<Int>(first)
      let cost = 1 + open.reduce(0) { $0 + numbers[$1].values.count }
      Crew.work(upTo: min(team.count, end - first)) { index in
        while !shouldStop() {
          let run = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard run < end, let seen = team[index].play(run, numbers, open, looks) else { return }
          state.withLock { state in
            for place in seen.changed { state.hasChanged[place] = true }
            if let round = seen.round { state.rounds[run] = round }
            state.runs += 1
            state.done += cost
            onRuns(state.done)
          }
        }
      }
      guard state.withLock({ $0.runs }) == end else { return nil }
      first = end
      state.withLock { state in
        let gone = open.filter { state.hasChanged[$0] }.reduce(0) { $0 + numbers[$1].values.count }
        state.done += gone * (plan.runs - end)
        onRuns(state.done)
      }
    }
    let seen = state.withLock { $0 }
    return Finding(hasChanged: seen.hasChanged, rounds: seen.rounds.filter { $0 >= 0 })
  }

  private struct State {
    var hasChanged: [Bool]
    /// Per run: the round of its agreement, or -1.
    var rounds: [Int]
    var runs = 0
    var done = 0
  }

  /// As an ensemble of as many runs looks.
  private func looks(_ shouldStop: @escaping @Sendable () -> Bool) throws(SimulationError) -> Looks {
    do {
      let worker = try Worker(scenario, shouldStop: shouldStop)
      return Looks(
        zone: Ensemble(scenario, plan: plan).zoneSampling,
        efficiency: worker.affordableEfficiency(seed: plan.seed))
    } catch {
      throw .cannotNegotiate(error)
    }
  }
}

/// One worker's negotiations; each is used by one thread alone.
private final class ChangeWorker: @unchecked Sendable {
  private let negotiations: NegotiationSet
  /// Per negotiation.
  private let meters: [EfficiencyMeter]
  private let seed: UInt64

  init(
    _ scenario: Scenario, _ seed: UInt64, _ shouldStop: @escaping @Sendable () -> Bool
  ) throws(NegotiationFault) {
    self.seed = seed
    negotiations = try NegotiationSet(scenario)
    negotiations.heed(shouldStop)
    meters = negotiations.members.map { EfficiencyMeter($0) }
  }

  /// What a run leaves: the record, and how good its agreement is where that is measured.
  private struct Trace: Equatable {
    let record: RunRecord
    let efficiency: Efficiency?
  }

  /// Plays one run as it stands and with each of some numbers held at each of its values.
  ///
  /// - Returns: the numbers that changed it, by their places, and the round of its agreement as it
  ///   stands; `nil` when it was broken off.
  func play(
    _ run: Int, _ numbers: [ChangeSearch.Moved], _ open: [Int], _ looks: Looks
  ) -> (changed: [Int], round: Int?)? {
    negotiations.fix([], at: [])
    guard let asItIs = trace(of: run, looks) else { return nil }
    var changed: [Int] = []
    for place in open {
      for value in numbers[place].values {
        negotiations.fix([numbers[place].parameter], at: [value])
        guard let moved = trace(of: run, looks) else { return nil }
        if moved == asItIs { continue }
        changed.append(place)
        break
      }
    }
    return (changed, asItIs.record.ending.isAgreement ? asItIs.record.round : nil)
  }

  private func trace(of run: Int, _ looks: Looks) -> Trace? {
    let number = UInt32(truncatingIfNeeded: run)
    let place = negotiations.place(of: number, seed: seed)
    let negotiation = negotiations.members[place]
    guard negotiation.run(number, seed: seed, lookingForZone: looks.zone.includes(run)) else { return nil }
    let record = negotiation.record
    let isMeasured = record.ending.isAgreement && looks.efficiency.includes(run)
    return Trace(
      record: record, efficiency: isMeasured ? meters[place].efficiency(of: record.options) : nil)
  }
}
