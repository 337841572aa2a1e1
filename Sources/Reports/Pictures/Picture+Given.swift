import Bargaining
import Experiments
import Simulation
import Tables

extension Picture {
  /// How the forecast moved: a column for each number of observations, divided by the shares of the
  /// endings, with the interval of agreement of either kind.
  static func forecast(of result: GivenResult) -> Picture {
    ForecastChart(result).picture
  }

  /// What a history makes of a number: the prior as bars, the posterior as a line.
  static func posterior(of posterior: Posterior, rank: Int) -> Picture {
    PosteriorChart(posterior, rank: rank).picture
  }
}

/// Columns side by side, each from 0 to 100%.
private struct ForecastChart {
  private let columns: [[Forecast]]
  private let limit: TimeLimit

  private static let (left, right, top, bottom) = (52.0, 560.0, 14.0, 252.0)
  private static let width = 700.0

  init(_ result: GivenResult) {
    let endings = Ending.allCases.count
    columns = stride(from: 0, to: result.forecasts.count, by: endings).map {
      Array(result.forecasts[$0..<$0 + endings])
    }
    limit = TimeLimit(of: result.study.scenario)
  }

  var picture: Picture {
    Picture(
      name: "forecast", title: "How the talks end, after each observation",
      summary: columns.map(words).joined(separator: " "), width: Self.width, height: 300,
      shapes: axis + columns.enumerated().flatMap(column) + legend)
  }

  private func words(_ column: [Forecast]) -> String {
    let shares = column.map {
      "\(EndingWords.label($0.ending, limit)) \(Numerals.estimate(ShareEstimate($0.share)))"
    }
    return "After \(column[0].after): " + shares.joined(separator: ", ") + "."
  }

  private static func tone(of ending: Ending) -> String {
    switch ending {
    case .fullAgreement: "full"
    case .partialAgreement: "partial"
    case .rejectedAtHome: "refused"
    case .collapsed: "collapsed"
    case .outOfTime: "exhausted"
    }
  }

  private func y(_ share: Double) -> Double { Self.bottom - share * (Self.bottom - Self.top) }

  private var axis: [Markup] {
    [0, 0.25, 0.5, 0.75, 1].flatMap { share in
      [
        Shapes.line(
          x1: Self.left, y1: y(share), x2: Self.right, y2: y(share), class: share == 0 ? "axis" : "grid"),
        Shapes.text(
          Numerals.percent(share, places: 0), x: Self.left - 8, y: y(share) + 4, class: "faint end"),
      ]
    } + [Shapes.text("observations", x: Self.right, y: Self.bottom + 36, class: "faint end")]
  }

  private func column(_ place: Int, _ forecasts: [Forecast]) -> [Markup] {
    let pitch = (Self.right - Self.left) / Double(columns.count)
    let width = min(pitch * 0.7, 48)
    let middle = Self.left + (Double(place) + 0.5) * pitch
    var reached = 0.0
    var shapes: [Markup] = []
    for forecast in forecasts {
      let share = forecast.share.share ?? 0
      shapes.append(
        Shapes.rectangle(
          x: middle - width / 2, y: y(reached + share), width: width, height: y(reached) - y(reached + share),
          class: Self.tone(of: forecast.ending)))
      reached += share
    }
    // Not more figures than there is room for.
    if place.isMultiple(of: max(1, (columns.count + 15) / 16)) {
      shapes.append(
        Shapes.text("\(forecasts[0].after)", x: middle, y: Self.bottom + 18, class: "faint middle"))
    }
    return shapes
  }

  private var legend: [Markup] {
    Ending.allCases.enumerated().flatMap { place, ending in
      let y = Self.top + 6 + Double(place) * 24
      return [
        Shapes.rectangle(x: Self.right + 14, y: y, width: 12, height: 12, class: Self.tone(of: ending)),
        Shapes.text(EndingWords.label(ending, limit), x: Self.right + 32, y: y + 11, class: "faint"),
      ]
    }
  }
}

/// Two densities over one range.
private struct PosteriorChart {
  private let posterior: Posterior
  private let rank: Int

  private static let (left, right, top, bottom) = (16.0, 684.0, 34.0, 202.0)

  init(_ posterior: Posterior, rank: Int) {
    self.posterior = posterior
    self.rank = rank
  }

  private var most: Double {
    max((posterior.prior.density + posterior.posterior.density).max() ?? 1, .leastNormalMagnitude)
  }

  private func x(_ bin: Int) -> Double {
    Self.left + Double(bin) / Double(Posterior.bins) * (Self.right - Self.left)
  }

  private func y(_ weight: Double) -> Double { Self.bottom - weight / most * (Self.bottom - Self.top) }

  var picture: Picture {
    let (prior, now) = (posterior.prior, posterior.posterior)
    let bars = prior.density.enumerated().map { bin, weight in
      Shapes.rectangle(
        x: x(bin) + 1, y: y(weight), width: x(1) - x(0) - 2, height: Self.bottom - y(weight), class: "tone-1")
    }
    var points = ["\(Shapes.number(Self.left)) \(Shapes.number(Self.bottom))"]
    for (bin, weight) in now.density.enumerated() {
      points.append("\(Shapes.number(x(bin))) \(Shapes.number(y(weight)))")
      points.append("\(Shapes.number(x(bin + 1))) \(Shapes.number(y(weight)))")
    }
    points.append("\(Shapes.number(Self.right)) \(Shapes.number(Self.bottom))")
    return Picture(
      name: "posterior-\(rank)", title: "\(posterior.path): before and after the history",
      summary:
        "Before, \(words(prior)). After, \(words(now)). Shift \(Numerals.signed(posterior.shift, 2)) standard deviations.",
      width: 700, height: 260,
      shapes: bars + [
        .tag("path", ["class": "curve", "d": "M" + points.joined(separator: "L")]),
        Shapes.line(x1: Self.left, y1: Self.bottom, x2: Self.right, y2: Self.bottom, class: "axis"),
        Shapes.text(Shapes.fitted(posterior.path, to: 440), x: Self.left, y: 20, class: "strong"),
        Shapes.text("bars: before; line: after", x: Self.right, y: 20, class: "faint end"),
        Shapes.text(
          Numerals.brief(posterior.range.lowerBound), x: Self.left, y: Self.bottom + 18, class: "faint"),
        Shapes.text(
          Numerals.brief(posterior.range.upperBound), x: Self.right, y: Self.bottom + 18, class: "faint end"),
      ])
  }

  private func words(_ spread: Posterior.Spread) -> String {
    "mean \(Numerals.brief(spread.mean)), standard deviation \(Numerals.brief(spread.deviation)), 5% to 95% \(Numerals.brief(spread.p05)) to \(Numerals.brief(spread.p95))"
  }
}
