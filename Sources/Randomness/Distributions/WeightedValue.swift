/// One value of a ``Distribution/choice(_:)`` and the probability that it is drawn.
public struct WeightedValue: Hashable, Sendable {
  /// What is drawn.
  public let value: Double
  /// In [0, 1]; the probabilities of one choice sum to 1.
  public let probability: Double

  /// A value and the probability that it is drawn with.
  public init(value: Double, probability: Double) {
    self.value = value
    self.probability = probability
  }
}
