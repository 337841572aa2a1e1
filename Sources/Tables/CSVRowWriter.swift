/// Writes delimited rows field by field into one reusable buffer: the fast way out for a million
/// runs.
///
/// Rows as RFC 4180 has them, with two choices spelled out:
/// - lines end in LF alone, the last one too;
/// - a missing value is an empty field, an empty text is `""`.
///
/// A text is quoted when it is empty or holds the delimiter, a quote, CR or LF; quotes inside are
/// doubled.
///
/// ```swift
/// var rows = CSVRowWriter()
/// rows.append("full_agreement")
/// rows.append(7)
/// rows.append(0.5, decimals: 6)
/// rows.endRow()
/// if rows.buffer.count > 1 << 16 { try file.append(rows.buffer); rows.removeAll() }
/// ```
package struct CSVRowWriter: Sendable {
  /// What has been written since the last ``removeAll()``.
  package private(set) var buffer: ByteBuffer
  private let delimiter: UInt8
  private var isAtRowStart = true

  /// - Parameters:
  ///   - delimiter: an ASCII byte that is no quote, CR or LF: comma, or tab for TSV.
  ///   - capacity: bytes to begin with; it grows as needed.
  package init(delimiter: UInt8 = UInt8(ascii: ","), capacity: Int = 1 << 17) {
    self.delimiter = delimiter
    buffer = ByteBuffer(capacity: capacity)
  }

  package mutating func append(_ value: Int) {
    separate()
    buffer.append(integer: value)
  }

  package mutating func append(_ value: UInt64) {
    separate()
    buffer.append(unsigned: value)
  }

  /// The shortest decimal that reads back the same; see ``ByteBuffer/append(real:)``.
  package mutating func append(_ value: Double) {
    separate()
    buffer.append(real: value)
  }

  /// A fixed count of decimals; several times faster than the shortest spelling.
  package mutating func append(_ value: Double, decimals: Int) {
    separate()
    buffer.append(real: value, decimals: decimals)
  }

  package mutating func append(_ value: String) {
    separate()
    var value = value
    value.withUTF8 { buffer.append(field: $0, delimiter: delimiter) }
  }

  /// An empty field.
  package mutating func appendMissing() { separate() }

  /// A cell of a ``Table``.
  package mutating func append(_ cell: Cell, style: RealStyle = .shortest) {
    switch cell {
    case .missing: appendMissing()
    case .text(let value): append(value)
    case .integer(let value): append(value)
    case .real(let value):
      separate()
      buffer.append(real: value, style: style)
    }
  }

  /// Ends the line.
  package mutating func endRow() {
    buffer.append(byte: UInt8(ascii: "\n"))
    isAtRowStart = true
  }

  /// Forgets what has been written, keeps the room. Between rows or within one, the next field goes
  /// where it would have gone.
  package mutating func removeAll() { buffer.removeAll() }

  @inline(__always)
  private mutating func separate() {
    if !isAtRowStart { buffer.append(byte: delimiter) }
    isAtRowStart = false
  }
}

extension ByteBuffer {
  /// A text as a field, in quotes where it needs them.
  mutating func append(field text: UnsafeBufferPointer<UInt8>, delimiter: UInt8) {
    let quote = UInt8(ascii: "\"")
    let needsQuotes = text.contains {
      $0 == delimiter || $0 == quote || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
    }
    guard text.isEmpty || needsQuotes else { return append(bytes: text) }
    append(byte: quote)
    for byte in text {
      if byte == quote { append(byte: quote) }
      append(byte: byte)
    }
    append(byte: quote)
  }
}
