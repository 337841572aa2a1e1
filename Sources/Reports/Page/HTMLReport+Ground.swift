import Tables

extension HTMLReport {
  /// What the numbers rest on: assumptions by actor, then facts.
  var groundSection: Markup {
    section(
      "ground", "What it rests on",
      [paragraph("\(words.provenance) \(PlainWords.caution)")] + assumptions + facts)
  }

  private var assumptions: [Markup] {
    var actors: [String] = []
    for assumption in content.assumptions where !actors.contains(assumption.actor) {
      actors.append(assumption.actor)
    }
    guard !actors.isEmpty else { return [] }
    return [.tag("h3", [:], text: "Assumptions")]
      + actors.map { actor in
        let own = content.assumptions.filter { $0.actor == actor }
        return folded(
          actor, remark: Numerals.counted(own.count, "assumption"),
          table(
            [.words("number"), .words("range"), .words("the author's words")],
            own.map { [.tag("code", [:], text: Label.plain($0.path)), .label($0.range), .label($0.words)] }))
      }
  }

  private var facts: [Markup] {
    guard !content.facts.isEmpty else { return [] }
    return [
      .tag("h3", [:], text: "Facts from sources"),
      folded(
        "Sourced numbers", remark: Numerals.counted(content.facts.count, "number"),
        table(
          [.words("number"), .words("value"), .words("fact")],
          content.facts.map {
            [
              .tag("code", [:], text: Label.plain($0.path)), .label($0.value),
              .label($0.sources.joined(separator: ", ")),
            ]
          })),
    ]
  }

  private func folded(_ title: String, remark: String, _ body: Markup) -> Markup {
    .tag(
      "details", [:],
      [.tag("summary", [:], [.label(title), .tag("span", ["class": "quiet"], text: " · \(remark)")]), body])
  }

  /// How to get the same tables again.
  var manifestSection: Markup {
    let lines =
      content.manifest.isEmpty
      ? [
        ReportContent.ManifestLine(name: "seed", value: "\(content.seed)"),
        ReportContent.ManifestLine(name: "runs", value: "\(content.runs)"),
      ] : content.manifest
    return section(
      "reproduce", "How to reproduce it",
      [
        paragraph(
          "The same version with the same scenario, seed and number of runs gives the same tables, byte for byte."
        ),
        .tag(
          "dl", ["class": "manifest"],
          lines.flatMap { line in
            [
              Markup.tag("dt", [:], text: Label.plain(line.name)),
              .tag("dd", [:], [.tag("code", [:], text: Label.plain(line.value))]),
            ]
          }),
      ])
  }
}
