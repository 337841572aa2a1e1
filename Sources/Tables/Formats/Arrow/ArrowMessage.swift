/// The metadata of Apache Arrow's columnar format, version 5 (arrow.apache.org/docs/format):
/// numbers and slots are those of its `Schema.fbs`, `Message.fbs` and `File.fbs`.
enum ArrowMessage {
  private static let version = FlatBuilder.Value.short(4)

  /// Where a piece of the file is: from its start, with the eight bytes before its metadata.
  struct Block {
    let offset: Int
    let metadata: Int
    let body: Int
  }

  /// What the columns are called and hold.
  static func schema(_ columns: [Column]) -> [UInt8] {
    var builder = FlatBuilder()
    let schema = schema(columns, in: &builder)
    return finish(&builder, header: 1, schema, body: 0)
  }

  /// So many rows.
  ///
  /// - Parameters:
  ///   - missing: how many cells of each column are missing.
  ///   - buffers: offset and length of each part of the body.
  static func batch(rows: Int, missing: [Int], buffers: [(offset: Int, count: Int)], body: Int) -> [UInt8] {
    var builder = FlatBuilder()
    let parts = builder.vector(structures: buffers.map { [$0.offset, $0.count] })
    let nodes = builder.vector(structures: missing.map { [rows, $0] })
    let batch = builder.table([.long(rows), .place(nodes), .place(parts)])
    return finish(&builder, header: 3, batch, body: body)
  }

  /// What stands at the end of a file.
  static func footer(_ columns: [Column], _ batches: [Block]) -> [UInt8] {
    var builder = FlatBuilder()
    // The length of the metadata has four bytes, and four that are not used.
    let blocks = builder.vector(structures: batches.map { [$0.offset, $0.metadata, $0.body] })
    let dictionaries = builder.vector(structures: [])
    let schema = schema(columns, in: &builder)
    return builder.finished(
      builder.table([version, .place(schema), .place(dictionaries), .place(blocks)]))
  }

  private static func finish(
    _ builder: inout FlatBuilder, header kind: UInt8, _ header: Int, body: Int
  ) -> [UInt8] {
    builder.finished(builder.table([version, .byte(kind), .place(header), .long(body)]))
  }

  private static func schema(_ columns: [Column], in builder: inout FlatBuilder) -> Int {
    let fields = columns.map { field($0, in: &builder) }
    let list = builder.vector(fields)
    return builder.table([.short(0), .place(list)])
  }

  private static func field(_ column: Column, in builder: inout FlatBuilder) -> Int {
    let name = builder.string(column.name)
    let children = builder.vector([])
    let (number, fields): (UInt8, [FlatBuilder.Value?]) =
      switch column.kind {
      case .integer: (2, [.word(64), .flag(true)])
      case .real: (3, [.short(2)])
      case .text: (5, [])
      }
    let type = builder.table(fields)
    return builder.table([.place(name), .flag(true), .byte(number), .place(type), nil, .place(children)])
  }
}
