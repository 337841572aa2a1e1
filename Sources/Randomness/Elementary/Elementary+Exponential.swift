extension Elementary {
  /// e to the power x.
  ///
  /// - Parameter x: Any double. Above 709.78 the result is `+infinity`, below -745.13 it is 0, NaN
  ///   gives NaN.
  /// - Returns: exp x, within 0.51 ulp (0.76 ulp where the result is subnormal).
  package static func exp(_ x: Double) -> Double {
    if x.magnitude < 700 { return exponential(x, tail: 0) }
    return x.isNaN ? x : exponentialAtEdge(x, tail: 0)
  }

  /// exp(x) - 1, accurate also for small x.
  ///
  /// The correction by the logarithm of the rounded exponential is Kahan's (Higham 2002, *Accuracy
  /// and Stability of Numerical Algorithms*, section 1.14.1, doi:10.1137/1.9780898718027).
  ///
  /// - Returns: exp(x) - 1, within 3 ulp.
  package static func expm1(_ x: Double) -> Double {
    let power = exp(x)
    if power == 1 { return x }
    let difference = power - 1
    if difference == -1 || difference == .infinity || difference.isNaN { return difference }
    return difference * (x / log(power))
  }

  /// exp(head + tail) for |head| < 700: beyond, the product of scale and rest, a thousandth of the
  /// result, could lose digits by underflow.
  @inline(__always)
  static func exponential(_ head: Double, tail: Double) -> Double {
    let (scale, rest, k) = exponentialParts(head, tail: tail)
    let scaled = Double(bitPattern: scale.bitPattern &+ UInt64(bitPattern: k &<< 52))
    return scaled + scaled * rest
  }

  /// exp(head + tail) for any `head` that is not NaN: overflow gives infinity, underflow passes
  /// through the subnormal numbers to 0.
  @inline(never)
  static func exponentialAtEdge(_ head: Double, tail: Double) -> Double {
    if head >= 710 { return .infinity }
    if head <= -746 { return 0 }
    let (scale, rest, k) = exponentialParts(head, tail: tail)
    let near = scale + scale * rest
    let half = k / 2
    return near * Double(sign: .plus, exponent: Int(half), significand: 1)
      * Double(sign: .plus, exponent: Int(k - half), significand: 1)
  }

  /// Splits exp(head + tail) into 2^k `scale` (1 + `rest`) with |rest| < 2^-8.
  ///
  /// head = (128 k + j) log 2 / 128 + r, `scale` = 2^(j/128) from a table (Tang 1989,
  /// doi:10.1145/63522.214389), `rest` the Taylor series of exp(r) - 1 plus what the tabulated
  /// scale was rounded by.
  @inline(__always)
  static func exponentialParts(
    _ head: Double, tail: Double
  ) -> (scale: Double, rest: Double, k: Int64) {
    // Adding 1.5 * 2^52 rounds to the nearest integer, which then stands in the low bits of the
    // sum.
    let shifted = head * 0x1.71547652b82fep+7 + 0x1.8p52
    let steps = Int64(bitPattern: shifted.bitPattern &- (0x1.8p52).bitPattern)
    let whole = shifted - 0x1.8p52
    let r = ((head - whole * 0x1.62e42fefap-8) - whole * 0x1.cf79abc9e3b3ap-47) + tail
    let index = 2 &* Int(truncatingIfNeeded: steps & 127)
    let r2 = r * r
    let series = r2 * (0.5 + r * (1 / 6.0)) + r2 * r2 * (1 / 24.0 + r * (1 / 120.0))
    return (exponentialTable[index], exponentialTable[index &+ 1] + r + series, steps &>> 7)
  }
}
