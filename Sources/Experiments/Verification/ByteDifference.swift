import Tables

/// Where a file parts from the bytes that it should have.
struct ByteDifference {
  /// Bytes of a line that are shown.
  private static let shown = 200

  /// - Parameters:
  ///   - file: the name of the file.
  ///   - isTable: whether its lines are rows below a heading.
  /// - Returns: `nil` when the bytes are the same.
  static func fault(
    _ file: String, isTable: Bool, expected: some Collection<UInt8>, found: some Collection<UInt8>
  ) -> VerificationFault? {
    var (a, b) = (expected.startIndex, found.startIndex)
    var (lineA, lineB) = (a, b)
    var line = 0
    while a < expected.endIndex, b < found.endIndex, expected[a] == found[b] {
      let isEnd = expected[a] == UInt8(ascii: "\n")
      expected.formIndex(after: &a)
      found.formIndex(after: &b)
      if isEnd {
        (lineA, lineB) = (a, b)
        line += 1
      }
    }
    if a == expected.endIndex, b == found.endIndex { return nil }
    return VerificationFault(
      file, row: isTable ? line : nil, expected: text(expected[lineA...], isTable, line),
      found: text(found[lineB...], isTable, line))
  }

  private static func text(
    _ rest: some Collection<UInt8>, _ isTable: Bool, _ line: Int
  ) -> String {
    guard !rest.isEmpty else { return "the end of the file" }
    let text = String(decoding: rest.prefix { $0 != UInt8(ascii: "\n") }.prefix(shown), as: UTF8.self)
    return isTable ? text : "\"\(text)\" in line \(line + 1)"
  }
}

/// Compares a file with the bytes that it should have as they are made.
package final class ComparingSink: ByteSink {
  private let path: String
  private let name: String
  private let records: CSVRecords?
  /// Bytes that were made of the line that is not complete.
  private var pending: [UInt8] = []
  private var row = -1
  /// The first difference.
  package private(set) var fault: VerificationFault?

  /// - Parameter path: of a table; one that is not there is a fault.
  package init(_ name: String, in directory: String) {
    self.name = name
    path = "\(directory)/\(name)"
    do {
      records = try CSVRecords(path)
    } catch {
      records = nil
      fault = VerificationFault(name, expected: "a table", found: error.reason)
    }
  }

  /// How many rows were compared.
  package var rows: Int { max(0, row) }

  package func append(_ buffer: ByteBuffer) throws(WriteError) {
    guard fault == nil else { return }
    pending += buffer.bytes
    var start = pending.startIndex
    var isQuoted = false
    for index in pending.indices {
      if pending[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard pending[index] == UInt8(ascii: "\n"), !isQuoted else { continue }
      compare(pending[start..<index])
      start = index + 1
      if fault != nil { return }
    }
    pending.removeSubrange(..<start)
  }

  package func commit() throws(WriteError) {
    guard fault == nil, let more = next() else { return }
    fault = VerificationFault(
      name, row: row + 1, expected: "the end of the file", found: String(decoding: more, as: UTF8.self))
  }

  package func abandon() {}

  /// The next row of the file; `nil` at its end, and where it cannot be read, which is a fault.
  private func next() -> [UInt8]? {
    do {
      return try records?.next()
    } catch {
      fault = VerificationFault(name, row: max(row, 0), expected: "a row", found: error.reason)
      return nil
    }
  }

  private func compare(_ expected: ArraySlice<UInt8>) {
    row += 1
    let found = next()
    if fault != nil { return }
    if let found, found.elementsEqual(expected), records?.isEnded == true { return }
    fault = VerificationFault(
      name, row: row, expected: String(decoding: expected, as: UTF8.self),
      found: found.map {
        String(decoding: $0, as: UTF8.self) + (records?.isEnded == true ? "" : " (cut off)")
      }
        ?? "the end of the file")
  }
}

/// Keeps the bytes that come.
package final class KeepingSink: ByteSink {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package func append(_ buffer: ByteBuffer) throws(WriteError) { bytes += buffer.bytes }
  package func commit() throws(WriteError) {}
  package func abandon() { bytes = [] }
}
