import Bargaining
import Simulation
import Tables

/// Which uncertain numbers of a scenario decide a result: designs, simulation and indices put
/// together.
///
/// At each point of a design every uncertain number is held at a quantile of its distribution, and
/// the same runs are played (common random numbers), so that the result is a function of the
/// numbers; what the finite number of runs leaves to luck is told as ``SeedNoise``.
public struct SensitivityStudy: Sendable {
  /// How the numbers are moved.
  public enum Method: Sendable, Equatable {
    /// Morris screening with so many trajectories.
    case morris(trajectories: Int)
    /// Sobol' indices from so many base points.
    case sobol(samples: Int)

    /// As it is asked for.
    public var name: String {
      switch self {
      case .morris: "morris"
      case .sobol: "sobol"
      }
    }
  }

  /// What a study found out about one number.
  public struct Finding: Sendable, Equatable {
    /// The number that was moved.
    public let parameter: ParameterID
    /// Of ``Method/morris(trajectories:)`` only.
    public let effect: MorrisEffects.Effect?
    /// Of ``Method/sobol(samples:)`` only: first order and total.
    public let first: SensitivityIndex?
    /// The total index (Homma, Saltelli 1996, doi:10.1016/0951-8320(96)00002-6); `nil` with
    /// Morris's method.
    public let total: SensitivityIndex?

    /// What numbers are ranked by.
    var rank: Double { total?.estimate ?? effect?.muStar ?? 0 }
  }

  /// What is simulated.
  public let scenario: Scenario
  /// How its uncertain numbers are moved.
  public let method: Method
  /// The number that is explained.
  public let output: StudyOutput
  /// The numbers that vary; the others are drawn in every run.
  public let inputs: [ParameterID]
  /// Runs at each point.
  public let runs: Int
  /// The seed of design and runs.
  public let seed: UInt64

  /// - Parameters:
  ///   - scenario: whose numbers are asked about.
  ///   - method: how.
  ///   - output: what they decide.
  ///   - inputs: numbers with a distribution; all of them unless given.
  ///   - runs: runs at each point, at least 2.
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
    scenario.parameters.indices.map { ParameterID($0) }.filter { scenario.isUncertain($0) }
  }

  /// Points of the design.
  public var points: Int {
    switch method {
    case .morris(let trajectories): trajectories * (inputs.count + 1)
    case .sobol(let samples): samples * (inputs.count + 2)
    }
  }

  /// Simulates the design and computes the indices.
  ///
  /// - Parameters:
  ///   - threads: worker threads; no number depends on them.
  ///   - shouldStop: asked before every run, on any thread.
  ///   - onPoint: told how many points are done, on any thread.
  /// - Returns: `nil` when it was stopped.
  /// - Throws: `DesignFault`, `SensitivityFault` or `SimulationError`.
  public func run(
    threads: Int = 1, shouldStop: @escaping @Sendable () -> Bool = { false },
    onPoint: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws -> SensitivityResult? {
    try run(threads: threads, memory: nil, shouldStop: shouldStop, onPoint: onPoint)
  }

  /// The same, with what is known of the points already; `nil` for nothing.
  package func run(
    threads: Int = 1, memory: (any StudyMemory)?,
    shouldStop: @escaping @Sendable () -> Bool = { false },
    onPoint: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws -> SensitivityResult? {
    let simulation = PointSimulation(
      scenario, inputs: inputs, runs: runs, seed: seed, threads: threads, memory: memory)
    let runs = runs
    let onRuns: @Sendable (Int) -> Void = { onPoint($0 / runs) }
    switch method {
    case .morris(let trajectories):
      let design = try MorrisDesign(dimensions: inputs.count, trajectories: trajectories, seed: seed)
      guard
        let responses = try simulation.run(
          points: design.count, shouldStop: shouldStop, onRuns: onRuns, at: { .quantiles(design[$0]) })
      else { return nil }
      let effects = try MorrisEffects(
        rows: (0..<design.count).map { design[$0] }, outcomes: values(of: responses),
        bootstrap: Bootstrap(seed: seed))
      return result(
        responses,
        zip(inputs, effects.effects).map { Finding(parameter: $0, effect: $1, first: nil, total: nil) })
    case .sobol(let samples):
      // The first point of the sequence is the corner of the cube, where every distribution is at
      // its least.
      let design = try SaltelliDesign(dimensions: inputs.count, samples: samples, scramble: .seeded(seed))
      guard
        let responses = try simulation.run(
          points: design.count, shouldStop: shouldStop, onRuns: onRuns, at: { .quantiles(design[$0]) })
      else { return nil }
      let indices = try SobolIndices(
        outcomes: values(of: responses), inputs: inputs.count, bootstrap: Bootstrap(seed: seed))
      return result(
        responses,
        inputs.indices.map {
          Finding(parameter: inputs[$0], effect: nil, first: indices.first[$0], total: indices.total[$0])
        })
    }
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
      findings: findings.enumerated().sorted { ($1.element.rank, $0.offset) < ($0.element.rank, $1.offset) }
        .map(\.element))
  }
}
