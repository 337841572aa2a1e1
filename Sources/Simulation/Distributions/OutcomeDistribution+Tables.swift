import Bargaining
import Tables

extension OutcomeDistribution {
  /// Most rows of the table `packages`.
  package static let packageLimit = 1_000

  /// All tables of a result, as COMMANDS names them: `endings`, `settlements`, `rounds`, `parties`,
  /// `packages`, `mediators`, `forums`, `zone`, `efficiency`; then `ratification` and `durability`
  /// where the scenario has what they speak of.
  ///
  /// Shares come with 95% Wilson intervals; they are missing where there is nothing to be a share
  /// of.
  public func tables() throws(TableError) -> [Table] {
    try [
      try endingsTable(), try settlementsTable(), try roundsTable(), try partiesTable(),
      try packagesTable(), try mediatorsTable(), try forumsTable(), try zoneTable(),
      try efficiencyTable(),
    ] + tablesOfTheHome()
  }

  private func endingsTable() throws(TableError) -> Table {
    var rows = ShareRows()
    for ending in Ending.allCases { rows.add(endings[ending.rawValue], of: runs) }
    return try Table("endings", columns: [.text("ending", Ending.allCases.map(\.name))] + rows.columns)
  }

  private func settlementsTable() throws(TableError) -> Table {
    var issues: [String] = []
    var options: [String] = []
    var rows = ShareRows()
    for k in scenario.agenda {
      for (option, count) in settlements[k].enumerated() {
        issues.append(scenario.issues[k].name)
        options.append(scenario.issues[k].options[option].name)
        rows.add(count, of: agreements)
      }
    }
    return try Table(
      "settlements", columns: [.text("issue", issues), .text("option", options)] + rows.columns)
  }

  /// Time to agreement, other endings being censored.
  public var survival: KaplanMeier {
    KaplanMeier(runs: runs, agreements: agreementsByRound, censored: censoredByRound)
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
    var names: [String] = []
    var measures: [String] = []
    var values: [MeasureDistribution] = []
    for (party, measure) in zip(scenario.parties, parties) {
      names += [party.name, party.name]
      measures += ["utility", "surplus"]
      values += [measure.utility, measure.surplus]
    }
    return try Table(
      "parties",
      columns: [
        .text("party", names), .text("measure", measures), .real("mean", values.map(\.moments.mean)),
        .real("standard_error", values.map(\.moments.standardError)),
        .real("sd", values.map(\.moments.standardDeviation)),
      ] + values.quantileColumns)
  }

  private func packagesTable() throws(TableError) -> Table {
    let top = packages.top(Self.packageLimit)
    var rows = ShareRows()
    for entry in top { rows.add(entry.count, of: agreements) }
    let issues: [Column] = scenario.agenda.map { k in
      let issue = scenario.issues[k]
      let taken = ["rank", "count", "share", "low", "high"].contains(issue.name)
      return .text(
        taken ? "issue_\(issue.name)" : issue.name,
        top.map { entry in space.map { issue.options[$0.option(of: k, in: entry.key)].name } })
    }
    return try Table(
      "packages", columns: [.integer("rank", top.indices.map { $0 + 1 })] + rows.columns + issues)
  }

  private func mediatorsTable() throws(TableError) -> Table {
    let active = scenario.mediators.indices.filter { !scenario.isInert(mediator: $0) }
    return try proposers(
      "mediators", names: active.map { scenario.mediators[$0].name }, texts: active.map { mediatorTexts[$0] },
      agreed: active.map { mediatorAgreements[$0] })
  }

  private func forumsTable() throws(TableError) -> Table {
    try proposers(
      "forums", names: scenario.forums.map(\.name), texts: forumTexts, agreed: forumAgreements)
  }

  private func proposers(
    _ table: String, names: [String], texts: [Int], agreed: [Int]
  ) throws(TableError) -> Table {
    var rows = ShareRows()
    for count in agreed { rows.add(count, of: agreements) }
    return try Table(
      table,
      columns: [
        .text("name", names), .integer("texts", texts), .integer("agreements", agreed),
      ] + rows.intervals)
  }

  private func zoneTable() throws(TableError) -> Table {
    var rows = ShareRows()
    for count in [zones.agreed, zones.missed, 0, zones.absent] { rows.add(count, of: zones.total) }
    return try Table(
      "zone",
      columns: [
        .text("zone", ["exists", "exists", "none", "none"]),
        .text("agreement", ["yes", "no", "yes", "no"]),
      ] + rows.columns)
  }
}

extension Scenario {
  /// Whether a mediator can change nothing: its three strengths are certainly zero and no event
  /// touches them. Such a mediator is left out of the tables, which are then the same, byte for
  /// byte, as without it (Fey & Ramsay 2010, doi:10.1017/S0043887110000109).
  package func isInert(mediator index: Int) -> Bool {
    let mediator = mediators[index]
    let strengths = [mediator.facilitate, mediator.formulate, mediator.manipulate]
    let touched = events.flatMap(\.effects).map(\.target)
    return strengths.allSatisfy { self[$0].distribution == .constant(0) && !touched.contains($0) }
  }
}
