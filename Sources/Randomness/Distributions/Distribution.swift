/// What is known about a number before a run fixes it: a value, or a law from which each run draws
/// one.
///
/// A distribution is a plain value and may hold impossible parameters, since it is read from files;
/// ask ``fault()`` before using one. All other members assume that it returned nil, and otherwise
/// return some number or NaN but never trap. Bounds may coincide: the distribution is then that one
/// number.
public enum Distribution: Hashable, Sendable {
  /// Always the same number.
  case constant(Double)

  /// Every number between the bounds alike.
  case uniform(low: Double, high: Double)

  /// A density that rises linearly from `low` to `mode` and falls linearly to `high`. The mode may
  /// be a bound.
  case triangular(low: Double, mode: Double, high: Double)

  /// A normal law cut to [low, high] and scaled up to total 1. `mean` and `standardDeviation` are
  /// those of the law before it was cut.
  case normal(mean: Double, standardDeviation: Double, low: Double, high: Double)

  /// The beta law on [0, 1] with density proportional to x^(a - 1) (1 - x)^(b - 1); its mean is a /
  /// (a + b).
  case beta(a: Double, b: Double)

  /// One of the listed values. The order of the list matters to ``sample(_:)`` (which value a given
  /// draw picks) and to nothing else. A value may occur twice; its probabilities then add up.
  case choice([WeightedValue])
}

extension Distribution {
  /// What either shape of a beta law may be. Shapes outside are a ``DistributionFault``; what is
  /// asked of such a law all the same is answered for the nearest shape inside.
  public static let betaShapes = BetaLaw.shapes

  /// The most values that a choice may have: its quantiles take a time that grows with the square
  /// of their number.
  public static let mostChoices = 1_000

  /// The smallest interval that holds every value that can be drawn.
  public var support: ClosedRange<Double> {
    switch self {
    case .constant(let value): Distribution.range(value, value)
    case .uniform(let low, let high): Distribution.range(low, high)
    case .triangular(let low, _, let high): Distribution.range(low, high)
    case .normal(_, _, let low, let high): Distribution.range(low, high)
    case .beta: 0...1
    case .choice(let values): Distribution.range(of: values)
    }
  }

  /// Whether every draw gives the same number.
  public var isConstant: Bool {
    switch self {
    case .beta: false
    default: support.lowerBound == support.upperBound
    }
  }

  private static func range(of values: [WeightedValue]) -> ClosedRange<Double> {
    var low = Double.infinity
    var high = -Double.infinity
    for candidate in values where candidate.probability > 0 {
      low = min(low, candidate.value)
      high = max(high, candidate.value)
    }
    return range(low, high)
  }

  /// Faulty bounds must not trap: what is not a range becomes the point 0, what is reversed is
  /// turned round.
  private static func range(_ low: Double, _ high: Double) -> ClosedRange<Double> {
    if low <= high { return low...high }
    return high < low ? high...low : 0...0
  }
}
