import Bargaining
import Tables

extension OutcomeDistribution {
  /// Most rows of the table `packages`.
  package static let packageLimit = 1_000

  /// All tables of a result: `endings`, `settlements`, `rounds`, `parties`, `packages`,
  /// `mediators`, `forums`, `zone`, `causes`, `efficiency`, `ending_times`, `convergence`,
  /// `course`, `resumption`; then `ratification`, `durability`, `models` and `tolls` where the
  /// scenario has what they speak of; and `shares`, `computation` and `model_ranges`, for what a
  /// page says besides.
  ///
  /// Shares come with 95% Wilson intervals; they are missing where there is nothing to be a share
  /// of.
  public func tables() throws(TableError) -> [Table] {
    try [
      try endingsTable(), try settlementsTable(), try roundsTable(), try partiesTable(),
      try packagesTable(), try mediatorsTable(), try forumsTable(), try zoneTable(),
      try causesTable(), try efficiencyTable(),
    ] + tablesOfTheRuns() + tablesOfTheCourse() + tablesOfTheHome() + tablesOfModels() + tablesOfTolls()
      + furtherTables()
  }

  private func endingsTable() throws(TableError) -> Table {
    let rows = endingRows
    return try Table(
      "endings", columns: [.text("ending", rows.map(\.ending.name))] + rows.map(\.share).columns)
  }

  private func settlementsTable() throws(TableError) -> Table {
    let rows = settlementRows
    return try Table(
      "settlements",
      columns: [
        .text("issue", rows.map { scenario.issues[$0.issue].name }),
        .text("option", rows.map { scenario.issues[$0.issue].options[$0.option].name }),
      ] + rows.map(\.share).columns)
  }

  private func roundsTable() throws(TableError) -> Table {
    let rows = survival.rows
    return try Table(
      "rounds",
      columns: [
        .integer("round", rows.map(\.round)), .integer("at_risk", rows.map(\.atRisk)),
        .integer("agreements", rows.map(\.agreements)), .integer("censored", rows.map(\.censored)),
        .real("survival", rows.map(\.survival)), .real("low", rows.map(\.low)),
        .real("high", rows.map(\.high)),
      ])
  }

  private func partiesTable() throws(TableError) -> Table {
    let rows = partyRows
    let values = rows.map(\.distribution)
    return try Table(
      "parties",
      columns: [
        .text("party", rows.map { scenario.parties[$0.party].name }), .text("measure", rows.map(\.measure)),
        .real("mean", values.map(\.moments.mean)),
        .real("standard_error", values.map(standardError)),
        .real("sd", values.map(\.moments.standardDeviation)),
      ] + values.quantileColumns)
  }

  private func packagesTable() throws(TableError) -> Table {
    let rows = packageRows(Self.packageLimit)
    let issues: [Column] = scenario.agenda.map { k in
      let issue = scenario.issues[k]
      let taken = ["rank", "count", "share", "low", "high"].contains(issue.name)
      return .text(
        taken ? "issue_\(issue.name)" : issue.name,
        rows.map { row in space.map { issue.options[$0.option(of: k, in: row.outcome)].name } })
    }
    return try Table(
      "packages",
      columns: [.integer("rank", rows.indices.map { $0 + 1 })] + rows.map(\.share).columns + issues)
  }

  private func mediatorsTable() throws(TableError) -> Table {
    try proposers("mediators", mediatorRows) { scenario.mediators[$0].name }
  }

  private func forumsTable() throws(TableError) -> Table {
    try proposers("forums", forumRows) { scenario.forums[$0].name }
  }

  private func proposers(
    _ table: String, _ rows: [ProposerRow], name: (Int) -> String
  ) throws(TableError) -> Table {
    try Table(
      table,
      columns: [
        .text("name", rows.map { name($0.index) }), .integer("texts", rows.map(\.texts)),
        .integer("agreements", rows.map(\.agreed.count)),
      ] + rows.map(\.agreed).intervals)
  }

  private func zoneTable() throws(TableError) -> Table {
    let rows = zoneRows
    return try Table(
      "zone",
      columns: [
        .text("zone", rows.map { $0.exists ? "exists" : "none" }),
        .text("agreement", rows.map { $0.agreed ? "yes" : "no" }),
      ] + rows.map(\.share).columns)
  }

  private func causesTable() throws(TableError) -> Table {
    let rows = causeRows
    return try Table(
      "causes", columns: [.text("cause", rows.map(\.cause.name))] + rows.map(\.share).columns)
  }

  /// One row per measure; its numbers are missing when nothing was measured.
  private func efficiencyTable() throws(TableError) -> Table {
    let rows = measureRows
    let values = rows.map(\.distribution)
    return try Table(
      "efficiency",
      columns: [
        .text("measure", rows.map(\.measure.name)), .real("mean", values.map(\.moments.mean)),
        .real("standard_error", values.map(standardError)),
      ] + values.quantileColumns)
  }
}
