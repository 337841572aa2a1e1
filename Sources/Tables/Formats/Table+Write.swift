extension Table {
  /// The table as UTF-8 bytes.
  public func write(_ format: TableFormat, reals: RealStyle = .shortest) -> [UInt8] {
    var all: [UInt8] = []
    write(format, reals: reals) { chunk in chunk.withBytes { all.append(contentsOf: $0) } }
    return all
  }

  /// The table as text; of ``TableFormat/arrow``, which is none, what can be read as such.
  public func text(_ format: TableFormat, reals: RealStyle = .shortest) -> String {
    String(decoding: write(format, reals: reals), as: UTF8.self)
  }

  /// The table in pieces of about 64 KiB, cut anywhere, each valid only during the call.
  ///
  /// - Throws: what `sink` throws, at once.
  package func write<E: Error>(
    _ format: TableFormat, reals: RealStyle = .shortest, setting: TableSetting = TableSetting(),
    to sink: (ByteBuffer) throws(E) -> Void
  ) throws(E) {
    switch format {
    case .csv: try render(DelimitedRenderer(self, delimiter: UInt8(ascii: ","), reals: reals), to: sink)
    case .tsv: try render(DelimitedRenderer(self, delimiter: UInt8(ascii: "\t"), reals: reals), to: sink)
    case .json: try render(JSONRenderer(self, layout: .array, reals: reals), to: sink)
    case .jsonl: try render(JSONRenderer(self, layout: .lines, reals: reals), to: sink)
    case .arrow: try render(ArrowRenderer(self, reals: reals), to: sink)
    case .md: try render(MarkdownRenderer(table: self, reals: reals, setting: setting), to: sink)
    case .latex: try render(LaTeXRenderer(table: self, reals: reals, setting: setting), to: sink)
    case .html: try render(HTMLRenderer(table: self, reals: reals, setting: setting), to: sink)
    }
  }

  /// What stands before the rows, in csv, tsv, json and jsonl.
  func appendHead(_ format: TableFormat, to buffer: inout ByteBuffer) {
    switch format {
    case .tsv:
      var renderer = DelimitedRenderer(self, delimiter: UInt8(ascii: "\t"), reals: .shortest)
      renderer.appendHead(to: &buffer)
    case .csv:
      var renderer = DelimitedRenderer(self, delimiter: UInt8(ascii: ","), reals: .shortest)
      renderer.appendHead(to: &buffer)
    default:
      var renderer = JSONRenderer(self, layout: format == .json ? .array : .lines, reals: .shortest)
      renderer.appendHead(to: &buffer)
    }
  }

  private func render<E: Error>(
    _ renderer: some TableRenderer, to sink: (ByteBuffer) throws(E) -> Void
  ) throws(E) {
    let chunk = 1 << 16
    var renderer = renderer
    var buffer = ByteBuffer(capacity: 2 * chunk)
    renderer.appendHead(to: &buffer)
    for row in 0..<rowCount {
      renderer.appendRow(row, to: &buffer)
      if buffer.count >= chunk {
        try sink(buffer)
        buffer.removeAll()
      }
    }
    renderer.appendFoot(to: &buffer)
    if buffer.count > 0 { try sink(buffer) }
  }
}
