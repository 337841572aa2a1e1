/// Decides from its bytes whether a field is a number, and of which kind.
///
/// Only what the writer itself produces counts, so that reading and writing again changes nothing
/// but the style of reals: no leading zeros, no plus sign, no blanks. `007` and `1 000` are texts.
enum NumberLexeme {
  /// The narrowest kind that holds a non-empty field.
  ///
  /// An integer too large for `Int` is a text: as a real it would lose digits, and it is more
  /// likely a name (a seed, a key) than a quantity.
  static func kind(of field: UnsafeBufferPointer<UInt8>) -> ColumnKind {
    var index = 0
    func peek() -> UInt8 { index < field.count ? field[index] : 0 }
    func skipDigits() -> Int {
      let start = index
      while 0x30...0x39 ~= peek() { index += 1 }
      return index - start
    }

    let isNegative = peek() == UInt8(ascii: "-")
    if isNegative { index += 1 }
    if isSpecial(field, from: index) { return .real }
    let startsWithZero = peek() == UInt8(ascii: "0")
    let wholeDigits = skipDigits()
    guard wholeDigits > 0, wholeDigits == 1 || !startsWithZero else { return .text }
    if index == field.count {
      if isNegative && startsWithZero { return .text }
      return integer(field) == nil ? .text : .integer
    }
    if peek() == UInt8(ascii: ".") {
      index += 1
      guard skipDigits() > 0 else { return .text }
    }
    if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
      index += 1
      if peek() == UInt8(ascii: "-") || peek() == UInt8(ascii: "+") { index += 1 }
      guard skipDigits() > 0 else { return .text }
    }
    return index == field.count ? .real : .text
  }

  static func integer(_ field: UnsafeBufferPointer<UInt8>) -> Int? {
    if field.count <= 18, field.allSatisfy({ 0x30...0x39 ~= $0 }) {
      return field.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    return Int(String(decoding: field, as: UTF8.self))
  }

  /// Correctly rounded, by the standard library.
  static func real(_ field: UnsafeBufferPointer<UInt8>) -> Double? {
    Double(String(decoding: field, as: UTF8.self))
  }

  /// `nan`, `inf`, and after a minus `inf` alone.
  private static func isSpecial(_ field: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    guard field.count - start == 3 else { return false }
    let word = field[start...]
    return word.elementsEqual("inf".utf8) || (start == 0 && word.elementsEqual("nan".utf8))
  }
}
