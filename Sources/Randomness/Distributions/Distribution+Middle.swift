extension Distribution {
  /// The one number that stands for the distribution in an analysis "at the middle of every
  /// distribution".
  ///
  /// The mean, for the normal law that of the law as cut; except for a choice, whose mean need not
  /// be among its values: there the most probable value, of equally probable ones the first listed.
  public var middle: Double {
    switch self {
    case .constant(let value):
      return value
    case .uniform(let low, let high):
      return min(low + 0.5 * (high - low), high)
    case .triangular(let low, let mode, let high):
      let rise = (mode - low) + (high - low)
      // The sum of two distances may be too large a number where neither is.
      return min(max(low + (rise.isFinite ? rise / 3 : (mode - low) / 3 + (high - low) / 3), low), high)
    case .normal(let mean, let deviation, let low, let high):
      return TruncatedNormal(mean: mean, deviation: deviation, low: low, high: high).truncatedMean
    case .beta(let a, let b):
      return BetaLaw(a: a, b: b).mean
    case .choice(let values):
      var best = WeightedValue(value: .nan, probability: -.infinity)
      // A value listed twice counts with both its probabilities.
      for candidate in values {
        var total = 0.0
        for other in values where other.value == candidate.value { total += other.probability }
        if total > best.probability { best = WeightedValue(value: candidate.value, probability: total) }
      }
      return best.value
    }
  }
}
