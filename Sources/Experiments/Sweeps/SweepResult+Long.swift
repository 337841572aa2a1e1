import Bargaining
import Tables

extension SweepResult {
  /// What a point has a row of in `sweep_long.csv`: the endings, `agreement`, `median_round`, and
  /// `mean_utility_PARTY` for each party.
  static func measures(of parties: [String]) -> [String] {
    Ending.allCases.map(\.name) + ["agreement", "median_round"] + parties.map { utilityPrefix + $0 }
  }

  /// `sweep_long.csv`: the numbers of `sweep.csv`, one row for each point and measure, as programs
  /// for statistics want them.
  ///
  /// Columns: point, `scenario` when variants are compared, one per varied path, runs, measure,
  /// value, low, high (of shares), seed.
  package func longTable() throws(TableError) -> Table { try longTable(parties: partyNames) }

  func longTable(parties: [String]) throws(TableError) -> Table {
    let measures = SweepResult.measures(of: parties)
    let keys = SweepResult.keyColumns(
      of: points.flatMap { point in measures.map { _ in point.index } }, in: plan)
    var values: [(value: Double?, low: Double?, high: Double?)] = []
    for point in points {
      let outcome = point.outcome
      for share in Ending.allCases.map({ outcome.endings[$0.rawValue] }) + [outcome.agreement] {
        values.append((share.share, share.low, share.high))
      }
      values.append((outcome.medianRound.map(Double.init), nil, nil))
      for party in parties {
        values.append((outcome.utilities.first { $0.party == party }?.mean ?? nil, nil, nil))
      }
    }
    let columns: [Column] = [
      .integer("runs", points.flatMap { point in measures.map { _ in point.outcome.runs } }),
      .text("measure", points.flatMap { _ in measures }), .real("value", values.map(\.value)),
      .real("low", values.map(\.low)), .real("high", values.map(\.high)), seedColumn(values.count),
    ]
    return try Table("sweep_long", columns: keys + columns)
  }
}
