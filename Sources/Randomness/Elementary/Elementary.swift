/// Elementary functions that return the same bits on every machine.
///
/// The C library chooses between variants of `exp`, `log` and `pow` by processor (with or without
/// fused multiply-add), and different libraries round differently, so a table computed with them
/// depends on where it was computed. Everything here uses only `+ - * /`, square root and integer
/// operations of IEEE 754 binary64, each correctly rounded by the standard, and never a fused
/// operation: the result is a function of the arguments alone.
///
/// Errors are given in units in the last place (ulp) of the result, measured against references of
/// at least 150 bits at 120,000 random arguments each; `Tests/Fixtures/elementary.csv` holds a few
/// thousand of them.
///
/// | function | largest error measured |
/// |---|---|
/// | ``exp(_:)`` | 0.506 ulp |
/// | ``log(_:)`` | 0.500 ulp |
/// | ``pow(_:_:)`` | 0.514 ulp |
/// | ``expm1(_:)``, ``log1p(_:)`` | 2.3 ulp |
/// | ``normalCDF(_:)`` | 1e-14, relative |
/// | ``normalQuantile(_:)`` | 1e-15, relative |
package enum Elementary {}

extension Double {
  /// The leading 26 significant bits, so that a product of two such values is exact (after Veltkamp
  /// 1968 and Dekker 1971, doi:10.1007/BF01397083, by masking instead of by rounding).
  @inline(__always)
  var leadingHalf: Double {
    Double(bitPattern: bitPattern & 0xFFFF_FFFF_F800_0000)
  }
}
