/// Why some columns, a row, or a CSV text do not make a table.
public enum TableError: Error, Sendable, Equatable {
  /// A table needs at least one column.
  case noColumns
  /// Two columns share a name; JSON objects could not carry both.
  case duplicateColumn(String)
  /// A column is longer or shorter than the first one.
  case unequalLengths(column: String, expected: Int, found: Int)
  /// An appended row has too few or too many cells.
  case wrongCellCount(expected: Int, found: Int)
  /// An appended cell is of another kind than its column.
  case wrongKind(column: String, expected: ColumnKind, found: ColumnKind)
  /// The bytes read are not UTF-8 (line counted from 1).
  case notUTF8(line: Int)
  /// A record of the text read has too few or too many fields (line counted from 1).
  case raggedRow(line: Int, expected: Int, found: Int)
  /// A quoted field has no closing quote; the line is that of the opening one.
  case unclosedQuote(line: Int)
  /// Something other than a delimiter or line end follows a closing quote, or a quote stands in the
  /// middle of an unquoted field.
  case strayQuote(line: Int)
}

extension TableError: CustomStringConvertible, Told {
  /// One line, without a capital and without a full stop.
  public var description: String { told.description }

  private func quoted(_ text: String) -> String { "\"\(text)\"" }

  /// The same in any language.
  package var told: Message {
    switch self {
    case .noColumns: "a table needs at least one column"
    case .duplicateColumn(let name): "two columns are named \(quoted(name))"
    case .unequalLengths(let column, let expected, let found):
      "column \(quoted(column)) has \(found) cells, the first column has \(expected)"
    case .wrongCellCount(let expected, let found): "a row of \(found) cells for \(expected) columns"
    case .wrongKind(let column, let expected, let found):
      "column \(quoted(column)) takes \(expected.rawValue), not \(found.rawValue)"
    case .notUTF8(let line): "line \(line): not UTF-8"
    case .raggedRow(let line, let expected, let found):
      "line \(line): \(found) fields where the header has \(expected)"
    case .unclosedQuote(let line): "line \(line): the quote opened here is never closed"
    case .strayQuote(let line): "line \(line): a quote that neither opens nor closes a field"
    }
  }
}
