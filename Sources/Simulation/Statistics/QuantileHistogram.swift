/// Quantiles of any number of values over a known range, in constant memory and with a known error.
///
/// The range is cut into equal bins, of which only the counts are kept, beside the exact minimum and maximum.
/// A quantile is the middle of the part of its bin that lies between minimum and maximum; so it is never off by
/// more than half a bin (``errorBound``), and a constant sample gives its constant exactly.
///
/// A value outside the range is counted in the bin at that end, which then reaches to the exact minimum or
/// maximum; ``errorBound`` grows accordingly. A value that is not finite is not counted. Counts add up, so joining samples gives the
/// same result in any order.
public struct QuantileHistogram: Sendable, Equatable {
  public let range: ClosedRange<Double>
  private var counts: [Int]
  public private(set) var count = 0
  private var least = Double.infinity
  private var most = -Double.infinity

  /// - Parameters:
  ///   - range: Finite; may be a single point.
  ///   - bins: At least 1. With the default of 4096 a utility in [0, 1] has an error of at most 0.000122.
  public init(over range: ClosedRange<Double>, bins: Int = 4096) {
    precondition(bins >= 1, "a histogram has at least one bin")
    precondition((range.upperBound - range.lowerBound).isFinite, "the range of a histogram is finite")
    self.range = range
    counts = [Int](repeating: 0, count: bins)
  }

  public var binCount: Int { counts.count }

  /// `nil` for no values.
  public var minimum: Double? { count > 0 ? least : nil }
  /// `nil` for no values.
  public var maximum: Double? { count > 0 ? most : nil }

  public mutating func add(_ value: Double) {
    guard value.isFinite else { return }
    counts[bin(of: value)] += 1
    count += 1
    if value < least { least = value }
    if value > most { most = value }
  }

  /// Makes this the sample of both. The other must have the same range and bins.
  public mutating func merge(_ other: QuantileHistogram) {
    precondition(other.range == range && other.binCount == binCount, "histograms of unlike bins do not add")
    for index in counts.indices { counts[index] += other.counts[index] }
    count += other.count
    least = min(least, other.least)
    most = max(most, other.most)
  }

  /// The p-quantile: the least value with at least the share p of the sample at or below it (the inverse of the
  /// empirical distribution function, type 1 of Hyndman and Fan 1996, doi:10.1080/00031305.1996.10473566),
  /// within ``errorBound``. `nil` for no values. O(bins).
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

  /// The greatest possible distance between ``quantile(_:)`` and the quantile of the sample, up to rounding: half
  /// a bin, or half of an end bin stretched by values outside the range.
  public var errorBound: Double {
    guard count > 0 else { return 0 }
    // Nearly all samples lie within the range; only the bins at the ends can be longer than the others.
    let longest = max(width, span(of: 0).length, span(of: binCount - 1).length)
    return min(longest, most - least) / 2
  }

  private var width: Double { (range.upperBound - range.lowerBound) / Double(binCount) }

  private func bin(of value: Double) -> Int {
    // Also keeps values far outside away from the conversion, which they would overflow.
    if value <= range.lowerBound { return 0 }
    if value >= range.upperBound { return binCount - 1 }
    return min(Int((value - range.lowerBound) / width), binCount - 1)
  }

  /// The part of a bin that can hold values, given the extremes seen.
  private func span(of index: Int) -> (low: Double, high: Double, length: Double) {
    let lowerEdge = range.lowerBound + Double(index) * width
    let upperEdge = range.lowerBound + Double(index + 1) * width
    let low = index == 0 ? least : max(lowerEdge, least)
    let high = index == binCount - 1 ? most : min(upperEdge, most)
    return (low, high, high - low)
  }

  private func middle(of index: Int) -> Double {
    let (low, _, length) = span(of: index)
    // Rounding at an edge can turn the two around by an ulp.
    return length > 0 ? low + length / 2 : min(max(low, least), most)
  }
}
