/// Splits delimited text into records and fields, by RFC 4180, without copying a byte.
///
/// Lines may end in LF or CRLF, the last one in nothing; a byte order mark is skipped. A quoted
/// field may hold delimiters and line ends. Blank lines are records of one empty field.
struct DelimitedReader {
  /// Where a field lies in the text; the quotes around it are left out, doubled ones inside are
  /// not.
  struct Field {
    let range: Range<Int>
    let isQuoted: Bool
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  /// Where the next record begins.
  private(set) var position: Int
  /// The line of `position`, from 1.
  private(set) var line = 1

  init(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  var isAtEnd: Bool { position == bytes.count }

  /// Appends the fields of the next record to `fields` and returns their number; 0 at the end.
  mutating func readRecord(into fields: inout [Field]) throws(TableError) -> Int {
    guard !isAtEnd else { return 0 }
    var count = 0
    while true {
      fields.append(try readField())
      count += 1
      guard position < bytes.count else { return count }
      if bytes[position] == delimiter {
        position += 1
        continue
      }
      // `readField` stops at a delimiter, a line end or the end of the text only.
      if bytes[position] == UInt8(ascii: "\r") { position += 1 }
      position += 1
      line += 1
      return count
    }
  }

  private mutating func readField() throws(TableError) -> Field {
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { return try readQuotedField() }
    let start = position
    while !isAtFieldEnd {
      if bytes[position] == UInt8(ascii: "\"") { throw .strayQuote(line: line) }
      position += 1
    }
    return Field(range: start..<position, isQuoted: false)
  }

  private mutating func readQuotedField() throws(TableError) -> Field {
    let openingLine = line
    position += 1
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\n") { line += 1 }
      guard byte == UInt8(ascii: "\"") else { continue }
      if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
        position += 1
      } else {
        guard isAtFieldEnd else { throw .strayQuote(line: line) }
        return Field(range: start..<(position - 1), isQuoted: true)
      }
    }
    throw .unclosedQuote(line: openingLine)
  }

  private var isAtFieldEnd: Bool {
    guard position < bytes.count else { return true }
    let byte = bytes[position]
    if byte == delimiter || byte == UInt8(ascii: "\n") { return true }
    return byte == UInt8(ascii: "\r") && position + 1 < bytes.count
      && bytes[position + 1] == UInt8(ascii: "\n")
  }

  /// The text of a field, doubled quotes made single.
  func text(of field: Field) -> String {
    let slice = UnsafeBufferPointer(rebasing: bytes[field.range])
    let quote = UInt8(ascii: "\"")
    guard field.isQuoted, slice.contains(quote) else { return String(decoding: slice, as: UTF8.self) }
    return String(decoding: DelimitedReader.plain(slice), as: UTF8.self)
  }

  /// The bytes of a quoted field, doubled quotes made single.
  static func plain(_ slice: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(slice.count)
    var skipsNext = false
    for byte in slice {
      if skipsNext {
        skipsNext = false
        continue
      }
      plain.append(byte)
      skipsNext = byte == UInt8(ascii: "\"")
    }
    return plain
  }
}
