import Bargaining
import Scenarios
import Simulation

/// Simulates a scenario at every point of a design.
///
/// Every point uses the same seed (common random numbers: Law 2015, *Simulation Modeling and Analysis*, section 11.2): the
/// numbers that are not varied are drawn alike at all points, so points differ by what is varied and hardly by luck.
public struct Sweep: Sendable {
  public let document: ScenarioDocument
  /// Settings that hold at every point.
  public let settings: [ScenarioSetting]
  public let design: SweepDesign
  /// Runs, seed and threads of each point.
  public let plan: SimulationPlan

  /// - Throws: `ScenarioFault` when the file is faulty, or a value of some axis while the other axes have
  ///   their first: found before anything is simulated.
  public init(
    _ document: ScenarioDocument, settings: [ScenarioSetting] = [], design: SweepDesign, plan: SimulationPlan
  ) throws(ScenarioFault) {
    self.document = document
    self.settings = settings
    self.design = design
    self.plan = plan
    let first = design[0]
    _ = try reading(of: first)
    for (index, axis) in design.axes.enumerated() {
      for value in axis.values.dropFirst() {
        var values = first
        values[index] = value
        _ = try reading(of: values)
      }
    }
  }

  /// The scenario at a point.
  public func reading(at point: Int) throws(ScenarioFault) -> ScenarioReading {
    try reading(of: design[point])
  }

  private func reading(of values: [String]) throws(ScenarioFault) -> ScenarioReading {
    let varied = zip(design.axes, values).map { axis, value in
      ScenarioSetting(path: axis.path, value: value, origin: "--vary")
    }
    return try document.decode(settings: settings + varied)
  }

  /// Simulates the points one after another.
  ///
  /// - Parameters:
  ///   - shouldStop: asked often, on any thread; the point under way is then dropped, those before it are kept.
  ///   - onProgress: told often, on any thread, one at a time.
  public func run(
    shouldStop: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (SweepProgress) -> Void = { _ in }
  ) -> SweepResult {
    var result = SweepResult(design: design, plan: plan)
    for point in 0..<design.count {
      if shouldStop() {
        result.wasStopped = true
        break
      }
      let start = ContinuousClock.now
      do {
        let scenario = try reading(at: point).scenario
        let distribution = try Simulation(scenario, plan: plan).run(shouldStop: shouldStop) { progress in
          onProgress(
            SweepProgress(
              point: point, points: design.count, runsDone: point * plan.runs + progress.runsDone,
              runsPlanned: design.count * plan.runs))
        }
        if distribution.wasStopped {
          result.wasStopped = true
          break
        }
        result.points.append(
          SweepResult.Point(
            index: point, outcome: SweepOutcome(distribution), elapsed: ContinuousClock.now - start))
      } catch {
        result.failures.append(SweepResult.Failure(index: point, reason: "\(error)"))
      }
    }
    return result
  }
}

/// How far a sweep has come.
public struct SweepProgress: Sendable {
  /// The point under way, from 0.
  public let point: Int
  public let points: Int
  /// Runs of all points together.
  public let runsDone: Int
  public let runsPlanned: Int
}
