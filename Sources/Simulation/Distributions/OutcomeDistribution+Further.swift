import Bargaining
import Tables

/// What sentences on a page speak of and no other table has, so that a page can be made of the
/// tables alone.
extension OutcomeDistribution {
  /// `shares`, `computation`, and `model_ranges` where there are models.
  func furtherTables() throws(TableError) -> [Table] {
    let tables = [try sharesTable(), try computationTable()]
    return scenario.models.isEmpty ? tables : tables + [try modelRangesTable()]
  }

  /// Shares of runs and of agreements: how many, of how many.
  private var furtherShares: [(measure: String, share: WilsonInterval)] {
    let brokered = mediatorRows.reduce(0) { $0 + $1.agreed.count }
    var shares = [
      ("agreement", agreementShare),
      ("pareto_efficient", share(efficiency.efficient, of: efficiency.measured)),
      ("own_offers", share(agreements - brokered, of: agreements)),
      ("missed_zone", share(zones.missed, of: zones.missed + zones.absent)),
    ]
    if scenario.implementation != nil {
      let kept = durability
      shares.append(("carried_out", share(kept.kept, of: kept.agreements)))
      shares += PhaseFailure.Cause.allCases.map {
        ("broken_by_\($0.name)", share(kept.causes[$0.rawValue], of: kept.agreements))
      }
    }
    return shares
  }

  private func sharesTable() throws(TableError) -> Table {
    let rows = furtherShares
    let shares = rows.map(\.share)
    return try Table(
      "shares",
      columns: [
        .text("measure", rows.map(\.measure)), .integer("count", shares.map(\.count)),
        .integer("of", shares.map(\.total)),
      ] + shares.intervals)
  }

  /// How the numbers came about; a value that does not apply is missing.
  ///
  /// `zone_every` and `efficiency_every`: one run in so many was looked at, 0 for none.
  /// `package_undercount`: by how much counts of packages may be too low. `quantile_error`: by how
  /// much quantiles of the parties may be off. `worth`: how many independent runs one stands for.
  private func computationTable() throws(TableError) -> Table {
    func every(_ sampling: SimulationPlan.Sampling) -> Double {
      if case .every(let n) = sampling { Double(n) } else { 0 }
    }
    let rows: [(String, Double?)] = [
      ("zone_every", every(zoneSampling)), ("zone_undecided", Double(zones.undecided)),
      ("zone_bare", Double(zones.missedBare)), ("efficiency_every", every(efficiency.sampling)),
      ("efficiency_agreements", Double(efficiency.agreements)),
      ("package_undercount", packages.isExact ? nil : Double(packages.undercount)),
      ("quantile_error", partyRows.map(\.distribution.quantiles.errorBound).max()), ("worth", worth),
    ]
    return try Table(
      "computation", columns: [.text("measure", rows.map(\.0)), .real("value", rows.map(\.1))])
  }

  /// For the shares of each other table, by its row from 1: from the least to the greatest that a
  /// model has for itself, and how many models have one.
  private func modelRangesTable() throws(TableError) -> Table {
    let models = scenario.models.indices.map(ofModel)
    let packages = packageRows(Self.packageLimit)
    var builder = try TableBuilder(
      "model_ranges",
      [.text("table"), .integer("row"), .integer("models"), .real("models_low"), .real("models_high")])
    func add(_ table: String, _ shares: (OutcomeDistribution) -> [Double?]) throws(TableError) {
      let columns = models.map(shares)
      for row in columns.first?.indices ?? 0..<0 {
        guard let range = ModelRange(columns.map { $0[row] }) else { continue }
        try builder.append([
          .text(table), .integer(row + 1), .integer(range.models), .real(range.low), .real(range.high),
        ])
      }
    }
    try add("endings") { $0.endingRows.map(\.share.share) }
    try add("settlements") { $0.settlementRows.map(\.share.share) }
    try add("packages") { model in
      packages.map { model.share(model.packages.count(of: $0.outcome), of: model.agreements).share }
    }
    try add("mediators") { $0.mediatorRows.map(\.agreed.share) }
    try add("forums") { $0.forumRows.map(\.agreed.share) }
    try add("zone") { $0.zoneRows.map(\.share.share) }
    try add("causes") { $0.causeRows.map(\.share.share) }
    try add("course") { [$0.resumed.share] }
    try add("ratification") { $0.ratificationRows.map(\.runs.share) }
    try add("durability") { $0.phaseRows.map(\.completed.share) }
    try add("shares") { $0.furtherShares.map(\.share.share) }
    // The last row of the curve of time: what had agreed by the end, had none been cut short.
    try add("rounds") { [$0.runs == 0 ? nil : $0.survival.rows.last.map { 1 - $0.survival }] }
    return builder.table
  }
}
