/// What the terminal at hand can show.
public struct TerminalStyle: Sendable, Equatable {
  /// Columns; lines are kept within it, from 40 up to 100 columns.
  public var width: Int
  /// Whether escape sequences for colour may be written.
  public var isColoured: Bool
  /// Only ASCII beside the labels themselves: `#` for bars, `-` for dashes.
  public var isASCII: Bool

  /// A terminal of so many columns.
  public init(width: Int = 80, isColoured: Bool = false, isASCII: Bool = false) {
    self.width = width
    self.isColoured = isColoured
    self.isASCII = isASCII
  }

  /// Colour on a terminal only, unless `NO_COLOR` is set to something (no-color.org) or `TERM` is
  /// `dumb`; ASCII when `TERM` is `dumb`. Width from `columns`, else from `COLUMNS`, else 80.
  public init(environment: [String: String], columns: Int?, isTerminal: Bool) {
    let isDumb = environment["TERM"] == "dumb"
    self.init(
      width: columns ?? environment["COLUMNS"].flatMap { Int($0) } ?? 80,
      isColoured: isTerminal && !isDumb && (environment["NO_COLOR"] ?? "").isEmpty, isASCII: isDumb)
  }
}
