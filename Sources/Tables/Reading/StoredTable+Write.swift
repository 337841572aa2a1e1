extension StoredTable {
  /// Whether a table can be written in a format row by row.
  package static func canWrite(_ format: TableFormat) -> Bool {
    [.csv, .tsv, .json, .jsonl, .arrow].contains(format)
  }

  /// The same bytes as `Table.write(_:reals:setting:to:)` of the table, or of a part of it, in
  /// pieces cut anywhere, each valid only during the call.
  ///
  /// - Parameters:
  ///   - format: one of those that ``canWrite(_:)`` names; nothing is written in others.
  ///   - chosen: places of the columns, in the order in which they are written.
  ///   - top: so many rows at most.
  /// - Throws: also what `sink` throws.
  package func write<Failure: Error>(
    _ format: TableFormat, columns chosen: [Int], first top: Int, reals: RealStyle,
    to sink: (ByteBuffer) throws(Failure) -> Void
  ) throws(StoredTableFault<Failure>) {
    let part = Table(name, checked: chosen.map { columns[$0] })
    var buffer = ByteBuffer(capacity: 1 << 18)
    if var speller = RowSpeller(format, columns, chosen, reals) {
      part.appendHead(format, to: &buffer)
      let rows = try pour(first: top, &buffer, sink) { block, rows, bytes, buffer in
        speller.append(block, first: rows, of: bytes, to: &buffer)
      }
      if format == .json { buffer.append(text: rows > 0 ? "\n]}\n" : "]}\n") }
    } else if format == .arrow {
      var rows = ArrowRows(part.columns, chosen, reals)
      rows.writer.appendHead(to: &buffer)
      _ = try pour(first: top, &buffer, sink) { block, count, bytes, buffer in
        rows.append(block, first: count, of: bytes, to: &buffer)
      }
      rows.writer.appendFoot(to: &buffer)
    }
    do {
      if buffer.count > 0 { try sink(buffer) }
    } catch {
      throw .writing(error)
    }
  }

  /// Walks over the rows, and empties the buffer after each block; returns how many rows there
  /// were.
  private func pour<Failure: Error>(
    first top: Int, _ buffer: inout ByteBuffer, _ sink: (ByteBuffer) throws(Failure) -> Void,
    _ append: (FieldBlock, Int, UnsafeBufferPointer<UInt8>, inout ByteBuffer) -> Void
  ) throws(StoredTableFault<Failure>) -> Int {
    var rows = 0
    var fault: StoredTableFault<Failure>?
    do throws(SystemError) {
      try walk { bytes, block in
        guard let block else {
          fault = .changed
          return false
        }
        append(block, top - rows, bytes, &buffer)
        rows += min(top - rows, block.rowCount)
        guard buffer.count >= 1 << 16 else { return rows < top }
        do throws(Failure) {
          try sink(buffer)
        } catch {
          fault = .writing(error)
          return false
        }
        buffer.removeAll()
        return rows < top
      }
    } catch {
      throw .reading(error)
    }
    if let fault { throw fault }
    return rows
  }
}

/// Why a stored table was not written to its end.
package enum StoredTableFault<Failure: Error>: Error {
  case reading(SystemError)
  /// The file is another than it was when it was looked at.
  case changed
  case writing(Failure)
}

extension FieldBlock.Field {
  /// Lends the text of the field, doubled quotes made single.
  ///
  /// - Parameter start: its first byte.
  func withText(_ start: UnsafePointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    let text = UnsafeBufferPointer(start: start, count: count)
    let quote = UInt8(ascii: "\"")
    guard isQuoted, text.contains(quote) else { return body(text) }
    DelimitedReader.plain(text).withUnsafeBufferPointer(body)
  }
}
