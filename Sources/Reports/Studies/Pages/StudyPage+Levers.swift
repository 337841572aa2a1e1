import Simulation
import Tables

extension StudyPage {
  /// At this level a lever is told to help, when all that were tried are counted.
  private static let level = 0.05

  var leversStory: Story {
    let rows = source.rows("levers")
    let helpful = rows.filter { ($0.real("adjusted_p") ?? 1) < Self.level && ($0.real("gain") ?? 0) > 0 }
    let acts = helpful.filter { $0.text("kind") != "nature" }
    var story = Story(next: [.formula, .sensitivity, .run], shown: ["levers"])
    story.picture = leversPicture.map {
      layout.exhibit(
        $0,
        caption: source["levers"]?["share_at_lowest"] == nil ? studies.halvesCaption : studies.leversCaption,
        source["levers"])
    }
    story.remarks = [words.atEachPoint(source.manifest.runs, seed: source.manifest.seed)]
    if let first = rows.first, let base = first.real("base_share") {
      story.answer.append(studies.asItIs(baseline(first, base)))
    }
    story.answer += acts.prefix(2).enumerated().compactMap { place, row in
      told(row).map { studies.bestAct($0, first: place == 0) }
    }
    if acts.isEmpty { story.answer.append(studies.noAct) }
    if let nature = helpful.first(where: { $0.text("kind") == "nature" }).flatMap(told) {
      story.answer.append(studies.nature(nature))
    }
    let columns =
      [
        PageColumn.number("rank", words), numbered("lever", note: byWhom), .number("best", words),
        .share("share", "low", "high", words), .points("gain", "gain_low", "gain_high", words),
        .number("adjusted_p", words, places: 3),
      ] + tollsColumn
    story.sections = [
      section("levers", columns, notes: [studies.acts(helpful.count, of: rows.count)]),
      section(
        "lever_set",
        [
          numbered("parameter"), .number("value", words),
          .share("share", "low", "high", words),
        ]),
      section(
        "conditions",
        [
          numbered("parameter"), .number("from", words), .number("to", words),
          .number("quasi_p", words), .percent("coverage", words), .percent("density", words),
          .percent("mass", words),
        ]),
    ].compactMap(\.self)
    story.shown = ["levers", "lever_set", "conditions"]
    return story
  }

  /// The share as it is; its interval is not in the table of `levers`, only the range across
  /// models.
  private func baseline(_ row: TableRows.Row, _ share: Double) -> ShareEstimate {
    self.share(share, models: row.models("base_models", source.scenario?.models.count ?? 0))
  }

  /// Who can move a lever; empty where nobody can.
  private func byWhom(_ row: TableRows.Row) -> String {
    let name = actor(row.text("actor"))
    return name.isEmpty ? "" : "\(words.column("actor")): \(Isolate.name(name))"
  }

  /// How much more or less of each toll, by its label, all in one column.
  private var tollsColumn: [PageColumn] {
    let columns = (source["levers"]?.columns ?? []).map(\.name).filter { $0.hasPrefix("toll_") }
    guard !columns.isEmpty else { return [] }
    return [
      PageColumn(head: .words(words.column("toll"))) { row in
        let tolls = columns.compactMap { column in
          row.real(column).map { difference in
            let name = String(column.dropFirst("toll_".count))
            let label = source.scenario?.tolls.firstIndex { $0.name == name }.flatMap { labels?.toll($0) }
            return Markup.tag(
              "li", [:],
              [
                .tag("span", ["class": "issue"], [.label(label ?? name), .text(": ")]),
                .tag("bdi", ["class": "figure", "dir": "ltr"], text: Numerals.signedAmount(difference)),
              ])
          }
        }
        return tolls.isEmpty ? .text("") : .tag("ul", ["class": "terms tolls"], tolls)
      }
    ]
  }

  private func told(_ row: TableRows.Row) -> ToldLever? {
    row.difference("gain", "gain_low", "gain_high").map { gain in
      let (name, actor) = (number(row.text("lever")), actor(row.text("actor")))
      return ToldLever(
        path: name, actor: name.hasPrefix(actor) ? "" : actor, value: row.real("best") ?? 0,
        share: row.share(), gain: gain)
    }
  }
}
