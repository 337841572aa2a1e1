import Experiments
import Tables

extension Picture {
  /// What was forecast across, how often it happened upwards, with 95% intervals; forecasts that
  /// keep their word lie on the diagonal.
  package static func calibration(_ calibration: Calibration, words: ScoreWords) -> Picture {
    CalibrationChart(calibration: calibration, words: words).picture
  }
}

/// Lays out the square: both axes from 0 to 1.
private struct CalibrationChart {
  let calibration: Calibration
  let words: ScoreWords

  private static let width = 420.0
  private static let height = 420.0
  private static let left = 56.0
  private static let right = 404.0
  private static let upper = 30.0
  private static let lower = 370.0

  var picture: Picture {
    Picture(
      name: "calibration", title: words.calibrationTitle, summary: words.calibrationSummary(calibration),
      width: Self.width, height: Self.height, shapes: grid + [diagonal] + points + titles)
  }

  private func x(_ share: Double) -> Double { Self.left + share * (Self.right - Self.left) }
  private func y(_ share: Double) -> Double { Self.lower - share * (Self.lower - Self.upper) }

  private var grid: [Markup] {
    (0...5).map { Double($0) / 5 }.flatMap { share in
      [
        Shapes.line(
          x1: Self.left, y1: y(share), x2: Self.right, y2: y(share), class: share == 0 ? "axis" : "grid"),
        Shapes.text(
          Numerals.percent(share, places: 0), x: Self.left - 8, y: y(share) + 4, class: "faint end"),
        Shapes.text(
          Numerals.percent(share, places: 0), x: x(share), y: Self.lower + 18, class: "faint middle"),
      ]
    }
  }

  private var diagonal: Markup { Shapes.line(x1: x(0), y1: y(0), x2: x(1), y2: y(1), class: "axis") }

  private var points: [Markup] {
    calibration.bins.flatMap { bin -> [Markup] in
      guard let forecast = bin.forecast, let share = bin.happened.share else { return [] }
      let place = x(forecast)
      return [
        Shapes.line(
          x1: place, y1: y(bin.happened.low), x2: place, y2: y(bin.happened.high), class: "whisker"),
        .tag(
          "circle",
          ["class": "full", "cx": Shapes.number(place), "cy": Shapes.number(y(share)), "r": "4"]),
      ]
    }
  }

  private var titles: [Markup] {
    [
      Shapes.text(words.happenedAxis, x: 0, y: 16),
      Shapes.text(words.forecastAxis, x: (Self.left + Self.right) / 2, y: Self.lower + 40, class: "middle"),
    ]
  }
}
