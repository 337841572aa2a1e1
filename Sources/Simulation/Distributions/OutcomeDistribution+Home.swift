import Bargaining
import Tables

/// The tables that only some scenarios have.
extension OutcomeDistribution {
  /// `ratification` when a party has factions whose consent a deal needs, `durability` when
  /// agreements have phases.
  func tablesOfTheHome() throws(TableError) -> [Table] {
    var tables: [Table] = []
    if scenario.hasRatification { tables.append(try ratificationTable()) }
    if scenario.implementation != nil { tables.append(try durabilityTable()) }
    return tables
  }

  /// Per party that has to ratify: deals turned down in all runs together, and the runs in which
  /// that happened.
  private func ratificationTable() throws(TableError) -> Table {
    let rows = ratificationRows
    return try Table(
      "ratification",
      columns: [
        .text("party", rows.map { scenario.parties[$0.party].name }),
        .integer("failed", rows.map(\.failed)), .integer("runs", rows.map(\.runs.count)),
      ] + rows.map(\.runs).intervals)
  }

  /// Per phase: agreements in which it was begun and completed; the share is of those begun.
  private func durabilityTable() throws(TableError) -> Table {
    let rows = phaseRows
    return try Table(
      "durability",
      columns: [
        .text("phase", (scenario.implementation?.phases ?? []).map(\.name)),
        .integer("started", rows.map(\.completed.total)),
        .integer("completed", rows.map(\.completed.count)),
      ] + rows.map(\.completed).intervals)
  }
}
