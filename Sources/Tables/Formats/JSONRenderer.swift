/// JSON, an object with a schema, the table's name and its rows; and JSON Lines. One object per
/// row, keys in column order.
struct JSONRenderer: TableRenderer {
  enum Layout { case array, lines }

  private let table: Table
  private let layout: Layout
  private let reals: RealStyle
  private let keys: [[UInt8]]  // `"name": `, spelled once for all rows.

  init(_ table: Table, layout: Layout, reals: RealStyle) {
    self.table = table
    self.layout = layout
    self.reals = reals
    keys = table.columns.map { column in
      var buffer = ByteBuffer(capacity: 64)
      buffer.append(jsonString: column.name)
      buffer.append(text: ": ")
      return buffer.bytes
    }
  }

  mutating func appendHead(to buffer: inout ByteBuffer) {
    guard layout == .array else { return }
    buffer.append(text: "{\"schema\": \"detente.table/1\", \"table\": ")
    buffer.append(jsonString: table.name)
    buffer.append(text: ", \"rows\": [")
  }

  mutating func appendRow(_ row: Int, to buffer: inout ByteBuffer) {
    if layout == .array { buffer.append(text: row == 0 ? "\n  " : ",\n  ") }
    buffer.append(text: "{")
    for (index, column) in table.columns.enumerated() {
      if index > 0 { buffer.append(text: ", ") }
      keys[index].withUnsafeBufferPointer { buffer.append(bytes: $0) }
      append(column[row], to: &buffer)
    }
    buffer.append(text: layout == .array ? "}" : "}\n")
  }

  mutating func appendFoot(to buffer: inout ByteBuffer) {
    guard layout == .array else { return }
    buffer.append(text: table.rowCount == 0 ? "]}\n" : "\n]}\n")
  }

  private func append(_ cell: Cell, to buffer: inout ByteBuffer) {
    switch cell {
    case .text(let value): buffer.append(jsonString: value)
    case .real(let value) where !value.isFinite: buffer.append(text: "null")
    case .missing: buffer.append(text: "null")
    case .integer, .real: buffer.append(cell: cell, style: reals)
    }
  }
}
