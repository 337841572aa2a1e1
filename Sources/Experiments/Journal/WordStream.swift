/// Numbers and texts one after another in bytes: whole numbers seven bits to a byte, the lowest first (LEB128), numbers with a
/// fraction as the whole number of their bit pattern, texts as their length and UTF-8.
struct WordWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ word: UInt64) {
    var rest = word
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ count: Int) { write(UInt64(count)) }

  mutating func write(_ number: Double) { write(number.bitPattern) }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes += text.utf8
  }
}

/// Reads what a ``WordWriter`` wrote; every call gives `nil` once the bytes do not fit what is asked for.
struct WordReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func word() -> UInt64? {
    var word: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      guard let byte = rest.popFirst() else { return nil }
      word |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return word }
    }
    return nil
  }

  mutating func count() -> Int? { word().flatMap { Int(exactly: $0) } }

  mutating func number() -> Double? { word().map { Double(bitPattern: $0) } }

  mutating func text() -> String? {
    guard let length = count(), length <= rest.count else { return nil }
    defer { rest = rest.dropFirst(length) }
    return String(validating: rest.prefix(length), as: UTF8.self)
  }
}
