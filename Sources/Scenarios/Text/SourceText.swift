/// The text of one file with its name and an index of its lines.
///
/// Lines end with LF, CR LF or CR. Lines and columns count from 1. A column counts Unicode scalar
/// values, a tab being one: this is the column that most editors show; an Arabic letter or an
/// accent is one column although it is two bytes. A byte-order mark at the start of the file is no
/// column.
package struct SourceText: Sendable {
  /// The name that diagnostics print: the path as the user gave it.
  package let name: String
  /// The bytes as read, a byte-order mark included. They need not be valid UTF-8.
  package let bytes: [UInt8]
  /// Offset of the first byte of every line, ascending; never empty.
  private let lineStarts: [UInt32]

  /// Indexes the lines of `bytes` in one pass.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    var starts: [UInt32] = [UInt32(SourceText.byteOrderMarkLength(bytes))]
    var index = 0
    let count = bytes.count
    bytes.withUnsafeBufferPointer { buffer in
      while index < count {
        let byte = buffer[index]
        index += 1
        if byte == 0x0A {
          starts.append(UInt32(clamping: index))
        } else if byte == 0x0D, index == count || buffer[index] != 0x0A {
          starts.append(UInt32(clamping: index))
        }
      }
    }
    lineStarts = starts
  }

  /// The text of a string, for scenarios that do not come from a file.
  package init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The bytes as a string; invalid UTF-8 is replaced by U+FFFD.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Number of lines; at least 1.
  package var lineCount: Int { lineStarts.count }

  /// Offset of the first byte that is text: 3 after a UTF-8 byte-order mark, else 0.
  package var contentStart: Int { Int(lineStarts[0]) }

  /// The line, from 1, that holds the byte at `offset`. O(log lines).
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// Byte offsets of the line with this number, its line terminator not included.
  package func range(ofLine line: Int) -> Range<Int> {
    let start = Int(lineStarts[line - 1])
    var end = line < lineStarts.count ? Int(lineStarts[line]) : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<max(start, end)
  }

  /// Line and column of the byte at `offset`; an offset past the end is the place after the last
  /// byte.
  ///
  /// - Parameter known: a place at or before `offset`, from which counting resumes when it is on
  ///   the same line, so that many faults on one very long line cost one pass over it.
  package func position(at offset: Int, from known: SourcePosition? = nil) -> SourcePosition {
    let offset = min(max(offset, contentStart), bytes.count)
    let line = line(at: offset)
    var column = 1
    var start = Int(lineStarts[line - 1])
    if let known, known.line == line, known.offset <= offset {
      column = known.column
      start = known.offset
    }
    bytes.withUnsafeBufferPointer { buffer in
      for index in start..<max(start, offset) where !isContinuation(buffer[index]) { column += 1 }
    }
    return SourcePosition(line: line, column: column, offset: offset)
  }

  private static func byteOrderMarkLength(_ bytes: [UInt8]) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }
}

/// A place in a text: line and column from 1, and the byte offset from 0.
package struct SourcePosition: Hashable, Sendable {
  /// Line, from 1.
  package let line: Int
  /// Column, from 1, in Unicode scalar values.
  package let column: Int
  /// Byte offset, from 0.
  package let offset: Int
}

/// Whether a byte continues a UTF-8 sequence (binary 10xxxxxx) rather than beginning one.
@inline(__always)
package func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
