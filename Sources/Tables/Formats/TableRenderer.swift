/// One format's way of spelling a table: head, then each row, then foot.
protocol TableRenderer {
  mutating func appendHead(to buffer: inout ByteBuffer)
  mutating func appendRow(_ row: Int, to buffer: inout ByteBuffer)
  mutating func appendFoot(to buffer: inout ByteBuffer)
}

extension ByteBuffer {
  /// The plain spelling of a cell that needs no escaping: numbers as they are, text as it is.
  mutating func append(cell: Cell, style: RealStyle) {
    switch cell {
    case .missing: break
    case .text(let value): append(text: value)
    case .integer(let value): append(integer: value)
    case .real(let value): append(real: value, style: style)
    }
  }
}
