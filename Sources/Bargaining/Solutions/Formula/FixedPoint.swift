/// Sums that are the same in any order: numbers are added up as whole multiples of 2^-36.
///
/// Each is cut off to the multiple below it in magnitude, 1.5e-11 at most, and to 64 in magnitude,
/// far beyond any utility that a scenario states; 2^20 of them fit.
package enum FixedPoint {
  /// How many may be added up.
  package static let mostTerms = 1 << 20
  private static let scale = 68_719_476_736.0
  private static let most = 64.0

  @inline(__always)
  static func units(_ x: Double) -> Int64 {
    // Written so that what is no number ends here.
    guard x > -most else { return Int64(-most * scale) }
    return Int64(x < most ? x * scale : most * scale)
  }

  /// The mean of so many terms, to nine decimals, which are right.
  static func mean(_ units: Int64, of terms: Int) -> Double {
    terms > 0 ? (Double(units) / Double(terms) / scale * 1e9).rounded() / 1e9 : 0
  }
}
