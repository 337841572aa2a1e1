import Experiments
import Tables

extension Picture {
  /// What a history makes of a number, as `posterior.csv` has it.
  struct Shift: Sendable {
    var label: String
    /// Mean and standard deviation before and after.
    var before: (mean: Double, deviation: Double)
    var after: (mean: Double, deviation: Double)
    /// Where the number stands in the scenario; empty where the label says it.
    var path = ""
  }

  /// Prior against posterior of every number, the most shifted first: all on one scale, that of the
  /// standard deviations that each had before. Numbers that had none, and those beyond
  /// ``mostNumbers``, are left out.
  static func posterior(
    _ shifts: [Shift], in language: PictureLanguage = .english
  ) -> Picture {
    let words = language.words
    let shown = shifts.filter { $0.before.deviation > 0 }.prefix(mostNumbers)
    func figures(_ law: (mean: Double, deviation: Double)) -> String {
      "\(Numerals.brief(law.mean)) ± \(Numerals.brief(law.deviation))"
    }
    let rows = shown.map { shift in
      let moved = (shift.after.mean - shift.before.mean) / shift.before.deviation
      let spread = shift.after.deviation / shift.before.deviation
      let (before, after) = (
        "\(words.before) \(figures(shift.before))", "\(words.after) \(figures(shift.after))"
      )
      return (
        ends: [moved - spread, moved + spread],
        row: RowChart.Row(
          label: shift.label, note: "\(before) · \(after)",
          lanes: [
            [.interval(low: -1, high: 1), .dot(0, isHollow: true)],
            [.interval(low: moved - spread, high: moved + spread), .dot(moved, isHollow: false)],
          ],
          figures: [Numerals.signed(moved, 2)],
          tip: "\(named(shift.label, shift.path)): \(before); \(after); "
            + words.filled(words.shift, Numerals.signed(moved, 2)))
      )
    }
    let panel = RowChart.Panel(
      scale: .around([-1, 1] + rows.flatMap(\.ends)), title: words.priorDeviations, rows: rows.map(\.row),
      reference: 0)
    return Picture(
      name: "posterior", title: words.posteriors,
      summary: rows.isEmpty ? words.none : rows.map { $0.row.tip + "." }.joined(separator: " "), in: language
    ) { sheet in
      let key = Key(entries: [
        .init(label: words.before) { x, y in [.circle(x: x + 11, y: y + 6, radius: 4.5, class: "hollow")] },
        .init(label: words.after) { x, y in [.circle(x: x + 11, y: y + 6, radius: 4.5, class: "main")] },
      ])
      return Drawing(
        stacking: [{ key.drawn(on: sheet, y: $0) }, { _ in ([], 8) }]
          + RowChart(panels: [panel]).block(on: sheet), on: sheet)
    }
  }

  /// What a history makes of one number: the prior as bars, the posterior as a line.
  static func posterior(
    of posterior: Posterior, rank: Int, in language: PictureLanguage = .english
  ) -> Picture {
    let chart = PosteriorChart(posterior: posterior)
    return Picture(
      name: "posterior-\(rank)",
      title: language.words.filled(language.words.posterior, Label.plain(posterior.path)),
      summary: chart.summary(language.words), in: language, draw: chart.drawing)
  }
}

/// Two densities over one range.
private struct PosteriorChart {
  let posterior: Posterior

  private var most: Double {
    max((posterior.prior.density + posterior.posterior.density).max() ?? 1, .leastNormalMagnitude)
  }

  func summary(_ words: PictureWords) -> String {
    "\(words.before): \(figures(posterior.prior)). \(words.after): \(figures(posterior.posterior)). "
      + words.filled(words.shift, Numerals.signed(posterior.shift, 2)) + "."
  }

  func drawing(on sheet: Sheet) -> Drawing {
    let range = posterior.range
    let heading = sheet.heading(Label.plain(posterior.path), y: 0)
    let plot = Plot(
      on: sheet, across: .exactly(range), Label.plain(posterior.path),
      upwards: Scale(from: 0, to: 1, step: 0.5, isShare: false), sheet.words.density, top: heading.height + 4,
      height: 150)
    func x(_ bin: Int) -> Double {
      plot.left + Double(bin) / Double(Posterior.bins) * (plot.right - plot.left)
    }
    let bars = posterior.prior.density.enumerated().map { bin, weight in
      Shape.told(
        "\(sheet.words.before): \(Numerals.percent(weight))",
        [
          .textured(
            .rectangle(
              x: x(bin) + 0.5, y: plot.y(weight / most), width: x(1) - x(0) - 1,
              height: plot.lower - plot.y(weight / most), class: Tone.time.name), .plain)
        ])
    }
    var points = [Point(plot.left, plot.lower)]
    for (bin, weight) in posterior.posterior.density.enumerated() {
      points.append(Point(x(bin), plot.y(weight / most)))
      points.append(Point(x(bin + 1), plot.y(weight / most)))
    }
    points.append(Point(plot.right, plot.lower))
    let lines = [
      Shape.path([points], isClosed: false, class: "rim"),
      .told(
        "\(sheet.words.after): \(figures(posterior.posterior))",
        [.path([points], isClosed: false, class: "series-2")]),
    ]
    let key = Key(entries: [
      .init(label: "\(sheet.words.before): \(figures(posterior.prior))") { x, y in
        [.rectangle(x: x, y: y, width: 22, height: 12, class: Tone.time.name)]
      },
      .init(label: "\(sheet.words.after): \(figures(posterior.posterior))") { x, y in
        [.line(x1: x, y1: y + 6, x2: x + 22, y2: y + 6, class: "series-2")]
      },
    ]).drawn(on: sheet, y: plot.bottom + 2)
    return Drawing(
      heading.shapes + plot.axes + bars + lines + key.shapes, on: sheet, height: plot.bottom + 2 + key.height)
  }

  private func figures(_ spread: Posterior.Spread) -> String {
    "\(Numerals.brief(spread.mean)) ± \(Numerals.brief(spread.deviation))"
  }
}
