import Tables

extension HTMLReport {
  /// What the conflict takes while the talks go on and after they end.
  var tollsSection: Markup? {
    guard !content.tolls.isEmpty else { return nil }
    let rows = content.tolls.flatMap { toll in
      toll.rows.map { row in
        [
          Markup.label(toll.label), .text(row.runs), .label(row.mean), figure("± \(row.error)"),
          figure(row.low), figure(row.median), figure(row.high),
        ]
      }
    }
    return section(
      .tolls,
      [
        layout.paragraph(words.tollsNote(rounds: content.rounds, unit: content.roundUnit)),
        layout.table(
          words.heading(.tolls),
          [
            .words(words.column("toll")), .words(words.column("ending")), .number(words.column("mean")),
            .number(words.column("standard_error")), .number("5%"), .number("50%"), .number("95%"),
          ], rows),
      ])
  }
}
