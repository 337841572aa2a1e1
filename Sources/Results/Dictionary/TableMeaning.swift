import Tables

/// What one table is and what its columns mean.
package struct TableMeaning: Sendable {
  /// The file without `.csv`.
  package let name: String
  /// The commands that write it.
  package let commands: [String]
  /// A sentence.
  package let meaning: String
  /// In their order, families once.
  package let columns: [ColumnMeaning]

  init(_ name: String, _ commands: [String], _ meaning: String, _ columns: [ColumnMeaning]) {
    self.name = name
    self.commands = commands
    self.meaning = meaning
    self.columns = columns
  }

  /// What a column means; `nil` for one that the table does not have.
  package func meaning(of column: String) -> ColumnMeaning? {
    columns.filter { $0.speaks(of: column) }.max { $0.closeness < $1.closeness }
  }

  /// - Parameter columns: those that a file has; `nil` for the families instead.
  func json(of columns: [String]?) -> JSONValue {
    let shown =
      columns.map { $0.compactMap { column in meaning(of: column)?.json(of: column) } }
      ?? self.columns.map { $0.json(of: $0.name) }
    return [
      "name": .string(name), "file": .string("\(name).csv"), "meaning": .string(meaning),
      "columns": .array(shown),
    ]
  }
}
