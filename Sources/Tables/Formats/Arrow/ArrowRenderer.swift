/// A file of Apache Arrow; see `ArrowWriter`.
struct ArrowRenderer: TableRenderer {
  private let table: Table
  private let reals: RealStyle
  private var writer: ArrowWriter

  init(_ table: Table, reals: RealStyle) {
    self.table = table
    self.reals = reals
    writer = ArrowWriter(table.columns)
  }

  mutating func appendHead(to buffer: inout ByteBuffer) { writer.appendHead(to: &buffer) }

  mutating func appendRow(_ row: Int, to buffer: inout ByteBuffer) {
    for (index, column) in table.columns.enumerated() {
      if case .real(let value) = column[row] {
        writer.append(real: reals.rounded(value), at: index)
      } else {
        writer.append(column[row], at: index)
      }
    }
    writer.endRow(to: &buffer)
  }

  mutating func appendFoot(to buffer: inout ByteBuffer) { writer.appendFoot(to: &buffer) }
}

extension RealStyle {
  /// The number that its spelling reads back as.
  func rounded(_ value: Double) -> Double {
    guard case .fixed = self, value.isFinite else { return value }
    var spelt = ByteBuffer(capacity: 64)
    spelt.append(real: value, style: self)
    return Double(spelt.string) ?? value
  }
}
