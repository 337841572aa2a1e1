/// How much of an outcome's variance over a design is only the luck of finitely many runs at each
/// point.
///
/// An outcome of a stochastic model is estimated, at each point, from n runs. A share p then
/// carries a variance of p(1 - p)/n, of which p(1 - p)/(n - 1) with the observed p is an unbiased
/// estimate; a mean carries its squared standard error. Averaged over the points this is the seed
/// noise.
///
/// With noise independent from point to point, the variance of the outcome is that of the model
/// plus the noise; total indices (Jansen) come out too high by ``share`` and first indices too low
/// by the factor 1 - ``share``. With common random numbers neighbouring points share most of their
/// luck, so that ``share`` is the most that noise can do. An input whose total index is below
/// ``share`` cannot be told from noise: more runs at each point are needed.
public struct SeedNoise: Sendable, Equatable {
  /// The mean over the points of the outcome's variance within a point, in its units squared.
  public let variance: Double
  /// ``variance`` as a share of the outcome's variance over the design; 0 when that is 0. May
  /// exceed 1.
  public let share: Double

  /// The noise of shares.
  ///
  /// - Parameters:
  ///   - counts: At each point, in how many runs it happened; at least one point.
  ///   - runs: At each point, how many runs there were, at least 2.
  ///   - outcomeVariance: Of the shares over the design: ``SobolIndices/variance``.
  public init(counts: [Int], runs: [Int], outcomeVariance: Double) {
    precondition(counts.count == runs.count, "a count and a number of runs for every point")
    precondition(runs.allSatisfy { $0 >= 2 }, "noise is seen only where there are two runs")
    let variances = zip(counts, runs).map { count, runs in
      let share = Double(count) / Double(runs)
      return share * (1 - share) / Double(runs - 1)
    }
    self.init(variances: variances, outcomeVariance: outcomeVariance)
  }

  /// The noise of means.
  ///
  /// - Parameters:
  ///   - standardErrors: Of the mean at each point, standard deviation / sqrt(runs); at least one
  ///     point.
  ///   - outcomeVariance: Of the means over the design: ``SobolIndices/variance``.
  public init(standardErrors: [Double], outcomeVariance: Double) {
    self.init(variances: standardErrors.map { $0 * $0 }, outcomeVariance: outcomeVariance)
  }

  private init(variances: [Double], outcomeVariance: Double) {
    precondition(!variances.isEmpty, "the noise of at least one point")
    variance = variances.reduce(0, +) / Double(variances.count)
    share = outcomeVariance > 0 ? variance / outcomeVariance : 0
  }
}
