/// The normal law cut to an interval, in standard units, computed in whichever tail the interval
/// lies so that nothing is lost by taking differences from 1 (after Robert 1995,
/// doi:10.1007/BF00143942, who samples the same law by rejection).
struct TruncatedNormal {
  /// How far out, in standard deviations, the nearer bound may lie: the probability beyond is still
  /// representable.
  static let reach = 37.5

  let mean: Double
  let deviation: Double
  let low: Double
  let high: Double

  /// The bounds in standard deviations from the mean. An interval above the mean is turned into its
  /// mirror image below, where probabilities are small numbers, so that `left` is never positive.
  private let left: Double
  private let right: Double
  private let width: Double
  private let isMirrored: Bool

  init(mean: Double, deviation: Double, low: Double, high: Double) {
    self.mean = mean
    self.deviation = deviation
    self.low = low
    self.high = high
    let lower = (low - mean) / deviation
    let upper = (high - mean) / deviation
    width = (high - low) / deviation
    isMirrored = lower > 0
    left = isMirrored ? -upper : lower
    right = isMirrored ? -lower : upper
  }

  /// The value below which a share p of the mass lies, p in [0, 1].
  func quantile(_ p: Double) -> Double {
    if p <= 0 || low == high { return low }
    if p >= 1 { return high }
    let share = isMirrored ? 1 - p : p
    if width < 1e-5 { return placed(narrowFraction(share)) }
    let z = standardQuantile(share)
    return within(mean + (isMirrored ? -z : z) * deviation)
  }

  /// The mean of the law after it was cut.
  var truncatedMean: Double {
    if low == high { return low }
    let tilt = left + width / 2
    if width * (1 + tilt.magnitude) < 0.01 { return placed(narrowMean(tilt: tilt)) }
    let z = (Elementary.normalDensity(left) - Elementary.normalDensity(right)) / mass
    return within(mean + (isMirrored ? -z : z) * deviation)
  }

  /// The probability of the interval before the law was cut to it.
  private var mass: Double {
    let below = Elementary.normalCDF(left)
    // An upper bound above the mean is known best by the probability beyond it.
    return right > 0 ? (1 - below) - Elementary.normalCDF(-right) : Elementary.normalCDF(right) - below
  }

  private func standardQuantile(_ share: Double) -> Double {
    let mass = mass
    let p = Elementary.normalCDF(left) + share * mass
    if p <= 0.5 { return Elementary.normalQuantile(p) }
    // From the other end, so that an upper bound far out is approached through small probabilities.
    return -Elementary.normalQuantile(Elementary.normalCDF(-right) + (1 - share) * mass)
  }

  /// Over a narrow interval the density is exponential up to a factor 1 + width^2 / 8, and the
  /// difference of two distribution functions would have lost its digits: invert the exponential
  /// instead. A fraction of the width.
  private func narrowFraction(_ share: Double) -> Double {
    let decay = (left + width / 2) * width
    if decay.magnitude < 1e-12 { return share }
    return -Elementary.log1p(share * Elementary.expm1(-decay)) / decay
  }

  /// The mean of the density over a narrow interval by Gauss' three-point rule, as a fraction of
  /// the width.
  private func narrowMean(tilt: Double) -> Double {
    let step = 0.5 * 0.6.squareRoot()
    let near = Elementary.exp((tilt - step * width / 2) * step * width)
    let far = Elementary.exp(-(tilt + step * width / 2) * step * width)
    return 0.5 + step * 5 * (far - near) / (8 + 5 * (near + far))
  }

  /// The value at a fraction of the way from the (possibly mirrored) left bound.
  private func placed(_ fraction: Double) -> Double {
    within(isMirrored ? high - fraction * (high - low) : low + fraction * (high - low))
  }

  private func within(_ value: Double) -> Double {
    min(max(value, low), high)
  }
}
