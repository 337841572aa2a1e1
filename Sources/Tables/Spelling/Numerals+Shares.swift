extension Numerals {
  /// A share as a percentage: `31.2%`; not-a-number and infinity are an en dash.
  ///
  /// A share is a count of a total, and is rounded as that fraction is, half to even: 253 of 400
  /// runs are 63.25%, so `63.2%`. Which `Double` a program has come to for it (0.6325, 1 - 0.3675,
  /// a sum of parts) makes no difference: it is first rounded to 13 decimals. A fraction with a
  /// total below 10^9 that is no tie at one decimal of a percent (k/2,000) is at least 5·10^-13
  /// away from all ties, ten times what that rounding moves it; a tie has four decimals and is
  /// found again from any value within 5·10^-14.
  ///
  /// - Parameters:
  ///   - share: any value; 1 is 100%.
  ///   - places: decimals, 0 to 3. For p decimals, read 2·10^(p + 2) for 2,000 above.
  package static func percent(_ share: Double, places: Int = 1) -> String {
    share.isFinite ? figures(share, places) + "%" : figures(share, places)
  }

  /// A 95% interval of a share in percent: `30.3 to 32.1`.
  package static func interval(
    _ low: Double, _ high: Double, in words: IntervalWords = .english
  ) -> String {
    words.text(figures(low), figures(high))
  }

  /// Share and interval: `31.2% (30.3 to 32.1)`.
  package static func estimate(
    _ share: Double, _ low: Double, _ high: Double, in words: IntervalWords = .english
  ) -> String {
    words.text(percent(share), figures(low), figures(high))
  }

  /// A difference of two shares in percentage points, with its sign: `+2.0`.
  package static func points(_ difference: Double) -> String { withSign(figures(difference)) }

  /// The percentage points from one share to another, each as ``percent(_:places:)`` writes it: who
  /// subtracts what is printed gets what is printed.
  package static func points(from first: Double, to second: Double) -> String {
    guard let a = units(of: first, 1), let b = units(of: second, 1) else { return points(second - first) }
    return withSign(decimal(b - a, 1))
  }

  /// A share in percent without the sign: `31.2`.
  package static func figures(_ share: Double, _ places: Int = 1) -> String {
    units(of: share, places).map { decimal($0, places) } ?? fixed(100 * share, places)
  }

  /// A share in units of 10^-places percent; `nil` beyond 10^5.
  private static func units(of share: Double, _ places: Int) -> Int? {
    guard share.magnitude < 1e5 else { return nil }
    // Below 2^63; exact enough: the product errs by less than a unit for any share up to 100.
    let scaled = Int((share.magnitude * 1e13).rounded())
    var unit = 1
    for _ in 0..<(11 - places) { unit *= 10 }
    let (floor, rest) = scaled.quotientAndRemainder(dividingBy: unit)
    let isUp = 2 * rest > unit || 2 * rest == unit && !floor.isMultiple(of: 2)
    let units = isUp ? floor + 1 : floor
    return share < 0 ? -units : units
  }
}
