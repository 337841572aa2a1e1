import Tables

extension HTMLReport {
  var causesSection: Markup? {
    guard !content.causes.isEmpty else { return nil }
    let rows = content.causes.map {
      [
        Markup.label($0.label), .text(Numerals.count($0.share.count)),
        .text(Numerals.percent($0.share.share)), .text(Numerals.interval($0.share)),
      ] + across($0.share)
    }
    return section(
      "causes", "Why the others failed",
      [
        paragraph("Of the runs without agreement whose cause is known. \(CauseWords.definitions)"),
        table([.words("cause"), .number("runs"), .number("share"), .number("95%")] + acrossModels, rows),
      ])
  }
}
