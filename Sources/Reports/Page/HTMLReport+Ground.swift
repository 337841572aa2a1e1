import Tables

extension HTMLReport {
  var groundSection: Markup {
    PageGround(layout: layout, content: content).section
  }

  var manifestSection: Markup {
    let lines =
      content.manifest.isEmpty
      ? [
        ReportContent.ManifestLine(name: "seed", value: "\(content.seed)"),
        ReportContent.ManifestLine(name: "runs", value: "\(content.runs)"),
      ] : content.manifest
    return PageGround.manifest(lines, layout)
  }
}

/// What the numbers rest on, and how to get the same tables again: the end of every page.
struct PageGround {
  let layout: PageLayout
  let content: ReportContent

  private var words: any PageWords { layout.words }

  /// Assumptions by actor, then facts.
  var section: Markup {
    layout.section(
      "ground", words.ground,
      [layout.paragraph("\(words.provenance(content.provenance)) \(words.caution)")] + assumptions + facts)
  }

  private var assumptions: [Markup] {
    var actors: [String] = []
    for assumption in content.assumptions where !actors.contains(assumption.actor) {
      actors.append(assumption.actor)
    }
    guard !actors.isEmpty else { return [] }
    // What an author says of every one alike is said once.
    let shared = Set(content.assumptions.map(\.words)).count == 1 ? content.assumptions[0].words : ""
    let isShared = content.assumptions.count > 1 && !shared.isEmpty
    return [.tag("h3", [:], text: words.assumptions)]
      + (isShared ? [layout.paragraph(words.ofEach(shared))] : [])
      + actors.map { actor in
        let own = content.assumptions.filter { $0.actor == actor }
        return layout.folded(
          .label(actor), remark: words.assumptions(own.count),
          [
            layout.table(
              "\(words.assumptions): \(Isolate.name(actor))",
              [.words(words.column("parameter")), .words(words.column("range"))]
                + (isShared ? [] : [.words(words.column("words"))]),
              own.map {
                [
                  layout.cells?.ownNumber($0.path) ?? PageLayout.path($0.path),
                  .tag("span", [:], Markup.sentence($0.range)),
                ]
                  + (isShared ? [] : [$0.words.isEmpty ? .text("") : .label($0.words)])
              })
          ])
      }
  }

  private var facts: [Markup] {
    guard !content.facts.isEmpty else { return [] }
    return [
      .tag("h3", [:], text: words.facts),
      layout.folded(
        .text(words.sourcedNumbers), remark: words.numbers(content.facts.count),
        [
          layout.table(
            words.sourcedNumbers,
            [
              .words(words.column("parameter")), .words(words.column("value")), .words(words.column("fact")),
            ],
            content.facts.map {
              [
                PageLayout.path($0.path), .tag("span", [:], Markup.sentence($0.value)),
                .label($0.sources.joined(separator: words.comma)),
              ]
            })
        ]),
    ]
  }

  /// How to get the same tables again.
  static func manifest(_ lines: [ReportContent.ManifestLine], _ layout: PageLayout) -> Markup {
    layout.section(
      "reproduce", layout.words.reproduce,
      [
        layout.paragraph(layout.words.sameTables),
        .tag(
          "dl", ["class": "manifest"],
          lines.flatMap { line in
            [
              Markup.tag("dt", [:], Markup.sentence(layout.words.manifest(line.name))),
              .tag("dd", [:], [layout.command(line.value)]),
            ]
          }),
      ])
  }
}
