/// An estimated index with the half-width of its bootstrap interval: estimate ± halfWidth.
///
/// The true value lies between 0 and 1; an estimate from few samples may not.
public struct SensitivityIndex: Sendable, Equatable {
  public let estimate: Double
  public let halfWidth: Double

  public init(estimate: Double, halfWidth: Double) {
    self.estimate = estimate
    self.halfWidth = halfWidth
  }

  public var low: Double { estimate - halfWidth }
  public var high: Double { estimate + halfWidth }

  /// Whether the estimate lies between 0 and 1, but for rounding errors. One that does not says that the sample is too small to tell.
  public var isResolved: Bool { (-1e-9...1 + 1e-9).contains(estimate) }
}
