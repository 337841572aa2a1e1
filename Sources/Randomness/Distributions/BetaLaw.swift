/// The beta law on [0, 1] with shapes a, b > 0: its distribution function, the regularised
/// incomplete beta function I_x(a, b), and the inverse of it.
package struct BetaLaw {
  /// What either shape may be. Below, the law is a coin for all that doubles can tell; above, its
  /// standard deviation is less than 0.0004, and the continued fraction would take thousands of
  /// steps.
  package static let shapes = 1e-6...1e6

  let a: Double
  let b: Double
  /// 1 / B(a, b), divided by (a / (a + b))^a (b / (a + b))^b so that it stays of moderate size.
  private let scale: Double

  /// A shape outside ``shapes``, which is a ``DistributionFault``, counts as the nearest inside, so
  /// that what is asked of a faulty law has an answer, too.
  package init(a: Double, b: Double) {
    // In this order, so that what is not a number becomes one.
    let a = min(max(BetaLaw.shapes.lowerBound, a), BetaLaw.shapes.upperBound)
    let b = min(max(BetaLaw.shapes.lowerBound, b), BetaLaw.shapes.upperBound)
    self.a = a
    self.b = b
    let ratio = (a / (a + b)) * b / (2 * Double.pi)
    let correction =
      BetaLaw.stirlingError(a + b) - BetaLaw.stirlingError(a) - BetaLaw.stirlingError(b)
    scale = ratio.squareRoot() * Elementary.exp(correction)
  }

  /// I_x(a, b) and 1 - I_x(a, b), each accurate relative to itself.
  ///
  /// - Parameters:
  ///   - x: A number in [0, 1].
  ///   - y: 1 - x, given apart because one of the two may be too small to be had from the other.
  package func probabilities(x: Double, y: Double) -> (below: Double, above: Double) {
    if x <= 0 { return (0, 1) }
    if y <= 0 { return (1, 0) }
    let front = kernel(x: x, y: y)
    if x < (a + 1) / (a + b + 2) {
      let below = min(1, front * BetaLaw.continuedFraction(a, b, x) / a)
      return (below, 1 - below)
    }
    let above = min(1, front * BetaLaw.continuedFraction(b, a, y) / b)
    return (1 - above, above)
  }

  /// The mean, a / (a + b).
  var mean: Double { 1 / (1 + b / a) }

  /// x^a y^b / B(a, b), which is the density times x y.
  func kernel(x: Double, y: Double) -> Double {
    let meanX = a / (a + b)
    let meanY = b / (a + b)
    return scale
      * Elementary.exp(a * BetaLaw.logRatio(x, to: meanX) + b * BetaLaw.logRatio(y, to: meanY))
  }

  /// log(value / reference), by the difference where the two are close.
  private static func logRatio(_ value: Double, to reference: Double) -> Double {
    let change = (value - reference) / reference
    return change.magnitude < 0.5
      ? Elementary.log1p(change) : Elementary.log(value) - Elementary.log(reference)
  }

  /// The error of Stirling's formula: log Gamma(z) - (z - 1/2) log z + z - log(2 pi) / 2.
  ///
  /// From z = 10 its asymptotic series (Abramowitz, Stegun 1964, 6.1.41); below, by the recurrence
  /// of Gamma.
  static func stirlingError(_ z: Double) -> Double {
    var shifted = z
    var product = 1.0
    while shifted < 10 {
      product *= shifted
      shifted += 1
    }
    let t = 1 / (shifted * shifted)
    let tail = t * (1 / 1188.0 - t * (691 / 360360.0 - t * (1 / 156.0)))
    let series = (1 / 12.0 - t * (1 / 360.0 - t * (1 / 1260.0 - t * (1 / 1680.0 - tail)))) / shifted
    if shifted == z { return series }
    let logShifted = (shifted - 0.5) * Elementary.log(shifted) - shifted
    return series + (logShifted - ((z - 0.5) * Elementary.log(z) - z)) - Elementary.log(product)
  }

  /// The continued fraction of I_x(a, b) (Abramowitz, Stegun 1964, 26.5.8), by Lentz's method as
  /// modified by Thompson and Barnett (1986, doi:10.1016/0021-9991(86)90046-X). Needs a few steps
  /// more than sqrt(max(a, b)).
  private static func continuedFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    func away(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / away(1 - (a + b) * x / (a + 1))
    var fraction = d
    var m = 1.0
    while m <= 100_000 {
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / away(1 + even * d)
      c = away(1 + even / c)
      fraction *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / away(1 + odd * d)
      c = away(1 + odd / c)
      let factor = d * c
      fraction *= factor
      if (factor - 1).magnitude < 0x1p-52 { break }
      m += 1
    }
    return fraction
  }
}
