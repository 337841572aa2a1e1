extension Elementary {
  /// The standard normal distribution function: the probability of a value at or below z.
  ///
  /// Half the complementary error function of -z / sqrt 2, by the rational approximations of Cody
  /// (1969, doi:10.1090/S0025-5718-1969-0247736-4). The lower tail keeps its relative accuracy down
  /// to z = -37.5; for the upper tail ask for `normalCDF(-z)`.
  ///
  /// - Returns: A number in [0, 1] within 1e-14 of the truth relative to it; NaN for NaN.
  package static func normalCDF(_ z: Double) -> Double {
    let y = z.magnitude
    if y.isNaN { return y }
    if y < 0.67448975 { return 0.5 + z * centralErrorRatio(z * z) }
    if y > 38.6 { return z > 0 ? 1 : 0 }
    let tail = 0.5 * scaledErrorTail(y * 0.5.squareRoot()) * normalKernel(y)
    return z > 0 ? 1 - tail : tail
  }

  /// The standard normal density, exp(-z^2/2) / sqrt(2 pi).
  package static func normalDensity(_ z: Double) -> Double {
    if z.isNaN { return z }
    return z.magnitude > 39 ? 0 : 0.3989422804014326779 * normalKernel(z)
  }

  /// exp(-z^2 / 2) for |z| < 40, with the square split so that its rounding is not multiplied by
  /// z^2.
  static func normalKernel(_ z: Double) -> Double {
    let head = Double(Int32(z * 16)) / 16
    return exp(-0.5 * head * head) * exp(-0.5 * (z - head) * (z + head))
  }

  /// erf(z / sqrt 2) / (2 z) as a function of z^2, for |z| < 0.6745 (Cody's first interval).
  private static func centralErrorRatio(_ square: Double) -> Double {
    let t = 0.5 * square
    let top =
      (((1.85777706184603153e-1 * t + 3.16112374387056560e0) * t + 1.13864154151050156e2) * t
        + 3.77485237685302021e2) * t + 3.20937758913846947e3
    let bottom =
      (((t + 2.36012909523441209e1) * t + 2.44024637934444173e2) * t + 1.28261652607737228e3) * t
      + 2.84423683343917062e3
    return 0.5 * 0.5.squareRoot() * top / bottom
  }

  /// erfc(x) exp(x^2) for x >= 0.4769 (Cody's second and third interval).
  private static func scaledErrorTail(_ x: Double) -> Double {
    x <= 4 ? middleErrorTail(x) : farErrorTail(x)
  }

  private static func middleErrorTail(_ x: Double) -> Double {
    let top1 =
      (((2.15311535474403846e-8 * x + 5.64188496988670089e-1) * x + 8.88314979438837594e0) * x
        + 6.61191906371416295e1) * x + 2.98635138197400131e2
    let top =
      (((top1 * x + 8.81952221241769090e2) * x + 1.71204761263407058e3) * x
        + 2.05107837782607147e3) * x + 1.23033935479799725e3
    let bottom1 =
      (((x + 1.57449261107098347e1) * x + 1.17693950891312499e2) * x + 5.37181101862009858e2) * x
      + 1.62138957456669019e3
    let bottom =
      (((bottom1 * x + 3.29079923573345963e3) * x + 4.36261909014324716e3) * x
        + 3.43936767414372164e3) * x + 1.23033935480374942e3
    return top / bottom
  }

  private static func farErrorTail(_ x: Double) -> Double {
    let t = 1 / (x * x)
    let top =
      ((((1.63153871373020978e-2 * t + 3.05326634961232344e-1) * t + 3.60344899949804439e-1) * t
        + 1.25781726111229246e-1) * t + 1.60837851487422766e-2) * t + 6.58749161529837803e-4
    let bottom =
      ((((t + 2.56852019228982242e0) * t + 1.87295284992346725e0) * t + 5.27905102951428412e-1) * t
        + 6.05183413124413191e-2) * t + 2.33520497626869185e-3
    return (0.56418958354775628695 - t * top / bottom) / x
  }
}
