import Bargaining
import Simulation
import Tables

/// Which uncertain numbers of a scenario decide a result: designs, simulation and indices put
/// together.
///
/// At each point of a design every uncertain number is held at a quantile of its distribution. A
/// screening plays the same runs at every point (common random numbers) and tells what the finite
/// number of runs leaves to luck as ``SeedNoise``. Sobol' indices are estimated from two runs at
/// each point with luck of their own (`PairedSample`), so that luck biases none of them: the
/// first index of every number from one sample, the total of the few that a screening and their
/// first indices single out from further runs in which one number alone is drawn anew.
public struct SensitivityStudy: Sendable {
  /// How the numbers are moved.
  public enum Method: Sendable, Equatable {
    /// Morris screening with so many trajectories.
    case morris(trajectories: Int)
    /// Sobol' indices from so many points, at least 4.
    case sobol(samples: Int)

    /// As it is asked for.
    public var name: String {
      switch self {
      case .morris: "morris"
      case .sobol: "sobol"
      }
    }

    /// Whether it can say what decides an output: Sobol' indices are of means of single runs.
    package func explains(_ output: StudyOutput) -> Bool {
      switch self {
      case .morris: true
      case .sobol: output != .medianRound
      }
    }
  }

  /// What a study found out about one number.
  public struct Finding: Sendable, Equatable {
    /// The number that was moved.
    public let parameter: ParameterID
    /// Of ``Method/morris(trajectories:)`` only.
    public let effect: MorrisEffects.Effect?
    /// Of ``Method/sobol(samples:)`` only: what the number brings about alone.
    public let first: SensitivityIndex?
    /// The total index (Homma, Saltelli 1996, doi:10.1016/0951-8320(96)00002-6); `nil` with
    /// Morris's method, and for numbers that are not among the few.
    public let total: SensitivityIndex?
    /// The ranks that it may have by the intervals of those beside it: where two overlap, either
    /// may be the greater. `nil` for numbers that are not among the few.
    package internal(set) var ranks: ClosedRange<Int>? = nil

    /// The interval that it is ranked by.
    var interval: SensitivityIndex? {
      total ?? effect.map { SensitivityIndex(estimate: $0.muStar, halfWidth: $0.muStarHalfWidth) }
    }
  }

  /// What is simulated.
  public let scenario: Scenario
  /// How its uncertain numbers are moved.
  public let method: Method
  /// The number that is explained.
  public let output: StudyOutput
  /// The numbers that vary; the others are drawn in every run.
  public let inputs: [ParameterID]
  /// Runs at each point of a screening.
  public let runs: Int
  /// The seed of design and runs.
  public let seed: UInt64

  /// - Parameters:
  ///   - scenario: whose numbers are asked about.
  ///   - method: how.
  ///   - output: what they decide.
  ///   - inputs: numbers with a distribution; all of them unless given.
  ///   - runs: runs at each point of a screening, at least 2.
  ///   - seed: of runs and designs.
  public init(
    _ scenario: Scenario, method: Method, output: StudyOutput = .agreement, inputs: [ParameterID]? = nil,
    runs: Int = 32, seed: UInt64 = 1
  ) {
    self.scenario = scenario
    self.method = method
    self.output = output
    self.inputs = inputs ?? SensitivityStudy.uncertainNumbers(of: scenario)
    self.runs = max(2, runs)
    self.seed = seed
  }

  /// The numbers that have a distribution, in the order of the scenario.
  public static func uncertainNumbers(of scenario: Scenario) -> [ParameterID] {
    DrawLog.numbers(of: scenario)
  }

  /// How many runs there are to be simulated.
  public var runsPlanned: Int {
    switch method {
    case .morris(let trajectories): trajectories * (inputs.count + 1) * runs
    case .sobol(let samples): SobolPlan(samples: samples, inputs: inputs.count, runs: runs).runsPlanned
    }
  }

