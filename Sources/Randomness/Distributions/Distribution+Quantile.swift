extension Distribution {
  /// The value at or below which a share `p` of the probability lies: the inverse of the
  /// distribution function, and the way to turn a point of a quasi-random or stratified design into
  /// a value.
  ///
  /// Rises with p, up to rounding in the last digits of the normal and the beta law. For a choice
  /// it is the smallest listed value whose cumulated probability reaches p, whatever the order of
  /// the list.
  ///
  /// - Parameter p: In [0, 1]; numbers outside count as the nearer bound.
  /// - Returns: A number in ``support``, the bounds included.
  public func quantile(_ p: Double) -> Double {
    let p = min(max(p, 0), 1)
    switch self {
    case .constant(let value):
      return value
    case .uniform(let low, let high):
      return Distribution.uniformQuantile(p, low, high)
    case .triangular(let low, let mode, let high):
      return Distribution.triangularQuantile(p, low, mode, high)
    case .normal(let mean, let deviation, let low, let high):
      return TruncatedNormal(mean: mean, deviation: deviation, low: low, high: high).quantile(p)
    case .beta(let a, let b):
      return BetaLaw(a: a, b: b).quantile(p)
    case .choice(let values):
      return Distribution.choiceQuantile(p, values)
    }
  }

  /// The quantile at p of the uniform law between two bounds: the upper bound at 1 and above.
  @inlinable
  public static func uniformQuantile(_ p: Double, _ low: Double, _ high: Double) -> Double {
    // Rounding may carry the sum past the bound by an ulp.
    p >= 1 ? high : min(low + p * (high - low), high)
  }

  static func triangularQuantile(_ p: Double, _ low: Double, _ mode: Double, _ high: Double) -> Double {
    let width = high - low
    if width == 0 { return low }
    let rise = (mode - low) / width
    if p <= rise {
      return min(low + width * (p * rise).squareRoot(), mode)
    }
    let fall = (high - mode) / width
    return max(high - width * ((1 - p) * fall).squareRoot(), mode)
  }

  private static func choiceQuantile(_ p: Double, _ values: [WeightedValue]) -> Double {
    var largest = -Double.infinity
    var answer = Double.infinity
    for candidate in values where candidate.probability > 0 {
      largest = max(largest, candidate.value)
      var cumulated = 0.0
      for other in values where other.value <= candidate.value { cumulated += other.probability }
      if cumulated >= p { answer = min(answer, candidate.value) }
    }
    // Probabilities that sum to a little less than 1 leave the top of [0, 1] to the largest value.
    return answer.isFinite ? answer : largest
  }
}
