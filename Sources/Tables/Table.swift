/// A named table of typed columns: the one shape in which results leave the program.
///
/// At least one column, no two of the same name, all equally long: a `Table` that breaks this
/// cannot be made. Row order is the order of appending and nothing else, so the same values give
/// the same bytes in every ``TableFormat``.
public struct Table: Sendable, Equatable {
  /// What the table is called: the file's name without extension, the caption in HTML and LaTeX.
  public var name: String
  /// At least one, no two of the same name, all equally long.
  public let columns: [Column]

  /// - Throws: ``TableError/noColumns``, ``TableError/duplicateColumn(_:)`` or
  ///   ``TableError/unequalLengths(column:expected:found:)``.
  public init(_ name: String, columns: [Column]) throws(TableError) {
    try Table.checkNames(columns)
    for column in columns where column.count != columns[0].count {
      throw .unequalLengths(column: column.name, expected: columns[0].count, found: column.count)
    }
    self.init(name, checked: columns)
  }

  /// For columns whose names and lengths have been checked already.
  init(_ name: String, checked columns: [Column]) {
    self.name = name
    self.columns = columns
  }

  /// The number of rows; 0 for a table that has columns only.
  public var rowCount: Int { columns[0].count }

  /// The column of a name, or `nil`. Linear in the number of columns.
  public subscript(column: String) -> Column? { columns.first { $0.name == column } }

  /// One row as cells, counted from 0.
  public func row(_ index: Int) -> [Cell] { columns.map { $0[index] } }

  static func checkNames(_ columns: [Column]) throws(TableError) {
    guard !columns.isEmpty else { throw .noColumns }
    var seen = Set<String>()
    for column in columns where !seen.insert(column.name).inserted {
      throw .duplicateColumn(column.name)
    }
  }
}
