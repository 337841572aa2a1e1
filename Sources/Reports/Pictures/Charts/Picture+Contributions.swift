import Tables

extension Picture {
  /// What a mediator or forum brings, as `contributions.csv` has it.
  package struct Contribution: Sendable {
    package var label: String
    package var isForum: Bool
    package var shapley: Double
    package var low: Double
    package var high: Double

    package init(label: String, isForum: Bool, shapley: Double, low: Double, high: Double) {
      (self.label, self.isForum, self.shapley, self.low, self.high) = (label, isForum, shapley, low, high)
    }
  }

  /// Shapley values with their intervals, mediators and forums apart.
  package static func contributions(
    name: String = "contributions", _ rows: [Contribution], in language: PictureLanguage = .english
  ) -> Picture {
    let words = language.words
    let scale = Scale.around([0] + rows.flatMap { [$0.low * 100, $0.high * 100] })
    let groups = [(words.mediators, false), (words.forums, true)].map { name, isForum in
      (name: name, rows: rows.filter { $0.isForum == isForum })
    }.filter { !$0.rows.isEmpty }
    let panels = groups.enumerated().map { index, group in
      RowChart.Panel(
        heading: group.name, scale: scale, title: words.shapley,
        rows: group.rows.map { row in
          let figures = [
            Numerals.points(row.shapley),
            words.intervals.text(Numerals.points(row.low), Numerals.points(row.high)),
          ]
          return RowChart.Row(
            label: row.label,
            lanes: [
              [
                .bar(from: 0, to: row.shapley * 100, class: "main", .plain),
                .interval(low: row.low * 100, high: row.high * 100),
              ]
            ], figures: figures, tip: RowChart.tip(Label.plain(row.label), figures))
        }, hasAxis: index == groups.count - 1, reference: 0)
    }
    return Picture(
      name: name, title: words.contributions,
      summary: panels.map { panel in
        "\(panel.heading): " + panel.rows.map(\.tip).joined(separator: "; ") + "."
      }.joined(separator: " "), in: language, draw: RowChart(panels: panels).drawing)
  }
}
