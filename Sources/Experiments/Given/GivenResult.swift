import Bargaining
import Simulation
import Tables

/// What is known of talks, given what has been observed of them.
package struct GivenResult: Sendable {
  /// How the runs were conditioned.
  package enum Method: String, Sendable, Equatable {
    /// There was nothing to condition on.
    case all
    /// Runs that fit every observation, as they are.
    case rejection
    /// All runs, by how probable the history is in each.
    case weights
    /// Particles that were drawn anew on the way.
    case filter
  }

  package let study: GivenStudy
  package let method: Method
  /// How many independent runs the answer is worth.
  package let effectiveRuns: Double
  package let forecasts: [Forecast]
  /// How the talks go on.
  package let distribution: OutcomeDistribution
  /// The most shifted first.
  package let posteriors: [Posterior]

  /// The tables of `run`, of the talks as they go on, then `forecast` and `posterior`.
  ///
  /// - `forecast`: after, round, ending, share, low, high, effective_runs.
  /// - `posterior`: parameter, prior_mean, prior_sd, mean, sd, p05, p50, p95, shift.
  package func tables() throws(TableError) -> [Table] {
    try distribution.tables() + [
      Self.table(of: forecasts), Self.table(of: posteriors),
    ]
  }

  static func table(of forecasts: [Forecast]) throws(TableError) -> Table {
    try Table(
      "forecast",
      columns: [
        .integer("after", forecasts.map(\.after)), .integer("round", forecasts.map(\.round)),
        .text("ending", forecasts.map(\.ending.name)), .real("share", forecasts.map(\.share.share)),
        .real("low", forecasts.map { $0.share.share == nil ? nil : $0.share.low }),
        .real("high", forecasts.map { $0.share.share == nil ? nil : $0.share.high }),
        .real("effective_runs", forecasts.map(\.effectiveRuns)),
      ])
  }

  static func table(of posteriors: [Posterior]) throws(TableError) -> Table {
    try Table(
      "posterior",
      columns: [
        .text("parameter", posteriors.map(\.path)), .real("prior_mean", posteriors.map(\.prior.mean)),
        .real("prior_sd", posteriors.map(\.prior.deviation)), .real("mean", posteriors.map(\.posterior.mean)),
        .real("sd", posteriors.map(\.posterior.deviation)), .real("p05", posteriors.map(\.posterior.p05)),
        .real("p50", posteriors.map(\.posterior.p50)), .real("p95", posteriors.map(\.posterior.p95)),
        .real("shift", posteriors.map(\.shift)),
      ])
  }
}
