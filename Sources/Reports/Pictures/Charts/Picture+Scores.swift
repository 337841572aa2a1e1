import Tables

extension Picture {
  /// A forecast of one event and what became of it, as `scores.csv` has it.
  struct ScoredEvent: Sendable {
    var label: String
    /// The probability that was forecast for it.
    var forecast: Double
    /// That of the forecast which it is compared with.
    var baseline: Double?
    var happened: Bool
    /// What became of it, in words.
    var outcome: String
    var brier: Double
  }

  /// The most events that a picture shows.
  static let mostScored = 16

  /// How far each forecast was from what happened: a bar from the probability to the end that came
  /// true, whose length squared is Brier's score of an event that either happens or does not.
  ///
  /// - Parameter events: in the order to be shown; those beyond ``mostScored`` are left out.
  static func scores(_ events: [ScoredEvent], in language: PictureLanguage = .english) -> Picture {
    let words = language.words
    let rows = events.prefix(mostScored).map { event in
      let end: Double = event.happened ? 1 : 0
      let forecast = Numerals.percent(event.forecast)
      let score = words.filled(words.brierScore, Numerals.fixed(event.brier, 3))
      return RowChart.Row(
        label: event.label, note: "\(Label.plain(event.outcome)) · \(score)",
        lanes: [
          [.bar(from: event.forecast, to: end, class: "main", .plain)]
            + (event.baseline.map { [.dot($0, isHollow: true)] } ?? [])
            + [.dot(event.forecast, isHollow: false)]
        ], figures: [forecast],
        tip: "\(RowChart.tip(Label.plain(event.label), [forecast, Label.plain(event.outcome)])); \(score)")
    }
    let panel = RowChart.Panel(scale: .shares(), title: words.forecastToOutcome, rows: Array(rows))
    return Picture(
      name: "scores", title: words.scores,
      summary: rows.isEmpty ? words.none : rows.map { $0.tip + "." }.joined(separator: " "), in: language
    ) { sheet in
      let key = Key(
        entries: [
          .init(label: words.forecastShare) { x, y in
            [.circle(x: x + 11, y: y + 6, radius: 4.5, class: "main")]
          }
        ]
          + (events.contains { $0.baseline != nil }
            ? [
              .init(label: words.baseline) { x, y in
                [.circle(x: x + 11, y: y + 6, radius: 4.5, class: "hollow")]
              }
            ] : []))
      return Drawing(
        stacking: [{ key.drawn(on: sheet, y: $0) }, { _ in ([], 8) }]
          + RowChart(panels: [panel]).block(on: sheet), on: sheet)
    }
  }
}
