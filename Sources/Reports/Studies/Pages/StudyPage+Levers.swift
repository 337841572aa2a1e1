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
        caption: isKept ? studies.halvesCaption : studies.leversCaption,
        source["levers"])
    }
    story.remarks = [atEachPoint]
    let base = rows.first.flatMap { row in row.real("base_share").map { baseline(row, $0) } }
    story.answer += acts.prefix(2).enumerated().compactMap { place, row in
      told(row).map { studies.bestAct($0, insteadOf: place == 0 ? base : nil) }
    }
    if base?.share == 1 {
      story.answer = [studies.noDeadlock]
    } else if acts.isEmpty {
      story.answer.append(studies.noAct)
      if let base { story.answer.append(studies.asItIs(base)) }
    }
    if !acts.isEmpty { story.answer.append(studies.acts(helpful.count, of: rows.count)) }
    if let nature = helpful.first(where: { $0.text("kind") == "nature" }).flatMap(told) {
      story.answer.append(studies.nature(nature))
    }
    let columns =
      [
        PageColumn.number("rank", words), numbered("lever", note: byWhom),
        isKept ? half : .number("best", words),
        .share("share", "low", "high", words), .points("gain", "gain_low", "gain_high", words),
        .probability("adjusted_p", words),
      ] + tollsColumn
    story.sections = [
      section("levers", columns, notes: [studies.acts(helpful.count, of: rows.count)]),
      // One act is in the table of all of them.
      isSet
        ? section(
          "lever_set",
          [
            numbered("parameter"), .number("value", words),
            .share("share", "low", "high", words),
          ]) : nil,
      conditions,
    ].compactMap(\.self)
    story.shown = isSet ? ["levers", "lever_set", "conditions"] : ["levers", "conditions"]
    return story
  }

  /// The values of the better half.
  private var half: PageColumn {
    PageColumn(head: .number(studies.betterHalf)) { row in
      guard let low = row.real("value_low"), let high = row.real("value_high") else { return .text("") }
      return .interval(
        words.spans.text(
          Numerals.brief(Numerals.significant(low, 2)), Numerals.brief(Numerals.significant(high, 2))))
    }
  }

  private var isSet: Bool { (source["lever_set"]?.rowCount ?? 0) > 1 }

  /// What runs that agree have in common: what is true of all conditions together in a sentence.
  private var conditions: Markup? {
    let notes = source.rows("conditions").first.map { row in
      [
        studies.together(
          mass: row.real("mass") ?? 0, density: row.real("density") ?? 0, coverage: row.real("coverage") ?? 0)
      ]
    }
    return section(
      "conditions",
      [
        numbered("parameter"), .number("from", words), .number("to", words), .probability("quasi_p", words),
      ], notes: notes ?? [])
  }

  /// The share as it is; its interval is not in the table of `levers`, only the range across
  /// models.
  private func baseline(_ row: TableRows.Row, _ share: Double) -> ShareEstimate {
    self.share(share, models: row.models("base_models", source.scenario?.models.count ?? 0))
  }

  /// Who can move a lever; and that it may be luck, where its own interval does not say so.
  private func byWhom(_ row: TableRows.Row) -> String {
    let name = actor(row.text("actor"))
    let isLuck = (row.real("adjusted_p") ?? 0) >= Self.level && (row.real("gain_low") ?? 0) > 0
    return [
      name.isEmpty ? "" : "\(words.column("actor")): \(Isolate.name(name))", isLuck ? studies.mayBeLuck : "",
    ].filter { !$0.isEmpty }.joined(separator: words.comma)
  }

  /// How much more or less of each toll, by its label, all in one column.
  private var tollsColumn: [PageColumn] {
    let columns = (source["levers"]?.columns ?? []).map(\.name).filter { $0.hasPrefix("toll_") }
    guard !columns.isEmpty else { return [] }
    return [
      PageColumn(head: .words(words.column("toll"))) { row in
        // They have no interval: of a lever that may do nothing they would be luck.
        guard (row.real("adjusted_p") ?? 1) < Self.level else { return .text("") }
        let tolls = columns.compactMap { column in
          row.real(column).map { difference in
            let name = String(column.dropFirst("toll_".count))
            let label = source.scenario?.tolls.firstIndex { $0.name == name }.flatMap { labels?.toll($0) }
            return Markup.tag(
              "li", [:],
              [
                .tag("span", ["class": "issue"], [.label(label ?? name), .text(": ")]),
                .tag(
                  "bdi", ["class": "figure", "dir": "ltr"],
                  text: Numerals.signedAmount(Numerals.significant(difference, 2))),
              ])
          }
        }
        return tolls.isEmpty ? .text("") : .tag("ul", ["class": "terms tolls"], tolls)
      }
    ]
  }

  private func told(_ row: TableRows.Row) -> ToldLever? {
    // Of runs that were there no lever was moved: what is told is the better half of its values.
    let half = isKept ? row.difference("best", "value_low", "value_high") : nil
    return row.difference("gain", "gain_low", "gain_high").map { gain in
      let (name, actor) = (number(row.text("lever")), actor(row.text("actor")))
      return ToldLever(
        path: name, actor: name.hasPrefix(actor) ? "" : actor, value: row.real("best") ?? 0,
        half: half.map { ($0.low, $0.high) }, share: row.share(), gain: gain)
    }
  }
}
