extension ByteBuffer {
  /// A text as a JSON string (RFC 8259): UTF-8 as it is; quote, backslash and the control
  /// characters below U+0020 escaped, the latter by their short form where one exists.
  package mutating func append(jsonString text: String) {
    append(byte: UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append(text: "\\\"")
      case UInt8(ascii: "\\"): append(text: "\\\\")
      case 0x08: append(text: "\\b")
      case 0x09: append(text: "\\t")
      case 0x0A: append(text: "\\n")
      case 0x0C: append(text: "\\f")
      case 0x0D: append(text: "\\r")
      case 0..<0x20:
        append(text: byte < 0x10 ? "\\u000" : "\\u001")
        let digit = byte & 0xF
        append(byte: digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      default: append(byte: byte)
      }
    }
    append(byte: UInt8(ascii: "\""))
  }
}
