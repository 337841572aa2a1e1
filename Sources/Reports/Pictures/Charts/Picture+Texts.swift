import Tables

extension Picture {
  /// A text that parties might sign, or one more of a folder of texts.
  struct TextOdds: Sendable {
    /// In how many draws it is acceptable to all; of a folder, one of those so far.
    var share: ShareEstimate
    /// In what it differs from the best one; empty where it does not.
    var terms: String
  }

  /// The most texts that a picture shows.
  static let mostTexts = 8

  /// The texts that all accept most often, and what a folder of several adds, as `formula.csv` and
  /// `folder.csv` have them.
  ///
  /// - Parameters:
  ///   - texts: the best first; those beyond ``mostTexts`` are left out.
  ///   - folder: in the order in which texts are added.
  static func texts(
    _ texts: [TextOdds], folder: [TextOdds], in language: PictureLanguage = .english
  ) -> Picture {
    let words = language.words
    let shown = texts.prefix(mostTexts)
    // One alone is no folder.
    let carried = folder.count > 1 ? folder : []
    let highest = (shown + carried).map(\.share.high).max() ?? 1
    func rows(_ texts: some Collection<TextOdds>, _ name: String, isBar: Bool) -> [RowChart.Row] {
      texts.enumerated().map { index, text in
        let share = text.share
        let figures = [
          Numerals.percent(share.share), Numerals.interval(share.low, share.high, in: words.intervals),
        ]
        let label = words.filled(name, Numerals.count(index + 1))
        let mark: RowChart.Glyph =
          isBar
          ? .bar(from: 0, to: share.share, class: "main", .plain) : .dot(share.share, isHollow: false)
        let interval = RowChart.Glyph.interval(low: share.low, high: share.high)
        return RowChart.Row(
          label: label, note: text.terms, lanes: [isBar ? [mark, interval] : [interval, mark]],
          figures: figures,
          tip: [RowChart.tip(label, figures), text.terms].filter { !$0.isEmpty }.joined(separator: "; "))
      }
    }
    let panels = [
      RowChart.Panel(
        heading: words.bestTexts, scale: .shares(upTo: highest), title: words.acceptable,
        rows: rows(shown, words.textNumber, isBar: false), hasAxis: carried.isEmpty),
      RowChart.Panel(
        heading: words.folder, scale: .shares(upTo: highest), title: words.acceptable,
        rows: rows(carried, words.textsTogether, isBar: true)),
    ].filter { !$0.rows.isEmpty }
    return Picture(
      name: "formula", title: words.texts,
      summary: panels.isEmpty
        ? words.none
        : panels.map { panel in
          "\(panel.heading): " + panel.rows.map(\.tip).joined(separator: ". ") + "."
        }.joined(separator: " "), in: language, draw: RowChart(panels: panels).drawing)
  }
}
