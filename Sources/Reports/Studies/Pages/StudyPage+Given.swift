import Bargaining
import Simulation
import Tables

/// What a history adds to the page of a simulation.
extension StudyPage {
  /// Numbers that the first screen tells.
  private static let mostShifted = 3
  /// A mean that moves by less, in standard deviations that the number had, is not told.
  private static let little = 0.5

  private func agreement(after place: Int) -> ShareEstimate? {
    let rows = source.rows("forecast").filter { row in
      row.whole("after") == place
        && Ending.allCases.first { $0.name == row.text("ending") }?.isAgreement == true
    }
    guard let first = rows.first else { return nil }
    let share = rows.reduce(0) { $0 + ($1.real("share") ?? 0) }
    let worth = Int((first.real("effective_runs") ?? 0).rounded(.down))
    let interval = Self.interval(of: share, worth)
    return ShareEstimate(count: 0, share: share, low: interval.low, high: interval.high)
  }

  /// In which round the observation was, counted from 1; empty of none.
  private var moment: PageColumn {
    let unit = pictureLanguage.words.unit(source.scenario?.roundUnit ?? "round")
    return PageColumn(head: .number(Isolate.name(unit))) { row in
      guard (row.whole("after") ?? 0) > 0, let round = row.whole("round") else { return .text("") }
      return .text(Numerals.count(round + 1))
    }
  }

  /// How many runs the answer is worth.
  var givenRemarks: [String] {
    let left = content?.runs ?? source.manifest.runs
    return (source.rows("forecast").last?.real("effective_runs")).map {
      [studies.worth($0, left: left, of: source.manifest.runsPlanned)]
    } ?? []
  }

  /// What the record changes: the share of agreements, and the numbers that it moves most.
  var givenAnswer: [String] {
    var answer: [String] = []
    if let before = agreement(after: 0), let after = content?.agreement,
      let count = source.rows("forecast").last?.whole("after")
    {
      answer.append(studies.moved(from: before, to: after, observations: count))
    }
    let rows = source.rows("posterior").filter { $0.real("shift") != nil }
    let shifted = rows.filter { abs($0.real("shift") ?? 0) >= Self.little }.prefix(Self.mostShifted)
      .compactMap { row in
        row.real("prior_mean").flatMap { before in
          row.real("mean").map { (path: number(row.text("parameter")), from: before, to: $0) }
        }
      }
    if !shifted.isEmpty {
      answer.append(studies.shifted(Array(shifted)))
    } else if let most = rows.first {
      answer.append(studies.taughtLittle(number(most.text("parameter")), by: abs(most.real("shift") ?? 0)))
    }
    return answer
  }

  var givenSections: [Markup] {
    [
      observed,
      section(
        "forecast",
        [
          .number("after", words), moment, .words("ending", words, label: ending),
          .share("share", "low", "high", words), .whole("effective_runs", words),
        ], picture: forecastPicture.map { layout.exhibit($0, caption: studies.forecastCaption) }, most: 200),
      section(
        "posterior",
        [
          numbered("parameter"), .number("prior_mean", words, places: 3),
          .number("mean", words, head: words.column("mean_after"), places: 3),
          .number("sd", words, head: words.column("sd_after"), places: 3),
          .number("p05", words, places: 3),
          .number("p95", words, places: 3), .number("shift", words, places: 3),
        ], picture: posteriorPicture.map { layout.exhibit($0, caption: studies.posteriorCaption) }),
    ].compactMap(\.self)
  }
}
