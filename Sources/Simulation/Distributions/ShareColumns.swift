import Tables

extension [WilsonInterval] {
  /// The columns count, share, low, high.
  var columns: [Column] { [.integer("count", map(\.count))] + intervals }

  /// The columns share, low, high; without numbers where there is nothing to be a share of.
  var intervals: [Column] {
    [
      .real("share", map(\.share)), .real("low", map { $0.total > 0 ? $0.low : nil }),
      .real("high", map { $0.total > 0 ? $0.high : nil }),
    ]
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
