extension Table {
  /// The table as it prints on a terminal: aligned columns two blanks apart, a rule under the
  /// header, numbers flush right, no blanks at line ends.
  ///
  /// Widths are terminal cells (`DisplayWidth`). Line breaks and other control characters in a text
  /// are shown as blanks: a label must not be able to move the cursor.
  ///
  /// - Parameters:
  ///   - reals: how reals are spelt.
  ///   - numbers: names of columns of text that hold spelt numbers, which stand flush right as
  ///     well.
  public func plainText(reals: RealStyle = .shortest, numbers: Set<String> = []) -> String {
    let grid = columns.map { column in
      [Table.printable(column.name)] + (0..<rowCount).map { Table.spell(column[$0], reals) }
    }
    let widths = grid.map { cells in cells.map(DisplayWidth.of).max() ?? 0 }
    var lines = (0...rowCount).map { row in
      Table.line(grid.map { $0[row] }, widths, columns.map { $0.kind.isNumber || numbers.contains($0.name) })
    }
    lines.insert(widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "), at: 1)
    return lines.joined(separator: "\n") + "\n"
  }

  static func spell(_ cell: Cell, _ reals: RealStyle) -> String {
    if case .text(let value) = cell { return printable(value) }
    var buffer = ByteBuffer(capacity: 64)
    buffer.append(cell: cell, style: reals)
    return buffer.string
  }

  static func printable(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      scalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return String(scalars)
  }

  private static func line(_ cells: [String], _ widths: [Int], _ flushRight: [Bool]) -> String {
    var line = ""
    var owedBlanks = 0  // Written only when something follows them.
    for (index, cell) in cells.enumerated() {
      let padding = widths[index] - DisplayWidth.of(cell)
      if index > 0 { owedBlanks += 2 }
      if flushRight[index] { owedBlanks += padding }
      if !cell.isEmpty {
        line += String(repeating: " ", count: owedBlanks) + cell
        owedBlanks = 0
      }
      if !flushRight[index] { owedBlanks += padding }
    }
    return line
  }
}
