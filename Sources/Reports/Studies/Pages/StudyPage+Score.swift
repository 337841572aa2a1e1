import Tables

extension StudyPage {
  /// How many events the first screen tells.
  private static let mostTold = 3

  var scoreStory: Story {
    var story = Story(shown: ["scores", "times", "baselines", "unscored", "calibration", "decomposition"])
    let told = source.rows("scores").filter { !$0.text("event").hasPrefix("agreement_by_") }
    story.answer = told.prefix(Self.mostTold).map { row in
      studies.scored(
        row.text("event"), forecast: row.real("forecast") ?? 0, happened: row.text("outcome"),
        brier: row.real("brier") ?? 0, baseline: row.real("baseline_brier"))
    }
    if let time = source.rows("times").first {
      story.answer.append(
        studies.timed(
          time.whole("forecast"), happened: time.whole("outcome"), crps: time.real("crps") ?? 0,
          baseline: time.real("baseline_crps")))
    }
    story.remarks = [studies.scoresNote]
    let ofCase = source["scores"]?["case"] == nil ? [] : [PageColumn.words("case", words)]
    story.sections = [
      section(
        "scores",
        ofCase + [
          .words("event", words), .percent("forecast", words), .words("outcome", words),
          .number("brier", words, places: 3), .number("log", words, places: 3),
          .percent("baseline", words), .number("baseline_brier", words, places: 3),
        ], most: 200),
      section(
        "times",
        ofCase + [
          .number("forecast", words), .number("outcome", words), .number("crps", words, places: 2),
          .number("baseline_crps", words, places: 2),
        ]),
      section(
        "baselines",
        ofCase + [
          .words("event", words), .words("baseline", words), .percent("forecast", words),
          .number("brier", words, places: 3), .number("skill", words, places: 3),
        ], most: 200),
      section("unscored", ofCase + [.words("event", words), .words("reason", words)]),
      section(
        "calibration",
        [
          .percent("bin_low", words), .percent("bin_high", words), .number("count", words),
          .percent("forecast", words), .share("share", "low", "high", words),
        ]),
      section("decomposition", [.words("part", words), .number("value", words, places: 4)]),
    ].compactMap(\.self)
    return story
  }
}
