import Bargaining
import Experiments
import Tables

extension Picture {
  /// The share of one ending after so many observations, as `forecast.csv` has it.
  struct Moment: Sendable {
    var after: Int
    var ending: Ending
    var share: ShareEstimate
  }

  /// How the forecast moved: a column for each number of observations, divided by the shares of the
  /// endings.
  ///
  /// - Parameter moments: by rising number of observations, those of one number together.
  static func forecast(
    _ moments: [Moment], _ limit: TimeLimit, in language: PictureLanguage = .english
  ) -> Picture {
    let chart = ForecastChart(moments, limit)
    return Picture(
      name: "forecast", title: language.words.forecast,
      summary: chart.columns.map { chart.words($0, language.words) }.joined(separator: " "), in: language,
      draw: chart.drawing)
  }
}

/// Columns side by side, each from 0 to 100%.
private struct ForecastChart {
  let columns: [[Picture.Moment]]
  private let limit: TimeLimit

  init(_ moments: [Picture.Moment], _ limit: TimeLimit) {
    var columns: [[Picture.Moment]] = []
    for moment in moments {
      if columns.last?.first?.after == moment.after {
        columns[columns.count - 1].append(moment)
      } else {
        columns.append([moment])
      }
    }
    self.columns = columns
    self.limit = limit
  }

  private func told(_ moment: Picture.Moment, _ words: PictureWords) -> String {
    "\(words.ending(moment.ending, limit)) \(Numerals.estimate(moment.share, in: words.intervals))"
  }

  func words(_ column: [Picture.Moment], _ words: PictureWords) -> String {
    words.filled(words.afterObservations, "\(column[0].after)") + ": "
      + column.map { told($0, words) }.joined(separator: words.comma) + "."
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
      sheet.words.observations, upwards: .shares(), sheet.words.ofRunsAlone, height: 240)
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
    let entries = Ending.allCases.map { ending in
      Key.Entry.fill(sheet.words.ending(ending, limit), Self.tone(of: ending))
    }
    let key = Key(entries: entries).drawn(on: sheet, y: plot.bottom + 4)
    return Drawing(
      plot.fieldAxes + shapes + figures + key.shapes, on: sheet, height: plot.bottom + 4 + key.height)
  }

  private func column(
    _ moments: [Picture.Moment], at middle: Double, _ pitch: Double, _ plot: Plot
  ) -> [Shape] {
    let words = plot.sheet.words
    let width = min(pitch * 0.8, 48)
    var reached = 0.0
    return moments.map { moment in
      let share = moment.share.share
      defer { reached += share }
      return .told(
        words.filled(words.afterObservations, "\(moment.after)") + ": " + told(moment, words),
        [
          .textured(
            .rectangle(
              x: middle - width / 2, y: plot.y(reached + share), width: width,
              height: plot.y(reached) - plot.y(reached + share),
              class: "\(Self.tone(of: moment.ending).name) segment"),
            Self.tone(of: moment.ending).texture)
        ])
    }
  }
}
