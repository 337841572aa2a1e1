import Results
import Tables

/// A table as a paper prints it: labels in place of names, intervals in one cell with what they are
/// of, numbers rounded to what their intervals support, and a caption that says what it is and how
/// it was made.
package struct ReadingTable: Sendable {
  /// Every column is text.
  package let table: Table
  /// One or two sentences.
  package let caption: String
  /// Names of the columns that hold numbers.
  package let numbers: Set<String>

  /// - Parameters:
  ///   - table: as a result has it, or a part of it.
  ///   - labels: what its names are called, and in which language.
  ///   - decimals: of all numbers, those of percentages included; `nil` for what intervals support.
  ///   - origin: how the result was made, a sentence.
  ///   - digits: of the numbers.
  package init(
    _ table: Table, labels: TableLabels, decimals: Int?, origin: String, digits: Digits = .latin
  ) throws(TableError) {
    let meaning = TableDictionary.table(named: table.name)
    var columns: [Column] = []
    var numbers: Set<String> = []
    var taken: Set<String> = []
    for (place, column) in table.columns.enumerated() {
      if ReadingTable.isEnd(place, of: table) { continue }
      let what = meaning?.meaning(of: column.name)
      let interval = ReadingTable.interval(at: place, of: table)
      let format = NumberFormat(
        column, what, interval, error: table["standard_error"], decimals: decimals,
        words: labels.language.intervals)
      let cells = (0..<table.rowCount).map { row -> String? in
        if case .text(let text) = column[row] {
          return labels.label(text, in: column.name, row: row, of: table)
        }
        return format.text(column[row], low: interval?.low[row], high: interval?.high[row]).map(digits.spelt)
      }
      var head = digits.spelt(labels.heading(column.name, of: table.name))
      // Two columns may be called alike where labels are.
      while !taken.insert(head).inserted { head += "'" }
      if column.kind.isNumber { numbers.insert(head) }
      columns.append(.text(head, cells))
    }
    self.table = try Table(table.name, columns: columns)
    self.numbers = numbers
    let hasRounds = table.columns.contains { meaning?.meaning(of: $0.name)?.unit == "round" }
    caption = digits.spelt(
      labels.caption(
        table.name, meaning?.meaning, origin: origin, hasRounds: hasRounds,
        hasIntervals: !numbers.isEmpty && ReadingTable.hasInterval(table)))
  }

  private static func hasInterval(_ table: Table) -> Bool {
    table.columns.indices.contains { interval(at: $0, of: table) != nil }
  }

  /// The columns of the interval of what stands in a column: `low` and `high` right after it, or
  /// those of its name.
  private static func interval(at place: Int, of table: Table) -> (low: Column, high: Column)? {
    let name = table.columns[place].name
    let stem = name.hasSuffix("_share") ? String(name.dropLast(6)) : name
    if let low = table["\(stem)_low"], let high = table["\(stem)_high"], stem != "value" {
      return (low, high)
    }
    guard place + 2 < table.columns.count, table.columns[place + 1].name == "low",
      table.columns[place + 2].name == "high"
    else { return nil }
    return (table.columns[place + 1], table.columns[place + 2])
  }

  /// Whether a column stands in the cell of another.
  private static func isEnd(_ place: Int, of table: Table) -> Bool {
    let name = table.columns[place].name
    guard name.hasSuffix("low") || name.hasSuffix("high") else { return false }
    return table.columns.indices.contains { other in
      guard other != place, let interval = interval(at: other, of: table) else { return false }
      return interval.low.name == name || interval.high.name == name
    }
  }
}
