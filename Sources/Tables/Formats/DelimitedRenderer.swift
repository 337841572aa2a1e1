/// CSV and TSV: the header, then the rows, through `CSVRowWriter`.
struct DelimitedRenderer: TableRenderer {
  private let table: Table
  private let reals: RealStyle
  private var writer: CSVRowWriter

  init(_ table: Table, delimiter: UInt8, reals: RealStyle) {
    self.table = table
    self.reals = reals
    writer = CSVRowWriter(delimiter: delimiter, capacity: 1024)
  }

  mutating func appendHead(to buffer: inout ByteBuffer) {
    for column in table.columns { writer.append(column.name) }
    handOver(to: &buffer)
  }

  mutating func appendRow(_ row: Int, to buffer: inout ByteBuffer) {
    for column in table.columns { writer.append(column[row], style: reals) }
    handOver(to: &buffer)
  }

  mutating func appendFoot(to buffer: inout ByteBuffer) {}

  private mutating func handOver(to buffer: inout ByteBuffer) {
    writer.endRow()
    writer.buffer.withBytes { buffer.append(bytes: $0) }
    writer.removeAll()
  }
}
