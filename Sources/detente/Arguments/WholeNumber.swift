/// Whole numbers as people type them.
enum WholeNumber {
  /// The number that is meant by `1000000`, `1_000_000` or `1e6`; `nil` when the text is none of
  /// these or the number needs more than 64 bits.
  static func parse(_ text: String) -> UInt64? {
    let parts = text.split(separator: "e", maxSplits: 1, omittingEmptySubsequences: false)
    guard let mantissa = parts.first.flatMap({ digits(String($0)) }) else { return nil }
    guard parts.count == 2 else { return mantissa }
    guard let exponent = digits(String(parts[1])), exponent <= 19 else { return nil }
    return (0..<exponent).reduce(UInt64?(mantissa)) { product, _ in
      product.flatMap { value in
        let (result, overflow) = value.multipliedReportingOverflow(by: 10)
        return overflow ? nil : result
      }
    }
  }

  private static func digits(_ text: String) -> UInt64? {
    guard let first = text.utf8.first, let last = text.utf8.last, isDigit(first), isDigit(last),
      text.utf8.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: "_") })
    else { return nil }
    return UInt64(text.filter { $0 != "_" })
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
