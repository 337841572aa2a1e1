import Tables

extension JSONParser {
  /// Reads a text in double or single quotes; `nil` after reporting what is wrong with it.
  mutating func string() -> String? {
    let start = at
    let quote = bytes[at]
    at += 1
    let plain = at
    while at < bytes.count, bytes[at] != quote, bytes[at] != UInt8(ascii: "\\"), !isControl(bytes[at]) {
      at += 1
    }
    if at < bytes.count, bytes[at] == quote {
      at += 1
      return String(decoding: bytes[plain..<at - 1], as: UTF8.self)
    }
    return escapedString(from: start, quote, Array(bytes[plain..<at]))
  }

  /// The general case: goes on after a beginning that needs no translation.
  private mutating func escapedString(from start: Int, _ quote: UInt8, _ beginning: [UInt8]) -> String? {
    var text = beginning
    var isFaulty = false
    while at < bytes.count {
      let byte = bytes[at]
      if byte == quote {
        at += 1
        return isFaulty ? nil : String(decoding: text, as: UTF8.self)
      }
      if byte == 0x0A || byte == 0x0D { break }
      if byte == UInt8(ascii: "\\") {
        if let scalar = escape() {
          if let scalar { text.append(contentsOf: Array(String(Character(scalar)).utf8)) }
        } else {
          isFaulty = true
        }
      } else {
        if isControl(byte) {
          let digits = String(byte, radix: 16, uppercase: true)
          fault(
            at, "unexpected \(character(at: at)) in a text",
            hint: "write it as \\u\(String(repeating: "0", count: 4 - digits.count))\(digits)")
          isFaulty = true
        }
        text.append(byte)
        at += 1
      }
    }
    // Brackets that were swallowed are missing from here on.
    if bytes[start..<at].contains(where: { "{}[]".utf8.contains($0) }) { structureLost = true }
    fault(start, "this text is never closed", hint: "expected \(character(at: start)) on the same line")
    return nil
  }

  /// Control characters, a tab excepted, do not stand in a text as they are.
  private func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x09 }

  /// Reads what follows a backslash.
  ///
  /// - Returns: the character meant; an inner `nil` where a backslash continues the line and
  ///   nothing is meant; an outer `nil` after reporting a fault.
  private mutating func escape() -> Unicode.Scalar?? {
    let start = at
    at += 1
    guard at < bytes.count else { return .some(nil) }
    let byte = bytes[at]
    switch byte {
    case UInt8(ascii: "n"): return simple("\n")
    case UInt8(ascii: "t"): return simple("\t")
    case UInt8(ascii: "r"): return simple("\r")
    case UInt8(ascii: "b"): return simple("\u{08}")
    case UInt8(ascii: "f"): return simple("\u{0C}")
    case UInt8(ascii: "v"): return simple("\u{0B}")
    case UInt8(ascii: "u"): return unicodeEscape(start)
    case UInt8(ascii: "x"):
      at += 1
      guard let value = hexadecimal(digits: 2) else {
        return wrong(start, "\\x needs two hexadecimal digits")
      }
      return Unicode.Scalar(value)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      at += 1
      let next = at < bytes.count ? bytes[at] : 0
      if byte == UInt8(ascii: "0"), !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) {
        return "\u{0}"
      }
      return wrong(start, "a backslash before a digit means nothing")
    case 0x0D:
      at += at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1
      return .some(nil)
    case 0x0A:
      at += 1
      return .some(nil)
    case 0..<0x20:
      return wrong(start, "a backslash before \(character(at: at)) means nothing")
    default:
      // JSON5: any other character stands for itself.
      let scalar = scalar(at: at)
      at += UTF8.width(scalar)
      return scalar
    }
  }

  private mutating func simple(_ scalar: Unicode.Scalar) -> Unicode.Scalar?? {
    at += 1
    return scalar
  }

  /// Four digits, or twice four for a character beyond U+FFFF written as a surrogate pair.
  private mutating func unicodeEscape(_ start: Int) -> Unicode.Scalar?? {
    at += 1
    guard let first = hexadecimal(digits: 4) else {
      return wrong(start, "\\u needs four hexadecimal digits")
    }
    if let scalar = Unicode.Scalar(first) { return scalar }
    if first < 0xDC00, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
      bytes[at + 1] == UInt8(ascii: "u")
    {
      at += 2
      if let second = hexadecimal(digits: 4), (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return scalar
      }
    }
    return wrong(start, "half of a surrogate pair")
  }

  private mutating func hexadecimal(digits: Int) -> UInt32? {
    var value: UInt32 = 0
    for index in 0..<digits {
      guard at + index < bytes.count,
        let digit = Character(Unicode.Scalar(bytes[at + index])).hexDigitValue
      else { return nil }
      value = value << 4 | UInt32(digit)
    }
    at += digits
    return value
  }

  private mutating func wrong(_ start: Int, _ message: Message) -> Unicode.Scalar?? {
    fault(start, message)
    return .none
  }
}
