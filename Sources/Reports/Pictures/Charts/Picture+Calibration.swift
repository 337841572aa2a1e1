import Experiments
import Tables

extension Picture {
  /// What was forecast across, how often it happened upwards, with 95% intervals; forecasts that
  /// keep their word lie on the diagonal.
  package static func calibration(_ calibration: Calibration, words: ScoreWords) -> Picture {
    Picture(
      name: "calibration", title: words.calibrationTitle, summary: words.calibrationSummary(calibration),
      in: words.isArabic ? .arabic : .english
    ) { sheet in
      let plot = Plot(
        on: sheet, across: .shares(), words.forecastAxis, upwards: .shares(), words.happenedAxis,
        height: sheet.isNarrow ? 260 : 340)
      let diagonal = Shape.line(x1: plot.x(0), y1: plot.y(0), x2: plot.x(1), y2: plot.y(1), class: "leader")
      let points = calibration.bins.compactMap { bin -> Shape? in
        guard let forecast = bin.forecast, let share = bin.happened.share else { return nil }
        let x = plot.x(forecast)
        let told = Numerals.estimate(share, bin.happened.low, bin.happened.high)
        return .told(
          "\(Numerals.percent(forecast)): \(told), n = \(bin.happened.total)",
          Shape.interval(from: plot.y(bin.happened.low), to: plot.y(bin.happened.high), x: x)
            + [.circle(x: x, y: plot.y(share), radius: 4.5, class: "main")])
      }
      return Drawing(plot.axes + [diagonal] + points, on: sheet, height: plot.bottom)
    }
  }
}
