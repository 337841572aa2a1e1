/// The formats in which a ``Table`` leaves. The raw value is the name on the command line.
public enum TableFormat: String, Sendable, CaseIterable {
  /// RFC 4180 with LF line ends; see `CSVRowWriter`.
  case csv
  /// As ``csv``, with a tab in the comma's place.
  case tsv
  /// An object with `schema` (`detente.table/1`), `table` and `rows`, one object per row, one line
  /// each. Missing values, and reals that are not finite, are `null`.
  case json
  /// One object per line, as in ``json`` (JSON Lines).
  case jsonl
  /// A file of Apache Arrow (Feather version 2), not compressed: bytes, no text. Reals that are not
  /// finite stay what they are.
  case arrow
  /// A GitHub Flavored Markdown table; numbers flush right.
  case md
  /// A `tabular` with the rules of the `booktabs` package; text other than Latin needs a Unicode
  /// engine.
  case latex
  /// One `<table>` element, to stand in a page of any style; numeric cells have the class `number`.
  case html

  /// The usual extension of a file's name, without the dot.
  public var fileExtension: String { self == .latex ? "tex" : rawValue }
}
