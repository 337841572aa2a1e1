import Tables

extension HTMLReport {
  /// Title, what was simulated, the key figures, and the caution.
  var header: Markup {
    let subtitle =
      content.subtitle.isEmpty ? [] : [Markup.tag("p", ["class": "quiet"], [.label(content.subtitle)])]
    let notes = content.notes.map { paragraph($0, class: "quiet") }
    return .tag(
      "header", [:],
      [.tag("h1", ["dir": "auto", "lang": content.language], text: Label.plain(content.title))] + subtitle
        + [paragraph("What was simulated: \(words.whatWasDone).")] + notes + keyFigures
        + [
          .tag(
            "div", ["class": "caution"],
            [paragraph("\(words.provenance) \(PlainWords.caution)")])
        ])
  }

  private var keyFigures: [Markup] {
    guard content.runs > 0 else { return [] }
    let time = TimeToAgreement(content)
    let half = time.day(ofShare: 0.5)
    let provenance = content.provenance
    var figures = [
      figure(
        "end in agreement",
        Numerals.percent(Double(content.agreements) / Double(content.runs)),
        "\(Numerals.count(content.agreements)) of \(Numerals.counted(content.runs, "run"))")
    ]
    if !content.survival.isEmpty {
      figures.append(
        figure(
          "half had agreed by", half.map { "\(Label.plain(content.roundUnit)) \($0)" } ?? "never",
          time.hasEarlyLosses
            ? "had no talks broken off" : "of \(Numerals.counted(content.rounds, content.roundUnit))"
        ))
    }
    if let first = content.packages.first {
      figures.append(
        figure("agree on the commonest deal", Numerals.percent(first.share.share), "of all agreements"))
    }
    figures.append(
      figure(
        "of the numbers are sourced",
        "\(Numerals.count(provenance.sourced)) of \(Numerals.count(provenance.total))",
        "the rest is assumed"))
    return [.tag("dl", ["class": "key"], figures)]
  }

  private func figure(_ name: String, _ value: String, _ remark: String) -> Markup {
    .tag(
      "div", [:],
      [
        .tag("dt", [:], text: name),
        .tag("dd", [:], [.text(value), .tag("small", [:], text: Label.plain(remark))]),
      ])
  }
}
