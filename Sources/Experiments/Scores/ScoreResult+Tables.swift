import Bargaining
import Tables

extension ScoreResult {
  /// The tables `scores`, `baselines`, `times` and `unscored`, and of several cases `calibration`
  /// and `decomposition`. Of several cases the last column of the first four says which it is.
  ///
  /// - `scores`: event, forecast, outcome, brier, log, then the forecast of the baseline that was
  ///   asked for and its scores; missing where it says nothing. An infinite score is `inf`.
  /// - `baselines`: event, baseline, forecast, brier, log, crps, skill (1 - score/baseline's: by
  ///   the CRPS for `round`, else by Brier's).
  /// - `times`: forecast (the median), outcome (the round), until, crps, baseline_crps.
  /// - `unscored`: event, reason.
  /// - `calibration`: bin_low, bin_high, count, forecast, happened, share, low, high.
  /// - `decomposition`: part, value (``Calibration``).
  package func tables() throws(TableError) -> [Table] {
    let first = [try scoreTable(), try baselineTable(), try timeTable(), try unscoredTable()]
    guard let calibration else { return first }
    return first + [try calibration.table(), try calibration.decomposition()]
  }

  private var isOfMany: Bool { cases.count > 1 }

  private func named(_ columns: [Column]) -> [Column] { isOfMany ? columns + [.text("case")] : columns }

  private func row(_ cells: [Cell], _ score: CaseScore) -> [Cell] {
    isOfMany ? cells + [.text(score.forecast.scenario)] : cells
  }

  private func scoreTable() throws(TableError) -> Table {
    var builder = try TableBuilder(
      "scores",
      named([
        .text("event"), .real("forecast"), .text("outcome"), .real("brier"), .real("log"), .real("baseline"),
        .real("baseline_brier"), .real("baseline_log"),
      ]))
    for score in cases {
      for event in score.events {
        let rival = event.rivals.first { $0.baseline == request.baseline }
        try builder.append(
          row(
            [
              .text(event.name), .real(event.forecast), .text(event.outcome), .real(event.brier),
              .real(event.log), Cell(rival?.forecast), Cell(rival?.brier), Cell(rival?.log),
            ], score))
      }
    }
    return builder.table
  }

  private func baselineTable() throws(TableError) -> Table {
    var builder = try TableBuilder(
      "baselines",
      named([
        .text("event"), .text("baseline"), .real("forecast"), .real("brier"), .real("log"), .real("crps"),
        .real("skill"),
      ]))
    for score in cases {
      for event in score.events {
        for rival in event.rivals {
          try builder.append(
            row(
              [
                .text(event.name), .text(rival.baseline.rawValue), .real(rival.forecast), .real(rival.brier),
                .real(rival.log), .missing, Cell(ScoreResult.skill(event.brier, against: rival.brier)),
              ], score))
        }
      }
      for rival in score.time?.rivals ?? [] {
        try builder.append(
          row(
            [
              .text("round"), .text(rival.baseline.rawValue), .missing, .missing, .missing,
              .real(rival.crps), Cell(ScoreResult.skill(score.time?.crps ?? 0, against: rival.crps)),
            ], score))
      }
    }
    return builder.table
  }

  /// 1 for a perfect score, 0 for that of the baseline; `nil` where the baseline is perfect.
  package static func skill(_ score: Double, against other: Double) -> Double? {
    other > 0 ? 1 - score / other : nil
  }

  private func timeTable() throws(TableError) -> Table {
    var builder = try TableBuilder(
      "times",
      named([
        .integer("forecast"), .integer("outcome"), .integer("until"), .real("crps"), .real("baseline_crps"),
      ]))
    for score in cases {
      guard let time = score.time else { continue }
      let rival = time.rivals.first { $0.baseline == request.baseline }
      try builder.append(
        row(
          [
            Cell(time.median), Cell(time.observed), .integer(time.until), .real(time.crps), Cell(rival?.crps),
          ], score))
    }
    return builder.table
  }

  private func unscoredTable() throws(TableError) -> Table {
    var builder = try TableBuilder("unscored", named([.text("event"), .text("reason")]))
    for score in cases {
      for event in score.unscored {
        try builder.append(row([.text(event.event), .text(event.reason.rawValue)], score))
      }
    }
    return builder.table
  }
}

extension Calibration {
  fileprivate func table() throws(TableError) -> Table {
    try Table(
      "calibration",
      columns: [
        .real("bin_low", bins.map(\.from)), .real("bin_high", bins.map(\.to)),
        .integer("count", bins.map(\.happened.total)), .real("forecast", bins.map(\.forecast)),
        .integer("happened", bins.map(\.happened.count)), .real("share", bins.map(\.happened.share)),
        .real("low", bins.map(\.happened.low)), .real("high", bins.map(\.happened.high)),
      ])
  }

  fileprivate func decomposition() throws(TableError) -> Table {
    try Table(
      "decomposition",
      columns: [
        .text("part", ["brier", "reliability", "resolution", "uncertainty", "within_bins"]),
        .real("value", [brier, reliability, resolution, uncertainty, withinBins]),
      ])
  }
}
