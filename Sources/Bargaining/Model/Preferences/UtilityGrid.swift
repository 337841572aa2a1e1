/// The grid on which partial utilities live, multiples of 2^-48, and the one tolerance with which
/// utilities are compared.
///
/// **The grid.** Sums of grid values below 32 in magnitude are exact in double precision, whatever
/// the order in which they are added. So a utility found through two halves of the issues is bit
/// for bit the one that a scan over all issues finds, and searches can be compared with brute force
/// for equality. The grid is 3.6e-15 wide, far below any number that a scenario could state.
///
/// **The tolerance.** Decimals are not exact in binary: 0.45 + 0.17 and 0.62 differ in the last
/// bit, and so do two outcomes that are worth the same by different sums. Two utilities, or a
/// utility and a reservation, count as equal when they are no further apart than ``tolerance``.
/// That holds wherever one is held against another: domination, feasibility, acceptance, solution
/// points.
///
/// **How wrong a utility can be.** With up to 32 issues a normalised weight times a value has a
/// relative error below 40 x 2^-53, so that all of them together, which come to at most 1, are
/// wrong by less than 4.5e-15. Rounding to the grid adds 2^-49 for each issue and each of up to 62
/// bonuses: 94 x 2^-49, or 1.7e-13. Beyond 32 in magnitude, which takes 32 bonuses of 1, each of
/// the last 31 additions may be wrong by another 2^-48, together 1.1e-13. So no utility is further
/// than 2.9e-13 from what exact arithmetic would give, nor, with a reservation as the scenario
/// states it, any surplus further than 3e-13; the bound that is relied on is ``error``, half the
/// tolerance. It is not met by numeric options that are large beside the range of their issue (x /
/// range above 100 costs 4.4e-16 x / range), nor by costs of delay added up over more than some
/// 4,000 rounds.
///
/// **What follows.** Any two utilities that are equal in exact arithmetic count as equal, and any
/// two that differ by more than 2e-12 as different. In between lies nothing that a scenario states:
/// with weights and values of three decimals utilities are multiples of 1e-6 / W, W the sum of the
/// weights. Where that holds, comparisons agree with exact fractions and are transitive.
///
/// **Why no coarser grid.** Comparing rounded utilities would be transitive for all numbers, but
/// each grid has boundaries, and a fraction that lies on one would fall to either side by its last
/// bit: a grid 100 times as wide as the error would tell one in a hundred pairs of equals apart. A
/// tolerance tells none apart. It is not transitive for numbers drawn from a continuum; there, the
/// chance that two utilities lie within it is about 1e-12, and either answer is right to 1e-12.
package enum UtilityGrid {
  /// In utility. Sums and products of several utilities are compared with it once for each.
  package static let tolerance = 1e-12

  /// No surplus is further from its exact value.
  static let error = tolerance / 2

  /// The multiple of 2^-48 nearest to `x`, for |x| < 8: adding 24 leaves a number in [16, 32),
  /// whose spacing is 2^-48, so the addition itself does the rounding.
  @inline(__always)
  static func nearest(_ x: Double) -> Double {
    (x + 24) - 24
  }

  /// The same of two numbers at once. Beyond 8 in magnitude the grid is the wider, the farther.
  @inline(__always)
  static func nearest(_ x: SIMD2<Double>) -> SIMD2<Double> {
    (x + SIMD2(repeating: 24)) - SIMD2(repeating: 24)
  }

  /// Whether one utility is worth at least another.
  @inline(__always)
  static func reaches(_ utility: Double, _ other: Double) -> Bool { utility >= other - tolerance }

  /// Whether one utility is worth more than another.
  @inline(__always)
  static func exceeds(_ utility: Double, _ other: Double) -> Bool { utility > other + tolerance }
}
