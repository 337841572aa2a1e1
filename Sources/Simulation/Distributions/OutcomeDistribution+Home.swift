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
    let parties = scenario.parties.indices.filter { scenario.parties[$0].isAskedAtHome }
    var rows = ShareRows()
    for party in parties { rows.add(ratifications[party].runs, of: runs) }
    return try Table(
      "ratification",
      columns: [
        .text("party", parties.map { scenario.parties[$0].name }),
        .integer("failed", parties.map { ratifications[$0].failed }),
        .integer("runs", parties.map { ratifications[$0].runs }),
      ] + rows.intervals)
  }

  /// Per phase: agreements in which it was begun and completed; the share is of those begun.
  private func durabilityTable() throws(TableError) -> Table {
    var rows = ShareRows()
    for (started, completed) in zip(durability.started, durability.completed) {
      rows.add(completed, of: started)
    }
    return try Table(
      "durability",
      columns: [
        .text("phase", (scenario.implementation?.phases ?? []).map(\.name)),
        .integer("started", durability.started), .integer("completed", durability.completed),
      ] + rows.intervals)
  }
}

/// How often one party's home turned deals down.
public struct RatificationCounts: Sendable, Equatable {
  /// Deals turned down, all runs together.
  public internal(set) var failed = 0
  /// Runs in which at least one was.
  public internal(set) var runs = 0

  mutating func add(_ failures: Int) {
    failed += failures
    if failures > 0 { runs += 1 }
  }
}

extension Party {
  /// Whether a deal needs this party's home.
  package var isAskedAtHome: Bool { hasVeto && ratification != nil }
}

extension Scenario {
  /// Whether a deal needs the home of some party.
  package var hasRatification: Bool { parties.contains(where: \.isAskedAtHome) }
}
