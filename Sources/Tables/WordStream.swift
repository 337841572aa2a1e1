/// Numbers and texts one after another in bytes: whole numbers seven bits to a byte, the lowest
/// first (LEB128), numbers with a fraction as the whole number of their bit pattern, texts and
/// bytes as their length and themselves.
package struct WordWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func write(_ word: UInt64) {
    var rest = word
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  package mutating func write(_ count: Int) { write(UInt64(count)) }

  package mutating func write(_ number: Double) { write(number.bitPattern) }

  package mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes += text.utf8
  }

  package mutating func write(_ piece: [UInt8]) {
    write(piece.count)
    bytes += piece
  }

  /// A number of elements, then the elements.
  package mutating func write<Element>(
    list: [Element], _ element: (inout WordWriter, Element) -> Void
  ) {
    write(list.count)
    for each in list { element(&self, each) }
  }
}

/// Reads what a ``WordWriter`` wrote; every call gives `nil` once the bytes do not fit what is
/// asked for.
package struct WordReader: Sendable {
  private var rest: ArraySlice<UInt8>

  package init(_ bytes: [UInt8]) { rest = bytes[...] }

  package var isAtEnd: Bool { rest.isEmpty }

  package mutating func word() -> UInt64? {
    var word: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      guard let byte = rest.popFirst() else { return nil }
      word |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return word }
    }
    return nil
  }

  package mutating func count() -> Int? { word().flatMap { Int(exactly: $0) } }

  package mutating func number() -> Double? { word().map { Double(bitPattern: $0) } }

  package mutating func text() -> String? {
    piece().flatMap { String(validating: $0, as: UTF8.self) }
  }

  package mutating func piece() -> [UInt8]? {
    guard let length = count(), length <= rest.count else { return nil }
    defer { rest = rest.dropFirst(length) }
    return Array(rest.prefix(length))
  }

  /// As many elements as the number before them says.
  package mutating func list<Element>(_ element: (inout WordReader) -> Element?) -> [Element]? {
    // Every element has a byte.
    guard let count = count(), count <= rest.count else { return nil }
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count {
      guard let next = element(&self) else { return nil }
      list.append(next)
    }
    return list
  }
}
