extension Distribution {
  /// The first thing that makes this distribution impossible, or nil if it can be drawn from.
  public func fault() -> DistributionFault? {
    switch self {
    case .constant(let value):
      Distribution.faultOfNumbers(value)
    case .uniform(let low, let high):
      Distribution.faultOfBounds(low, high)
    case .triangular(let low, let mode, let high):
      Distribution.faultOfNumbers(low, mode, high) ?? Distribution.faultOfBounds(low, high)
        ?? (low <= mode && mode <= high ? nil : .modeOutside(mode: mode, low: low, high: high))
    case .normal(let mean, let deviation, let low, let high):
      Distribution.faultOfNumbers(mean, deviation, low, high) ?? Distribution.faultOfBounds(low, high)
        ?? Distribution.faultOfNormal(mean, deviation, low, high)
    case .beta(let a, let b):
      Distribution.faultOfNumbers(a, b) ?? Distribution.faultOfShape("a", a)
        ?? Distribution.faultOfShape("b", b)
    case .choice(let values):
      Distribution.faultOfChoice(values)
    }
  }

  /// This distribution, or the reason why it is impossible.
  ///
  /// - Throws: ``fault()``, if there is one.
  public func validated() throws(DistributionFault) -> Distribution {
    if let fault = fault() { throw fault }
    return self
  }

  private static func faultOfNumbers(_ numbers: Double...) -> DistributionFault? {
    numbers.first { !$0.isFinite }.map { .notFinite($0) }
  }

  private static func faultOfBounds(_ low: Double, _ high: Double) -> DistributionFault? {
    if let fault = faultOfNumbers(low, high) { return fault }
    if low > high { return .boundsReversed(low: low, high: high) }
    return (high - low).isFinite ? nil : .boundsTooFarApart(low: low, high: high)
  }

  private static func faultOfNormal(
    _ mean: Double, _ deviation: Double, _ low: Double, _ high: Double
  ) -> DistributionFault? {
    if deviation <= 0 { return .standardDeviationNotPositive(deviation) }
    let hasMass =
      (low - mean) / deviation <= TruncatedNormal.reach
      && (high - mean) / deviation >= -TruncatedNormal.reach
    return hasMass
      ? nil
      : .noMassBetweenBounds(mean: mean, standardDeviation: deviation, low: low, high: high)
  }

  private static func faultOfShape(_ name: String, _ value: Double) -> DistributionFault? {
    BetaLaw.shapes.contains(value) ? nil : .shapeOutside(name: name, value: value)
  }

  private static func faultOfChoice(_ values: [WeightedValue]) -> DistributionFault? {
    if values.isEmpty { return .choiceEmpty }
    if values.count > Distribution.mostChoices { return .choiceTooLong(count: values.count) }
    var sum = 0.0
    for candidate in values {
      if let fault = faultOfNumbers(candidate.value, candidate.probability) { return fault }
      if candidate.probability < 0 {
        return .probabilityNegative(value: candidate.value, probability: candidate.probability)
      }
      sum += candidate.probability
    }
    return (sum - 1).magnitude <= 1e-9 ? nil : .probabilitiesDoNotSumToOne(sum: sum)
  }
}
