/// A table in a CSV file of any length, which is never held as a whole: read once to learn what its
/// columns hold, and once more for each time that it is written.
package final class StoredTable {
  package let name: String
  /// Names and kinds, as `Table.init(csv:name:)` finds them; the columns are empty.
  package let columns: [Column]

  private let reader: BlockReader
  /// Bytes of the header.
  private let start: Int

  /// - Parameters:
  ///   - path: the file, which stays open and is then read whatever takes its place.
  ///   - name: of the table.
  /// - Returns: `nil` where the bytes are no table, or one that needs a careful reader, such as
  ///   one with a byte order mark; `Table.init(csv:name:)` knows.
  /// - Throws: also `ENOENT`.
  package init?(_ path: String, name: String) throws(SystemError) {
    reader = try BlockReader(path)
    self.name = name
    guard let header = try StoredTable.header(reader) else { return nil }
    start = header.bytes
    var survey = ColumnSurvey(width: header.names.count)
    var isTable = true
    try StoredTable.walk(reader, from: header.bytes, width: header.names.count) { bytes, block in
      isTable = (block?.isASCII == true || String(validating: bytes, as: UTF8.self) != nil) && block != nil
      if let block { survey.see(block, of: bytes) }
      return isTable
    }
    guard isTable else { return nil }
    columns = zip(header.names, survey.kinds).map { Column($0, $1) }
  }

  /// Walks over all records once more.
  ///
  /// - Parameter body: gets bytes and the records in them, none where the file has been changed;
  ///   and says whether to go on. Eight bytes after the last can be read.
  func walk(
    _ body: (UnsafeBufferPointer<UInt8>, FieldBlock?) -> Bool
  ) throws(SystemError) {
    reader.rewind()
    try StoredTable.walk(reader, from: start, width: columns.count, body)
  }

  private static func header(
    _ reader: BlockReader
  ) throws(SystemError) -> (names: [String], bytes: Int)? {
    let (bytes, isLast) = try reader.next(growing: false)
    var header = DelimitedReader(bytes, delimiter: UInt8(ascii: ","))
    guard header.position == 0 else { return nil }
    var fields: [DelimitedReader.Field] = []
    guard let width = try? header.readRecord(into: &fields), width > 0, isLast || !header.isAtEnd
    else { return nil }
    let names = fields.map { header.text(of: $0) }
    let line = UnsafeBufferPointer(rebasing: bytes[..<header.position])
    guard Set(names).count == names.count, String(validating: line, as: UTF8.self) != nil else { return nil }
    reader.rewind()
    return (names, header.position)
  }

  private static func walk(
    _ reader: BlockReader, from start: Int, width: Int,
    _ body: (UnsafeBufferPointer<UInt8>, FieldBlock?) -> Bool
  ) throws(SystemError) {
    var block = FieldBlock(width: width)
    var isFirst = true
    var needsMore = false
    while true {
      let (bytes, isLast) = try reader.next(growing: needsMore)
      if isFirst {
        isFirst = false
        reader.take(min(start, bytes.count))
        continue
      }
      if bytes.isEmpty { return }
      switch block.split(bytes, delimiter: UInt8(ascii: ","), isLast: isLast) {
      case .records(let count):
        guard body(UnsafeBufferPointer(rebasing: bytes[..<count]), block) else { return }
        reader.take(count)
        needsMore = false
      case .more where !isLast: needsMore = true
      case .more, .irregular:
        _ = body(bytes, nil)
        return
      }
    }
  }
}
