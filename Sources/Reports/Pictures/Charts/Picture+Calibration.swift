import Tables

extension Picture {
  /// Forecasts of about the same probability, and how often they came true, as `calibration.csv`
  /// has it.
  struct CalibrationBin: Sendable {
    /// Mean of the forecasts.
    var forecast: Double
    /// How many there are.
    var count: Int
    var happened: ShareEstimate
  }

  /// What was forecast across, how often it happened upwards, with 95% intervals; forecasts that
  /// keep their word lie on the diagonal.
  ///
  /// - Parameter hasIntervals: whether the intervals are drawn; of a few cases, whose forecasts
  ///   hang together, they say less than they seem to.
  static func calibration(
    _ bins: [CalibrationBin], hasIntervals: Bool = true, in language: PictureLanguage = .english
  ) -> Picture {
    let words = language.words
    let told = bins.map { bin in
      words.filled(
        words.calibrated, Numerals.percent(bin.forecast),
        Numerals.estimate(bin.happened, in: words.intervals),
        Numerals.count(bin.count))
    }
    return Picture(
      name: "calibration", title: words.calibration,
      summary: bins.isEmpty ? words.none : told.map { $0 + "." }.joined(separator: " "), in: language
    ) { sheet in
      let plot = Plot(
        on: sheet, across: .shares(), words.forecastShare, upwards: .shares(), words.happenedShare,
        height: sheet.isNarrow ? 260 : 340)
      let diagonal = Shape.line(x1: plot.x(0), y1: plot.y(0), x2: plot.x(1), y2: plot.y(1), class: "leader")
      let points = zip(bins, told).map { bin, told in
        let x = plot.x(bin.forecast)
        return Shape.told(
          told,
          (hasIntervals
            ? Shape.interval(from: plot.y(bin.happened.low), to: plot.y(bin.happened.high), x: x) : [])
            + [.circle(x: x, y: plot.y(bin.happened.share), radius: 4.5, class: "main")])
      }
      var places = FreePlaces(
        on: sheet, from: plot.left + 2, to: sheet.width - 1, upper: plot.upper - 8, lower: plot.lower - 2)
      for bin in bins {
        places.keep(Point(plot.x(bin.forecast), plot.y(bin.happened.share)), radius: 5)
      }
      let counts = bins.flatMap { bin in
        places.shapes(
          "n = \(Numerals.count(bin.count))",
          beside: Point(plot.x(bin.forecast), plot.y(bin.happened.share)), class: "faint halo")
      }
      return Drawing(plot.axes + [diagonal] + points + counts, on: sheet, height: plot.bottom)
    }
  }
}
