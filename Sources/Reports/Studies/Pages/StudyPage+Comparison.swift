import Tables

extension StudyPage {
  var comparisonStory: Story {
    let rows = source.rows("comparison")
    var story = Story(next: [.levers, .run], shown: ["comparison", "changed"])
    story.picture = comparisonPicture.map {
      layout.exhibit($0, caption: studies.comparisonCaption, source["comparison"])
    }
    if source.readings.count > 1 {
      let names = source.readings.map {
        ScenarioLabels($0.scenario, language: language.rawValue).title
      }
      let runs = source.manifest.runs
      story.remarks.append(
        names[0] == names[1]
          ? studies.comparedWithItself(runs: runs) : studies.compared(names[0], names[1], runs: runs))
    }
    story.remarks.append(words.seed(source.manifest.seed))
    for row in rows where row.text("measure") == "agreement_share" {
      guard var difference = row.difference("difference", "low", "high") else { continue }
      difference.models = row.models("models", source.scenario?.models.count ?? 0)
      story.answer.append(
        studies.change(
          words.agreementName, from: share(row, "first"), to: share(row, "second"), difference))
      if difference.holdsZero { story.answer.append(studies.mayBeNothing) }
    }
    let rounds = source.readings.map(\.scenario.rounds)
    if let first = rounds.first, let other = rounds.first(where: { $0 != first }) {
      story.answer.append(studies.otherRounds(first, other))
    }
    // Of a single comparison every row names the same one.
    let isOfSeveral = Set(rows.map { $0.text("scenario") }).count > 1
    let ofScenario = isOfSeveral ? [PageColumn.words("scenario", words)] : []
    story.sections = [
      section(
        "comparison",
        ofScenario + [
          .words("measure", words, label: measure), comparedFigure("first"),
          comparedFigure("second"), comparedDifference,
        ], most: 200),
      section(
        "changed",
        ofScenario + [
          .words("from", words, label: ending), .words("to", words, label: ending),
          .number("count", words), .share("share", "low", "high", words), .number("example", words),
        ]),
    ].compactMap(\.self)
    return story
  }

  /// The share of one of the two, of as many runs as the other; their range across models where
  /// there are models.
  private func share(_ row: TableRows.Row, _ column: String) -> ShareEstimate {
    share(row.real(column) ?? 0, models: row.models("\(column)_models", source.scenario?.models.count ?? 0))
  }

  /// `collapsed_share` and such; utilities and tolls by the name of whose they are.
  private func measure(_ name: String) -> String {
    if name == "agreement_share" { return words.agreementName }
    if name == "rounds" { return untilTheEnd }
    if name.hasSuffix("_share") { return ending(String(name.dropLast(6))) }
    if name.hasPrefix("utility_") {
      return words.partyMeasure("utility") + ": " + party(String(name.dropFirst(8)))
    }
    if name.hasPrefix("toll_"),
      let toll = source.scenario?.tolls.firstIndex(where: { $0.name == name.dropFirst(5) })
    {
      return labels?.toll(toll) ?? name
    }
    return PageLayout.plain(words.column(name))
  }

  /// What the number of rounds is called, by what a round is.
  var untilTheEnd: String {
    guard let unit = source.scenario?.roundUnit, unit != "round" else { return pictureLanguage.words.rounds }
    guard language == .arabic else {
      return "\(unit.capitalisedFirst)s until the end"
    }
    return ArabicWords.few(unit).map { "عدد ال\($0) حتى النهاية" } ?? pictureLanguage.words.rounds
  }

  private func comparedFigure(_ column: String) -> PageColumn {
    PageColumn(head: .number(words.column(column))) { row in
      guard let value = row.real(column) else { return .text("") }
      let half = Numerals.half(from: row.real("low"), to: row.real("high"))
      return .tag(
        "bdi", ["dir": "ltr"],
        text: row.text("measure").hasSuffix("_share")
          ? Numerals.percent(value) : Numerals.amount(value, within: half))
    }
  }

  private var comparedDifference: PageColumn {
    let points = PageColumn.points("difference", "low", "high", words)
    let amounts = PageColumn.amount("difference", "low", "high", words)
    return PageColumn(head: points.head) { row in
      row.text("measure").hasSuffix("_share") ? points.cell(row) : amounts.cell(row)
    }
  }
}
