extension Table {
  /// Reads CSV with a header line, as ``TableFormat/csv`` writes it, and types each column by
  /// content.
  ///
  /// A column is integer when every field present is one; else real when every field present is a
  /// number; else text; a column without any value is text. Empty fields are missing, `""` is the
  /// empty text. Numbers are those that the writer would spell: `007` and integers beyond `Int` are
  /// texts. In a table of a single column a blank line is a row with a missing value.
  ///
  /// - Throws: a ``TableError`` that carries the line.
  public init(csv bytes: [UInt8], name: String) throws(TableError) {
    try self.init(delimited: bytes, delimiter: UInt8(ascii: ","), name: name)
  }

  /// Reads CSV from a text; types and errors as for bytes.
  public init(csv text: String, name: String) throws(TableError) {
    try self.init(csv: Array(text.utf8), name: name)
  }

  /// Reads tab-separated values, as ``TableFormat/tsv`` writes them.
  public init(tsv bytes: [UInt8], name: String) throws(TableError) {
    try self.init(delimited: bytes, delimiter: UInt8(ascii: "\t"), name: name)
  }

  private init(delimited bytes: [UInt8], delimiter: UInt8, name: String) throws(TableError) {
    if let line = Table.lineOfInvalidUTF8(in: bytes) { throw .notUTF8(line: line) }
    self = try bytes.withUnsafeBufferPointer { (all) throws(TableError) in
      var reader = DelimitedReader(all, delimiter: delimiter)
      var header: [DelimitedReader.Field] = []
      let width = try reader.readRecord(into: &header)
      guard width > 0 else { throw .noColumns }
      let names = header.map { reader.text(of: $0) }
      try Table.checkNames(names.map { Column.text($0) })

      var fields: [DelimitedReader.Field] = []
      while !reader.isAtEnd {
        let line = reader.line
        let found = try reader.readRecord(into: &fields)
        if found != width { throw .raggedRow(line: line, expected: width, found: found) }
      }
      let columns = names.indices.map { index in
        let cells = stride(from: index, to: fields.count, by: width).lazy.map { fields[$0] }
        return Column(names[index], Table.typed(Array(cells), all, reader))
      }
      return Table(name, checked: columns)
    }
  }

  private static func typed(
    _ fields: [DelimitedReader.Field], _ bytes: UnsafeBufferPointer<UInt8>, _ reader: DelimitedReader
  ) -> Column.Cells {
    func slice(_ field: DelimitedReader.Field) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: bytes[field.range])
    }
    let present = fields.lazy.filter { !$0.range.isEmpty || $0.isQuoted }
    var kinds = Set<ColumnKind>()
    for field in present {
      kinds.insert(field.range.isEmpty ? .text : NumberLexeme.kind(of: slice(field)))
      if kinds.contains(.text) { break }
    }
    if kinds.isEmpty || kinds.contains(.text) {
      return .text(fields.map { $0.range.isEmpty && !$0.isQuoted ? nil : reader.text(of: $0) })
    }
    if kinds.contains(.real) {
      return .real(fields.map { $0.range.isEmpty ? nil : NumberLexeme.real(slice($0)) })
    }
    return .integer(fields.map { $0.range.isEmpty ? nil : NumberLexeme.integer(slice($0)) })
  }

  /// The line of the first byte that is not UTF-8, from 1.
  private static func lineOfInvalidUTF8(in bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var line = 1
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let scalar): if scalar.elementsEqual([UInt8(ascii: "\n")]) { line += 1 }
      case .error: return line
      case .emptyInput: return nil
      }
    }
  }
}
