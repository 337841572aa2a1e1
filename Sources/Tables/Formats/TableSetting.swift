/// What a table is set with where people read it: in Markdown, LaTeX and HTML.
package struct TableSetting: Sendable, Equatable {
  /// Above the table; `nil` for the table's name where the format must have one, else for none.
  package let caption: String?
  /// Names of columns of text that hold spelt numbers, and stand flush right.
  package let numbers: Set<String>

  package init(caption: String? = nil, numbers: Set<String> = []) {
    self.caption = caption
    self.numbers = numbers
  }

  func isNumber(_ column: Column) -> Bool { column.kind.isNumber || numbers.contains(column.name) }
}
