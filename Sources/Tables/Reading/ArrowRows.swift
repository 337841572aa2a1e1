/// Rows of stored fields as a file of Apache Arrow has them.
struct ArrowRows {
  var writer: ArrowWriter
  private let kinds: [ColumnKind]
  private let chosen: [Int]
  private let reals: RealStyle

  /// - Parameters:
  ///   - columns: those that are written.
  ///   - chosen: their places in the table.
  init(_ columns: [Column], _ chosen: [Int], _ reals: RealStyle) {
    writer = ArrowWriter(columns)
    kinds = columns.map(\.kind)
    self.chosen = chosen
    self.reals = reals
  }

  /// The first rows of a block, all unless there are more.
  mutating func append(
    _ block: FieldBlock, first rows: Int, of bytes: UnsafeBufferPointer<UInt8>, to buffer: inout ByteBuffer
  ) {
    guard let base = bytes.baseAddress else { return }
    block.withFields { fields in
      for row in 0..<min(rows, block.rowCount) {
        for place in kinds.indices {
          let field = fields[row * block.width + chosen[place]]
          if field.isMissing {
            writer.appendMissing(at: place)
          } else {
            append(field, base + Int(field.start), at: place)
          }
        }
        writer.endRow(to: &buffer)
      }
    }
  }

  @inline(__always)
  private mutating func append(_ field: FieldBlock.Field, _ start: UnsafePointer<UInt8>, at place: Int) {
    let text = UnsafeBufferPointer(start: start, count: field.count)
    switch kinds[place] {
    case .text: field.withText(start) { writer.append(text: $0, at: place) }
    case .integer:
      guard let value = NumberLexeme.integer(text) else { return writer.appendMissing(at: place) }
      writer.append(integer: value, at: place)
    case .real:
      guard let value = SpeltReal(start, field.count)?.value ?? NumberLexeme.real(text)
      else { return writer.appendMissing(at: place) }
      writer.append(real: reals.rounded(value), at: place)
    }
  }
}
