import Tables

extension Picture {
  /// How the talks have ended by each round, and why not: endings and causes lying on one another,
  /// as shares of all runs.
  package static func course(of content: ReportContent, in language: PictureLanguage? = nil) -> Picture {
    let language = language ?? PictureLanguage(of: content)
    let chart = CourseChart(content, language.words)
    return Picture(
      name: "course", title: language.words.course, summary: chart.summary, in: language, draw: chart.drawing)
  }
}

private struct CourseChart {
  let layers: [ReportContent.CourseLayer]
  let runs: Int
  let rounds: Int
  let unit: String
  let comma: String

  init(_ content: ReportContent, _ words: PictureWords) {
    layers = content.course.filter { $0.byRound.contains { $0 > 0 } }
    runs = content.runs
    rounds = content.rounds
    unit = Label.plain(words.unit(content.roundUnit))
    comma = words.comma
  }

  private func share(_ count: Int) -> Double { runs > 0 ? Double(count) / Double(runs) : 0 }

  /// By a quarter, half, three quarters and all of the window.
  private func words(_ layer: ReportContent.CourseLayer) -> String {
    let steps = [rounds / 4, rounds / 2, rounds * 3 / 4, rounds].reduce(into: [Int]()) { kept, round in
      if round > 0, kept.last != round { kept.append(round) }
    }
    let told = steps.map { round in
      let count = layer.byRound.prefix(round).reduce(0, +)
      return "\(unit) \(round) \(Numerals.percent(share(count)))"
    }
    return "\(Label.plain(layer.label)): \(told.joined(separator: comma))"
  }

  var summary: String { layers.map { words($0) + "." }.joined(separator: " ") }

  /// A little longer than the window, so that one sees what came about in its last round.
  private var time: Scale {
    let whole = Scale.time(rounds: rounds)
    return Scale(from: 0, to: whole.to * 1.05, step: whole.step, isShare: false)
  }

  func drawing(on sheet: Sheet) -> Drawing {
    let plot = Plot(
      on: sheet, across: time, unit, upwards: .shares(), sheet.words.endedBy, height: 240)
    var floor = [Int](repeating: 0, count: rounds)
    var areas: [Shape] = []
    for layer in layers {
      let lower = floor
      var sum = 0
      for round in floor.indices {
        sum += layer.byRound.indices.contains(round) ? layer.byRound[round] : 0
        floor[round] += sum
      }
      areas.append(
        .told(
          words(layer),
          [
            .textured(
              .path(
                [outline(floor, plot) + outline(lower, plot).reversed()], isClosed: true,
                class: "\(layer.tone.name) segment"), layer.tone.texture)
          ]))
    }
    let entries = layers.reversed().map { layer in
      let share = Numerals.percent(share(layer.byRound.reduce(0, +)))
      return Key.Entry.fill("\(Label.plain(layer.label)) \(share)", layer.tone)
    }
    let key = Key(entries: entries).drawn(on: sheet, y: plot.bottom + 4)
    return Drawing(
      plot.axes + areas + key.shapes, on: sheet, height: plot.bottom + 4 + key.height)
  }

  /// Steps at the ends of rounds, with no more corners than there are pixels.
  private func outline(_ counts: [Int], _ plot: Plot) -> [Point] {
    var points = [Point(plot.left, plot.lower)]
    for (round, count) in counts.enumerated() {
      let level = plot.y(share(count))
      let time = plot.x(Double(round + 1))
      guard Canvas.number(level) != Canvas.number(points[points.count - 1].y) else { continue }
      points.append(Point(time, points[points.count - 1].y))
      points.append(Point(time, level))
    }
    points.append(Point(plot.right, points[points.count - 1].y))
    return points
  }
}
