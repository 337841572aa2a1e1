import Bargaining
import Simulation
import Tables

extension FormulaResult {
  /// The tables `formula`, `frontier`, `refusals`, `amendments`, `carrots`, `interim`, `folder`,
  /// `questions` and, where it was asked for, `proof` (``proofTable()``).
  ///
  /// - `formula`: rank, acceptability, low, high, table_share, worst_surplus, regret, durability,
  ///   one column per issue of the agenda, then `surplus_PARTY` for each party and
  ///   `utility_MEDIATOR` for each mediator, and the share of fresh draws (`fresh`, `fresh_low`,
  ///   `fresh_high`).
  /// - `frontier`: the same of the efficient texts, without the fresh draws.
  /// - `refusals`: rank (that of the text), party, share, low, high, issue, won (the share of these
  ///   draws in which the issue alone wins the party), then the text, one column per issue.
  /// - `amendments`: rank (that of the text), refuser, changed (how many issues), issues, won,
  ///   won_low, won_high, acceptability, low, high, gain, gain_low, gain_high, `cost_ACTOR` (mean
  ///   utility lost, negative where it gains), `taken_PARTY` (by how much more often it takes the
  ///   text), then the amended text; shares are of fresh draws.
  /// - `carrots`: actor, size, acceptability, low, high, gain, fresh, fresh_low, fresh_high, one
  ///   column per issue.
  /// - `interim`: moved, acceptability, low, high, fresh, fresh_low, fresh_high, recommended, left,
  ///   one column per issue.
  /// - `folder`: rank (in the order of tabling), covered, low, high, one column per issue, then
  ///   `fresh`, `fresh_low`, `fresh_high`.
  /// - `questions`: parameter, value, low, high.
  package func tables() throws(TableError) -> [Table] {
    [
      try Table("formula", columns: columns(of: texts) + Self.fresh(texts.map(\.fresh))),
      try Table("frontier", columns: columns(of: frontier)),
      try refusalTable(), try amendmentTable(), try carrotTable(), try interimTable(), try folderTable(),
      try questionTable(),
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
    let others = first + last + Self.fresh([])
    return first + issueColumns(of: texts.map(\.options), beside: others) + last
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

  private func amendmentTable() throws(TableError) -> Table {
    let actors = scenario.parties.map(\.name) + scenario.mediators.map(\.name)
    let gains = amendments.map { $0.both.interval() }
    let first: [Column] = [
      .integer("rank", amendments.map(\.text.rank)),
      .text("refuser", amendments.map { scenario.parties[$0.party].name }),
      .integer("changed", amendments.map(\.changed.count)),
      .text("issues", amendments.map { names(of: $0.changed) }),
      .real("won", amendments.map(\.won.share)), .real("won_low", amendments.map(\.won.low)),
      .real("won_high", amendments.map(\.won.high)),
      .real("acceptability", amendments.map(\.accepted.share)),
      .real("low", amendments.map(\.accepted.low)), .real("high", amendments.map(\.accepted.high)),
      .real("gain", amendments.map(\.both.difference)), .real("gain_low", gains.map(\.lowerBound)),
      .real("gain_high", gains.map(\.upperBound)),
    ]
    let costs = actors.indices.map { actor in
      Column.real("cost_\(actors[actor])", amendments.map { $0.costs[actor] })
    }
    let taken = scenario.parties.indices.map { party in
      Column.real("taken_\(scenario.parties[party].name)", amendments.map { $0.taken[party] })
    }
    let columns = first + costs + taken
    return try Table(
      "amendments", columns: columns + issueColumns(of: amendments.map(\.options), beside: columns))
  }

  private func carrotTable() throws(TableError) -> Table {
    let first: [Column] =
      [
        .text("actor", carrots.map { scenario.parties[$0.party].name }),
        .real("size", carrots.map(\.carrot)), .real("acceptability", carrots.map(\.accepted.share)),
        .real("low", carrots.map(\.accepted.low)), .real("high", carrots.map(\.accepted.high)),
        .real("gain", carrots.map(\.gain)),
      ] + Self.fresh(carrots.map(\.fresh))
    return try Table("carrots", columns: first + issueColumns(of: carrots.map(\.options), beside: first))
  }

  private func interimTable() throws(TableError) -> Table {
    let texts = steps.map(\.standing)
    let first: [Column] =
      [
        .integer("moved", steps.map(\.moved.count)), .real("acceptability", texts.map(\.accepted.share)),
        .real("low", texts.map(\.accepted.low)), .real("high", texts.map(\.accepted.high)),
      ] + Self.fresh(texts.map(\.fresh)) + [
        .text("recommended", steps.map { $0.isRecommended ? "yes" : "no" }),
        .text("left", steps.map { names(of: $0.left) }),
      ]
    return try Table("interim", columns: first + issueColumns(of: texts.map(\.options), beside: first))
  }

  /// Names of issues in one cell.
  private func names(of issues: [Int]) -> String {
    issues.map { scenario.issues[$0].name }.joined(separator: "; ")
  }

  private static func fresh(_ shares: [WilsonInterval]) -> [Column] {
    [
      .real("fresh", shares.map(\.share)), .real("fresh_low", shares.map(\.low)),
      .real("fresh_high", shares.map(\.high)),
    ]
  }

  private func folderTable() throws(TableError) -> Table {
    let first: [Column] = [
      .integer("rank", folder.indices.map { $0 + 1 }), .real("covered", folder.map(\.covered.share)),
      .real("low", folder.map(\.covered.low)), .real("high", folder.map(\.covered.high)),
    ]
    let fresh = Self.fresh(folder.map(\.fresh))
    return try Table(
      "folder", columns: first + issueColumns(of: folder.map(\.options), beside: first + fresh) + fresh)
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
