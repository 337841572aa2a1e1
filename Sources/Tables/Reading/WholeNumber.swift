/// Whole numbers as people type them.
package enum WholeNumber {
  /// Letters that stand for thousands, millions and thousand millions.
  private static let letters: [Character: Int] = ["k": 3, "K": 3, "M": 6, "G": 9]

  /// The number that is meant by `1000000`, `1_000_000`, `1e6`, `10k` or `1.5M`; `nil` when the
  /// text is none of these, the number is not whole, or it needs more than 64 bits.
  package static func parse(_ text: String) -> UInt64? {
    var rest = text[...]
    var exponent = 0
    if let letter = rest.last, let places = letters[letter] {
      exponent = places
      rest = rest.dropLast()
    } else if let letter = rest.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      guard let places = digits(rest[rest.index(after: letter)...]), places <= 19 else { return nil }
      exponent = Int(places)
      rest = rest[..<letter]
    }
    let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first.flatMap({ digits($0) }) else { return nil }
    guard parts.count == 2 else { return scaled(whole, exponent) }
    // Decimals make sense only where something is left to multiply by.
    var decimals = parts[1]
    guard exponent > 0, digits(decimals) != nil else { return nil }
    while decimals.last == "0" { decimals = decimals.dropLast() }
    let places = decimals.filter { $0 != "_" }.count
    guard places > 0 else { return scaled(whole, exponent) }
    guard places <= exponent, let head = scaled(whole, exponent),
      let tail = digits(decimals).flatMap({ scaled($0, exponent - places) })
    else { return nil }
    let (sum, overflow) = head.addingReportingOverflow(tail)
    return overflow ? nil : sum
  }

  private static func scaled(_ number: UInt64, _ exponent: Int) -> UInt64? {
    (0..<exponent).reduce(UInt64?(number)) { product, _ in
      product.flatMap { value in
        let (result, overflow) = value.multipliedReportingOverflow(by: 10)
        return overflow ? nil : result
      }
    }
  }

  private static func digits(_ text: Substring) -> UInt64? {
    guard let first = text.utf8.first, let last = text.utf8.last, isDigit(first), isDigit(last),
      text.utf8.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: "_") })
    else { return nil }
    return UInt64(text.filter { $0 != "_" })
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
