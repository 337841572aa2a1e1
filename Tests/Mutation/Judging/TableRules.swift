import Simulation
import Tables

/// What holds of the tables of every result.
struct TableRules {
  private let distribution: OutcomeDistribution

  init(_ distribution: OutcomeDistribution) { self.distribution = distribution }

  func check() throws(Wrong) {
    let tables: [Table]
    do { tables = try distribution.tables() } catch { throw Wrong("a table cannot be made", "\(error)") }
    for table in tables {
      try TableRules.check(table)
      try checkSums(of: table)
    }
  }

  /// Reals are finite, whole numbers not negative, shares between 0 and 1 and inside their
  /// intervals.
  static func check(_ table: Table) throws(Wrong) {
    for column in table.columns {
      let name = "\(table.name).\(column.name)"
      for value in column.reals {
        try require(value.isFinite, "a real that is not finite", "\(name): \(value)")
        // Of `course` some rows are means.
        guard isShare(column.name), table.name != "course" || column.name == "share" else { continue }
        try require(value >= 0 && value <= 1, "a share outside 0 to 1", "\(name): \(value)")
      }
      if case .integer(let values) = column.cells, column.name != "seed", !isFree(column.name, in: table) {
        for case let value? in values {
          try require(value >= 0, "a count below 0", "\(name): \(value)")
        }
      }
    }
    for column in table.columns where column.name == "share" || column.name.hasSuffix("_share") {
      let stem = String(column.name.dropLast("share".count))
      guard let low = table[stem + "low"], let high = table[stem + "high"] else { continue }
      for row in 0..<table.rowCount {
        guard case .real(let share) = column[row], case .real(let least) = low[row],
          case .real(let most) = high[row]
        else { continue }
        try require(
          least <= share && share <= most, "a share outside its interval",
          "\(table.name): \(least) \(share) \(most)")
      }
    }
  }

  /// Columns of a sweep that hold what was varied.
  private static func isFree(_ column: String, in table: Table) -> Bool {
    table.name == "sweep" && (column.contains(".") || column == "rounds")
  }

  private static func isShare(_ column: String) -> Bool {
    ["share", "low", "high", "survival"].contains(column)
      || ["_share", "_low", "_high"].contains { column.hasSuffix($0) && !column.contains(".") }
  }

  private func checkSums(of table: Table) throws(Wrong) {
    switch table.name {
    case "endings": try checkSum(of: table, 0..<table.rowCount, distribution.runs)
    case "zone":
      try checkSum(of: table, 0..<table.rowCount, distribution.zones.total)
      try require(distribution.zones.total <= distribution.runs, "more zones than runs")
    case "causes":
      try checkSum(of: table, 0..<table.rowCount, distribution.causes.total)
      let failed = distribution.zones.missed + distribution.zones.absent
      try require(
        distribution.causes.total == failed, "failures without a cause",
        "\(distribution.causes.total) of \(failed)")
    case "settlements":
      var start = 0
      for issue in distribution.scenario.agenda {
        let rows = start..<start + distribution.scenario.issues[issue].options.count
        try checkSum(of: table, rows, distribution.agreements)
        start = rows.upperBound
      }
    case "packages": try checkSum(of: table, 0..<table.rowCount, distribution.agreements)
    case "efficiency": try checkEfficiency(table)
    default: break
    }
  }

  /// Counts sum to the whole, shares to 1 where there is a whole.
  private func checkSum(of table: Table, _ rows: Range<Int>, _ whole: Int) throws(Wrong) {
    let counts = rows.map { table["count"]?[$0] }.reduce(0) { sum, cell in
      if case .integer(let count)? = cell { sum + count } else { sum }
    }
    try require(counts == whole, "counts that do not sum", "\(table.name): \(counts) of \(whole)")
    guard whole > 0 else { return }
    let shares = rows.map { table["share"]?[$0] }.reduce(0.0) { sum, cell in
      if case .real(let share)? = cell { sum + share } else { sum }
    }
    try require((shares - 1).magnitude < 1e-9, "shares that do not sum to 1", "\(table.name): \(shares)")
  }

  /// The Nash product of an agreement is a share of the greatest; a distance is not below 0.
  private func checkEfficiency(_ table: Table) throws(Wrong) {
    for row in 0..<table.rowCount {
      for name in ["mean", "p05", "p25", "p50", "p75", "p95"] {
        guard case .real(let value)? = table[name]?[row] else { continue }
        try require(
          value >= -1e-9 && (row > 0 || value <= 1 + 1e-9), "an efficiency out of bounds", "\(name): \(value)"
        )
      }
    }
  }
}

extension Column {
  /// The cells of a column of reals that are there.
  fileprivate var reals: [Double] {
    if case .real(let values) = cells { values.compactMap(\.self) } else { [] }
  }
}
