import Scenarios
import Tables

/// The points at which a sweep looks: every combination of its factors, the first factor slowest.
///
/// A design is a plain list of points and knows nothing of running them.
package struct SweepDesign: Sendable, Equatable {
  /// What varies, no path twice; may be empty, for a design of variants alone.
  package let factors: [SweepFactor]
  /// What varies, one column of the table each.
  package let paths: [String]
  /// Names of the scenarios that are compared, the slowest factor of all; empty for a single one,
  /// which has no column.
  package let variants: [String]
  /// The number of points, the product of the numbers of variants and of values.
  package let count: Int

  /// The most points that a design may have.
  package static let mostPoints = 10_000_000
  /// The column that tells variants apart.
  package static let variantColumn = "scenario"

  /// A grid: every combination of the values of some axes.
  package init(axes: [SweepAxis]) throws(SweepDesignFault) {
    var factors: [SweepFactor] = []
    for axis in axes { factors.append(try SweepFactor([axis])) }
    try self.init(factors: factors)
  }

  /// Every combination of some factors and variants.
  package init(factors: [SweepFactor], variants: [String] = []) throws(SweepDesignFault) {
    guard !factors.isEmpty || !variants.isEmpty else { throw .noAxes }
    paths = factors.flatMap(\.paths)
    var seen: Set<String> = variants.isEmpty ? [] : [SweepDesign.variantColumn]
    for path in paths where !seen.insert(path).inserted { throw .repeatedPath(path) }
    var count = max(1, variants.count)
    for factor in factors {
      // Both factors are below 2^24, so the product cannot overflow.
      count *= factor.count
      guard count <= SweepDesign.mostPoints else { throw .tooManyPoints }
    }
    self.factors = factors
    self.variants = variants
    self.count = count
  }

  /// The values at a point, 0 ..< ``count``, one for each of ``paths``.
  package subscript(point: Int) -> [String] {
    zip(factors, levels(at: point)).flatMap { $0.values(at: $1) }
  }

  /// The values at a point as the table shows them.
  package func shown(at point: Int) -> [String] {
    zip(factors, levels(at: point)).flatMap { $0.shown(at: $1) }
  }

  /// Which of ``variants`` a point is about; 0 without any.
  package func variant(at point: Int) -> Int { point / (count / max(1, variants.count)) }

  /// What the table keeps in the column of each path, whichever points it has: numbers where all
  /// values are numbers.
  package var columnKinds: [ColumnKind] { factors.flatMap(\.columnKinds) }

  func settings(at point: Int) -> [ScenarioSetting] {
    zip(factors, levels(at: point)).flatMap { $0.settings(at: $1) }
  }

  private func levels(at point: Int) -> [Int] {
    var rest = point
    let reversed = factors.reversed().map { factor in
      defer { rest /= factor.count }
      return rest % factor.count
    }
    return reversed.reversed()
  }
}

extension SweepDesign {
  /// The order in which points are simulated, so that a sweep cut short has looked everywhere:
  /// position 0 ..< ``count`` to point.
  ///
  /// A sample is taken as it comes, any beginning of it being spread out. A grid is walked in
  /// strides near count/φ that share no factor with the count (Weyl's sequence of the golden
  /// ratio, whose gaps are the most even there are: Knuth, The Art of Computer Programming 3,
  /// section 6.4), which visits every point once.
  package func point(at position: Int) -> Int {
    if case .sample? = factors.first?.source, factors.count == 1, variants.isEmpty { return position }
    return position * stride % count
  }

  private var stride: Int {
    var stride = max(1, Int(Double(count) * 0.618_033_988_749_894_9))
    while SweepDesign.greatestCommonDivisor(stride, count) != 1 { stride += 1 }
    return stride
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    b == 0 ? a : greatestCommonDivisor(b, a % b)
  }
}

extension SweepDesign {
  /// Every combination of axes, and of a sample of ranges when there are any.
  ///
  /// - Parameters:
  ///   - axes: axes that are taken in step, a plain axis alone.
  ///   - ranges: what the sample is over; the last factor of the design.
  ///   - sampling: how the sample is chosen; `nil` when there are no ranges.
  ///   - seed: that of the sweep.
  ///   - variants: names of the scenarios, fewer than two for a single one.
  package init(
    axes: [[SweepAxis]], ranges: [SweepRange], sampling: SweepSampling?, seed: UInt64, variants: [String]
  ) throws(SweepDesignFault) {
    var factors: [SweepFactor] = []
    for axes in axes { factors.append(try SweepFactor(axes)) }
    if let sampling {
      factors.append(try SweepFactor(sampling: ranges, by: sampling, seed: seed))
    } else if let range = ranges.first {
      throw .noSampling(range)
    }
    try self.init(factors: factors, variants: variants.count > 1 ? variants : [])
  }
}

/// Why some axes do not make a design.
package enum SweepDesignFault: Error, Sendable, Equatable, CustomStringConvertible, Told {
  case noAxes
  case repeatedPath(String)
  case tooManyPoints
  case unequalLengths(String, Int, String, Int)
  case noRanges(String)
  case noSampling(SweepRange)
  case unitDesign(DesignFault)

  /// What to tell the user, without a capital and without a full stop.
  package var description: String { told.description }

  /// The same in any language.
  package var told: Message {
    switch self {
    case .noAxes: "nothing is varied"
    case .repeatedPath(let path): "\(path) is varied twice"
    case .tooManyPoints: "the design has more than \(SweepDesign.mostPoints) points"
    case .unequalLengths(let first, let count, let other, let otherCount):
      "\(first) has \(count) values and \(other) has \(otherCount), where both are to be taken in step"
    case .noRanges(let sampling):
      "\(sampling) has no range to sample, such as parties.hamas.willingness=0.2..0.9"
    case .noSampling(let range):
      "\(range.text) says not how many values: \(range.text):5, or sampled by --design lhs:200 or sobol:256"
    case .unitDesign(let fault): "\(fault)"
    }
  }
}
