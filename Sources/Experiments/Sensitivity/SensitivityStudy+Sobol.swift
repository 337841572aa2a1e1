import Bargaining
import Randomness
import Simulation

extension SensitivityStudy {
  /// First indices of all numbers, totals of the few: a screening, a sample in pairs, and the pairs
  /// once more with one number drawn anew.
  func findIndices(
    _ plan: SobolPlan, _ threads: Int, _ memory: (any StudyMemory)?,
    _ shouldStop: @escaping @Sendable () -> Bool, _ onRuns: @escaping @Sendable (Int) -> Void
  ) throws -> SensitivityResult? {
    guard let value = output.value(in: scenario) else { throw SensitivityFault.noMean }
    var screened: [Double]? = []
    if !plan.isAboutAll {
      let screening = try screen(
        trajectories: SobolPlan.trajectories, runs: plan.screeningRuns, threads, memory, shouldStop, onRuns)
      guard screening != nil || goesOnBesides(memory, shouldStop) else { return nil }
      screened = screening?.effects.map(\.muStar)
    }
    let simulation = PairSimulation(
      scenario, inputs: inputs, seed: seed, threads: threads, memory: memory, value: value)
    let (width, perReplicate) = (inputs.count, plan.perReplicate)
    let levels = PointLevels(seed: seed)
    guard
      let pairs = try simulation.run(
        points: plan.points, shouldStop: shouldStop, onRuns: { onRuns(plan.screening + $0) },
        at: { number in
          PairSimulation.Point(levels: (0..<width).map { levels[number, $0] }, run: 2 * number)
        }), let screened
    else { return nil }
    let sample = PairedSample(pairs, perReplicate: perReplicate)
    let explained = sample.explained
    let first = inputs.indices.map { input in
      SensitivityIndex(sample.alone { levels[$0, input] }, over: explained)
    }
    let few = SensitivityStudy.few(plan.totals, first: first.map(\.estimate), screened: screened)
    var totals: [Int: SensitivityIndex] = [:]
    for (place, input) in few.enumerated() {
      let done = plan.screening + 2 * plan.points + 2 * place * plan.replicates * plan.again
      let redrawn = try simulation.run(
        points: plan.replicates * plan.again, shouldStop: shouldStop, onRuns: { onRuns(done + $0) },
        at: { number in
          let (replicate, index) = number.quotientAndRemainder(dividingBy: plan.again)
          let point = replicate * perReplicate + index
          var own = (0..<width).map { levels[point, $0] }
          own[input] = levels[point, width + input]
          return PairSimulation.Point(levels: own, run: 2 * point)
        })
      guard redrawn != nil || goesOnBesides(memory, shouldStop) else { return nil }
      totals[input] = redrawn.map { SensitivityIndex(sample.together($0), over: explained) }
    }
    guard totals.count == few.count else { return nil }
    let variance = explained.reduce(0, +) / Double(plan.replicates)
    let draw = ModelDraw(scenario)
    let model: ((Int) -> Int)? =
      scenario.models.isEmpty
      ? nil : { draw.model(of: UInt32(truncatingIfNeeded: 2 * $0), seed: self.seed) ?? 0 }
    return SensitivityResult(
      study: self, mean: sample.mean, standardDeviation: max(0, variance).squareRoot(), noise: nil,
      split: VarianceSplit(sample, model: model),
      findings: Finding.ranked(
        inputs.indices.map {
          Finding(parameter: inputs[$0], effect: nil, first: first[$0], total: totals[$0])
        }))
  }

  /// Which numbers get totals: by turns the next by the screening and the next by its first index,
  /// since a number that matters with others alone has no first index.
  static func few(_ count: Int, first: [Double], screened: [Double]) -> [Int] {
    func order(_ sizes: [Double]) -> [Int] {
      sizes.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    }
    let lists = screened.isEmpty ? [order(first)] : [order(screened), order(first)]
    var few: [Int] = []
    var (turn, places) = (0, lists.map { _ in 0 })
    while few.count < min(count, first.count) {
      let list = turn % lists.count
      while few.contains(lists[list][places[list]]) { places[list] += 1 }
      few.append(lists[list][places[list]])
      turn += 1
    }
    return few
  }
}

/// Where the points of a sample lie: every coordinate drawn by itself, the same whenever it is
/// asked for.
///
/// Independent points: of a low-discrepancy sequence of hundreds of coordinates any two may be so
/// alike over some thousand points that a number takes on the effect of another.
private struct PointLevels: Sendable {
  let seed: UInt64
  private let stream = StreamID("sensitivity.sobol.points")

  init(seed: UInt64) { self.seed = seed }

  subscript(point: Int, coordinate: Int) -> Double {
    RandomStream.uniform(
      seed: seed, run: UInt32(truncatingIfNeeded: point), stream: stream,
      at: UInt32(truncatingIfNeeded: coordinate))
  }
}
