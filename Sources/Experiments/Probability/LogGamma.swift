import Randomness

/// The natural logarithm of the gamma function, the same bits on every machine.
package enum LogGamma {
  /// log Γ(x) for x > 0, to about 1e-15 of the larger of 1 and itself.
  ///
  /// Stirling's series (Abramowitz and Stegun 1964, 6.1.41), whose first term left out is below
  /// 3e-17 from 10 on; smaller arguments are carried there by Γ(x + 1) = x Γ(x).
  package static func value(_ x: Double) -> Double {
    precondition(x > 0, "the gamma function is wanted at positive numbers only")
    var (shifted, product) = (x, 1.0)
    while shifted < 10 {
      product *= shifted
      shifted += 1
    }
    let inverse = 1 / shifted
    let square = inverse * inverse
    let series =
      1 / 12.0
      - square
      * (1 / 360.0
        - square
        * (1 / 1260.0
          - square
          * (1 / 1680.0 - square * (1 / 1188.0 - square * (691 / 360_360.0 - square * (1 / 156.0))))))
    let stirling =
      (shifted - 0.5) * Elementary.log(shifted) - shifted + halfLogTwoPi + inverse * series
    return product == 1 ? stirling : stirling - Elementary.log(product)
  }

  /// log(2π)/2.
  private static let halfLogTwoPi = 0.91893853320467274178
}
