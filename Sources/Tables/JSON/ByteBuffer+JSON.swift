extension ByteBuffer {
  /// A text as a JSON string (RFC 8259): UTF-8 as it is; quote, backslash and the control
  /// characters below U+0020 escaped, the latter by their short form where one exists.
  package mutating func append(jsonString text: String) {
    var text = text
    text.withUTF8 { append(jsonString: $0) }
  }

  /// The same of a text in UTF-8.
  mutating func append(jsonString text: UnsafeBufferPointer<UInt8>) {
    append(byte: UInt8(ascii: "\""))
    var rest = text[...]
    while let place = rest.firstIndex(where: ByteBuffer.isEscaped) {
      append(bytes: UnsafeBufferPointer(rebasing: rest[..<place]))
      append(escaped: rest[place])
      rest = rest[(place + 1)...]
    }
    append(bytes: UnsafeBufferPointer(rebasing: rest))
    append(byte: UInt8(ascii: "\""))
  }

  @inline(__always)
  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func append(escaped byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append(text: "\\\"")
    case UInt8(ascii: "\\"): append(text: "\\\\")
    case 0x08: append(text: "\\b")
    case 0x09: append(text: "\\t")
    case 0x0A: append(text: "\\n")
    case 0x0C: append(text: "\\f")
    case 0x0D: append(text: "\\r")
    default:
      append(text: byte < 0x10 ? "\\u000" : "\\u001")
      let digit = byte & 0xF
      append(byte: digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}
