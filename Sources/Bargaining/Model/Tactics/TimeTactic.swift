/// A time-dependent tactic: the share F(t) of the way to the floor that is conceded by relative
/// time t.
public struct TimeTactic: Sendable, Equatable {
  /// How the share that is conceded grows with relative time.
  public enum Curve: String, Sendable, Equatable, CaseIterable {
    /// `F(t) = k + (1 - k) t^(1/beta)`.
    case polynomial
    /// `F(t) = exp((1 - t)^beta ln k)`, for k > 0.
    case exponential
  }

  /// The family of curves.
  public var curve: Curve
  /// beta > 0: below 1 Boulware, 1 linear (polynomial), above 1 conceder.
  public var beta: ParameterID
  /// k in [0, 1]: the share conceded at relative time 0; above 0 for the exponential curve.
  public var start: ParameterID
  /// Taken off the aspiration, never below its floor; in utility, >= 0.
  public var tolerance: ParameterID

  /// A tactic of the given numbers.
  public init(curve: Curve, beta: ParameterID, start: ParameterID, tolerance: ParameterID) {
    self.curve = curve
    self.beta = beta
    self.start = start
    self.tolerance = tolerance
  }
}
