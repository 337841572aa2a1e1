import Experiments
import Simulation
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
    story.remarks = [words.seed(source.manifest.seed)]
    let rows = source.rows("sweep").filter { $0.real("agreement_share") != nil }
    let ordered = rows.sorted { ($0.real("agreement_share") ?? 0) < ($1.real("agreement_share") ?? 0) }
    if let low = ordered.first, let high = ordered.last {
      let (points, runs) = (rows.count, source.manifest.runs)
      let difference = ShareDifference(interval(high), interval(low))
      let range = difference.interval
      story.answer.append(
        low.real("agreement_share") == high.real("agreement_share")
          ? studies.sweptFlat(points: points, runs: runs, told(low, of: []))
          : studies.swept(
            points: points, runs: runs, from: told(low, of: ordered), to: told(high, of: ordered),
            ToldDifference(value: difference.value, low: range.lowerBound, high: range.upperBound),
            isSettled: difference.isSettled(ofPoints: rows.count)))
    }
    let columns: [PageColumn] =
      [.number("point", words)] + varied.map { .number($0, words, head: Isolate.name(number($0))) } + [
        .share("agreement_share", "agreement_low", "agreement_high", words),
        .share("collapsed_share", "collapsed_low", "collapsed_high", words),
      ]
      + (rows.contains { $0.real("median_round") != nil } ? [halfAgree] : [])
    story.sections = [section("sweep", columns.map(named), most: 200)].compactMap(\.self)
    return story
  }

  /// The round by which half of the runs agree, counted from 1 as texts do.
  private var halfAgree: PageColumn {
    PageColumn(head: .number(words.column("median_round"))) { row in
      .text(row.whole("median_round").map { Numerals.count($0 + 1) } ?? "")
    }
  }

  private func interval(_ row: TableRows.Row) -> WilsonInterval {
    Self.interval(of: row.real("agreement_share") ?? 0, row.whole("runs") ?? source.manifest.runs)
  }

  /// - Parameter rows: of which several may have the same share; then it is no single point's.
  private func told(_ row: TableRows.Row, of rows: [TableRows.Row]) -> ToldPoint {
    let same = rows.count { $0.real("agreement_share") == row.real("agreement_share") }
    return ToldPoint(
      settings: same > 1 ? [] : varied.map { (number($0), row.text($0)) }, points: same,
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
