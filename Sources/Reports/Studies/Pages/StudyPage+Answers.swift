import Simulation
import Tables

extension StudyPage {
  /// Question by question, each with the figures that answer it.
  var answersStory: Story {
    var story = Story(
      next: [.levers, .formula, .run],
      shown: Set(source.tableNames))
    guard let content else { return story }
    story.answer = words.answer(content) + [hangsOn].compactMap(\.self)
    story.remarks = [
      words.done(
        content.runs, of: content.plannedRuns, rounds: content.rounds, unit: content.roundUnit,
        seed: content.seed)
    ]
    story.picture =
      content.runs > 0
      ? layout.exhibit(
        .endings(of: content), caption: words.endingsCaption(content), source["endings"]) : nil
    story.sections =
      [
        question(.resumption, resumption(content), "resumption"),
        question(.deadlock, Array(words.timing(content).prefix(1)), "rounds"),
        question(.causes, words.whyFail(content).map { [$0] } ?? [], "causes"),
      ].compactMap(\.self) + textSections(studies.heading(.formula))
      + [
        readinessSection,
        question(.mediators, brought("mediator"), "contributions", contributionsPicture),
        question(.forums, brought("forum"), nil),
        question(.events, events, "event_effects"),
        HTMLReport(content, language, .init()).tollsSection,
      ].compactMap(\.self)
    return story
  }

  private func resumption(_ content: ReportContent) -> [String] {
    guard let resumption = content.resumption else { return [] }
    return [language == .arabic ? resumption.arabic : resumption.sentence]
  }

  private func question(
    _ heading: AnswerHeading, _ sentences: [String], _ table: String?, _ picture: Picture? = nil
  ) -> Markup? {
    guard !sentences.isEmpty else { return nil }
    let table = table.flatMap { source[$0] }
    let numbers =
      picture.map { [layout.exhibit($0, caption: studies.contributionsCaption, table)] }
      ?? table.map { [layout.numbers(of: $0, words.wholeTable)] } ?? []
    return layout.section(
      "\(heading)", studies.heading(heading), [layout.list(sentences)] + numbers)
  }

  private var readinessSection: Markup? {
    let rows = source.rows("willingness")
    guard let picture = readinessPicture else { return nil }
    var parties: [String] = []
    for row in rows where !parties.contains(row.text("party")) { parties.append(row.text("party")) }
    let sentences = parties.compactMap { party -> String? in
      let curve = rows.filter { $0.text("party") == party }
      guard let first = curve.first, let last = curve.last else { return nil }
      let name = isParty(party) ? self.party(party) : nil
      return studies.readiness(
        name,
        [first, curve[curve.count / 2], last].map { row in
          (row.share("", "agreement_share", "low", "high"), row.real("value") ?? 0)
        })
    }
    return layout.section(
      "readiness", studies.heading(.readiness),
      [
        layout.list(sentences),
        layout.exhibit(picture, caption: studies.readinessTitle, source["willingness"]),
      ])
  }

  /// On whose readiness to concede the share of agreements hangs most: of one party, or of those of
  /// which these runs tell no first; `nil` where they tell of none that it hangs on it.
  private var hangsOn: String? {
    let spans = (source.scenario?.parties.map(\.name) ?? []).compactMap { name in
      ReadinessSpan(party(name), source.rows("willingness").filter { $0.text("party") == name })
    }.sorted { $0.value > $1.value }
    guard let best = spans.first, best.low > 0 else { return nil }
    return studies.hangs(spans.filter { $0.high >= best.low })
  }

  private func isParty(_ name: String) -> Bool {
    source.scenario?.parties.contains { $0.name == name } ?? false
  }

  /// The curves of readiness; `nil` where there are none.
  var readinessPicture: Picture? {
    let rows = source.rows("willingness")
    guard !rows.isEmpty else { return nil }
    var parties: [String] = []
    for row in rows where !parties.contains(row.text("party")) { parties.append(row.text("party")) }
    return Picture.curves(
      name: "willingness", title: studies.readinessTitle, across: studies.readinessAxis,
      series: parties.map { party in
        Picture.Curve(
          label: isParty(party) ? self.party(party) : studies.everybody,
          points: rows.filter { $0.text("party") == party }.map { row in
            (x: row.real("value") ?? 0, share: row.share("", "agreement_share", "low", "high"))
          })
      }, in: pictureLanguage)
  }

  private func brought(_ kind: String) -> [String] {
    source.rows("contributions").filter { $0.text("kind") == kind }
      .sorted { ($0.real("shapley") ?? 0) > ($1.real("shapley") ?? 0) }
      .compactMap { row in
        row.difference("shapley", "low", "high").map {
          studies.brought(actor(row.text("actor")), $0, texts: row.real("text_share"))
        }
      }
  }

  private var events: [String] {
    source.rows("event_effects").sorted { ($0.real("difference") ?? 0) > ($1.real("difference") ?? 0) }
      .compactMap { row in
        row.difference("difference", "difference_low", "difference_high").map {
          studies.event(event(row.text("event")), $0)
        }
      }
  }
}