  /// Simulates the design and computes the indices.
  ///
  /// - Parameters:
  ///   - threads: worker threads; no number depends on them.
  ///   - shouldStop: asked before every run, on any thread.
  ///   - onRuns: told how many runs are done, on any thread.
  /// - Returns: `nil` when it was stopped.
  /// - Throws: `DesignFault`, `SensitivityFault` or `SimulationError`.
  public func run(
    threads: Int = 1, shouldStop: @escaping @Sendable () -> Bool = { false },
    onRuns: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws -> SensitivityResult? {
    try run(threads: threads, memory: nil, shouldStop: shouldStop, onRuns: onRuns)
  }

  /// The same, with what is known of the points already; `nil` for nothing.
  package func run(
    threads: Int = 1, memory: (any StudyMemory)?,
    shouldStop: @escaping @Sendable () -> Bool = { false },
    onRuns: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws -> SensitivityResult? {
    switch method {
    case .morris(let trajectories):
      guard
        let (responses, effects) = try screen(
          trajectories: trajectories, runs: runs, threads, memory, shouldStop, onRuns)
      else { return nil }
      return result(
        responses, zip(inputs, effects).map { Finding(parameter: $0, effect: $1, first: nil, total: nil) })
    case .sobol(let samples):
      return try findIndices(
        SobolPlan(samples: samples, inputs: inputs.count, runs: runs), threads, memory, shouldStop, onRuns)
    }
  }

  /// Elementary effects of all inputs.
  func screen(
    trajectories: Int, runs: Int, _ threads: Int, _ memory: (any StudyMemory)?,
    _ shouldStop: @escaping @Sendable () -> Bool, _ onRuns: @escaping @Sendable (Int) -> Void
  ) throws -> (responses: [PointResponse], effects: [MorrisEffects.Effect])? {
    let simulation = PointSimulation(
      scenario, inputs: inputs, runs: runs, seed: seed, threads: threads, memory: memory)
    let design = try MorrisDesign(dimensions: inputs.count, trajectories: trajectories, seed: seed)
    guard
      let responses = try simulation.run(
        points: design.count, shouldStop: shouldStop, onRuns: onRuns, at: { .quantiles(design[$0]) })
    else { return nil }
    let effects = try MorrisEffects(
      rows: (0..<design.count).map { design[$0] }, outcomes: values(of: responses),
      bootstrap: Bootstrap(seed: seed))
    return (responses, effects.effects)
  }

  private func values(of responses: [PointResponse]) -> [Double] {
    responses.map { output.value(of: $0, in: scenario) }
  }

  private func result(_ responses: [PointResponse], _ findings: [Finding]) -> SensitivityResult {
    var moments = RunningMoments()
    for value in values(of: responses) { moments.add(value) }
    let variance = (moments.standardDeviation ?? 0) * (moments.standardDeviation ?? 0)
    let counts = responses.compactMap { output.count(of: $0) }
    let noise =
      counts.count == responses.count
      ? SeedNoise(counts: counts, runs: responses.map(\.runs), outcomeVariance: variance) : nil
    return SensitivityResult(
      study: self, mean: moments.mean ?? 0, standardDeviation: moments.standardDeviation ?? 0, noise: noise,
      split: nil, findings: Finding.ranked(findings))
  }
}

extension SensitivityStudy.Finding {
  /// The most decisive first, each with the ranks that it may have; those without an interval to be
  /// ranked by come last, by their first indices.
  static func ranked(_ findings: [Self]) -> [Self] {
    let ranked = findings.filter { $0.interval != nil }
    let others = findings.filter { $0.interval == nil }
    func sorted(_ findings: [Self], by size: (Self) -> Double) -> [Self] {
      findings.enumerated().sorted { (size($1.element), $0.offset) < (size($0.element), $1.offset) }
        .map(\.element)
    }
    let intervals = ranked.compactMap(\.interval)
    let first = sorted(ranked) { $0.interval?.estimate ?? 0 }.map { finding in
      var finding = finding
      if let own = finding.interval {
        let above = intervals.count { $0.low > own.high }
        let below = intervals.count { $0.high < own.low }
        finding.ranks = above + 1...intervals.count - below
      }
      return finding
    }
    return first + sorted(others) { $0.first?.estimate ?? 0 }
  }
}
