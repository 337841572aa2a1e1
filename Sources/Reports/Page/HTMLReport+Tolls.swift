import Tables

extension HTMLReport {
  /// What the conflict takes while the talks go on and after they end.
  var tollsSection: Markup? {
    guard !content.tolls.isEmpty else { return nil }
    let rows = content.tolls.flatMap { toll in
      toll.rows.map { row in
        [
          Markup.label(toll.label), .text(row.runs), .label(row.mean), .text("± \(row.error)"),
          .text(row.low), .text(row.median), .text(row.high),
        ]
      }
    }
    return section(
      "tolls", "What it costs meanwhile",
      [
        paragraph(
          "Added up over all \(Numerals.counted(content.rounds, content.roundUnit)), whenever the talks end: what an agreement changes counts from the "
            + "\(content.roundUnit) after it, and a breakdown stops nothing."),
        table(
          [
            .words("toll"), .words("runs"), .number("mean"), .number("s.e."), .number("5%"), .number("50%"),
            .number("95%"),
          ], rows),
      ])
  }
}
