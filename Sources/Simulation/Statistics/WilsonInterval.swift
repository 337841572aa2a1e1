import Randomness

/// A share with its Wilson score interval (Wilson 1927, doi:10.1080/01621459.1927.10502953).
///
/// With p = count/total and the normal quantile z of the level, the limits are the two shares q at
/// which p lies z standard errors away, (p - q)^2 = z^2 q (1 - q) / total:
///
///     (p + z²/2n ± z sqrt(p(1 - p)/n + z²/4n²)) / (1 + z²/n)
///
/// Unlike p ± z·SE it stays inside [0, 1] and keeps its coverage for rare endings and few runs.
/// The low limit of a count of zero is exactly 0, the high limit of a full count exactly 1. Of
/// nothing (`total` 0) the share is `nil` and the interval is all of [0, 1].
public struct WilsonInterval: Sendable, Equatable {
  /// How many of `total` there are.
  public let count: Int
  /// Of how many.
  public let total: Int
  /// count/total, `nil` when there is no total.
  public let share: Double?
  /// The lower end, at least 0.
  public let low: Double
  /// The upper end, at most 1.
  public let high: Double

  /// - Parameters:
  ///   - count: 0 … `total`.
  ///   - total: How many there are in all; 0 for a share of nothing.
  ///   - level: The confidence level, strictly between 0 and 1.
  public init(count: Int, total: Int, level: Double = 0.95) {
    self.init(count: count, total: total, worth: 1, level: level)
  }

  /// The same of runs that tell less than as many independent ones would.
  ///
  /// - Parameters:
  ///   - count: 0 … `total`.
  ///   - total: how many there are in all.
  ///   - worth: how many independent ones each stands for, above 0 and at most 1
  ///     (`ParticleWeights`).
  ///   - level: the confidence level, strictly between 0 and 1.
  package init(count: Int, total: Int, worth: Double, level: Double = 0.95) {
    precondition(0 <= count && count <= total, "a count lies between 0 and its total")
    self.init(
      share: total > 0 ? Double(count) / Double(total) : 0, of: Double(total) * worth, count, total, level)
  }

  /// A share of weighted runs.
  ///
  /// - Parameters:
  ///   - share: in [0, 1].
  ///   - size: how many independent runs it rests on; 0 for none.
  package init(share: Double, effective size: Double) {
    self.init(share: share, of: size, 0, 0, 0.95)
  }

  private init(share p: Double, of n: Double, _ count: Int, _ total: Int, _ level: Double) {
    (self.count, self.total) = (count, total)
    guard n > 0 else {
      (share, low, high) = (nil, 0, 1)
      return
    }
    let z = WilsonInterval.normalQuantile(level: level)
    let z2 = z * z
    let centre = p + z2 / (2 * n)
    let reach = z * (p * (1 - p) / n + z2 / (4 * n * n)).squareRoot()
    let scale = 1 + z2 / n
    share = p
    low = p == 0 ? 0 : (centre - reach) / scale
    high = p == 1 ? 1 : (centre + reach) / scale
  }

  /// Half of `high - low`: what a precision is compared with.
  public var halfWidth: Double { (high - low) / 2 }

  /// The z that a standard normal variable stays within, on both sides, with probability `level`.
  package static func normalQuantile(level: Double) -> Double {
    precondition(0 < level && level < 1, "a confidence level lies between 0 and 1")
    return level == 0.95 ? 1.959963984540054 : -Elementary.normalQuantile((1 - level) / 2)
  }
}
