import Tables

/// Quantiles of any number of values over a known range, in constant memory and with a known error.
///
/// The range is cut into equal bins, of which the count and the least and greatest value are kept.
/// A quantile is the middle between the least and the greatest value of its bin; so it is never off
/// by more than half a bin (``errorBound``), and where many values are the same (surpluses of
/// exactly 0) it is that value, unless others share its bin.
///
/// A value outside the range is counted in the bin at that end, which then reaches to the exact
/// minimum or maximum; ``errorBound`` grows accordingly. A value that is not finite is not counted.
/// Counts add up, so joining samples gives the same result in any order.
public struct QuantileHistogram: Sendable, Equatable {
  /// What the bins cover; numbers outside are counted at its ends.
  public let range: ClosedRange<Double>
  private var counts: [Int]
  /// Per bin: its least and greatest value; infinite for an empty bin.
  private var lows: [Double]
  private var highs: [Double]
  /// How many numbers were added.
  public private(set) var count = 0
  private var least = Double.infinity
  private var most = -Double.infinity

  /// - Parameters:
  ///   - range: Finite; may be a single point.
  ///   - bins: At least 1. With the default of 4096 a utility in [0, 1] has an error of at most
  ///     0.000122.
  package init(over range: ClosedRange<Double>, bins: Int = 4096) {
    precondition(bins >= 1, "a histogram has at least one bin")
    precondition((range.upperBound - range.lowerBound).isFinite, "the range of a histogram is finite")
    self.range = range
    counts = [Int](repeating: 0, count: bins)
    lows = [Double](repeating: .infinity, count: bins)
    highs = [Double](repeating: -.infinity, count: bins)
  }

  package var binCount: Int { counts.count }

  /// `nil` for no values.
  public var minimum: Double? { count > 0 ? least : nil }
  /// `nil` for no values.
  public var maximum: Double? { count > 0 ? most : nil }

  package mutating func add(_ value: Double) {
    guard value.isFinite else { return }
    let index = bin(of: value)
    counts[index] += 1
    lows[index] = min(lows[index], value)
    highs[index] = max(highs[index], value)
    count += 1
    if value < least { least = value }
    if value > most { most = value }
  }

  /// Makes this the sample of both. The other must have the same range and bins.
  package mutating func merge(_ other: QuantileHistogram) {
    precondition(other.range == range && other.binCount == binCount, "histograms of unlike bins do not add")
    for index in counts.indices {
      counts[index] += other.counts[index]
      lows[index] = min(lows[index], other.lows[index])
      highs[index] = max(highs[index], other.highs[index])
    }
    count += other.count
    least = min(least, other.least)
    most = max(most, other.most)
  }

  /// The p-quantile: the least value with at least the share p of the sample at or below it (the
  /// inverse of the empirical distribution function, type 1 of Hyndman and Fan 1996,
  /// doi:10.1080/00031305.1996.10473566), within ``errorBound``. `nil` for no values. O(bins).
  ///
  /// - Parameter p: Clamped to [0, 1]. 0 gives the exact minimum, 1 the exact maximum.
  public func quantile(_ p: Double) -> Double? {
    guard count > 0 else { return nil }
    if !(p > 0) { return least }
    if p >= 1 { return most }
    // The rank is p n rounded up; p n itself may be an ulp above the integer that it stands for.
    let rank = max(1, Int((p * Double(count) * (1 - 0x1p-51)).rounded(.up)))
    var passed = 0
    for index in counts.indices {
      passed += counts[index]
      if passed >= rank { return middle(of: index) }
    }
    return most
  }

  /// The greatest possible distance between ``quantile(_:)`` and the quantile of the sample, up to
  /// rounding: half of the widest spread of values in one bin. O(bins).
  public var errorBound: Double {
    var widest = 0.0
    for index in counts.indices where counts[index] > 0 { widest = max(widest, highs[index] - lows[index]) }
    return widest / 2
  }

  private var width: Double { (range.upperBound - range.lowerBound) / Double(binCount) }

  private func bin(of value: Double) -> Int {
    // Also keeps values far outside away from the conversion, which they would overflow.
    if value <= range.lowerBound { return 0 }
    if value >= range.upperBound { return binCount - 1 }
    return min(Int((value - range.lowerBound) / width), binCount - 1)
  }

  private func middle(of index: Int) -> Double {
    lows[index] + (highs[index] - lows[index]) / 2
  }
}

extension QuantileHistogram: StudyRecord {
  package func write(to record: inout WordWriter) {
    for number in [range.lowerBound, range.upperBound, least, most] { record.write(number) }
    record.write(binCount)
    record.write(list: counts.indices.filter { counts[$0] > 0 }) { record, index in
      record.write(index)
      record.write(counts[index])
      record.write(lows[index])
      record.write(highs[index])
    }
  }

  package init?(reading words: inout WordReader) {
    guard let low = words.number(), let high = words.number(), low <= high, (high - low).isFinite,
      let least = words.number(), let most = words.number(), let bins = words.count(),
      1...Self.mostBins ~= bins
    else { return nil }
    self.init(over: low...high, bins: bins)
    (self.least, self.most) = (least, most)
    let isWhole = words.list { words -> Bool? in
      guard let index = words.count(), index < bins, let count = words.count(), counts[index] == 0,
        1...Self.mostValues ~= count, let low = words.number(), let high = words.number(), low <= high,
        bin(of: low) == index, bin(of: high) == index, least <= low, high <= most
      else { return nil }
      (counts[index], lows[index], highs[index]) = (count, low, high)
      self.count += count
      return true
    }
    guard isWhole != nil, count > 0 || (least == .infinity && most == -.infinity) else { return nil }
  }

  /// What is read has no more bins, and no more values in one.
  private static let mostBins = 1 << 20
  private static let mostValues = 1 << 40
}
