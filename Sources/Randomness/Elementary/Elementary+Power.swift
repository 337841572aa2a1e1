extension Elementary {
  /// x to the power y, as IEEE 754 defines `pow`.
  ///
  /// Computed as exp(y log x) with log x carried to 66 bits, because an error of log x is
  /// multiplied by up to 709.
  ///
  /// Edge cases: `pow(x, 0)` and `pow(1, y)` are 1, even for NaN; `pow(0, y)` is 0 for y > 0 and
  /// `+infinity` for y < 0; infinite x or y give the limit; a negative x is a number only for
  /// integer y, and keeps its sign for odd y; otherwise NaN in, NaN out.
  ///
  /// - Parameters:
  ///   - x: The base.
  ///   - y: The exponent.
  /// - Returns: x^y, within 0.52 ulp (0.77 ulp where the result is subnormal).
  package static func pow(_ x: Double, _ y: Double) -> Double {
    let bits = x.bitPattern
    if bits &- 0x0010_0000_0000_0000 < 0x7FE0_0000_0000_0000 && y.magnitude < .infinity {
      return positivePower(bits, exponent: 0, y)
    }
    return powerAtEdge(x, y)
  }

  /// The product y log x as head and tail, and its exponential. `bits` are those of a positive
  /// normal number.
  @inline(__always)
  static func positivePower(_ bits: UInt64, exponent: Double, _ y: Double) -> Double {
    let (head, tail) = logarithm(bits, exponent: exponent)
    return power(ofLogarithm: head, tail, y)
  }

  /// The same from the logarithm of x as head and tail.
  @inline(__always)
  static func power(ofLogarithm logHead: Double, _ logTail: Double, _ y: Double) -> Double {
    let yHead = y.leadingHalf
    let logLead = logHead.leadingHalf
    let head = yHead * logLead
    let tail = (y - yHead) * logLead + y * ((logHead - logLead) + logTail)
    if head.magnitude < 700 {
      return exponential(head, tail: tail)
    }
    // Here y may be so large that the tail overflows; its size no longer matters then.
    return exponentialAtEdge(head, tail: tail.isFinite ? tail : 0)
  }

  @inline(never)
  static func powerAtEdge(_ x: Double, _ y: Double) -> Double {
    if y == 0 || x == 1 { return 1 }
    if x.isNaN || y.isNaN { return .nan }
    if y.isInfinite {
      let size = x.magnitude
      if size == 1 { return 1 }
      return (size > 1) == (y > 0) ? .infinity : 0
    }
    // From 2^53 on every double is an even integer.
    let isInteger = y.magnitude >= 0x1p53 || Double(Int64(y)) == y
    let isOdd = isInteger && y.magnitude < 0x1p53 && Int64(y) & 1 == 1
    let negative = x.sign == .minus && isOdd
    let magnitude: Double
    if x == 0 || x.isInfinite {
      magnitude = (x == 0) == (y > 0) ? 0 : .infinity
    } else {
      if x < 0 && !isInteger { return .nan }
      let size = x.magnitude
      magnitude =
        size.isNormal
        ? positivePower(size.bitPattern, exponent: 0, y)
        : positivePower((size * 0x1p52).bitPattern, exponent: -52, y)
    }
    return negative ? -magnitude : magnitude
  }
}
