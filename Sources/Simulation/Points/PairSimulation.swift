import Bargaining
import Tables

/// Plays a scenario at many points of a design, twice at each, with luck of its own every time, and
/// keeps one number per run.
///
/// The two runs of a point have the numbers that it holds in common, the model that the first is
/// drawn, and nothing else, so that what their outcomes have in common is brought about by these.
/// Points are done in blocks, several at once on as many threads, and handed back in their order.
package struct PairSimulation: Sendable {
  /// A point of the design.
  package struct Point: Sendable {
    /// Quantiles of the distributions of the inputs, one in [0, 1] for each.
    package let levels: [Double]
    /// Runs `run` and `run + 1` are played.
    package let run: Int

    package init(levels: [Double], run: Int) { (self.levels, self.run) = (levels, run) }
  }

  /// How many points are done at a time, and kept together.
  private static let block = 32

  private let scenario: Scenario
  private let inputs: [ParameterID]
  private let seed: UInt64
  private let threads: Int
  private let memory: (any StudyMemory)?
  private let value: @Sendable (RunRecord) -> Double

  /// - Parameters:
  ///   - scenario: what is played.
  ///   - inputs: the numbers that points hold, in the order of their levels; the others are drawn
  ///     in every run.
  ///   - seed: of the runs.
  ///   - threads: how many blocks are done at once, at most.
  ///   - memory: what is known already; `nil` for nothing. One call of `run` is one stage.
  ///   - value: the number that is kept of a run.
  package init(
    _ scenario: Scenario, inputs: [ParameterID], seed: UInt64, threads: Int, memory: (any StudyMemory)?,
    value: @escaping @Sendable (RunRecord) -> Double
  ) {
    self.scenario = scenario
    self.inputs = inputs
    self.seed = seed
    self.threads = max(1, threads)
    self.memory = memory
    self.value = value
  }

  /// Simulates all points.
  ///
  /// - Parameters:
  ///   - count: how many there are.
  ///   - shouldStop: asked before every run and inside long ones, on any thread.
  ///   - onRuns: told how many runs are done, on any thread, one at a time.
  ///   - point: the point of that number.
  /// - Returns: the numbers of both runs of each point; `nil` when it was stopped.
  /// - Throws: ``SimulationError``.
  package func run(
    points count: Int, shouldStop: @escaping @Sendable () -> Bool,
    onRuns: @escaping @Sendable (Int) -> Void, at point: @escaping @Sendable (Int) -> Point
  ) throws(SimulationError) -> [SIMD2<Double>]? {
    let blocks = (count + Self.block - 1) / Self.block
    @Sendable func points(of block: Int) -> Range<Int> {
      block * Self.block..<min(count, (block + 1) * Self.block)
    }
    let lengths = (0..<blocks).map { points(of: $0).count }
    let stage = StudyStage<PairBlock>(items: blocks, memory: memory, shouldStop: shouldStop) {
      $0.pairs.count == lengths[$1]
    }
    var workers: [PairWorker] = []
    for _ in 0..<max(1, min(threads, blocks)) {
      if !workers.isEmpty, shouldStop() { return nil }
      do {
        workers.append(try PairWorker(scenario, inputs, seed: seed, shouldStop, value))
      } catch { throw .cannotNegotiate(error) }
    }
    return stage.sum(
      of: workers, from: [],
      make: { worker, block in worker.play(points(of: block).lazy.map(point), shouldStop) },
      add: { pairs, _, block in
        pairs += block.pairs
        onRuns(2 * pairs.count)
      })
  }
}

/// What the pairs of runs of some points came to.
private struct PairBlock: StudyRecord {
  var pairs: [SIMD2<Double>] = []

  init() {}

  func write(to record: inout WordWriter) {
    record.write(list: pairs) {
      $0.write($1.x)
      $0.write($1.y)
    }
  }

  init?(reading words: inout WordReader) {
    guard
      let pairs = words.list({ words -> SIMD2<Double>? in
        guard let x = words.number(), let y = words.number(), x.isFinite, y.isFinite else { return nil }
        return SIMD2(x, y)
      })
    else { return nil }
    self.pairs = pairs
  }
}

/// One worker's negotiations; each is used by one thread alone.
private final class PairWorker: @unchecked Sendable {
  private let negotiations: NegotiationSet
  private let inputs: [ParameterID]
  private let seed: UInt64
  private let value: @Sendable (RunRecord) -> Double

  init(
    _ scenario: Scenario, _ inputs: [ParameterID], seed: UInt64, _ shouldStop: @escaping @Sendable () -> Bool,
    _ value: @escaping @Sendable (RunRecord) -> Double
  ) throws(NegotiationFault) {
    negotiations = try NegotiationSet(scenario)
    negotiations.heed(shouldStop)
    self.inputs = inputs
    self.seed = seed
    self.value = value
  }

  /// `nil` when it was stopped between two runs or inside one.
  func play(_ points: some Sequence<PairSimulation.Point>, _ shouldStop: () -> Bool) -> PairBlock? {
    var block = PairBlock()
    for point in points {
      negotiations.hold(
        inputs, at: point.levels, inModelOf: UInt32(truncatingIfNeeded: point.run), seed: seed)
      guard let x = play(point.run, shouldStop), let y = play(point.run + 1, shouldStop) else { return nil }
      block.pairs.append(SIMD2(x, y))
    }
    return block
  }

  private func play(_ run: Int, _ shouldStop: () -> Bool) -> Double? {
    guard !shouldStop(),
      let record = negotiations.record(of: UInt32(truncatingIfNeeded: run), seed: seed)
    else { return nil }
    return value(record)
  }
}
