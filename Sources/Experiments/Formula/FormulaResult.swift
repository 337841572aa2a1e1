import Bargaining
import Simulation
import Tables

/// What was found out about texts.
package struct FormulaResult: Sendable {
  package let study: FormulaStudy
  /// How many texts there are.
  package let textCount: Int
  package let draws: Int
  /// Draws in which some text was acceptable.
  package let openDraws: WilsonInterval
  /// The texts that were most often acceptable, best first.
  package internal(set) var texts: [TextStanding] = []
  /// The efficient ones, best first (``TextFrontier``).
  package internal(set) var frontier: [TextStanding] = []
  /// The best of those that leave something as it is; `nil` where none was ever acceptable.
  package internal(set) var interim: InterimText?
  /// Who refuses the first texts, text by text.
  package internal(set) var refusals: [TextRefusal] = []
  /// What to carry together, in the order in which to table it.
  package internal(set) var folder: [FolderText] = []
  /// What each uncertain number is worth to know, the most valuable first.
  package internal(set) var questions: [InformationValue] = []
  /// What tabling the first texts changes, text by text and mediator by mediator.
  package internal(set) var proofs: [FormulaProof] = []

  init(study: FormulaStudy, textCount: Int, draws: Int, openDraws: WilsonInterval) {
    self.study = study
    self.textCount = textCount
    self.draws = draws
    self.openDraws = openDraws
  }
}

extension FormulaResult {
  /// The tables `formula`, `frontier`, `refusals`, `folder`, `questions` and, where it was asked
  /// for, `proof` (``proofTable()``).
  ///
  /// - `formula`: rank, acceptability, low, high, table_share, worst_surplus, regret, durability,
  ///   one column per issue of the agenda, then `surplus_PARTY` for each party and
  ///   `utility_MEDIATOR` for each mediator.
  /// - `frontier`: the same of the efficient texts.
  /// - `refusals`: rank (that of the text), party, share, low, high, issue, won (the share of these
  ///   draws in which the issue alone wins the party), then the text, one column per issue.
  /// - `folder`: rank (in the order of tabling), covered, low, high, one column per issue.
  /// - `questions`: parameter, value, low, high.
  package func tables() throws(TableError) -> [Table] {
    [
      try Table("formula", columns: columns(of: texts)),
      try Table("frontier", columns: columns(of: frontier)),
      try refusalTable(), try folderTable(), try questionTable(),
    ] + (try proofTable().map { [$0] } ?? [])
  }

  private var scenario: Scenario { study.scenario }

  private func columns(of texts: [TextStanding]) -> [Column] {
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
    return first + issueColumns(of: texts.map(\.options), beside: first + last) + last
  }

  private func refusalTable() throws(TableError) -> Table {
    let first: [Column] = [
      .integer("rank", refusals.map(\.text.rank)),
      .text("party", refusals.map { scenario.parties[$0.party].name }),
      .real("share", refusals.map(\.refused.share)), .real("low", refusals.map(\.refused.low)),
      .real("high", refusals.map(\.refused.high)),
      .text("issue", refusals.map { $0.issue.map { scenario.issues[$0].name } }),
      .real("won", refusals.map(\.won.share)),
    ]
    return try Table(
      "refusals", columns: first + issueColumns(of: refusals.map(\.text.options), beside: first))
  }

  private func folderTable() throws(TableError) -> Table {
    let first: [Column] = [
      .integer("rank", folder.indices.map { $0 + 1 }), .real("covered", folder.map(\.covered.share)),
      .real("low", folder.map(\.covered.low)), .real("high", folder.map(\.covered.high)),
    ]
    return try Table("folder", columns: first + issueColumns(of: folder.map(\.options), beside: first))
  }

  private func questionTable() throws(TableError) -> Table {
    try Table(
      "questions",
      columns: [
        .text("parameter", questions.map { scenario[$0.parameter].path }),
        .real("value", questions.map(\.value)), .real("low", questions.map(\.low)),
        .real("high", questions.map(\.high)),
      ])
  }

  /// A column for each issue of the agenda; one whose name another column has is called
  /// `issue_NAME`.
  func issueColumns(of texts: [[Int]], beside others: [Column]) -> [Column] {
    let taken = Set(others.map(\.name))
    return scenario.agenda.map { k in
      let issue = scenario.issues[k]
      return .text(
        taken.contains(issue.name) ? "issue_\(issue.name)" : issue.name,
        texts.map { issue.options[$0[k]].name })
    }
  }
}
