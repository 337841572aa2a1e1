import Bargaining
import Dispatch
import Synchronization

/// Simulates a scenario at many points of a design: some numbers are held where the point says, everything else is drawn as ever, and every point sees the
/// same runs (common random numbers).
///
/// Points are done concurrently, each by one worker; what comes out does not depend on the number of threads.
public struct PointSimulation: Sendable {
  /// Where a point holds numbers.
  public enum Point: Sendable {
    /// Uncertain numbers at quantiles of their distributions, one in [0, 1] for each input.
    case quantiles([Double])
    /// Some numbers at values, whatever their distributions.
    case values([(parameter: ParameterID, value: Double)])
  }

  public let scenario: Scenario
  /// The numbers that points hold, in the order of their coordinates.
  public let inputs: [ParameterID]
  /// Runs `firstRun ..< firstRun + runs` are played at each point.
  public let runs: Int
  public let firstRun: Int
  public let seed: UInt64
  public let threads: Int
  /// What is known of the points already; `nil` for nothing.
  public var memory: (any PointMemory)?

  public init(
    _ scenario: Scenario, inputs: [ParameterID], runs: Int, firstRun: Int = 0, seed: UInt64 = 1,
    threads: Int = 1, memory: (any PointMemory)? = nil
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
  ///   - shouldStop: asked before every point, on any thread.
  ///   - onPoint: told after every point, on any thread, how many are done.
  ///   - point: the point of that number.
  /// - Returns: one response per point; `nil` when it was stopped.
  /// - Throws: ``SimulationError``.
  public func run(
    points count: Int, shouldStop: @escaping @Sendable () -> Bool = { false },
    onPoint: @escaping @Sendable (Int) -> Void = { _ in },
    at point: @escaping @Sendable (Int) -> Point
  ) throws(SimulationError) -> [PointResponse]? {
    guard firstRun + runs <= SimulationPlan.mostRuns else { throw .tooManyRuns(firstRun + runs) }
    var workers: [PointWorker] = []
    for _ in 0..<min(threads, max(count, 1)) {
      do { workers.append(try PointWorker(scenario)) } catch { throw .cannotNegotiate(error) }
    }
    memory?.beginStage()
    let next = Atomic<Int>(0)
    let done = Mutex(0)
    let responses = Mutex([PointResponse?](repeating: nil, count: count))
    let crew = workers
    DispatchQueue.concurrentPerform(iterations: crew.count) { index in
      while !shouldStop() {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < count else { break }
        let known = memory?.response(of: number)
        let response = known ?? crew[index].play(self, at: point(number))
        if known == nil { memory?.keep(response, of: number) }
        responses.withLock { $0[number] = response }
        done.withLock { total in
          total += 1
          onPoint(total)
        }
      }
    }
    let all = responses.withLock { $0.compactMap(\.self) }
    return all.count == count ? all : nil
  }
}

/// One worker's negotiation; each is used by one iteration of `concurrentPerform` alone.
private final class PointWorker: @unchecked Sendable {
  private let negotiation: Negotiation

  init(_ scenario: Scenario) throws(NegotiationFault) {
    negotiation = try Negotiation(scenario)
  }

  func play(_ simulation: PointSimulation, at point: PointSimulation.Point) -> PointResponse {
    switch point {
    case .quantiles(let levels):
      negotiation.hold(simulation.inputs, at: levels)
      negotiation.fix([], at: [])
    case .values(let values):
      negotiation.hold([], at: [])
      negotiation.fix(values.map(\.parameter), at: values.map(\.value))
    }
    var response = PointResponse(
      runs: simulation.runs, endings: Ending.allCases.map { _ in 0 },
      utilities: simulation.scenario.parties.map { _ in 0 }, rounds: [],
      agreed: BitRow(count: simulation.runs))
    for run in 0..<simulation.runs {
      negotiation.run(UInt32(truncatingIfNeeded: simulation.firstRun + run), seed: simulation.seed)
      let record = negotiation.record
      response.endings[record.ending.rawValue] += 1
      if record.ending.isAgreement {
        response.agreed[run] = true
        response.rounds.append(Int32(truncatingIfNeeded: record.round))
      }
      for party in response.utilities.indices { response.utilities[party] += record.utilities[party] }
    }
    return response
  }
}
