import Tables

/// Rounding to what an interval supports: two digits of half its width.
extension Numerals {
  /// How many decimals that is; `nil` where there is no interval, or it has no width.
  static func places(from low: Double?, to high: Double?) -> Int? {
    guard let low, let high, high > low else { return nil }
    let half = (high - low) / 2
    return half >= 10 ? 0 : min(places(of: half, digits: 2), 6)
  }

  /// An amount with so many decimals, whole ones with separators; ``amount(_:)`` where that is not
  /// known.
  static func rounded(_ amount: Double, _ places: Int?) -> String {
    switch places {
    case nil: Numerals.amount(amount)
    case 0?: count(amount)
    case let places?: fixed(amount, places)
    }
  }
}
