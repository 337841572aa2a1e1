import Tables

extension HTMLReport {
  /// What becomes of the agreements, phase by phase.
  var durabilitySection: Markup? {
    guard let durability = content.durability, let kept = words.durability else { return nil }
    let rows = durability.phases.map {
      [
        Markup.label($0.label), .text(Numerals.count($0.started)), .text(Numerals.count($0.completed.count)),
        .text($0.started > 0 ? Numerals.percent($0.completed.share) : "–"),
        .text($0.started > 0 ? Numerals.interval($0.completed) : "–"),
      ] + across($0.completed)
    }
    return section(
      "durability", "What becomes of the deals",
      [
        paragraph(kept),
        table(
          [.words("phase"), .number("begun"), .number("completed"), .number("share"), .number("95%")]
            + acrossModels, rows),
      ])
  }

  /// What is turned down at home.
  var homeSection: Markup? {
    guard !content.rejections.isEmpty else { return nil }
    let rows = content.rejections.map {
      [
        Markup.label($0.party), .text(Numerals.count($0.deals)), .text(Numerals.count($0.runs.count)),
        .text(Numerals.percent($0.runs.share)), .text(Numerals.interval($0.runs)),
      ] + across($0.runs)
    }
    return section(
      "home", "What is turned down at home",
      [
        paragraph("Deals that the table had agreed and a party's factions did not let pass."),
        table(
          [
            .words("party"), .number("deals turned down"), .number("runs with one"), .number("share of runs"),
            .number("95%"),
          ] + acrossModels, rows),
      ])
  }
}
