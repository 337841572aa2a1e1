extension Elementary {
  /// Natural logarithm.
  ///
  /// - Parameter x: Any double. Zero of either sign gives `-infinity`, a negative number or NaN
  ///   gives NaN, `+infinity` gives itself. Subnormal numbers are as accurate as others.
  /// - Returns: log x, within 0.501 ulp, which is to say almost always correctly rounded.
  package static func log(_ x: Double) -> Double {
    let bits = x.bitPattern
    if bits &- 0x0010_0000_0000_0000 < 0x7FE0_0000_0000_0000 {
      return logarithm(bits, exponent: 0).head
    }
    if x == 0 { return -.infinity }
    if x.isNaN || x < 0 { return .nan }
    if x == .infinity { return x }
    return logarithm((x * 0x1p52).bitPattern, exponent: -52).head
  }

  /// log(1 + x), accurate also where 1 + x would lose x.
  ///
  /// The correction by the rounding of 1 + x is Kahan's (Higham 2002, *Accuracy and Stability of
  /// Numerical Algorithms*, section 1.14.1, doi:10.1137/1.9780898718027).
  ///
  /// - Parameter x: -1 gives `-infinity`, less gives NaN.
  /// - Returns: log(1 + x), within 3 ulp.
  package static func log1p(_ x: Double) -> Double {
    let sum = 1 + x
    if sum == 1 || sum == .infinity { return x }
    if sum <= 0 || sum.isNaN { return log(sum) }
    return log(sum) * (x / (sum - 1))
  }

  /// log of a positive normal number times 2^`exponent`, as an unevaluated sum `head + tail` with a
  /// relative error below 2^-66.
  ///
  /// With the number 2^k z, z near 1, and a short tabulated reciprocal c of z (Tang 1990,
  /// doi:10.1145/98267.98294): log = k log 2 - log c + log(1 + r), r = z c - 1. The table keeps c
  /// so short that r is exact in a double. log(1 + r) is its Taylor series; the terms in r and r^2
  /// are summed without rounding error, the rest is too small to need it.
  @inline(__always)
  static func logarithm(_ bits: UInt64, exponent: Double) -> (head: Double, tail: Double) {
    let offset = bits &- logarithmOffset
    let index = 3 &* Int(truncatingIfNeeded: (offset &>> 45) & 127)
    let inverse = logarithmTable[index]
    let k = Double(Int64(bitPattern: offset) &>> 52) + exponent
    let z = Double(bitPattern: bits &- (offset & 0xFFF0_0000_0000_0000))
    let zHead = z.leadingHalf
    let r = (zHead * inverse - 1) + (z - zHead) * inverse

    let base = k * 0x1.62e42fefa38p-1 + logarithmTable[index &+ 1]
    let baseTail = k * 0x1.ef35793c7673p-45 + logarithmTable[index &+ 2]
    let linear = base + r
    let linearTail = (base - linear) + r
    let rHead = r.leadingHalf
    let square = -0.5 * rHead * rHead
    let squared = linear + square
    let squaredTail = ((linear - squared) + square) - 0.5 * (r - rHead) * (rHead + r)

    let r2 = r * r
    let r4 = r2 * r2
    let low = (1 / 3.0 - 0.25 * r) + r2 * (0.2 - 1 / 6.0 * r)
    let high = (1 / 7.0 - 0.125 * r) + r2 * (1 / 9.0 - 0.1 * r)
    let rest = r * r2 * (low + r4 * high)

    let tail = ((baseTail + linearTail) + squaredTail) + rest
    let head = squared + tail
    return (head, (squared - head) + tail)
  }
}
