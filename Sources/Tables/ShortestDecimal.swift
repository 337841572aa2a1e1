/// The shortest decimal that reads back as the same number, by integer arithmetic, for numbers of
/// everyday size.
///
/// A number x = m 2^-q is told from its neighbours by any decimal within half a unit in its last
/// place. With the bounds of that interval in units of 10^-n, n so many decimals that one of 17
/// digits always lies inside, the shortest is the one with most zeros at the end; of several that
/// which is nearest to x (Steele & White 1990, doi:10.1145/93542.93559).
struct ShortestDecimal {
  /// The number is `digits` times 10^-`decimals`, of which there is at least one.
  let digits: UInt64
  let decimals: Int
  /// 10^`decimals` where the number is 1 or more.
  let unit: UInt64

  /// Only where it is plain: 1e-4 <= x < 8, no power of two (whose interval is lopsided), no two
  /// decimals equally near; else `nil`.
  @inline(__always)
  init?(_ x: Double) {
    guard x >= 1e-4, x < 8, x.significandBitPattern != 0 else { return nil }
    let m = x.significandBitPattern | 1 << 52
    // x = m 2^-q
    let q = 1_075 - Int(truncatingIfNeeded: x.bitPattern >> 52)
    // For 17 digits from the first on that is not zero. 2 m 10^n is below 2^54 10^20 < 2^121.
    var decimals = x >= 1 ? 16 : x >= 0.1 ? 17 : x >= 0.01 ? 18 : x >= 0.001 ? 19 : 20
    let scale = Self.powersOfTen[decimals - 16]
    let shift = UInt128(q + 1)
    let middle = UInt128(2 * m) * scale
    let fraction = (UInt128(1) << shift) - 1
    // An even m owns the ends of its interval (round half to even), an odd one does not. No end is
    // an integer unless it has few digits.
    let (low, high) = (middle - scale, middle + scale)
    guard low & fraction != 0, high & fraction != 0 else { return nil }
    var least = UInt64(truncatingIfNeeded: low >> shift) + 1
    var most = UInt64(truncatingIfNeeded: high >> shift)
    let near = UInt64(truncatingIfNeeded: middle >> shift)
    let isExact = middle & fraction == 0
    // Cuts digits off as long as a decimal is left inside.
    var unit: UInt64 = 1
    while true {
      let (lower, upper) = ((least + 9) / 10, most / 10)
      guard lower <= upper else { break }
      (least, most) = (lower, upper)
      unit *= 10
      decimals -= 1
    }
    if least < most {
      // The nearest of a few; where the halves are equal, let others decide.
      let floor = near / unit
      let rest = near - floor * unit
      let half = unit / 2
      if unit == 1 {
        let remainder = middle & fraction
        let middleOf = UInt128(1) << (shift - 1)
        guard remainder != middleOf else { return nil }
        least = min(max(floor + (remainder > middleOf ? 1 : 0), least), most)
      } else {
        guard rest != half || !isExact else { return nil }
        least = min(max(floor + (rest >= half ? 1 : 0), least), most)
      }
    }
    // A whole number, whose point is to be written all the same.
    guard decimals > 0 else { return nil }
    digits = least
    self.decimals = decimals
    self.unit = x >= 1 ? 10_000_000_000_000_000 / unit : 1
  }

  private static let powersOfTen: [UInt128] = [
    10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
    100_000_000_000_000_000_000,
  ]
}
