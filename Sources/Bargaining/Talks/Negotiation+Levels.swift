extension Negotiation {
  /// Holds uncertain numbers at quantiles of their distributions in all runs to come, instead of drawing them; everything else in a run stays as it is
  /// (common random numbers). How points of a design become runs.
  ///
  /// Certain numbers stay what they are. Holding is replaced as a whole: numbers that are not named are drawn again.
  ///
  /// - Parameters:
  ///   - parameters: which numbers, each at most once.
  ///   - quantiles: for each of them a number in [0, 1].
  public func hold(_ parameters: [ParameterID], at quantiles: [Double]) {
    levels.fill(.nan)
    for (parameter, quantile) in zip(parameters, quantiles) {
      levels[parameter.index] = min(max(quantile, 0), 1)
    }
  }
}
