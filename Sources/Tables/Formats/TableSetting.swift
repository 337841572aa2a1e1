/// What a table is set with where people read it: in Markdown, LaTeX and HTML.
package struct TableSetting: Sendable, Equatable {
  /// Above the table; `nil` for the table's name where the format must have one, else for none.
  package let caption: String?
  /// Names of columns of text that hold spelt numbers, and stand flush right.
  package let numbers: Set<String>

  /// Of a table that is read from right to left, such as `ar`; `nil` for others.
  package let rightToLeft: String?

  package init(caption: String? = nil, numbers: Set<String> = [], rightToLeft: String? = nil) {
    self.caption = caption
    self.numbers = numbers
    self.rightToLeft = rightToLeft
  }

  func isNumber(_ column: Column) -> Bool { column.kind.isNumber || numbers.contains(column.name) }
}
