import Bargaining
import Simulation
import Tables

/// What was found out about texts.
package struct FormulaResult: Sendable {
  package let study: FormulaStudy
  /// The texts that were most often acceptable, best first.
  package let texts: [TextStanding]
  /// How many texts there are.
  package let textCount: Int
  package let draws: Int
  /// Draws in which some text was acceptable.
  package let openDraws: WilsonInterval

  /// The table `formula`: rank, acceptability, low, high, table_share, worst_surplus, regret,
  /// durability, one column per issue of the agenda, then `surplus_PARTY` for each party and
  /// `utility_MEDIATOR` for each mediator.
  package func tables() throws(TableError) -> [Table] {
    [try Table("formula", columns: columns(of: texts))]
  }

  private func columns(of texts: [TextStanding]) -> [Column] {
    let scenario = study.scenario
    let first: [Column] = [
      .integer("rank", texts.map(\.rank)), .real("acceptability", texts.map(\.accepted.share)),
      .real("low", texts.map(\.accepted.low)), .real("high", texts.map(\.accepted.high)),
      .real("table_share", texts.map(\.atTable.share)), .real("worst_surplus", texts.map(\.worstSurplus)),
      .real("regret", texts.map(\.regret)), .real("durability", texts.map(\.durability)),
    ]
    let last =
      scenario.parties.indices.map { party in
        Column.real("surplus_\(scenario.parties[party].name)", texts.map { $0.surpluses[party] })
      }
      + scenario.mediators.indices.map { mediator in
        Column.real("utility_\(scenario.mediators[mediator].name)", texts.map { $0.utilities[mediator] })
      }
    let issues = FormulaResult.issueColumns(
      of: texts.map(\.options), scenario, taken: (first + last).map(\.name))
    return first + issues + last
  }

  /// A column for each issue of the agenda; one whose name is taken is called `issue_NAME`.
  static func issueColumns(of texts: [[Int]], _ scenario: Scenario, taken: [String]) -> [Column] {
    scenario.agenda.map { k in
      let issue = scenario.issues[k]
      return .text(
        taken.contains(issue.name) ? "issue_\(issue.name)" : issue.name,
        texts.map { issue.options[$0[k]].name })
    }
  }
}
