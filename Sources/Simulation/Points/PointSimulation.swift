import Bargaining

/// Simulates a scenario at many points of a design: some numbers are held where the point says,
/// everything else is drawn as ever, and every point sees the same runs (common random numbers).
///
/// The runs of a point are done in stretches of up to 64 runs and of tenths of a second, several at
/// once on as many threads, and added up in their order: what comes out depends neither on the
/// threads nor on an interruption, after which the stretches that are done are known.
package struct PointSimulation: Sendable {
  /// Where a point holds numbers.
  package enum Point: Sendable {
    /// Uncertain numbers at quantiles of their distributions, one in [0, 1] for each input.
    case quantiles([Double])
    /// Some numbers at values, whatever their distributions.
    case values([(parameter: ParameterID, value: Double)])
  }

  package let scenario: Scenario
  /// The numbers that points hold, in the order of their coordinates.
  package let inputs: [ParameterID]
  /// Runs `firstRun ..< firstRun + runs` are played at each point.
  package let runs: Int
  package let firstRun: Int
  package let seed: UInt64
  package let threads: Int
  /// What is known of them already; `nil` for nothing. One simulation of points is one stage.
  package var memory: (any StudyMemory)?

  package init(
    _ scenario: Scenario, inputs: [ParameterID], runs: Int, firstRun: Int = 0, seed: UInt64 = 1,
    threads: Int = 1, memory: (any StudyMemory)? = nil
  ) {
    self.scenario = scenario
    self.inputs = inputs
    self.runs = max(1, runs)
    self.firstRun = max(0, firstRun)
    self.seed = seed
    self.threads = max(1, threads)
    self.memory = memory
  }

  /// Simulates all points.
  ///
  /// - Parameters:
  ///   - count: how many points.
  ///   - shouldStop: asked before every run and inside long ones, on any thread.
  ///   - onRuns: told how many runs are done, all points together, on any thread, one at a time.
  ///   - point: the point of that number.
  /// - Returns: one response per point; `nil` when it was stopped.
  /// - Throws: ``SimulationError``.
  package func run(
    points count: Int, shouldStop: @escaping @Sendable () -> Bool = { false },
    onRuns: @escaping @Sendable (Int) -> Void = { _ in },
    at point: @escaping @Sendable (Int) -> Point
  ) throws(SimulationError) -> [PointResponse]? {
    let stretches = RunStretches(try SimulationPlan.numbers(of: runs, from: firstRun), of: scenario)
    let (parties, models) = (scenario.parties.count, scenario.models.count)
    let stage = StudyStage<PointResponse>(
      items: count * stretches.count, memory: memory, shouldStop: shouldStop
    ) { part, item in
      part.runs == stretches[item % stretches.count].count && part.utilities.count == parties
        && part.models.count == models
    }
    var workers: [PointWorker] = []
    for _ in 0..<min(threads, max(count * stretches.count, 1)) {
      if !workers.isEmpty, shouldStop() { return nil }
      do { workers.append(try PointWorker(scenario, shouldStop: shouldStop)) } catch {
        throw .cannotNegotiate(error)
      }
    }
    let (simulation, runs) = (self, runs)
    return stage.sum(
      of: workers, from: [],
      make: { worker, item in
        let (number, stretch) = item.quotientAndRemainder(dividingBy: stretches.count)
        return worker.play(stretches[stretch], of: simulation, at: point(number), shouldStop)
      },
      add: { responses, item, part in
        let number = item / stretches.count
        if number == responses.count { responses.append(part) } else { responses[number].merge(part) }
        onRuns(number * runs + responses[number].runs)
      })
  }
}

/// One worker's negotiations; each is used by one thread alone.
private final class PointWorker: @unchecked Sendable {
  private let negotiations: NegotiationSet

  init(_ scenario: Scenario, shouldStop: @escaping @Sendable () -> Bool) throws(NegotiationFault) {
    negotiations = try NegotiationSet(scenario)
    negotiations.heed(shouldStop)
  }

  /// What the runs come to; `nil` when it was stopped between two of them or inside one.
  func play(
    _ runs: Range<Int>, of simulation: PointSimulation, at point: PointSimulation.Point,
    _ shouldStop: () -> Bool
  ) -> PointResponse? {
    switch point {
    case .quantiles(let levels):
      negotiations.hold(simulation.inputs, at: levels)
      negotiations.fix([], at: [])
    case .values(let values):
      negotiations.hold([], at: [])
      negotiations.fix(values.map(\.parameter), at: values.map(\.value))
    }
    var response = PointResponse(
      parties: simulation.scenario.parties.count, models: simulation.scenario.models.count)
    for (index, run) in runs.enumerated() {
      if index > 0, shouldStop() { return nil }
      guard let record = negotiations.record(of: UInt32(truncatingIfNeeded: run), seed: simulation.seed)
      else { return nil }
      response.add(record)
    }
    return response
  }
}
