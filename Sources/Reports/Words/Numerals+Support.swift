import Tables

/// Rounding to what an interval or an error supports: two digits of half its width, or of it.
extension Numerals {
  /// Half the width of an interval; `nil` where there is none, or it has no width.
  static func half(from low: Double?, to high: Double?) -> Double? {
    guard let low, let high, high > low else { return nil }
    return (high - low) / 2
  }

  /// An amount to two digits of its error: `697,300` of 697,330 at an error of 3,578;
  /// ``amount(_:)`` where there is no error.
  static func amount(_ amount: Double, within error: Double?) -> String {
    guard let error, error > 0, error.isFinite, amount.magnitude < 1e15 else {
      return Numerals.amount(amount)
    }
    guard error >= 10 else {
      return amount.magnitude >= 1000
        ? Numerals.amount(amount) : fixed(amount, min(places(of: error, digits: 2), 6))
    }
    var step = 1.0
    while error / step >= 100 { step *= 10 }
    let whole = Int((amount / step).rounded(.toNearestOrEven) * step)
    return (whole < 0 ? "-" : "") + count(Int(whole.magnitude))
  }

  /// A number to so many significant digits: 4,400 of 4,397.8.
  static func significant(_ x: Double, _ digits: Int) -> Double {
    guard x != 0, x.isFinite else { return x }
    var (up, down, most) = (1.0, 1.0, 1.0)
    for _ in 0..<digits { most *= 10 }
    while x.magnitude / down >= most { down *= 10 }
    while x.magnitude * up < most / 10 { up *= 10 }
    return (x / down * up).rounded() * down / up
  }
}
