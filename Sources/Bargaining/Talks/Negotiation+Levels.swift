extension Negotiation {
  /// Holds numbers, certain or not, at values in all runs to come, whatever their distributions;
  /// see ``hold(_:at:)`` for the rest. Replaces what was held at values before.
  ///
  /// - Parameters:
  ///   - parameters: which numbers, each at most once.
  ///   - values: for each of them a value; kept in the parameter's range.
  package func fix(_ parameters: [ParameterID], at values: [Double]) {
    fixedNumbers = zip(parameters, values).map { parameter, value in
      let range = scenario[parameter].range
      return FixedNumber(
        parameter: parameter.index, value: min(max(value, range.lowerBound), range.upperBound))
    }
  }

  /// Holds uncertain numbers at quantiles of their distributions in all runs to come, instead of
  /// drawing them; everything else in a run stays as it is (common random numbers). How points of a
  /// design become runs.
  ///
  /// Certain numbers stay what they are. Holding is replaced as a whole: numbers that are not named
  /// are drawn again.
  ///
  /// - Parameters:
  ///   - parameters: which numbers, each at most once.
  ///   - quantiles: for each of them a number in [0, 1].
  package func hold(_ parameters: [ParameterID], at quantiles: [Double]) {
    levels.fill(.nan)
    for (parameter, quantile) in zip(parameters, quantiles) {
      levels[parameter.index] = min(max(quantile, 0), 1)
    }
  }
}

/// A number that is held at a value.
struct FixedNumber {
  let parameter: Int
  let value: Double
}
