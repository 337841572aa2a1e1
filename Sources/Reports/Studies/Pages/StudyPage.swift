import Bargaining
import Experiments
import Scenarios
import Simulation
import Tables

/// The page of a study, of its tables and its manifest alone.
struct StudyPage {
  let source: PageSource
  let language: TellingLanguage
  let theme: PageTheme
  let layout: PageLayout
  let studies: any StudyWords
  /// What the simulated scenario says of itself; `nil` where there is none.
  let content: ReportContent?
  let labels: ScenarioLabels?
  /// What was scored, with what its issues are called; empty of other results.
  let forecasts: [ForecastRecord]

  init(_ source: PageSource, _ language: TellingLanguage, _ theme: PageTheme) {
    self.source = source
    self.language = language
    self.theme = theme
    let words = language.page
    layout = PageLayout(
      words: words, digits: source.digits, cells: source.scenario.map { PageCells($0, words) })
    studies = language.studies
    content = ReportContent(source, language: language.rawValue)
    labels = source.scenario.map { ScenarioLabels($0, language: language.rawValue) }
    forecasts =
      source.manifest.design?["forecasts"]?.elements?.compactMap { ForecastRecord($0) } ?? []
  }

  var words: any PageWords { layout.words }

  /// What a study has to say.
  struct Story {
    var answer: [String] = []
    /// The picture of the first screen, with its numbers.
    var picture: Markup?
    var whyRunsFail: String?
    var whyTitle: String?
    var next: [NextStep] = []
    var remarks: [String] = []
    var sections: [Markup] = []
    /// Tables that its sections show; the others follow as they are.
    var shown: Set<String> = []
  }

  var html: String {
    let story = story
    let first = FirstScreen(
      title: title, titleLanguage: language.rawValue, setting: PageOrigin(source, words).setting,
      remarks: PageOrigin(source, words).remarks + story.remarks + bracketNote,
      question: words.question(source.manifest.command), answer: story.answer, picture: story.picture,
      whyRunsFail: story.whyRunsFail, whyTitle: story.whyTitle,
      next: PageOrigin(source, words).lines(story.next),
      // What has been scored was a forecast.
      caution: source.manifest.command == "score"
        ? "" : (content.map { words.provenance($0.provenance) + " " } ?? "") + words.caution)
    return layout.page(
      first, theme: theme,
      sections: story.sections + [others(than: story.shown)].compactMap(\.self)
        + [PageGround.manifest(PageOrigin(source, words).manifest, layout)]
        + (content.map { [PageGround(layout: layout, content: $0).section] } ?? []))
  }

