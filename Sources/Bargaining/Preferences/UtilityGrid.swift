/// The grid on which partial utilities live: multiples of 2^-48.
///
/// Sums of grid values below 32 in magnitude are exact in double precision, whatever the order in which they are
/// added. So a utility found through two halves of the issues is bit for bit the one that a scan over all issues
/// finds, and searches can be compared with brute force for equality. The grid is 3.6e-15 wide, far below any
/// number that a scenario could state.
enum UtilityGrid {
  /// Half of the gap that is tolerated where a utility is held against a reservation: decimals such as
  /// 0.45 + 0.17 and 0.62 are not exact in binary, and a surplus of exactly zero must count as zero.
  static let tolerance = 1e-12

  /// The multiple of 2^-48 nearest to `x`, for |x| < 8: adding 24 leaves a number in [16, 32), whose spacing is
  /// 2^-48, so the addition itself does the rounding.
  @inline(__always)
  static func nearest(_ x: Double) -> Double {
    (x + 24) - 24
  }
}
