/// Numbers as people read them, on the screen, on a page and in a picture: no locale, the same
/// bytes on every machine.
///
/// What is measured (a mean, a utility, a number of seconds) is rounded from the exact value of its
/// `Double`, half to even, as C's `printf` does. What is counted is rounded from the fraction that
/// it is; see ``percent(_:places:)``.
package enum Numerals {
  /// `x` with so many decimals (0 to 15); never `-0`. Not-a-number and infinity are an en dash.
  package static func fixed(_ x: Double, _ places: Int = 3) -> String {
    guard x.isFinite else { return "–" }
    var buffer = ByteBuffer(capacity: 64)
    buffer.append(real: x, decimals: places)
    return buffer.string
  }

  /// The same without zeros at the end, nor a point without decimals: `0.5`, `12`.
  package static func trimmed(_ x: Double, _ places: Int) -> String {
    var text = fixed(x, places)
    guard text.contains("."), !text.contains("e") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// `x` for running text: three decimals, or two significant digits where that would be too
  /// coarse; no trailing zeros.
  package static func brief(_ x: Double) -> String { trimmed(x, max(3, places(of: x, digits: 2))) }

  /// An amount of anything: whole and with separators from 100 on, else ``brief(_:)``: `4,800,000`,
  /// `12.5`.
  package static func amount(_ x: Double) -> String {
    guard x.magnitude >= 100, x.magnitude < 1e15 else { return brief(x) }
    let whole = Int(x.magnitude.rounded(.toNearestOrEven))
    return (x < 0 ? "-" : "") + count(whole)
  }

  /// The same with a plus where something is left of an amount above zero.
  package static func signedAmount(_ x: Double) -> String {
    let text = amount(x)
    return x > 0 && text != "0" ? "+" + text : text
  }

  /// Decimals that show so many significant digits of a number, at most `digits` + 9; of one that
  /// is 1 or more, `digits` - 1.
  package static func places(of x: Double, digits: Int) -> Int {
    var places = digits - 1
    var size = x.magnitude
    while size > 0, size < 1, places < digits + 9 {
      size *= 10
      places += 1
    }
    return places
  }

  /// The fewest digits that read back as `x`, without a point where it is whole: `0.95`, `500`.
  package static func shortest(_ x: Double) -> String {
    let written = x == 0 ? "0" : x.description
    return written.hasSuffix(".0") ? String(written.dropLast(2)) : written
  }

  /// The same as ``fixed(_:_:)``, with a plus where something is left of a number above zero.
  package static func signed(_ x: Double, _ places: Int = 3) -> String { withSign(fixed(x, places)) }

  /// From one number to another, each as ``fixed(_:_:)`` writes it: who subtracts what is printed
  /// gets what is printed.
  package static func change(from first: Double, to second: Double, _ places: Int = 3) -> String {
    let ends = [first, second].map { Int(fixed($0, places).filter { $0 != "." }) }
    guard let a = ends[0], let b = ends[1] else { return signed(second - first, places) }
    return withSign(decimal(b - a, places))
  }

  /// A whole number of 10^-places.
  static func decimal(_ units: Int, _ places: Int) -> String {
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let point = places > 0 ? "." : ""
    return (units < 0 ? "-" : "") + padded.dropLast(places) + point + padded.suffix(places)
  }

  package static func withSign(_ text: String) -> String {
    text.hasPrefix("-") || !text.contains { ("1"..."9").contains($0) } ? text : "+" + text
  }
}
