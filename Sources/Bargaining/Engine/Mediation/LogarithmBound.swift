/// A cheap upper bound of the natural logarithm, for candidates that need no more to be ruled out.
package enum LogarithmBound {
  /// No less than ln y and no more than 2e-4 above it, for positive normal y.
  ///
  /// ln(2^k m) = k ln 2 + ln m with m in [1, 2), of which the polynomial of degree 4 through the
  /// Chebyshev points is within 8e-5; the constant term is raised by that.
  @inline(__always)
  package static func above(_ y: Double) -> Double {
    let bits = y.bitPattern
    let exponent = Double(Int64(bitPattern: bits &>> 52) &- 1_023)
    let t = Double(bitPattern: bits & 0x000F_FFFF_FFFF_FFFF | 0x3FF0_0000_0000_0000) - 1
    let t2 = t * t
    let low = 1.55e-4 + 0.995965783 * t
    let high = -0.465020437 + 0.216448708 * t - 0.0543709336 * t2
    return exponent * 0.6931471805599453 + (low + high * t2)
  }

  /// The same bits for two numbers at once, at the price of one.
  @inline(__always)
  package static func above(_ y: SIMD2<Double>) -> SIMD2<Double> {
    let bits = unsafeBitCast(y, to: SIMD2<UInt64>.self)
    // Bits of 2^52 plus the exponent, which saves a conversion of integers.
    let shifted = bits &>> 52 | SIMD2(repeating: 0x4330_0000_0000_0000)
    let exponent = unsafeBitCast(shifted, to: SIMD2<Double>.self) - SIMD2(repeating: 0x1p52 + 1_023)
    let mantissa =
      bits & SIMD2(repeating: 0x000F_FFFF_FFFF_FFFF) | SIMD2(repeating: 0x3FF0_0000_0000_0000)
    let t = unsafeBitCast(mantissa, to: SIMD2<Double>.self) - SIMD2(repeating: 1)
    let t2 = t * t
    let low = 1.55e-4 + 0.995965783 * t
    let high = -0.465020437 + 0.216448708 * t - 0.0543709336 * t2
    return exponent * 0.6931471805599453 + (low + high * t2)
  }
}