  private var title: String {
    switch source.manifest.command {
    case "compare":
      source.readings.map { ScenarioLabels($0.scenario, language: language.rawValue).title }
        .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: " · ")
    case "score": scoredTitle
    default: labels?.title ?? source.manifest.scenario
    }
  }

  private var story: Story {
    switch source.manifest.command {
    case "levers": leversStory
    case "sensitivity": sensitivityStory
    case "compare": comparisonStory
    case "formula": formulaStory
    case "answers": answersStory
    case "score": scoreStory
    case "sweep", "merge": sweepStory
    default: Story()
    }
  }

  /// Rows that a table of a section shows at most.
  static let mostRows = 20

  /// A table of the result under its name, its first rows in the columns that matter, all of it
  /// folded beside it.
  func section(
    _ name: String, _ columns: [PageColumn], title: String? = nil, notes: [String] = [],
    picture: Markup? = nil,
    most: Int = StudyPage.mostRows, where isShown: (TableRows.Row) -> Bool = { _ in true }
  ) -> Markup? {
    guard let table = source[name], table.rowCount > 0 else { return nil }
    let rows = source.rows(name).filter(isShown)
    let shown = rows.prefix(most)
    guard !shown.isEmpty || picture != nil else { return nil }
    let rest =
      shown.count < table.rowCount
      ? [
        layout.paragraph(
          words.firstRows(shown.count, of: table.rowCount, file: "\(name).csv"), class: "quiet")
      ] : []
    return layout.section(
      name, title ?? words.table(name),
      notes.map { layout.paragraph($0) } + (picture.map { [$0] } ?? [])
        + [
          layout.table(
            words.table(name), columns.map(\.head), shown.map { row in columns.map { $0.cell(row) } })
        ]
        + rest + [layout.numbers(of: table, words.wholeTable)])
  }

  /// Tables that no section speaks of, each folded under its name, so that nothing is left out.
  private func others(than shown: Set<String>) -> Markup? {
    let names = source.tableNames.filter {
      !shown.contains($0) && !["shares", "computation", "model_ranges"].contains($0)
    }
    let tables = names.compactMap { source[$0] }.filter { $0.rowCount > 0 }
    guard !tables.isEmpty else { return nil }
    return layout.section(
      "further", words.furtherTables,
      tables.map { layout.numbers(of: $0, PageLayout.plain(words.table($0.name))) })
  }

  /// The terms of a text in a row: one column for each issue.
  var terms: PageColumn? {
    guard let scenario = source.scenario, let labels else { return nil }
    return PageColumn(head: .words(words.column("terms"))) { row in
      PageTerms.markup(StudyPage.terms(row, scenario, labels), words)
    }
  }

  static func terms(
    _ row: TableRows.Row, _ scenario: Scenario, _ labels: ScenarioLabels
  ) -> [ReportContent.Term] {
    scenario.agenda.compactMap { k in
      let issue = scenario.issues[k]
      let column = row.table["issue_\(issue.name)"] == nil ? issue.name : "issue_\(issue.name)"
      return issue.options.firstIndex { row.says($0.name, in: column) }.map { labels.term($0, of: k) }
    }
  }

  // MARK: Labels of names in tables

  func party(_ name: String) -> String {
    source.scenario?.parties.firstIndex { $0.name == name }.flatMap { labels?.party($0) } ?? name
  }

  func actor(_ name: String) -> String {
    guard let scenario = source.scenario, let labels, !name.isEmpty else { return name }
    if let party = scenario.parties.firstIndex(where: { $0.name == name }) { return labels.party(party) }
    if let mediator = scenario.mediators.firstIndex(where: { $0.name == name }) {
      return labels.mediator(mediator)
    }
    return scenario.forums.firstIndex { $0.name == name }.map(labels.forum) ?? words.value(name)
  }

  func issue(_ name: String) -> String {
    source.scenario?.issues.firstIndex { $0.name == name }.flatMap { labels?.issue($0) } ?? name
  }

  func ending(_ name: String) -> String {
    guard let scenario = source.scenario, let ending = Ending.allCases.first(where: { $0.name == name })
    else { return name }
    return EndingWords.label(ending, TimeLimit(of: scenario), language: language.rawValue)
  }

  func event(_ name: String) -> String {
    source.scenario?.events.first { $0.name == name }?.label?.text(in: language.rawValue) ?? name
  }
}

extension StudyPage {
  /// The interval of a share of so many.
  static func interval(of share: Double, _ total: Int) -> WilsonInterval {
    WilsonInterval(count: Int((share * Double(total)).rounded()), total: total)
  }

  /// A share of as many runs as the study has at each point, whose interval no table has.
  func share(_ share: Double, models: ModelRange?) -> ShareEstimate {
    let interval = Self.interval(of: share, source.manifest.runs)
    return ShareEstimate(
      count: interval.count, share: share, low: interval.low, high: interval.high, models: models)
  }

  /// What brackets hold, where a table has an interval that they can show.
  private var bracketNote: [String] {
    let isTold = source.tableNames.contains { name in
      source[name].map { $0.rowCount > 0 && $0.columns.contains { Self.endsInterval($0.name) } } ?? false
    }
    guard isTold || source.manifest.command == "levers", source.manifest.command != "score" else { return [] }
    let models = source.scenario?.models.count ?? 0
    let hasRange = source.tableNames.contains { name in
      source[name].map { $0.columns.contains { $0.name.hasSuffix("models_low") } } ?? false
    }
    return [models > 0 && hasRange ? words.intervals : words.sampling(models: models)]
  }

  /// Whether a column is the lower end of a 95% interval, and not of a range of values.
  private static func endsInterval(_ column: String) -> Bool {
    column == "low" || column.hasSuffix("_low") && !["bin_low", "value_low"].contains(column)
  }
}

extension TableRows.Row {
  /// The range across models in the columns of this name; `nil` where there is none.
  func models(_ column: String, _ count: Int) -> ModelRange? {
    real("\(column)_low").flatMap { low in
      real("\(column)_high").map { ModelRange(low: low, high: $0, models: count) }
    }
  }

  /// A number with its interval; `nil` where the number is missing.
  func difference(_ column: String, _ low: String, _ high: String) -> ToldDifference? {
    real(column).map { ToldDifference(value: $0, low: real(low) ?? $0, high: real(high) ?? $0) }
  }
}
