import Bargaining
import Tables

extension StudyPage {
  /// How many events the first screen tells.
  private static let mostTold = 3

  var scoreStory: Story {
    var story = Story(shown: ["scores", "times", "baselines", "unscored", "calibration", "decomposition"])
    let told = source.rows("scores").filter(Self.isTold)
    story.answer = told.prefix(Self.mostTold).map { row in
      studies.scored(
        scored(row.text("event")), forecast: row.real("forecast") ?? 0, happened: outcome(row),
        brier: row.real("brier") ?? 0, baseline: row.real("baseline_brier"))
    }
    if let time = source.rows("times").first {
      story.answer.append(
        studies.timed(
          time.whole("forecast"), happened: time.whole("outcome"), crps: time.real("crps") ?? 0,
          baseline: time.real("baseline_crps")))
    }
    story.picture =
      calibrationPicture.map {
        layout.exhibit($0, caption: studies.calibrationCaption, source["calibration"])
      } ?? scoresPicture.map { layout.exhibit($0, caption: studies.scoresCaption) }
    story.remarks = [studies.scoresNote]
    let ofCase = source["scores"]?["case"] == nil ? [] : [PageColumn.words("case", words)]
    story.sections = [
      section(
        "scores",
        ofCase + [
          .words("event", words, label: scored), .percent("forecast", words),
          PageColumn(head: .words(words.column("outcome"))) { .label(outcome($0)) },
          .number("brier", words, places: 3), .number("log", words, places: 3),
          .percent("baseline", words), .number("baseline_brier", words, places: 3),
        ], most: 200, where: Self.isTold),
      section(
        "times",
        ofCase + [
          .number("forecast", words), .number("outcome", words), .number("crps", words, places: 2),
          .number("baseline_crps", words, places: 2),
        ]),
      section(
        "baselines",
        ofCase + [
          .words("event", words, label: scored), .words("baseline", words, label: studies.baseline),
          .percent("forecast", words),
          .number("brier", words, places: 3), .number("skill", words, places: 3),
        ], most: 200, where: Self.isTold),
      section("unscored", ofCase + [.words("event", words, label: scored), .words("reason", words)]),
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

  /// How far each forecast of a single case was from what happened; of several the calibration
  /// says more.
  var scoresPicture: Picture? {
    guard let table = source["scores"], table["case"] == nil else { return nil }
    let events = source.rows("scores").filter(Self.isTold).compactMap { row -> Picture.ScoredEvent? in
      guard let forecast = row.real("forecast"), let brier = row.real("brier") else { return nil }
      let (event, outcome) = (row.text("event"), row.text("outcome"))
      let isEitherOr = event == "agreement" || Self.ending(event) != nil
      return Picture.ScoredEvent(
        label: scored(event), forecast: forecast, baseline: row.real("baseline"),
        happened: isEitherOr ? outcome == "1" : true, outcome: self.outcome(row), brier: brier)
    }
    return events.isEmpty ? nil : .scores(events, in: pictureLanguage)
  }

  /// Of agreement by each round there are as many rows as rounds: the whole table has them.
  private static func isTold(_ row: TableRows.Row) -> Bool { !row.text("event").hasPrefix("agreement_by_") }

  private static func ending(_ name: String) -> Ending? { Ending.allCases.first { $0.name == name } }

  /// An event, as people call it; an issue by its name.
  private func scored(_ event: String) -> String {
    if event == "agreement" { return words.agreementName }
    if let ending = Self.ending(event) {
      return EndingWords.label(ending, .deadline, language: language.rawValue)
    }
    return ["ending", "round"].contains(event)
      ? PageLayout.plain(words.column(event)) : event.replacing("_", with: " ")
  }

  /// What became of it: whether it happened, or which of several it was.
  private func outcome(_ row: TableRows.Row) -> String {
    let (event, outcome) = (row.text("event"), row.text("outcome"))
    guard event == "agreement" || Self.ending(event) != nil else {
      return Self.ending(outcome) == nil ? outcome : scored(outcome)
    }
    return outcome == "1" ? studies.happened : outcome == "0" ? studies.didNotHappen : outcome
  }
}
