import Bargaining
import Simulation
import Tables

/// What a study of levers found out.
package struct LeverResult: Sendable {
  package let study: LeverStudy
  /// Agreements of the scenario as it is, on the runs on which levers are moved: what gains are
  /// counted from. ``conditions`` look at more runs.
  package let baseline: WilsonInterval
  /// The same across models; `nil` without any.
  package var baselineRange: ModelRange?
  /// The levers, the one that gains most agreements first.
  package let effects: [LeverEffect]
  package let conditions: AgreementConditions
  package let gaps: GapDistribution
  /// `nil` when the scenario as it is reaches the target, or no lever helps.
  package let set: LeverSet?

  /// The tables `levers`, `conditions`, `gap` and `lever_set`.
  ///
  /// - `levers`: rank, lever, actor, kind (`act`, `nature`), value_low, value_high, best,
  ///   base_share, share, low, high, gain, gain_low, gain_high, adjusted_p, rests_on,
  ///   share_at_lowest, share_at_highest, span, span_low, span_high, flip, rank_from, rank_to;
  ///   where the scenario has models also base_models_low, base_models_high, models_low,
  ///   models_high, gain_models_low and gain_models_high: the ranges of base_share, share and gain
  ///   across them. The actor is who can pull it, empty for nature; adjusted_p counts how many
  ///   levers and values were tried. The lever is moved from value_low to value_high; base_share is
  ///   that of the scenario as it is, share that at the value best, from the same runs, and gain =
  ///   share - base_share.
  /// - `conditions`: parameter, rests_on, from, to, quasi_p; then coverage, density and mass of the
  ///   box they make together; with models the range of the density, models_low and models_high.
  /// - `gap`: share, transfer: the total transfer in utility with which a zone of agreement exists
  ///   in that share of the runs.
  /// - `lever_set`: parameter, rests_on, value, share, low, high: the smallest set found, and the
  ///   agreements of fresh runs under it; with models their range, models_low and models_high.
  package func tables() throws(TableError) -> [Table] {
    [try leverTable(), try conditions.table(of: study.scenario), try gapTable(), try setTable()]
  }

  private func restsOn(_ id: ParameterID?) -> Cell {
    guard let id else { return .missing }
    return .text(study.scenario[id].provenance.isSourced ? "source" : "assumption")
  }

  private func leverTable() throws(TableError) -> Table {
    let measured = [
      "value_low", "value_high", "best", "base_share", "share", "low", "high", "gain", "gain_low",
      "gain_high", "adjusted_p",
    ]
    let more = ["share_at_lowest", "share_at_highest", "span", "span_low", "span_high", "flip"]
    var builder = try TableBuilder(
      "levers",
      [.integer("rank"), .text("lever"), .text("actor"), .text("kind")]
        + (measured + study.scenario.tolls.map { "toll_\($0.name)" }).map { Column($0, .real) }
        + [.text("rests_on")]
        + more.map { Column($0, .real) } + [.integer("rank_from"), .integer("rank_to")]
        + rangeColumns(["base_", "", "gain_"]))
    for (index, effect) in effects.enumerated() {
      let (share, gain, span) = (effect.bestAgreements, effect.gain.interval(), effect.span.interval())
      try builder.append(
        [
          .integer(index + 1), .text(effect.lever.path), Cell(effect.lever.role.actor),
          .text(effect.lever.role.name), .real(effect.lever.low), .real(effect.lever.high),
          .real(effect.bestValue), Cell(baseline.share), Cell(share.share), .real(share.low),
          .real(share.high),
          Cell(effect.gain.difference), .real(gain.lowerBound), .real(gain.upperBound),
          .real(effect.adjustedP),
        ] + effect.tolls.map { Cell($0.difference) } + [
          restsOn(effect.lever.parameter), Cell(effect.shares.first),
          Cell(effect.shares.last),
          Cell(effect.span.difference), .real(span.lowerBound), .real(span.upperBound), Cell(effect.flip),
          .integer(effect.ranks.lowerBound), .integer(effect.ranks.upperBound),
        ] + rangeCells([baselineRange, effect.bestRange, effect.gainRange]))
    }
    return builder.table
  }

  private func gapTable() throws(TableError) -> Table {
    var builder = try TableBuilder("gap", [.real("share"), .real("transfer")])
    for share in [0.5, 0.8, 0.95] { try builder.append([.real(share), Cell(gaps.transfer(for: share))]) }
    return builder.table
  }

  private func setTable() throws(TableError) -> Table {
    var builder = try TableBuilder(
      "lever_set",
      [.text("parameter"), .text("rests_on"), .real("value"), .real("share"), .real("low"), .real("high")]
        + rangeColumns([""]))
    for move in set?.moves ?? [] {
      try builder.append(
        [
          .text(move.lever.path), restsOn(move.lever.parameter), .real(move.value), Cell(set?.interval.share),
          Cell(set?.interval.low), Cell(set?.interval.high),
        ] + rangeCells([set?.models]))
    }
    return builder.table
  }

  private func rangeColumns(_ prefixes: [String]) -> [Column] {
    study.scenario.models.isEmpty ? [] : ModelRange.columns(prefixes)
  }

  private func rangeCells(_ ranges: [ModelRange?]) -> [Cell] {
    study.scenario.models.isEmpty ? [] : ModelRange.cells(ranges)
  }
}
