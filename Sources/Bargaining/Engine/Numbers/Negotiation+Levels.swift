extension Negotiation {
  /// Holds numbers, certain or not, at values in all runs to come, whatever their distributions;
  /// see ``hold(_:at:)`` for the rest. Replaces what was held at values before.
  ///
  /// - Parameters:
  ///   - parameters: which numbers, each at most once.
  ///   - values: for each of them a value; kept in the parameter's range.
  package func fix(_ parameters: [ParameterID], at values: [Double]) {
    numbers.fix(
      zip(parameters, values).lazy.map { parameter, value in
        let range = self.scenario[parameter].range
        return (parameter, min(max(value, range.lowerBound), range.upperBound))
      })
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
    numbers.hold(zip(parameters, quantiles).lazy.map { ($0, min(max($1, 0), 1)) })
  }

  /// Lets the runs to come branch off, by rising rounds; not at all with an empty list.
  package func follow(_ branches: [Branch]) { numbers.branches = branches }
}
