import Bargaining
import Tables

/// What runs take.
extension OutcomeDistribution {
  /// What a toll comes to over all runs, or over those that end in one way.
  package struct TollRow: Sendable, Equatable {
    /// Into the tolls of the scenario.
    package let toll: Int
    /// `nil` for all runs.
    package let ending: Ending?
    package let measure: MeasureDistribution
  }

  /// Toll by toll: all runs, then every ending.
  package var tollRows: [TollRow] {
    fold.tolls.enumerated().flatMap { toll, distributions in
      [TollRow(toll: toll, ending: nil, measure: distributions.all)]
        + Ending.allCases.map {
          TollRow(toll: toll, ending: $0, measure: distributions.byEnding[$0.rawValue])
        }
    }
  }

  /// `tolls` where there are any; no numbers for an ending that no run has.
  func tablesOfTolls() throws(TableError) -> [Table] {
    guard !scenario.tolls.isEmpty else { return [] }
    let rows = tollRows
    return [
      try Table(
        "tolls",
        columns: [
          .text("toll", rows.map { scenario.tolls[$0.toll].name }),
          .text("ending", rows.map { $0.ending?.name ?? "all" }),
          .real("mean", rows.map(\.measure.moments.mean)),
          .real("standard_error", rows.map { standardError(of: $0.measure) }),
        ] + rows.map(\.measure).quantileColumns)
    ]
  }
}
