/// A number as it stands in a field: its value, and whether `ByteBuffer.append(real:)` spells it in
/// just these bytes. Much faster than the standard library, and `nil` where that has to be asked.
struct SpeltReal {
  let value: Double
  /// The bytes are the shortest decimal that reads back as the same number.
  let isShortest: Bool

  /// - Parameters:
  ///   - start: of a number by `NumberLexeme`, integer or real; eight bytes after its end can be
  ///     read.
  ///   - count: its bytes.
  @inline(__always)
  init?(_ start: UnsafePointer<UInt8>, _ count: Int) {
    guard let decimal = PlainDecimal(start, count) else { return nil }
    let digits = decimal.digits
    let power = SpeltReal.powersOfTen[decimal.decimals]
    if digits < 1 << 53 {
      // Both are exact, so that the quotient is correctly rounded (Clinger 1990,
      // doi:10.1145/93542.93557).
      let magnitude = Double(digits) / power
      value = decimal.isNegative ? -magnitude : magnitude
      // No two decimals of up to 15 digits are the same number, so that the one without zeros at
      // its end is the shortest.
      isShortest =
        digits < 1_000_000_000_000_000
        ? decimal.decimals > 0 && (decimal.decimals == 1 || !digits.isMultiple(of: 10))
          && (digits == 0 || magnitude >= 1e-4)
        : decimal.isShortest(of: magnitude)
      return
    }
    guard digits < 100_000_000_000_000_000, decimal.decimals > 0 else { return nil }
    // A number close by. It is the one meant where its shortest decimal is this one.
    let rounded = Double(digits)
    let quotient = rounded / power
    let missing = rounded.addingProduct(-quotient, power) + Double(Int64(digits) - Int64(rounded))
    let near = quotient + missing / power
    let magnitude: Double
    if decimal.isShortest(of: near) {
      magnitude = near
    } else if decimal.isShortest(of: near.nextUp) {
      magnitude = near.nextUp
    } else if decimal.isShortest(of: near.nextDown) {
      magnitude = near.nextDown
    } else {
      return nil
    }
    value = decimal.isNegative ? -magnitude : magnitude
    isShortest = true
  }

  /// Those that a `Double` holds exactly.
  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
  ]
}

/// A decimal without an exponent: `digits` times 10^-`decimals`.
private struct PlainDecimal {
  let isNegative: Bool
  let digits: UInt64
  /// At most 22.
  let decimals: Int

  /// `nil` for exponents, for what is not finite, and beyond 19 digits after zeros in front.
  @inline(__always)
  init?(_ start: UnsafePointer<UInt8>, _ count: Int) {
    var rest = start
    let end = start + count
    isNegative = count > 0 && rest.pointee == UInt8(ascii: "-")
    if isNegative { rest += 1 }
    var digits: UInt64 = 0
    var significant = 0
    while rest < end, rest.pointee &- UInt8(ascii: "0") < 10 {
      digits = digits &* 10 &+ UInt64(rest.pointee &- UInt8(ascii: "0"))
      if digits > 0 { significant += 1 }
      rest += 1
    }
    guard significant <= 19 else { return nil }
    guard rest < end else {
      self.digits = digits
      decimals = 0
      return
    }
    guard rest.pointee == UInt8(ascii: ".") else { return nil }
    rest += 1
    decimals = end - rest
    guard decimals <= 22 else { return nil }
    if digits == 0 { while rest < end, rest.pointee == UInt8(ascii: "0") { rest += 1 } }
    guard significant + (end - rest) <= 19 else { return nil }
    while end - rest >= 8 {
      let word = Octet.load(rest)
      guard Octet.areDigits(word) else { return nil }
      digits = digits &* 100_000_000 &+ Octet.number(word)
      rest += 8
    }
    while rest < end {
      let digit = rest.pointee &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      digits = digits &* 10 &+ UInt64(digit)
      rest += 1
    }
    self.digits = digits
  }

  @inline(__always)
  func isShortest(of number: Double) -> Bool {
    guard let shortest = ShortestDecimal(number) else { return false }
    return shortest.digits == digits && shortest.decimals == decimals
  }
}
