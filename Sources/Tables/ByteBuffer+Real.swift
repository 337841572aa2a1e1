extension ByteBuffer {
  /// A real number in a style.
  package mutating func append(real: Double, style: RealStyle) {
    switch style {
    case .shortest: append(real: real)
    case .fixed(let decimals): append(real: real, decimals: decimals)
    }
  }

  /// The shortest decimal that reads back as the same number.
  ///
  /// Always with a point or an exponent, so that a real never looks like an integer: `2.0`. Plain
  /// digits from 10⁻⁴ up to 2⁵⁴ (about 1.8·10¹⁶), an exponent outside: `1e-05`,
  /// `2e+16`. Every reader of C's notation takes both. Not a number and the infinities are `nan`,
  /// `inf`, `-inf`; the minus of a negative zero is kept. The digits are the standard library's
  /// (`Double.description`), which does not depend on the locale or the C library; numbers of
  /// everyday size are spelled without it, five times as fast.
  package mutating func append(real: Double) {
    guard let decimal = ShortestDecimal(real.magnitude) else { return append(text: real.description) }
    if real < 0 { append(byte: UInt8(ascii: "-")) }
    if real.magnitude < 1 {
      append(byte: UInt8(ascii: "0"))
      append(byte: UInt8(ascii: "."))
      append(digits: decimal.digits, width: decimal.decimals)
    } else {
      // Below 8, the whole part is one digit.
      let whole = UInt64(real.magnitude)
      append(digits: whole, width: 1)
      append(byte: UInt8(ascii: "."))
      append(digits: decimal.digits - whole * decimal.unit, width: decimal.decimals)
    }
  }

  /// A number with a fixed count of digits after the point.
  ///
  /// Correctly rounded: the decimal nearest to the binary value, on an exact tie the one with an
  /// even last digit, as C's `%.*f` does, but by integer arithmetic. A result that is all zeros has
  /// no minus sign. From 2⁶³ on, and for values that are not finite, as ``append(real:)``.
  ///
  /// - Parameters:
  ///   - real: any value.
  ///   - decimals: 0 to 15; beyond, clamped. With 0 no point is written.
  package mutating func append(real: Double, decimals: Int) {
    let magnitude = real.magnitude
    guard magnitude < 0x1p63 else { return append(real: real) }
    let decimals = min(max(decimals, 0), 15)
    let scale = ByteBuffer.powersOfTen[decimals]

    // Both parts are exact: below 2^53 the subtraction is, above there is no fraction.
    var whole = UInt64(magnitude)
    let fraction = magnitude - Double(whole)

    var scaled = ByteBuffer.round(fraction, times: scale, tieTo: whole)
    if scaled == UInt64(scale) {
      whole += 1
      scaled = 0
    }
    if real < 0, whole != 0 || scaled != 0 { append(byte: UInt8(ascii: "-")) }
    append(unsigned: whole)
    if decimals > 0 {
      append(byte: UInt8(ascii: "."))
      append(digits: scaled, width: decimals)
    }
  }

  /// The integer nearest to the exact product, ties to even.
  ///
  /// The rounded product can stand on the wrong side only where it lands on a half exactly; there
  /// the error of the multiplication, which a fused multiply-add yields exactly, decides.
  private static func round(_ fraction: Double, times scale: Double, tieTo whole: UInt64) -> UInt64 {
    let product = fraction * scale
    let floor = UInt64(product)
    let remainder = product - Double(floor)
    if remainder < 0.5 { return floor }
    if remainder > 0.5 { return floor + 1 }
    let error = (-product).addingProduct(fraction, scale)
    if error != 0 { return error > 0 ? floor + 1 : floor }
    // Without decimals the last digit is that of the whole part.
    let lastDigit = scale == 1 ? whole : floor
    return lastDigit.isMultiple(of: 2) ? floor : floor + 1
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
