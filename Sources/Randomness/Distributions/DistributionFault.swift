/// Why a ``Distribution`` is impossible. The description is a sentence for the person who wrote the
/// numbers.
public enum DistributionFault: Error, Hashable, Sendable {
  /// A parameter is NaN or infinite.
  case notFinite(Double)
  /// The lower bound lies above the upper one.
  case boundsReversed(low: Double, high: Double)
  /// The bounds are so far apart that their distance is not a finite number.
  case boundsTooFarApart(low: Double, high: Double)
  /// The most likely value lies outside the bounds.
  case modeOutside(mode: Double, low: Double, high: Double)
  /// The standard deviation is zero or negative.
  case standardDeviationNotPositive(Double)
  /// The normal law leaves next to nothing between the bounds: they lie more than 37.5 standard
  /// deviations away on one side of the mean, where the probability (below 1e-306) can no longer be
  /// represented.
  case noMassBetweenBounds(mean: Double, standardDeviation: Double, low: Double, high: Double)
  /// A shape parameter of the beta law lies outside ``Distribution/betaShapes``.
  case shapeOutside(name: String, value: Double)
  /// A choice among no values.
  case choiceEmpty
  /// A choice among more than ``Distribution/mostChoices`` values.
  case choiceTooLong(count: Int)
  /// A probability of a choice is negative.
  case probabilityNegative(value: Double, probability: Double)
  /// The probabilities of a choice differ from 1 by more than 1e-9.
  case probabilitiesDoNotSumToOne(sum: Double)
}

extension DistributionFault: CustomStringConvertible {
  /// One sentence for whoever wrote the numbers, without a full stop.
  public var description: String {
    switch self {
    case .notFinite(let number):
      "a distribution needs finite numbers, not \(number)"
    case .boundsReversed(let low, let high):
      "the lower bound \(low) lies above the upper bound \(high)"
    case .boundsTooFarApart(let low, let high):
      "the bounds \(low) and \(high) are too far apart to compute with"
    case .modeOutside(let mode, let low, let high):
      "the most likely value \(mode) lies outside the bounds \(low) and \(high)"
    case .standardDeviationNotPositive(let deviation):
      "the standard deviation must be above 0, not \(deviation)"
    case .noMassBetweenBounds(let mean, let deviation, let low, let high):
      "a normal distribution with mean \(mean) and standard deviation \(deviation) has practically no"
        + " probability between \(low) and \(high)"
    case .shapeOutside(let name, let value):
      "the parameter \(name) of a beta distribution must be between 0.000001 and 1000000, not \(value)"
    case .choiceEmpty:
      "a choice needs at least one value"
    case .choiceTooLong(let count):
      "a choice has at most \(Distribution.mostChoices) values, not \(count)"
    case .probabilityNegative(let value, let probability):
      "the probability of \(value) must not be negative, but is \(probability)"
    case .probabilitiesDoNotSumToOne(let sum):
      "the probabilities of a choice must sum to 1, but sum to \(sum)"
    }
  }
}
