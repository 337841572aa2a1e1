import Tables

extension JSONParser {
  /// Skips white space and comments.
  mutating func skipBlanks() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x0A, 0x0D, 0x09, 0x0B, 0x0C: at += 1
      case UInt8(ascii: "/"):
        guard at + 1 < bytes.count else { return }
        if bytes[at + 1] == UInt8(ascii: "/") {
          skipLine()
        } else if bytes[at + 1] == UInt8(ascii: "*") {
          skipBlockComment()
        } else {
          return
        }
      case UInt8(ascii: "#"):
        fault(at, "unexpected '#'", hint: "a comment begins with //")
        skipLine()
      case 0x80...:
        let scalar = scalar(at: at)
        guard scalar == "\u{FEFF}" || scalar.properties.isWhitespace else { return }
        at += UTF8.width(scalar)
      default: return
      }
    }
  }

  private mutating func skipLine() {
    while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
  }

  private mutating func skipBlockComment() {
    let start = at
    at += 2
    while at + 1 < bytes.count {
      if bytes[at] == UInt8(ascii: "*"), bytes[at + 1] == UInt8(ascii: "/") {
        at += 2
        return
      }
      at += 1
    }
    fault(start, "this comment is never closed", hint: "expected */")
    stopped = true
    at = bytes.count
  }

  /// Reads a word such as `true` or an unquoted key; `nil` if none begins here.
  mutating func identifier() -> String? {
    let start = at
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "_"), UInt8(ascii: "$"):
        at += 1
        continue
      case UInt8(ascii: "0")...UInt8(ascii: "9") where at > start:
        at += 1
        continue
      case 0x80...:
        let scalar = scalar(at: at)
        let properties = scalar.properties
        if at == start ? properties.isIDStart : properties.isIDContinue {
          at += UTF8.width(scalar)
          continue
        }
      default: break
      }
      break
    }
    return at == start ? nil : String(decoding: bytes[start..<at], as: UTF8.self)
  }

  /// Reports the character here and skips to where reading can go on.
  mutating func unexpectedCharacter() {
    let hint: Message
    switch scalar(at: at) {
    case "“", "”", "„", "‟", "«", "»", "‘", "’": hint = "a text stands in straight double quotes"
    case "،": hint = "expected ','"
    case "(": hint = "a list stands in [ and ]"
    default: hint = ""
    }
    let isParenthesis = bytes[at] == UInt8(ascii: "(") || bytes[at] == UInt8(ascii: ")")
    // One word about parentheses is enough: they come in pairs.
    if !(isParenthesis && hasSeenParenthesis) {
      fault(at, "unexpected \(character(at: at))", hint: hint)
    }
    hasSeenParenthesis = hasSeenParenthesis || isParenthesis
    at += UTF8.width(scalar(at: at))
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"),
        0x0A, 0x0D:
        return
      default: at += 1
      }
    }
  }

  /// The character at an offset in single quotes, or its number when it cannot be shown.
  func character(at offset: Int) -> String {
    let scalar = scalar(at: offset)
    let shown = Quoting.shown(scalar)
    if scalar == "'" { return "\"'\"" }
    if shown.unicodeScalars.count == 1 { return "'\(shown)'" }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The Unicode scalar that begins at an offset. The text is known to be UTF-8.
  func scalar(at offset: Int) -> Unicode.Scalar {
    let lead = bytes[offset]
    if lead < 0x80 { return Unicode.Scalar(lead) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for index in offset + 1..<min(offset + length, bytes.count) {
      value = value << 6 | UInt32(bytes[index] & 0x3F)
    }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
