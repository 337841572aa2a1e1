/// Grows a ``Table`` row by row.
///
/// ```swift
/// var endings = try TableBuilder("endings", [.text("ending"), .integer("count"), .real("share")])
/// try endings.append(["collapsed", 12, 0.24])
/// let table = endings.table
/// ```
///
/// Appending is amortised O(1) per cell. A row that does not fit is refused whole: the builder
/// stays as it was.
package struct TableBuilder: Sendable {
  package let name: String
  private var columns: [Column]

  /// Declares the columns; those that already hold cells must be equally long.
  package init(_ name: String, _ columns: [Column]) throws(TableError) {
    self.columns = try Table(name, columns: columns).columns
    self.name = name
  }

  /// Adds one row, a cell for each declared column, in order. An integer is taken by a real column.
  ///
  /// - Throws: ``TableError/wrongCellCount(expected:found:)`` or
  ///   ``TableError/wrongKind(column:expected:found:)``.
  package mutating func append(_ row: [Cell]) throws(TableError) {
    guard row.count == columns.count else {
      throw .wrongCellCount(expected: columns.count, found: row.count)
    }
    for (column, cell) in zip(columns, row) where !column.accepts(cell) {
      throw .wrongKind(column: column.name, expected: column.kind, found: cell.kind ?? column.kind)
    }
    for index in columns.indices { columns[index].append(row[index]) }
  }

  /// The table so far.
  package var table: Table { Table(name, checked: columns) }
}
