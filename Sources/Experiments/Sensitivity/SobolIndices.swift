import Randomness
import Simulation

/// Which inputs the variance of an outcome comes from.
///
/// With Y the outcome and X_j independent inputs,
///
///     S_j  = Var(E[Y | X_j]) / Var(Y)            first order: what fixing X_j alone would take away
///     ST_j = E[Var(Y | all but X_j)] / Var(Y)    total: what would be left if only X_j stayed unknown
///
/// S_j <= ST_j; their difference is what X_j does together with others. The estimators, from the
/// rows of ``SaltelliDesign`` (A, AB_j, B now the outcomes there), are those of SALib 1.6:
///
///     S_j  = mean(B (AB_j - A)) / V                Saltelli et al. 2010, doi:10.1016/j.cpc.2009.09.018
///     ST_j = mean((A - AB_j)²) / 2 / V             Jansen 1999, doi:10.1016/S0010-4655(98)00154-4
///     S_jk = mean(BA_j AB_k - A B) / V - S_j - S_k Saltelli 2002, doi:10.1016/S0010-4655(02)00280-1
///
/// V the population variance of A and B together. Outcomes are first standardised by mean and
/// standard deviation over all rows, which keeps a large mean from drowning the products.
///
/// An outcome that never varies has no variance to explain: all indices are then 0 with
/// half-width 0.
public struct SobolIndices: Sendable, Equatable {
  /// N, the base points.
  public let samples: Int
  /// Variance of the outcome over the rows A and B, in its units squared.
  public let variance: Double
  /// S_j in the order of the inputs.
  public let first: [SensitivityIndex]
  /// ST_j in the order of the inputs.
  public let total: [SensitivityIndex]
  /// S_jk for j < k, in the order 12, 13 … 23 …; empty unless asked for.
  public let second: [PairIndex]

  /// The index of a pair of inputs, numbered from 0.
  public struct PairIndex: Sendable, Equatable {
    /// The two inputs, the lower number first.
    public let inputs: SIMD2<Int>
    /// The share in the variance that they have only together.
    public let index: SensitivityIndex
  }

  /// - Parameters:
  ///   - outcomes: One for each row of the design, in its order.
  ///   - inputs: D.
  ///   - secondOrder: As in the design.
  ///   - bootstrap: How the half-widths are found. Base points are drawn again whole, with all
  ///     their rows.
  /// - Throws: `SensitivityFault` when the number of outcomes does not fit or one of them is not
  ///   finite.
  /// - Complexity: O(N D) for the estimates and as much for each resample; O(N D²) with the second
  ///   order.
  public init(
    outcomes: [Double], inputs: Int, secondOrder: Bool = false, bootstrap: Bootstrap = Bootstrap()
  ) throws(SensitivityFault) {
    guard inputs > 0 else { throw .noInputs }
    let rows = SaltelliDesign.rowsPerSample(inputs, secondOrder: secondOrder)
    guard !outcomes.isEmpty, outcomes.count.isMultiple(of: rows) else {
      throw .outcomeCount(outcomes.count, rows: rows, least: 1)
    }
    if let row = outcomes.firstIndex(where: { !$0.isFinite }) { throw .notFinite(row: row) }
    let sample = SaltelliSample(outcomes, inputs: inputs, secondOrder: secondOrder)
    samples = sample.count
    let every = [Double](repeating: 1, count: samples)
    variance = sample.variance(every) * sample.scale * sample.scale
    let estimates = sample.indices(every)
    var spread = [RunningMoments](repeating: RunningMoments(), count: estimates.count)
    for resample in 0..<bootstrap.resamples {
      let weights = bootstrap.weights(
        count: samples, resample: resample, of: StreamID("sensitivity.sobol.bootstrap"))
      for (index, value) in sample.indices(weights).enumerated() { spread[index].add(value) }
    }
    let indices = zip(estimates, spread).map { estimate, moments in
      SensitivityIndex(
        estimate: estimate, halfWidth: bootstrap.normalQuantile * (moments.standardDeviation ?? 0))
    }
    first = Array(indices[..<inputs])
    total = Array(indices[inputs..<2 * inputs])
    second = zip(sample.pairs, indices[(2 * inputs)...]).map(PairIndex.init)
  }
}
