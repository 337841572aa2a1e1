extension Elementary {
  /// A base that is raised to many powers: its logarithm is taken once.
  package struct PowerBase: Sendable, BitwiseCopyable {
    package let value: Double
    private let isPositiveNormal: Bool
    private let head: Double
    private let tail: Double

    /// - Parameter value: any double.
    package init(_ value: Double) {
      self.value = value
      isPositiveNormal = value.isNormal && value > 0
      (head, tail) = isPositiveNormal ? Elementary.logarithm(value.bitPattern, exponent: 0) : (0, 0)
    }

    /// The base to the power y: bit for bit what ``Elementary/pow(_:_:)`` gives.
    package func raised(to y: Double) -> Double {
      isPositiveNormal && y.magnitude < .infinity
        ? Elementary.power(ofLogarithm: head, tail, y) : Elementary.pow(value, y)
    }
  }
}
