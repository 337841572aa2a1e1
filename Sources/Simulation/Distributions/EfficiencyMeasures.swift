import Tables

/// How good the agreements of many runs are, by the measures of `Efficiency`.
public struct EfficiencyMeasures: Sendable {
  /// How runs were chosen whose agreement was measured; `off` when the Pareto frontier cannot be
  /// computed.
  public let sampling: SimulationPlan.Sampling
  /// Agreements of the chosen runs, and those of them whose Pareto distance is known: in the others
  /// the frontier was too large.
  public private(set) var agreements = 0
  /// Those of `agreements` whose distance to the frontier is known.
  public private(set) var measured = 0
  /// Measured agreements that no outcome improves on for one party without a loss to another: their
  /// distance is 0.
  public private(set) var efficient = 0
  /// Product of surpluses as a share of the greatest that could be had, over the measured
  /// agreements in which some outcome gives everybody a surplus.
  public private(set) var nashRatio = MeasureDistribution()
  /// Distance to the Pareto frontier in utilities, over the measured agreements.
  public private(set) var paretoDistance = MeasureDistribution()

  init(_ sampling: SimulationPlan.Sampling) { self.sampling = sampling }

  mutating func add(_ row: RunBlock.Row) {
    guard row.ending.isAgreement, sampling.includes(Int(row.run)) else { return }
    agreements += 1
    if !row.nashRatio.isNaN { nashRatio.add(row.nashRatio) }
    if !row.paretoDistance.isNaN {
      measured += 1
      if row.paretoDistance == 0 { efficient += 1 }
      paretoDistance.add(row.paretoDistance)
    }
  }
}

extension OutcomeDistribution {
  /// One row per measure; its numbers are missing when nothing was measured. ``efficiency`` says in
  /// which runs it was.
  func efficiencyTable() throws(TableError) -> Table {
    let values = [efficiency.nashRatio, efficiency.paretoDistance]
    return try Table(
      "efficiency",
      columns: [
        .text("measure", ["nash_ratio", "pareto_distance"]), .real("mean", values.map(\.moments.mean)),
        .real("standard_error", values.map(\.moments.standardError)),
      ] + values.quantileColumns)
  }
}

extension [MeasureDistribution] {
  /// The columns p05 to p95.
  var quantileColumns: [Column] {
    [("p05", 0.05), ("p25", 0.25), ("p50", 0.5), ("p75", 0.75), ("p95", 0.95)].map { name, p in
      .real(name, map { $0.quantiles.quantile(p) })
    }
  }
}
