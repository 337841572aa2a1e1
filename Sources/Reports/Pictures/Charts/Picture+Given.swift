import Bargaining
import Experiments
import Simulation
import Tables

extension Picture {
  /// How the forecast moved: a column for each number of observations, divided by the shares of the
  /// endings.
  static func forecast(of result: GivenResult, in language: PictureLanguage = .english) -> Picture {
    let chart = ForecastChart(result)
    return Picture(
      name: "forecast", title: language.words.forecast,
      summary: chart.columns.map(chart.words).joined(separator: " "), in: language, draw: chart.drawing)
  }

  /// What a history makes of a number: the prior as bars, the posterior as a line.
  static func posterior(
    of posterior: Posterior, rank: Int, in language: PictureLanguage = .english
  ) -> Picture {
    let chart = PosteriorChart(posterior: posterior)
    return Picture(
      name: "posterior-\(rank)",
      title: language.words.filled(language.words.posterior, Label.plain(posterior.path)),
      summary: chart.summary, in: language, draw: chart.drawing)
  }
}

/// Columns side by side, each from 0 to 100%.
private struct ForecastChart {
  let columns: [[Forecast]]
  private let limit: TimeLimit

  init(_ result: GivenResult) {
    let endings = Ending.allCases.count
    columns = stride(from: 0, to: result.forecasts.count, by: endings).map {
      Array(result.forecasts[$0..<$0 + endings])
    }
    limit = TimeLimit(of: result.study.scenario)
  }

  func words(_ column: [Forecast]) -> String {
    let shares = column.map {
      "\(EndingWords.label($0.ending, limit)) \(Numerals.estimate(ShareEstimate($0.share)))"
    }
    return "After \(column[0].after): " + shares.joined(separator: ", ") + "."
  }

  private static func tone(of ending: Ending) -> Tone {
    switch ending {
    case .fullAgreement: .full
    case .partialAgreement: .partial
    case .rejectedAtHome: .home
    case .collapsed: .breakdown
    case .outOfTime: .time
    }
  }

  func drawing(on sheet: Sheet) -> Drawing {
    let plot = Plot(
      on: sheet, across: Scale(from: 0, to: Double(max(columns.count, 1)), step: 1, isShare: false),
      sheet.words.observations, upwards: .shares(), sheet.words.ofRuns, height: 240)
    let pitch = (plot.right - plot.left) / Double(max(columns.count, 1))
    let shapes = columns.indices.flatMap {
      column(columns[$0], at: plot.left + (Double($0) + 0.5) * pitch, pitch, plot)
    }
    let widest = columns.map { sheet.width(of: "\($0[0].after)", faint: true) }.max() ?? 0
    // Not more figures than there is room for.
    let stride = max(1, Int(((widest + 8) / pitch).rounded(.up)))
    let figures = columns.indices.filter { $0.isMultiple(of: stride) }.map {
      Shape.text(
        "\(columns[$0][0].after)", plot.left + (Double($0) + 0.5) * pitch, plot.lower + 19, .middle,
        class: "faint")
    }
    let key = Key(entries: Ending.allCases.map { .fill(EndingWords.label($0, limit), Self.tone(of: $0)) })
      .drawn(on: sheet, y: plot.bottom + 4)
    return Drawing(
      plot.fieldAxes + shapes + figures + key.shapes, on: sheet, height: plot.bottom + 4 + key.height)
  }

  private func column(_ forecasts: [Forecast], at middle: Double, _ pitch: Double, _ plot: Plot) -> [Shape] {
    let width = min(pitch * 0.8, 48)
    var reached = 0.0
    return forecasts.map { forecast in
      let share = forecast.share.share ?? 0
      defer { reached += share }
      let estimate = Numerals.estimate(ShareEstimate(forecast.share))
      return .told(
        "\(forecast.after): \(EndingWords.label(forecast.ending, limit)) \(estimate)",
        [
          .textured(
            .rectangle(
              x: middle - width / 2, y: plot.y(reached + share), width: width,
              height: plot.y(reached) - plot.y(reached + share),
              class: "\(Self.tone(of: forecast.ending).name) segment"),
            Self.tone(of: forecast.ending).texture)
        ])
    }
  }
}

/// Two densities over one range.
private struct PosteriorChart {
  let posterior: Posterior

  private var most: Double {
    max((posterior.prior.density + posterior.posterior.density).max() ?? 1, .leastNormalMagnitude)
  }

  var summary: String {
    "Before, \(words(posterior.prior)). After, \(words(posterior.posterior)). "
      + "Shift \(Numerals.signed(posterior.shift, 2)) standard deviations."
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
        "\(sheet.words.after): \(words(posterior.posterior))",
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

  private func words(_ spread: Posterior.Spread) -> String {
    "mean \(Numerals.brief(spread.mean)), standard deviation \(Numerals.brief(spread.deviation)), "
      + "5% to 95% \(Numerals.brief(spread.p05)) to \(Numerals.brief(spread.p95))"
  }
}
