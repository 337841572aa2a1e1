import Simulation
import Tables

/// How the range across models stands in the tables of studies: after all other columns, where a
/// scenario has models.
extension ModelRange {
  /// The columns of ranges: of what `low` and `high` are the interval of, for the prefix `""`.
  static func columns(_ prefixes: [String]) -> [Column] {
    prefixes.flatMap { [.real("\($0)models_low"), .real("\($0)models_high")] }
  }

  /// Their cells in a row, missing where there is no range.
  static func cells(_ ranges: [ModelRange?]) -> [Cell] {
    ranges.flatMap { [Cell($0?.low), Cell($0?.high)] }
  }
}
