import Tables

/// What is known of a table before anything is simulated: its heading, and which rows it has in
/// which order.
package struct TableShape: Sendable {
  package enum Rows: Sendable {
    /// So many rows; what stands in the first cells of each, from row 0.
    case keyed(count: Int, first: @Sendable (Int) -> [String])
    /// Rows numbered from 1 in their first cell; and, unless `nil`, each of some names once in the
    /// second, in any order.
    case ranked(names: [String]?)
    /// Each combination of texts in so many first cells at most once.
    case distinct(cells: Int)
  }

  package let name: String
  package let heading: [String]
  package let rows: Rows

  package init(_ name: String, heading: [String], rows: Rows) {
    self.name = name
    self.heading = heading
    self.rows = rows
  }

  /// The heading of a table, and its rows by the texts in its first cells.
  package init(_ table: Table, cells: Int) {
    let keys = (0..<table.rowCount).map { row in table.row(row).prefix(cells).map(TableShape.text) }
    self.init(
      table.name, heading: table.columns.map(\.name), rows: .keyed(count: keys.count) { keys[$0] })
  }

  /// The heading of a table, whatever rows it has.
  package init(headingOf table: Table, rows: Rows) {
    self.init(table.name, heading: table.columns.map(\.name), rows: rows)
  }

  /// As a table has it.
  static func text(_ cell: Cell) -> String {
    switch cell {
    case .missing: ""
    case .text(let text): text
    case .integer(let number): "\(number)"
    case .real(let number): spelt(number)
    }
  }

  private static func spelt(_ number: Double) -> String {
    var buffer = ByteBuffer(capacity: 64)
    buffer.append(real: number)
    return buffer.string
  }
}

extension TableShape {
  /// Reads a table and holds it against what is known of it.
  ///
  /// - Parameters:
  ///   - directory: where the table is.
  ///   - visit: handed the fields of each row that has as many as the heading.
  /// - Returns: how many rows there are, and the faults: of the order and number of rows the first,
  ///   since one row too many moves all that follow.
  func verify(
    in directory: String, _ visit: ([String]) -> Void = { _ in }
  ) -> (rows: Int, faults: [VerificationFault]) {
    let file = "\(name).csv"
    var faults: [VerificationFault] = []
    var order = RowOrder(rows)
    var row = 0
    do {
      let records = try CSVRecords("\(directory)/\(file)")
      guard let first = try records.next() else {
        return (0, [VerificationFault(file, expected: "a table", found: "an empty file")])
      }
      if let fault = lineEnd(of: first, records, row: 0) { faults.append(fault) }
      let found = CSVRecords.fields(of: first)
      if found != heading, first.last != UInt8(ascii: "\r") {
        faults.append(
          VerificationFault(
            file, row: 0, expected: heading.joined(separator: ","), found: found.joined(separator: ",")))
      }
      while let record = try records.next() {
        row += 1
        if faults.count < 20, let fault = lineEnd(of: record, records, row: row) { faults.append(fault) }
        let fields = CSVRecords.fields(of: record)
        guard fields.count == heading.count else {
          if faults.count < 20 {
            faults.append(
              VerificationFault(
                file, row: row, expected: "\(heading.count) fields", found: "\(fields.count)"))
          }
          order.skip()
          continue
        }
        if let (expected, found) = order.take(fields) {
          faults.append(VerificationFault(file, row: row, expected: expected, found: found))
        }
        visit(fields)
      }
      if let (expected, found) = order.end(row) {
        faults.append(VerificationFault(file, expected: expected, found: found))
      }
    } catch {
      faults.append(VerificationFault(file, expected: "a table", found: error.reason))
    }
    return (row, faults)
  }

  private func lineEnd(of record: [UInt8], _ records: CSVRecords, row: Int) -> VerificationFault? {
    if record.last == UInt8(ascii: "\r") {
      return VerificationFault("\(name).csv", row: row, expected: "a line feed", found: "CR LF at its end")
    }
    return records.isEnded
      ? nil : VerificationFault("\(name).csv", row: row, expected: "a line feed at its end", found: "none")
  }
}

/// Follows the rows of a table.
private struct RowOrder {
  private let rows: TableShape.Rows
  private var place = 0
  private var hasFault = false
  private var seen: Set<[String]> = []
  private let names: Set<String>?

  init(_ rows: TableShape.Rows) {
    self.rows = rows
    if case .ranked(let names?) = rows { self.names = Set(names) } else { names = nil }
  }

  mutating func skip() { place += 1 }

  /// What was expected in the next row and what is there, when they differ; only for the first such
  /// row.
  mutating func take(_ fields: [String]) -> (String, String)? {
    defer { place += 1 }
    guard !hasFault, let difference = difference(fields) else { return nil }
    hasFault = true
    return difference
  }

  private mutating func difference(_ fields: [String]) -> (String, String)? {
    switch rows {
    case .keyed(let count, let first):
      guard place < count else { return ("no more than \(count) rows", fields.joined(separator: ",")) }
      let expected = first(place)
      let found = Array(fields.prefix(expected.count))
      return found == expected
        ? nil : (expected.joined(separator: ","), found.joined(separator: ","))
    case .ranked:
      guard fields[0] == "\(place + 1)" else { return ("rank \(place + 1)", "rank \(fields[0])") }
      guard let names else { return nil }
      guard names.contains(fields[1]) else { return ("a number that was asked about", fields[1]) }
      return seen.insert([fields[1]]).inserted ? nil : ("each number once", "\(fields[1]) once more")
    case .distinct(let cells):
      let key = Array(fields.prefix(cells))
      return seen.insert(key).inserted
        ? nil : ("each row once", key.joined(separator: ",") + " once more")
    }
  }

  func end(_ found: Int) -> (String, String)? {
    let expected: Int? =
      switch rows {
      case .keyed(let count, _): count
      case .ranked: names?.count
      case .distinct: nil
      }
    guard let expected, expected != found else { return nil }
    return ("\(expected) rows", "\(found)")
  }
}
