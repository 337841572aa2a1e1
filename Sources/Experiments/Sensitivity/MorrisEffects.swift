import Randomness
import Simulation

/// Morris screening: which inputs matter at all, from few runs.
///
/// The elementary effect of an input in one trajectory is how much the outcome changed per unit of
/// the input's change, (y(x + Δ) - y(x)) / Δ. Over the trajectories it has
///
/// - `mu`, its mean: the direction of the effect (Morris 1991, doi:10.1080/00401706.1991.10484804);
/// - `muStar`, the mean of its absolute value: the strength, also where effects of both signs
///   cancel (Campolongo, Cariboni and Saltelli 2007, doi:10.1016/j.envsoft.2006.10.004);
/// - `sigma`, its standard deviation (n - 1): how much the effect depends on the other inputs or
///   bends.
///
/// The unit is the whole range of the input, since rows are points of the unit cube.
public struct MorrisEffects: Sendable, Equatable {
  /// N.
  public let trajectories: Int
  /// In the order of the inputs.
  public let effects: [Effect]

  /// What one input does.
  public struct Effect: Sendable, Equatable {
    /// The mean of the elementary effects; effects of either sign cancel in it.
    public let mu: Double
    /// The mean of their magnitudes.
    public let muStar: Double
    /// Of the bootstrap interval of `muStar`.
    public let muStarHalfWidth: Double
    /// Their standard deviation: large where the input interacts or acts nonlinearly.
    public let sigma: Double
  }

  /// - Parameters:
  ///   - rows: The points, N trajectories of D + 1 points of D numbers; from each point to the next
  ///     of its trajectory one coordinate differs.
  ///   - outcomes: One for each row.
  ///   - bootstrap: How the half-widths are found. Each input's effects are drawn again
  ///     independently.
  /// - Throws: `SensitivityFault` for fewer than two trajectories, when a number does not fit, or
  ///   when an outcome is not finite.
  public init(
    rows: [[Double]], outcomes: [Double], bootstrap: Bootstrap = Bootstrap()
  ) throws(SensitivityFault) {
    guard let inputs = rows.first?.count, inputs > 0 else { throw .noInputs }
    guard rows.count == outcomes.count else { throw .rowCount(rows.count, outcomes: outcomes.count) }
    guard outcomes.count.isMultiple(of: inputs + 1), outcomes.count >= 2 * (inputs + 1) else {
      throw .outcomeCount(outcomes.count, rows: inputs + 1, least: 2)
    }
    if let row = outcomes.firstIndex(where: { !$0.isFinite }) { throw .notFinite(row: row) }
    var perInput = [[Double]](repeating: [], count: inputs)
    for trajectory in 0..<outcomes.count / (inputs + 1) {
      let start = trajectory * (inputs + 1)
      for row in start..<start + inputs {
        let moved = (0..<inputs).filter { rows[row][$0] != rows[row + 1][$0] }
        guard moved.count == 1 else { throw .notOneStep(row: row) }
        let step = rows[row + 1][moved[0]] - rows[row][moved[0]]
        perInput[moved[0]].append((outcomes[row + 1] - outcomes[row]) / step)
      }
      if let input = perInput.firstIndex(where: { $0.count <= trajectory }) {
        throw .inputNotMoved(input: input, trajectory: trajectory)
      }
    }
    trajectories = outcomes.count / (inputs + 1)
    effects = perInput.enumerated().map { input, effects in
      Effect(effects, stream: StreamID("sensitivity.morris.bootstrap").child(input), bootstrap)
    }
  }
}

extension MorrisEffects.Effect {
  fileprivate init(_ effects: [Double], stream: StreamID, _ bootstrap: Bootstrap) {
    var (signed, absolute, resampled) = (RunningMoments(), RunningMoments(), RunningMoments())
    for effect in effects {
      signed.add(effect)
      absolute.add(effect.magnitude)
    }
    for resample in 0..<bootstrap.resamples {
      let weights = bootstrap.weights(count: effects.count, resample: resample, of: stream)
      let sum = zip(weights, effects).reduce(0) { $0 + $1.0 * $1.1.magnitude }
      resampled.add(sum / Double(effects.count))
    }
    mu = signed.mean ?? 0
    muStar = absolute.mean ?? 0
    sigma = signed.standardDeviation ?? 0
    muStarHalfWidth = bootstrap.normalQuantile * (resampled.standardDeviation ?? 0)
  }
}
