/// An estimated index with the half-width of its bootstrap interval: estimate ± halfWidth.
///
/// The true value lies between 0 and 1; an estimate from few samples may not.
public struct SensitivityIndex: Sendable, Equatable {
  /// The index; sampling may bring it below 0 or above 1.
  public let estimate: Double
  /// Half the width of its 95% interval, by the bootstrap.
  public let halfWidth: Double

  /// An index and half the width of its interval.
  public init(estimate: Double, halfWidth: Double) {
    self.estimate = estimate
    self.halfWidth = halfWidth
  }

  /// The lower end of the interval.
  public var low: Double { estimate - halfWidth }
  /// The upper end of the interval.
  public var high: Double { estimate + halfWidth }

  /// Whether the estimate lies between 0 and 1, but for rounding errors. One that does not says
  /// that the sample is too small to tell.
  public var isResolved: Bool { (-1e-9...1 + 1e-9).contains(estimate) }
}
