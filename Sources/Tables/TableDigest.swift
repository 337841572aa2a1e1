/// The digest that a table must have beside the one that it has.
package struct TableDigest: Sendable, Equatable {
  package let table: String
  /// SHA-256 of its CSV, in 64 hexadecimal digits.
  package let expected: String
  /// Likewise; empty where there is no such table.
  package let got: String

  package init(table: String, expected: String, got: String) {
    self.table = table
    self.expected = expected
    self.got = got
  }

  package var agrees: Bool { expected == got }
}
