import Tables

extension Picture {
  /// The share of the variance that a number brings about, as `sensitivity.csv` has it.
  package struct Index: Sendable {
    package var label: String
    /// Total and first-order index, each with its interval; `nil` where it was not estimated.
    package var total: (estimate: Double, low: Double, high: Double)?
    package var first: (estimate: Double, low: Double, high: Double)?
    /// Where it stands in the scenario; empty where the label says it.
    package var path: String

    package init(
      label: String, total: (estimate: Double, low: Double, high: Double)?,
      first: (estimate: Double, low: Double, high: Double)?, path: String = ""
    ) {
      (self.label, self.total, self.first, self.path) = (label, total, first, path)
    }
  }

  /// The effect of a number by Morris's method, as `sensitivity.csv` has it.
  package struct Effect: Sendable {
    package var label: String
    package var muStar: Double
    package var low: Double
    package var high: Double
    package var sigma: Double
    /// Where the number stands in the scenario; empty where the label says it.
    package var path: String

    package init(
      label: String, muStar: Double, low: Double, high: Double, sigma: Double, path: String = ""
    ) {
      (self.label, self.muStar, self.low, self.high, self.sigma) = (label, muStar, low, high, sigma)
      self.path = path
    }
  }

  /// Numbers that a picture shows at most.
  package static let mostNumbers = 20

  /// Sobol' indices: for each number the total, and what it brings about alone, with intervals;
  /// where no total was estimated, what it brings about alone.
  package static func indices(_ indices: [Index], in language: PictureLanguage = .english) -> Picture {
    let words = language.words
    func figure(_ index: (estimate: Double, low: Double, high: Double)?) -> String {
      index.map {
        words.intervals.text(
          Numerals.fixed($0.estimate, 2), Numerals.fixed($0.low, 2), Numerals.fixed($0.high, 2))
      }
        ?? "–"
    }
    func lane(_ index: (estimate: Double, low: Double, high: Double)?, _ isHollow: Bool) -> [RowChart.Glyph] {
      index.map { [.interval(low: $0.low, high: $0.high), .dot($0.estimate, isHollow: isHollow)] } ?? []
    }
    let isAlone = !indices.isEmpty && indices.allSatisfy { $0.total == nil }
    let rows = indices.prefix(mostNumbers).map { index in
      let lanes = isAlone ? [lane(index.first, false)] : [lane(index.total, false), lane(index.first, true)]
      let total = isAlone ? "" : "\(words.total) \(figure(index.total)), "
      return RowChart.Row(
        label: index.label, lanes: lanes,
        figures: [(isAlone ? index.first : index.total).map { Numerals.fixed($0.estimate, 2) } ?? "–"],
        tip: "\(named(index.label, index.path)): \(total)\(words.first) \(figure(index.first))")
    }
    let ends = indices.prefix(mostNumbers).flatMap { index in
      [index.total, index.first].compactMap(\.self).flatMap { [$0.low, $0.high, $0.estimate] }
    }
    let panel = RowChart.Panel(
      scale: .around([0] + ends), title: words.index, rows: Array(rows), reference: 0)
    return Picture(
      name: "sensitivity", title: isAlone ? words.indicesAlone : words.indices,
      summary: rows.map { $0.tip + "." }.joined(separator: " "),
      in: language
    ) { sheet in
      let chart = RowChart(panels: [panel])
      guard !isAlone else { return chart.drawing(on: sheet) }
      let key = Key(entries: [
        .init(label: words.total) { x, y in [.circle(x: x + 11, y: y + 6, radius: 4.5, class: "main")] },
        .init(label: words.first) { x, y in [.circle(x: x + 11, y: y + 6, radius: 4.5, class: "hollow")] },
      ])
      return Drawing(
        stacking: [{ key.drawn(on: sheet, y: $0) }, { _ in ([], 8) }] + chart.block(on: sheet), on: sheet)
    }
  }

  /// Morris's screening: strength across, interplay upwards; the strongest are numbered and named
  /// below. Above the broken line, where σ = μ*, an effect hangs on other numbers or bends.
  package static func screening(_ effects: [Effect], in language: PictureLanguage = .english) -> Picture {
    let words = language.words
    let told = effects.map { effect -> String in
      let strength = words.intervals.text(
        Numerals.brief(effect.muStar), Numerals.brief(effect.low), Numerals.brief(effect.high))
      return "\(named(effect.label, effect.path)): μ* \(strength), σ \(Numerals.brief(effect.sigma))"
    }
    return Picture(
      name: "sensitivity", title: words.screening, summary: told.joined(separator: "; ") + ".", in: language
    ) { sheet in
      ScreeningChart(effects: effects, told: told, sheet: sheet).drawing
    }
  }
}

private struct ScreeningChart {
  let effects: [Picture.Effect]
  let told: [String]
  let sheet: Sheet
  static let named = 10

  var drawing: Drawing {
    let plot = Plot(
      on: sheet, across: .around([0] + effects.flatMap { [$0.muStar, $0.high] }), sheet.words.muStar,
      upwards: .around([0] + effects.map(\.sigma)), sheet.words.sigma, height: sheet.isNarrow ? 240 : 300)
    let end = min(plot.across.to, plot.upwards.to)
    let diagonal = Shape.line(x1: plot.x(0), y1: plot.y(0), x2: plot.x(end), y2: plot.y(end), class: "leader")
    let points = effects.enumerated().reversed().map { index, effect -> Shape in
      let (x, y) = (plot.x(effect.muStar), plot.y(effect.sigma))
      let isNamed = index < Self.named
      let shapes: [Shape] =
        isNamed
        ? [
          .line(x1: plot.x(effect.low), y1: y, x2: plot.x(effect.high), y2: y, class: "whisker"),
          .circle(x: x, y: y, radius: 5, class: "main"),
        ] : [.circle(x: x, y: y, radius: 3.5, class: "hollow")]
      return .told(told[index], shapes)
    }
    var places = FreePlaces(
      on: sheet, from: plot.left + 2, to: sheet.width - 1, upper: plot.upper - 8, lower: plot.lower - 2)
    for effect in effects.prefix(Self.named) {
      places.keep(Point(plot.x(effect.muStar), plot.y(effect.sigma)), radius: 5)
      places.avoid(from: plot.x(effect.low), to: plot.x(effect.high), y: plot.y(effect.sigma))
    }
    let numbers = effects.prefix(Self.named).enumerated().flatMap { index, effect in
      places.shapes(
        "\(index + 1)", beside: Point(plot.x(effect.muStar), plot.y(effect.sigma)), class: "strong halo")
    }
    let others = effects.count - Self.named
    let key: (shapes: [Shape], height: Double) =
      others > 0
      ? Key(entries: [
        .init(label: sheet.words.filled(sheet.words.otherNumbers, Numerals.count(others))) { x, y in
          [.circle(x: x + 11, y: y + 6, radius: 3.5, class: "hollow")]
        }
      ]).drawn(on: sheet, y: plot.bottom + 4) : ([], 0)
    var (names, y): ([Shape], Double) = (key.shapes, plot.bottom + 4 + key.height)
    for (index, effect) in effects.prefix(Self.named).enumerated() {
      let text = sheet.lines(effect.label, x: 30, y: y, width: sheet.width - 30, class: "faint")
      names.append(.text("\(index + 1)", 20, y + 14, .end, class: "strong"))
      names += text.shapes
      y += text.height
    }
    return Drawing(plot.axes + [diagonal] + points + numbers + names, on: sheet, height: y)
  }
}
