import Tables

/// Moments and quantiles of one number over the runs.
public struct MeasureDistribution: Sendable, Equatable {
  /// Count, mean and variance.
  public var moments: RunningMoments { parts.sum }
  private var parts = PartedSample<RunningMoments>()
  /// Quantiles are good to half a bin inside the range; beyond, only the least and the greatest are
  /// known. Of utilities the range is [-2, 2] and half a bin 0.00025.
  public private(set) var quantiles: QuantileHistogram

  /// Of no runs, of a number that is measured in utility.
  init() { self.init(over: -2...2, bins: 8_192) }

  /// Of no runs, with bins of its own.
  init(over range: ClosedRange<Double>, bins: Int) {
    quantiles = QuantileHistogram(over: range, bins: bins)
  }

  /// Whether the two can be merged.
  func hasBins(of other: MeasureDistribution) -> Bool {
    quantiles.range == other.quantiles.range && quantiles.binCount == other.quantiles.binCount
  }
}

extension [MeasureDistribution] {
  /// Whether all are of numbers that are measured in utility.
  var areOfUtility: Bool {
    let none = MeasureDistribution()
    return allSatisfy { $0.hasBins(of: none) }
  }
}

extension MeasureDistribution: PartedFold {
  package mutating func add(_ value: Double) {
    parts.open.add(value)
    quantiles.add(value)
  }

  package mutating func merge(_ later: MeasureDistribution) {
    parts.merge(later.parts, isWithinPart: parts.open.count > 0)
    quantiles.merge(later.quantiles)
  }

  package mutating func end(_ part: RunPart) { parts.end(part) }

  package func write(to record: inout WordWriter) {
    parts.write(to: &record)
    quantiles.write(to: &record)
  }

  package init?(reading words: inout WordReader) {
    guard let parts = PartedSample<RunningMoments>(reading: &words),
      let quantiles = QuantileHistogram(reading: &words),
      quantiles.count == parts.sum.count
    else { return nil }
    (self.parts, self.quantiles) = (parts, quantiles)
  }
}

/// Utility and surpluses of one party over all runs: of the agreement where there is one, else the
/// no-agreement value of the last round, and a surplus of 0.
public struct PartyMeasures: Sendable, Equatable {
  /// The (discounted) utility.
  public private(set) var utility = MeasureDistribution()
  /// What the agreement is worth above no agreement.
  public private(set) var surplus = MeasureDistribution()
  /// What the end is worth above no agreement in the first round.
  public private(set) var surplusAtStart = MeasureDistribution()

  /// Of no runs.
  init() {}
}

extension PartyMeasures: PartedFold {
  package mutating func add(_ run: (utility: Double, surplus: Double, surplusAtStart: Double)) {
    utility.add(run.utility)
    surplus.add(run.surplus)
    surplusAtStart.add(run.surplusAtStart)
  }

  package mutating func merge(_ later: PartyMeasures) {
    utility.merge(later.utility)
    surplus.merge(later.surplus)
    surplusAtStart.merge(later.surplusAtStart)
  }

  package mutating func end(_ part: RunPart) {
    utility.end(part)
    surplus.end(part)
    surplusAtStart.end(part)
  }

  package func write(to record: inout WordWriter) {
    utility.write(to: &record)
    surplus.write(to: &record)
    surplusAtStart.write(to: &record)
  }

  package init?(reading words: inout WordReader) {
    guard let utility = MeasureDistribution(reading: &words),
      let surplus = MeasureDistribution(reading: &words),
      let surplusAtStart = MeasureDistribution(reading: &words),
      [utility, surplus, surplusAtStart].areOfUtility
    else { return nil }
    (self.utility, self.surplus, self.surplusAtStart) = (utility, surplus, surplusAtStart)
  }
}
