import Simulation
import Tables

/// A table that is read row by row.
struct TableRows {
  let table: Table

  init?(_ table: Table?) {
    guard let table else { return nil }
    self.table = table
  }

  /// Each row, from 0.
  var rows: [Row] { (0..<table.rowCount).map { Row(table: table, index: $0) } }

  struct Row {
    let table: Table
    /// From 0.
    let index: Int

    /// The text of a cell; empty where it is missing.
    func text(_ column: String) -> String {
      switch table[column]?[index] {
      case .text(let text)?: text
      case .integer(let number)?: "\(number)"
      case .real(let number)?: Numerals.shortest(number)
      case .missing?, nil: ""
      }
    }

    /// `nil` where there is no number.
    func real(_ column: String) -> Double? {
      switch table[column]?[index] {
      case .integer(let number)?: Double(number)
      case .real(let number)?: number
      case .text?, .missing?, nil: nil
      }
    }

    /// Whether the cell says so, be it as a text or as the number that the text spells: options may
    /// be called `2` or `0.5`.
    func says(_ name: String, in column: String) -> Bool {
      text(column) == name || (real(column).map { Double(name) == $0 } ?? false)
    }

    func whole(_ column: String) -> Int? {
      if case .integer(let number)? = table[column]?[index] { number } else { nil }
    }

    /// A share and its interval; of nothing, 0 and all of [0, 1].
    func share(
      _ count: String = "count", _ share: String = "share", _ low: String = "low", _ high: String = "high",
      models: ModelRange? = nil
    ) -> ShareEstimate {
      ShareEstimate(
        count: whole(count) ?? 0, share: real(share) ?? 0, low: real(low) ?? 0, high: real(high) ?? 1,
        models: models)
    }

    /// Five quantiles.
    var quantiles: ReportContent.Quantiles {
      .init(
        p05: real("p05") ?? .nan, p25: real("p25") ?? .nan, p50: real("p50") ?? .nan,
        p75: real("p75") ?? .nan,
        p95: real("p95") ?? .nan)
    }
  }
}

extension PageSource {
  /// The rows of a table; none where there is no such table.
  func rows(_ name: String) -> [TableRows.Row] { TableRows(self[name])?.rows ?? [] }
}
