import Bargaining
import Tables

/// The pictures of what a history makes of a forecast, and of what became of forecasts.
extension StudyPage {
  /// How the forecast moved; `nil` of a result without a history.
  var forecastPicture: Picture? {
    let moments = source.rows("forecast").compactMap { row -> Picture.Moment? in
      guard let ending = Ending.allCases.first(where: { $0.name == row.text("ending") }),
        let after = row.whole("after")
      else { return nil }
      return Picture.Moment(after: after, ending: ending, share: row.share(""))
    }
    return moments.isEmpty ? nil : .forecast(moments, timeLimit, in: pictureLanguage)
  }

  /// Prior against posterior; `nil` where no number is uncertain.
  var posteriorPicture: Picture? {
    let shifts = source.rows("posterior").compactMap { row -> Picture.Shift? in
      guard let before = row.real("prior_mean"), let spread = row.real("prior_sd"), spread > 0,
        let after = row.real("mean"), let narrowed = row.real("sd")
      else { return nil }
      return Picture.Shift(
        label: number(row.text("parameter")), before: (before, spread), after: (after, narrowed),
        path: row.text("parameter"))
    }
    return shifts.isEmpty ? nil : .posterior(shifts, in: pictureLanguage)
  }

  /// Whether forecasts keep their word; `nil` of a single case.
  var calibrationPicture: Picture? {
    let bins = source.rows("calibration").compactMap { row -> Picture.CalibrationBin? in
      guard let forecast = row.real("forecast"), row.real("share") != nil else { return nil }
      return Picture.CalibrationBin(
        forecast: forecast, count: row.whole("count") ?? 0, happened: row.share(""))
    }
    return bins.isEmpty
      ? nil
      : .calibration(
        bins, hasIntervals: forecasts.count >= Self.fewCases, in: pictureLanguage)
  }
}
