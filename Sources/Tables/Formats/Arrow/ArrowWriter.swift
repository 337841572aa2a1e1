/// Writes a table cell by cell as a file of Apache Arrow (its IPC format, which is Feather version
/// 2): whole numbers of 64 bits, real numbers of 64 bits, and texts in UTF-8, none compressed;
/// every part begins at a multiple of eight bytes.
struct ArrowWriter {
  /// Rows of a batch; fewer where texts are long.
  private static let rowsOfBatch = 1 << 14
  private static let mostText = 1 << 26
  private static let magic: [UInt8] = Array("ARROW1".utf8)

  private let columns: [Column]
  private var cells: [ArrowColumn]
  private var rows = 0
  /// Bytes of the file so far.
  private var offset = 0
  private var batches: [ArrowMessage.Block] = []

  /// - Parameter columns: names and kinds; cells that they have do not count.
  init(_ columns: [Column]) {
    self.columns = columns
    cells = columns.map { ArrowColumn($0.kind) }
  }

  mutating func appendHead(to buffer: inout ByteBuffer) {
    put(ArrowWriter.magic + [0, 0], to: &buffer)
    _ = putMessage(ArrowMessage.schema(columns), to: &buffer)
  }

  /// The next cell of a column, of its kind or missing.
  mutating func append(_ cell: Cell, at column: Int) {
    switch cell {
    case .missing: appendMissing(at: column)
    case .integer(let value): append(integer: value, at: column)
    case .real(let value): append(real: value, at: column)
    case .text(var value): value.withUTF8 { append(text: $0, at: column) }
    }
  }

  @inline(__always)
  mutating func appendMissing(at column: Int) { cells[column].appendMissing() }

  @inline(__always)
  mutating func append(integer: Int, at column: Int) { cells[column].append(integer: integer) }

  @inline(__always)
  mutating func append(real: Double, at column: Int) { cells[column].append(real: real) }

  @inline(__always)
  mutating func append(text: UnsafeBufferPointer<UInt8>, at column: Int) { cells[column].append(text: text) }

  /// Ends a row, and writes a batch now and then.
  mutating func endRow(to buffer: inout ByteBuffer) {
    rows += 1
    if rows == ArrowWriter.rowsOfBatch || cells.contains(where: { $0.textCount > ArrowWriter.mostText }) {
      putBatch(to: &buffer)
    }
  }

  mutating func appendFoot(to buffer: inout ByteBuffer) {
    if rows > 0 { putBatch(to: &buffer) }
    put([0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0], to: &buffer)
    let footer = ArrowMessage.footer(columns, batches)
    put(footer + ArrowWriter.bytes(of: footer.count) + ArrowWriter.magic, to: &buffer)
  }

  private mutating func putBatch(to buffer: inout ByteBuffer) {
    var parts: [(offset: Int, count: Int)] = []
    var body = 0
    for column in cells {
      column.withParts { part in
        parts.append((body, part.count))
        body += ArrowWriter.padded(part.count)
      }
    }
    let begin = offset
    let metadata = putMessage(
      ArrowMessage.batch(rows: rows, missing: cells.map(\.missing), buffers: parts, body: body), to: &buffer)
    for index in cells.indices {
      cells[index].withParts { part in
        part.withMemoryRebound(to: UInt8.self) { buffer.append(bytes: $0) }
        for _ in part.count..<ArrowWriter.padded(part.count) { buffer.append(byte: 0) }
      }
      cells[index].removeAll()
    }
    offset += body
    batches.append(ArrowMessage.Block(offset: begin, metadata: metadata, body: body))
    rows = 0
  }

  /// Metadata with what comes before it; returns how many bytes that is.
  private mutating func putMessage(_ metadata: [UInt8], to buffer: inout ByteBuffer) -> Int {
    put([0xFF, 0xFF, 0xFF, 0xFF] + ArrowWriter.bytes(of: metadata.count) + metadata, to: &buffer)
    return 8 + metadata.count
  }

  private mutating func put(_ bytes: [UInt8], to buffer: inout ByteBuffer) {
    bytes.withUnsafeBufferPointer { buffer.append(bytes: $0) }
    offset += bytes.count
  }

  private static func bytes(of count: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
  }

  private static func padded(_ count: Int) -> Int { (count + 7) & ~7 }
}
