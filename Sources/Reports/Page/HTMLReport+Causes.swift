import Tables

extension HTMLReport {
  var causesSection: Markup? {
    guard !content.causes.isEmpty else { return nil }
    let rows = content.causes.map {
      [
        Markup.label($0.label), .text(Numerals.count($0.share.count)),
        .text(Numerals.percent($0.share.share)), interval($0.share),
      ] + across($0.share)
    }
    return section(
      .causes,
      [
        layout.paragraph(words.causesNote),
        layout.table(
          words.heading(.causes),
          [
            .words(words.column("cause")), .number(words.column("runs")), .number(words.column("share")),
            .number("95%"),
          ] + acrossModels, rows),
      ])
  }
}
