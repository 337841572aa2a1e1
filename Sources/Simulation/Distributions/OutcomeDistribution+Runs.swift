import Bargaining
import Tables

/// When runs end how, and how the share of agreements settles.
extension OutcomeDistribution {
  /// `ending_times` (round, ending, cause, count: runs that ended in that round so and, without
  /// agreement, for that cause; missing where it is not known; those that occurred) and
  /// `convergence` (runs, agreements, share, low, high: of the first 1, 2, … 9, 10, 20, … runs,
  /// and of all).
  func tablesOfTheRuns() throws(TableError) -> [Table] {
    let times = fold.endingTimes.rows
    let points = convergenceRows
    return try [
      Table(
        "ending_times",
        columns: [
          .integer("round", times.map(\.round)), .text("ending", times.map(\.ending.name)),
          .text("cause", times.map { $0.cause?.name }), .integer("count", times.map(\.count)),
        ]),
      Table(
        "convergence",
        columns: [
          .integer("runs", points.map(\.runs)), .integer("agreements", points.map(\.agreements.count)),
        ] + points.map(\.agreements).intervals),
    ]
  }

  /// The share of agreements of so many first runs.
  package struct ConvergenceRow: Sendable, Equatable {
    package let runs: Int
    package let agreements: WilsonInterval
  }

  /// Empty where runs are weighted: then their order says nothing.
  package var convergenceRows: [ConvergenceRow] {
    worth < 1
      ? []
      : fold.convergence.rows.map {
        ConvergenceRow(runs: $0.runs, agreements: share($0.agreements, of: $0.runs))
      }
  }
}
