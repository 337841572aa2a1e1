/// A part of a table, or its rows in another order.
extension Table {
  /// The columns of these names, in this order; `nil` names the first that there is not.
  ///
  /// - Parameter names: at least one, none twice.
  package func choosing(columns names: [String]) -> (table: Table?, missing: String?) {
    var chosen: [Column] = []
    for name in names {
      guard let column = self[name] else { return (nil, name) }
      chosen.append(column)
    }
    return (try? Table(name, columns: chosen), nil)
  }

  /// The rows at these places, in this order.
  package func choosing(rows: some Collection<Int>) -> Table {
    Table(name, checked: columns.map { $0.choosing(rows) })
  }

  /// The rows by the values of a column, rising or falling; rows of equal values stay in their
  /// order, and those without a value come last.
  package func sorted(by column: Column, isFalling: Bool) -> Table {
    let cells = (0..<rowCount).map { column[$0] }
    let order = cells.indices.sorted { a, b in
      guard cells[a] != .missing, cells[b] != .missing else {
        return (cells[a] == .missing ? 1 : 0, a) < (cells[b] == .missing ? 1 : 0, b)
      }
      if Table.isBefore(cells[a], cells[b]) { return !isFalling }
      if Table.isBefore(cells[b], cells[a]) { return isFalling }
      return a < b
    }
    return choosing(rows: order)
  }

  private static func isBefore(_ a: Cell, _ b: Cell) -> Bool {
    switch (a, b) {
    case (.integer(let a), .integer(let b)): a < b
    // Not-a-number stands after all numbers, as one that is missing.
    case (.real(let a), .real(let b)): a < b || !a.isNaN && b.isNaN
    // By their bytes: no locale.
    case (.text(let a), .text(let b)): a.utf8.lexicographicallyPrecedes(b.utf8)
    default: false
    }
  }
}

extension Column {
  fileprivate func choosing(_ rows: some Collection<Int>) -> Column {
    switch cells {
    case .text(let values): .text(name, rows.map { values[$0] })
    case .integer(let values): .integer(name, rows.map { values[$0] })
    case .real(let values): .real(name, rows.map { values[$0] })
    }
  }
}
