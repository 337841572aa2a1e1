import Bargaining
import Experiments
import Tables

extension StudyPage {
  /// Cases of which a calibration says little.
  static let fewCases = 20

  /// What the forecasts are compared with in `scores.csv`, as the command line says it.
  private var baselineName: String {
    let line = source.manifest.commandLine
    if let place = line.lastIndex(of: "--baseline"), place + 1 < line.count { return line[place + 1] }
    if let word = line.last(where: { $0.hasPrefix("--baseline=") }) { return String(word.dropFirst(11)) }
    return line.contains { $0.hasPrefix("--base-rate") } ? "base_rate" : "uniform"
  }

  var scoreStory: Story {
    var story = Story(shown: ["scores", "times", "baselines", "unscored", "calibration", "decomposition"])
    story.answer = scoreAnswer
    story.picture =
      calibrationPicture.map {
        layout.exhibit($0, caption: studies.calibrationCaption, source["calibration"])
      } ?? scoresPicture.map { layout.exhibit($0, caption: studies.scoresCaption) }
    story.remarks = [
      [studies.baselineNote(baselineName), studies.scoresNote(cases: forecasts.count)].joined(separator: " ")
    ]
    if source["calibration"] != nil, (2..<Self.fewCases).contains(forecasts.count) {
      story.remarks.append(studies.fewCases(forecasts.count))
    }
    let ofCase =
      source["scores"]?["case"] == nil
      ? [] : [PageColumn(head: .words(words.column("case"))) { .label(title(of: $0)) }]
    let event = PageColumn(head: .words(words.column("event"))) { .label(scored($0)) }
    story.sections = [
      section(
        "scores",
        ofCase + [
          event, .percent("forecast", words),
          PageColumn(head: .words(words.column("outcome"))) { .label(outcome($0)) },
          .number("brier", words, places: 3), .number("log", words, places: 3),
          .percent("baseline", words), .number("baseline_brier", words, places: 3),
        ], most: 200, where: Self.isTold),
      section(
        "times",
        ofCase + [
          time("forecast"), time("outcome"), .number("crps", words, places: 2),
          .number("baseline_crps", words, places: 2),
        ]),
      section(
        "baselines",
        ofCase + [
          event, .words("baseline", words, label: studies.baseline),
          .percent("forecast", words),
          .number("brier", words, places: 3), .number("skill", words, places: 3),
        ], most: 200, where: Self.isTold),
      section("unscored", ofCase + [event, .words("reason", words)]),
      section(
        "calibration",
        [
          .percent("bin_low", words), .percent("bin_high", words), .number("count", words),
          .percent("forecast", words), .share("share", "low", "high", words),
        ]),
      section(
        "decomposition", [.words("part", words, label: words.value), .number("value", words, places: 4)]),
    ].compactMap(\.self)
    return story
  }

  /// A round, or that none came.
  private func time(_ column: String) -> PageColumn {
    PageColumn(head: .number(words.column(column))) { row in
      .text(row.whole(column).map { Numerals.count($0) } ?? studies.notByThen)
    }
  }

  /// How far each forecast of a single case was from what happened; of several the calibration
  /// says more.
  var scoresPicture: Picture? {
    guard let table = source["scores"], table["case"] == nil else { return nil }
    let events = source.rows("scores").filter(Self.isTold).compactMap { row -> Picture.ScoredEvent? in
      guard let forecast = row.real("forecast"), let brier = row.real("brier") else { return nil }
      let (event, outcome) = (row.text("event"), row.text("outcome"))
      let isEitherOr = event == "agreement" || Self.ending(event) != nil
      return Picture.ScoredEvent(
        label: scored(row), forecast: forecast, baseline: row.real("baseline"),
        happened: isEitherOr ? outcome == "1" : true, outcome: self.outcome(row), brier: brier)
    }
    return events.isEmpty ? nil : .scores(events, in: pictureLanguage)
  }

  /// Of agreement by each round there are as many rows as rounds: the whole table has them.
  static func isTold(_ row: TableRows.Row) -> Bool { !row.text("event").hasPrefix("agreement_by_") }

  static func ending(_ name: String) -> Ending? { Ending.allCases.first { $0.name == name } }

  /// The titles of the talks, each once; of many the first three.
  var scoredTitle: String {
    let most = 3
    let titles = forecasts.map { $0.title(in: language.rawValue) }
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    guard !titles.isEmpty else { return source.manifest.scenario }
    return titles.prefix(most).joined(separator: " · ") + (titles.count > most ? " · …" : "")
  }

  /// The forecast that a row is about.
  private func forecast(_ row: TableRows.Row) -> ForecastRecord? {
    let name = row.text("case")
    return forecasts.first { name.isEmpty || $0.scenario == name || $0.result == name }
  }

  private func title(of row: TableRows.Row) -> String {
    forecast(row)?.title(in: language.rawValue) ?? row.text("case")
  }

  /// An event, as people call it.
  func scored(_ row: TableRows.Row) -> String {
    let event = row.text("event")
    if event == "agreement" { return words.agreementName }
    if let ending = Self.ending(event) {
      return EndingWords.label(ending, .deadline, language: language.rawValue)
    }
    if ["ending", "round"].contains(event) {
      let name = PageLayout.plain(words.column(event))
      return name.capitalisedFirst
    }
    return forecast(row)?.label(ofIssue: event, in: language.rawValue) ?? event.replacing("_", with: " ")
  }

  /// What became of it: whether it happened, or which of several it was.
  func outcome(_ row: TableRows.Row) -> String {
    let (event, outcome) = (row.text("event"), row.text("outcome"))
    if event == "agreement" || Self.ending(event) != nil {
      return outcome == "1" ? studies.happened : outcome == "0" ? studies.didNotHappen : outcome
    }
    if let ending = Self.ending(outcome) {
      return EndingWords.label(ending, .deadline, language: language.rawValue)
    }
    return forecast(row)?.label(ofOption: outcome, of: event, in: language.rawValue) ?? outcome
  }
}
