/// A reusable run of bytes that numbers and text are spelled into.
///
/// Grows when it must, keeps its memory across ``removeAll()``: a writer that empties the buffer
/// now and then allocates nothing per row. Spelling never asks the locale.
package struct ByteBuffer: Sendable {
  // Bytes beyond `count` are spare room. Indexing spare room beats `Array.append` byte by byte.
  private var storage: [UInt8]
  package private(set) var count = 0

  package init(capacity: Int = 1 << 16) { storage = [UInt8](repeating: 0, count: max(capacity, 64)) }

  /// A copy of what has been written.
  package var bytes: [UInt8] { Array(storage[..<count]) }

  /// What has been written, as text; text and numbers appended are always UTF-8.
  package var string: String { String(decoding: storage[..<count], as: UTF8.self) }

  /// Lends the written bytes without copying.
  package func withBytes<R, E: Error>(_ body: (UnsafeBufferPointer<UInt8>) throws(E) -> R) throws(E) -> R {
    try storage.withUnsafeBufferPointer { (all) throws(E) in
      try body(UnsafeBufferPointer(rebasing: all[..<count]))
    }
  }

  /// Forgets the bytes, keeps the room.
  package mutating func removeAll() { count = 0 }

  @inline(__always)
  package mutating func append(byte: UInt8) {
    reserve(1)
    storage[count] = byte
    count += 1
  }

  /// The UTF-8 bytes of a text, as they are.
  package mutating func append(text: String) {
    var text = text
    text.withUTF8 { append(bytes: $0) }
  }

  package mutating func append(bytes: UnsafeBufferPointer<UInt8>) {
    reserve(bytes.count)
    let start = count
    storage.withUnsafeMutableBufferPointer { room in
      let place = UnsafeMutableBufferPointer(rebasing: room[start..<(start + bytes.count)])
      _ = place.update(fromContentsOf: bytes)
    }
    count += bytes.count
  }

  /// What a closure writes.
  ///
  /// - Parameters:
  ///   - most: bytes of room that the closure gets; eight more can be written.
  ///   - body: gets the room and returns how many bytes it wrote.
  @inline(__always)
  mutating func append(atMost most: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    reserve(most + 8)
    let place = count
    count += storage.withUnsafeMutableBufferPointer { room in
      room.baseAddress.map { body($0 + place) } ?? 0
    }
  }

  /// A word of the program.
  @inline(__always)
  mutating func append(word: StaticString) { word.withUTF8Buffer { append(bytes: $0) } }

  /// Text in which some ASCII bytes are replaced. UTF-8 never uses ASCII bytes inside another
  /// character, so looking at bytes alone is safe for every script.
  package mutating func append(text: String, replacing replacement: (UInt8) -> StaticString?) {
    for byte in text.utf8 {
      if byte < 0x80, let spelled = replacement(byte) {
        spelled.withUTF8Buffer { append(bytes: $0) }
      } else {
        append(byte: byte)
      }
    }
  }

  /// Decimal digits, with a minus sign where needed.
  package mutating func append(integer: Int) {
    if integer < 0 { append(byte: UInt8(ascii: "-")) }
    append(unsigned: UInt64(integer.magnitude))
  }

  /// Decimal digits.
  package mutating func append(unsigned: UInt64) {
    append(digits: unsigned, width: ByteBuffer.digitCount(unsigned))
  }

  /// Exactly `width` decimal digits, zeros in front.
  @inline(__always)
  mutating func append(digits value: UInt64, width: Int) {
    reserve(width)
    let start = count
    storage.withUnsafeMutableBufferPointer { room in
      var rest = value
      var position = start + width
      while position > start {
        position -= 1
        let quotient = rest / 10
        room[position] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest &- quotient &* 10)
        rest = quotient
      }
    }
    count += width
  }

  private static func digitCount(_ value: UInt64) -> Int {
    var digits = 1
    var bound: UInt64 = 10
    while digits < 20, value >= bound {
      digits += 1
      if digits < 20 { bound *= 10 }
    }
    return digits
  }

  @inline(__always)
  private mutating func reserve(_ extra: Int) {
    if count + extra > storage.count { grow(extra) }
  }

  @inline(never)
  private mutating func grow(_ extra: Int) {
    let size = max(storage.count * 2, count + extra)
    storage.append(contentsOf: repeatElement(0, count: size - storage.count))
  }
}
