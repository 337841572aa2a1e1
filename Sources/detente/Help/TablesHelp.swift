import Results
import Scenarios
import Tables

/// What `detente help tables` prints: the dictionary of all tables.
struct TablesHelp {
  /// After `help`, for all tables; a name may follow.
  static let word = "tables"

  let width: Int

  /// - Parameter name: of one table; `nil` for all.
  func page(of name: String?) throws(UsageError) -> String {
    guard let name else {
      return Prose.wrapped("What the tables of results mean.", width: width) + "\n\n" + conventions
        + "\n\n" + TableDictionary.all.map(text).joined(separator: "\n")
    }
    guard let table = TableDictionary.table(named: name) else {
      let names = TableDictionary.all.map(\.name)
      throw UsageError(
        "there is no table \(Quoting.quoted(name))\(Suggestion.ending(for: name, among: names, otherwise: "; the tables are \(all: names)"))"
      )
    }
    return text(of: table)
  }

  private var conventions: String {
    TableDictionary.conventions.map { "  " + Prose.wrapped($0, width: width, indent: 4) }
      .joined(separator: "\n")
  }

  private func text(of table: TableMeaning) -> String {
    let head = "\(table.name).csv (\(Enumeration.all(table.commands))): \(table.meaning)"
    let columns = table.columns.map { column in
      (
        term: column.name,
        meaning: column.unit.isEmpty
          ? "\(column.meaning) (\(column.kind.rawValue))"
          : "\(column.meaning) (\(column.kind.rawValue), \(column.unit))"
      )
    }
    return Prose.wrapped(head, width: width, indent: 4) + "\n" + Prose.definitions(columns, width: width)
      + "\n"
  }
}
