import Tables

extension Picture {
  /// Time to agreement: the share of runs in agreement by each day (one minus the Kaplan–Meier
  /// curve), as steps in a band of 95%.
  public static func survival(of content: ReportContent) -> Picture {
    survival(of: content, in: PictureLanguage(of: content))
  }

  package static func survival(of content: ReportContent, in language: PictureLanguage) -> Picture {
    let page = TellingLanguage(rawValue: language.tag)?.page
    let told = page?.timing(content).first ?? TimeToAgreement(content).sentence
    return Picture(name: "time", title: language.words.time, summary: Label.plain(told), in: language) {
      SurvivalChart(content, on: $0).drawing
    }
  }
}

/// The curve: time from 0 to R across, share upwards.
private struct SurvivalChart {
  let content: ReportContent
  let sheet: Sheet
  let plot: Plot

  init(_ content: ReportContent, on sheet: Sheet) {
    (self.content, self.sheet) = (content, sheet)
    plot = Plot(
      on: sheet, across: .time(rounds: content.rounds), Label.plain(sheet.words.unit(content.roundUnit)),
      upwards: .shares(upTo: content.survival.map { 1 - $0.low }.filter(\.isFinite).max() ?? 0),
      sheet.words.agreedBy, height: 240)
  }

  var drawing: Drawing {
    Drawing(plot.axes + [band, curve] + medianMark, on: sheet, height: plot.bottom)
  }

  /// Steps of a quantity of the rows that starts at 0 and changes at the end of each round.
  private func steps(_ share: (ReportContent.SurvivalRow) -> Double) -> [Point] {
    var points = [Point(plot.x(0), plot.y(0))]
    for row in content.survival {
      let level = plot.y(share(row))
      guard Canvas.number(level) != Canvas.number(points[points.count - 1].y) else { continue }
      let time = plot.x(Double(row.round + 1))
      points.append(Point(time, points[points.count - 1].y))
      points.append(Point(time, level))
    }
    let end = plot.x(Double((content.survival.last?.round ?? -1) + 1))
    points.append(Point(end, points[points.count - 1].y))
    return points
  }

  private var curve: Shape {
    let told = [0.25, 0.5, 0.75].compactMap { share in
      TimeToAgreement(content).day(ofShare: share).map {
        "\(Numerals.percent(share, places: 0)): \(sheet.words.unit(content.roundUnit)) \($0)"
      }
    }
    let final =
      TimeToAgreement(content).final.map { [Numerals.estimate($0, in: sheet.words.intervals)] } ?? []
    return .told(
      (told + final).joined(separator: sheet.words.comma),
      [.path([steps { 1 - $0.survival }], isClosed: false, class: "curve")])
  }

  private var band: Shape {
    let upper = steps { 1 - $0.low }
    let lower = steps { 1 - $0.high }
    return .path([upper + lower.reversed()], isClosed: true, class: "band")
  }

  private var medianMark: [Shape] {
    guard let day = TimeToAgreement(content).day(ofShare: 0.5) else { return [] }
    let time = plot.x(Double(day))
    let isLate = time > (plot.left + plot.right) / 2
    let words = sheet.words
    let text = words.filled(words.halfBy, Label.plain(words.unit(content.roundUnit)), "\(day)")
    let room = isLate ? time - plot.left - 8 : plot.right - time - 8
    let line = TextLines.wrapped(text, to: room, most: 1)[0]
    // Clear of the curve and its band: above them before that day, below them after it.
    let highest =
      content.survival.filter { $0.round < day }.map { 1 - $0.low }.filter(\.isFinite).max() ?? 0.5
    let height = isLate ? max(plot.y(max(highest, 0.5)) - 8, plot.upper + 12) : plot.lower - 10
    return [
      .line(x1: time, y1: plot.y(0.5), x2: time, y2: plot.lower, class: "axis"),
      .told(text, [.text(line, time + (isLate ? -8 : 8), height, isLate ? .end : .start, class: "halo")]),
    ]
  }
}

extension Scale {
  /// Rounds from 0 to R, with whole numbers between.
  static func time(rounds: Int) -> Scale {
    let last = Double(max(rounds, 1))
    return Scale(from: 0, to: last, step: max(1, step(over: last, most: 10)), isShare: false)
  }
}
