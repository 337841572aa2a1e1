import Experiments
import Simulation
import Tables

/// What a simulation is written down as: the tables, and what the screen says of them. They depend
/// on nothing but the scenario and the simulation, so that they can be made again to be compared.
package struct RunContents: Sendable {
  package let report: ReportContent
  package let tables: [Table]

  package init(
    _ distribution: OutcomeDistribution, language: String
  ) throws(TableError) {
    report = ReportContent(distribution, language: language)
    let space = try UtilitySpace(of: distribution).map { space throws(TableError) in try space.table() }
    tables = try distribution.tables() + (space.map { [$0] } ?? [])
  }
}
