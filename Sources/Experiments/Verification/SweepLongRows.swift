import Results

/// Holds the rows of `sweep_long.csv` against those of `sweep.csv`, whose numbers they are.
package struct SweepLongRows {
  /// The fields of each point in `sweep.csv`, by column.
  private var wide: [String: [String: String]] = [:]
  private var measures: [String] = []

  package init() {}

  /// Takes a row of either table, those of `sweep.csv` first.
  ///
  /// - Parameters:
  ///   - fields: of the row.
  ///   - shape: of its table.
  ///   - row: its number, from 1.
  /// - Returns: what is wrong in a row of `sweep_long.csv`.
  package mutating func take(_ fields: [String], of shape: TableShape, row: Int) -> VerificationFault? {
    let named = Dictionary(zip(shape.heading, fields)) { first, _ in first }
    switch shape.name {
    case "sweep":
      if measures.isEmpty {
        let parties = shape.heading.filter { $0.hasPrefix(SweepResult.utilityPrefix) }
        measures = SweepResult.measures(
          of: parties.map { String($0.dropFirst(SweepResult.utilityPrefix.count)) })
      }
      wide[fields[0]] = named
      return nil
    case "sweep_long":
      guard !measures.isEmpty, let point = wide[fields[0]] else { return nil }
      let measure = measures[(row - 1) % measures.count]
      let isShare = point["\(measure)_share"] != nil
      let expected = [
        "runs": point["runs"], "measure": measure, "value": point["\(measure)_share"] ?? point[measure],
        "low": isShare ? point["\(measure)_low"] : "", "high": isShare ? point["\(measure)_high"] : "",
        "seed": point["seed"],
      ]
      for column in shape.heading {
        guard let expected = expected[column] ?? nil, let found = named[column],
          !SweepLongRows.isSame(expected, found)
        else { continue }
        return VerificationFault(
          "sweep_long.csv", row: row, expected: "\(column) \(expected), as in sweep.csv", found: found)
      }
      return nil
    default: return nil
    }
  }

  /// A whole number may be written as a real one.
  private static func isSame(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    guard let whole = Int(a), let real = Double(b) else { return false }
    return b == "\(Double(whole))" && real == Double(whole)
  }
}
