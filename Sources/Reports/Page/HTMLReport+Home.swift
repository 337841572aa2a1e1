import Tables

extension HTMLReport {
  /// What becomes of the agreements, phase by phase.
  var durabilitySection: Markup? {
    guard let durability = content.durability, let kept = words.durability(content) else { return nil }
    let rows = durability.phases.map {
      [
        Markup.label($0.label), .text(Numerals.count($0.started)), .text(Numerals.count($0.completed.count)),
        .text($0.started > 0 ? Numerals.percent($0.completed.share) : "–"),
        $0.started > 0 ? interval($0.completed) : .text("–"),
      ] + across($0.completed)
    }
    return section(
      .durability,
      [
        layout.paragraph(kept),
        layout.table(
          words.heading(.durability),
          [
            .words(words.column("phase")), .number(words.column("started")),
            .number(words.column("completed")), .number(words.column("share")), .number("95%"),
          ] + acrossModels, rows),
      ])
  }

  /// What is turned down at home.
  var homeSection: Markup? {
    guard !content.rejections.isEmpty else { return nil }
    let rows = content.rejections.map {
      [
        Markup.label($0.party), .text(Numerals.count($0.deals)), .text(Numerals.count($0.runs.count)),
        .text(Numerals.percent($0.runs.share)), interval($0.runs),
      ] + across($0.runs)
    }
    return section(
      .home,
      [
        layout.paragraph(words.homeNote),
        layout.table(
          words.heading(.home),
          [
            .words(words.column("party")), .number(words.column("failed")),
            .number(words.column("runs")), .number(words.column("share")), .number("95%"),
          ] + acrossModels, rows),
      ])
  }
}
