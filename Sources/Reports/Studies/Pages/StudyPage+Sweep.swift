import Tables

extension StudyPage {
  /// Columns of a sweep that are no varied numbers.
  private static let results = ["point", "runs", "seed", "median_round"]

  private var varied: [String] {
    (source["sweep"]?.columns.map(\.name) ?? []).prefix { $0 != "runs" }.filter { !Self.results.contains($0) }
  }

  var sweepStory: Story {
    var story = Story(next: [.sensitivity, .levers, .run], shown: ["sweep"])
    story.picture = sweepPicture.map {
      layout.exhibit(
        $0, caption: hasHeatMap ? studies.heatCaption : studies.sweepCaption, source["sweep"])
    }
    story.remarks = [words.atEachPoint(source.manifest.runs, seed: source.manifest.seed)]
    let rows = source.rows("sweep").filter { $0.real("agreement_share") != nil }
    let ordered = rows.sorted { ($0.real("agreement_share") ?? 0) < ($1.real("agreement_share") ?? 0) }
    if let low = ordered.first, let high = ordered.last {
      let (points, runs) = (rows.count, source.manifest.runs)
      let isSettled = (low.real("agreement_high") ?? 1) < (high.real("agreement_low") ?? 0)
      story.answer.append(
        low.real("agreement_share") == high.real("agreement_share")
          ? studies.sweptFlat(points: points, runs: runs, told(low))
          : studies.swept(
            points: points, runs: runs, from: told(low), to: told(high), isSettled: isSettled))
    }
    let columns: [PageColumn] =
      [.number("point", words)] + varied.map { .number($0, words, head: Isolate.name(number($0))) } + [
        .share("agreement_share", "agreement_low", "agreement_high", words),
        .share("collapsed_share", "collapsed_low", "collapsed_high", words),
        .number("median_round", words),
      ]
    story.sections = [section("sweep", columns.map(named), most: 200)].compactMap(\.self)
    return story
  }

  private func told(_ row: TableRows.Row) -> ToldPoint {
    ToldPoint(
      settings: varied.map { (number($0), row.text($0)) },
      share: row.share("", "agreement_share", "agreement_low", "agreement_high"))
  }

  /// Heads of shares are the endings.
  private func named(_ column: PageColumn) -> PageColumn {
    switch column.head.text {
    case words.column("agreement_share"):
      PageColumn(head: .number(words.column("agreement")), cell: column.cell)
    case words.column("collapsed_share"): PageColumn(head: .number(ending("collapsed")), cell: column.cell)
    default: column
    }
  }
}
