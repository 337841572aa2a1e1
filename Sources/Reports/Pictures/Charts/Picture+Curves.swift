import Tables

extension Picture {
  /// A share along a quantity.
  package struct Curve: Sendable {
    package let label: String
    /// By rising x.
    package let points: [(x: Double, share: ShareEstimate)]

    package init(label: String, points: [(x: Double, share: ShareEstimate)]) {
      self.label = label
      self.points = points
    }
  }

  /// Several shares along one quantity, each as a line in its band of 95%, told apart by colour, by
  /// dashes and by the label at its end.
  ///
  /// - Parameters:
  ///   - name: of the file, without extension.
  ///   - title: what it shows.
  ///   - across: what the quantity is.
  ///   - upwards: what the share is of; of runs that agree unless given.
  ///   - isShareAcross: whether the quantity is a share too, and shown in percent.
  ///   - series: the curves; those without points are left out.
  package static func curves(
    name: String, title: String, across: String, upwards: String? = nil, isShareAcross: Bool = true,
    series: [Curve], in language: PictureLanguage = .english
  ) -> Picture {
    let series = series.filter { !$0.points.isEmpty }
    let numbers = series.map { curve in
      (curve.label.isEmpty ? "" : Label.plain(curve.label) + ": ")
        + curve.points.map { point in
          let x = isShareAcross ? Numerals.percent(point.x, places: 0) : Numerals.amount(point.x)
          return "\(x) \(Numerals.estimate(point.share, in: language.words.intervals))"
        }.joined(separator: language.words.comma)
    }
    return Picture(
      name: name, title: title,
      summary: numbers.isEmpty ? language.words.none : numbers.joined(separator: ". ") + ".", in: language
    ) {
      CurveChart(
        across: across, upwards: upwards ?? language.words.agreementShare, isShareAcross: isShareAcross,
        series: series, sheet: $0
      ).drawing
    }
  }
}

private struct CurveChart {
  let across: String
  let series: [Picture.Curve]
  let sheet: Sheet
  let plot: Plot
  /// Labels at the ends of the lines: where there is room, and something to tell apart.
  let isLabelled: Bool
  let isShareAcross: Bool

  init(across: String, upwards: String, isShareAcross: Bool, series: [Picture.Curve], sheet: Sheet) {
    (self.across, self.series, self.sheet) = (across, series, sheet)
    self.isShareAcross = isShareAcross
    isLabelled = !sheet.isNarrow && (2...8).contains(series.count)
    let labels = series.map { sheet.width(of: Label.plain($0.label), faint: true) + 14 }.max() ?? 0
    let xs = series.flatMap { $0.points.map(\.x) }
    let scale =
      isShareAcross && xs.allSatisfy { (0...1).contains($0) }
      ? Scale.shares() : Scale.exactly((xs.min() ?? 0)...(xs.max() ?? 1))
    plot = Plot(
      on: sheet, across: scale, across,
      upwards: .shares(upTo: series.flatMap(\.points).map(\.share.high).max() ?? 1), upwards, height: 240,
      margin: isLabelled ? min(labels, 200) : 0)
  }

  var drawing: Drawing {
    let lines = plot.axes + series.indices.flatMap(drawn)
    guard !isLabelled, series.count > 1 else {
      return Drawing(lines + (isLabelled ? labels : []), on: sheet, height: plot.bottom)
    }
    let key = Key(entries: series.enumerated().map { .line($1.label, series: $0) })
      .drawn(on: sheet, y: plot.bottom + 4)
    return Drawing(lines + key.shapes, on: sheet, height: plot.bottom + 4 + key.height)
  }

  private func drawn(_ index: Int) -> [Shape] {
    let points = series[index].points
    func place(_ point: (x: Double, share: ShareEstimate), _ share: Double) -> Point {
      Point(plot.x(point.x), plot.y(share))
    }
    let colour = index % PictureTheme.lines + 1
    let band = points.map { place($0, $0.share.high) } + points.reversed().map { place($0, $0.share.low) }
    let label = series[index].label
    let marks = points.count > 40 ? [] : points
    return [
      .path([band], isClosed: true, class: "band-\(colour)"),
      .told(
        label.isEmpty ? plot.upwardsTitle : label,
        [
          .path([points.map { place($0, $0.share.share) }], isClosed: false, class: Key.lineClass(index))
        ]),
    ]
      + marks.map { point in
        let x = isShareAcross ? Numerals.percent(point.x, places: 0) : Numerals.amount(point.x)
        let start = label.isEmpty ? "" : Label.plain(label) + ", "
        return .told(
          "\(start)\(x): \(Numerals.estimate(point.share, in: plot.sheet.words.intervals))",
          [.circle(x: plot.x(point.x), y: plot.y(point.share.share), radius: 3.5, class: "mark-\(colour)")])
      }
  }

  /// A label for each curve at its end, moved apart where ends are near one another.
  private var labels: [Shape] {
    let ends = series.indices.compactMap { index in
      series[index].points.last.map { (index: index, y: plot.y($0.share.share)) }
    }.sorted { $0.y < $1.y }
    let rows = ends.map { end in
      let lines = TextLines.wrapped(
        series[end.index].label, to: sheet.width - plot.right - 10, size: sheet.small)
      return (end: end, lines: lines)
    }
    var places: [Double] = []
    var next = plot.upper - 4
    for row in rows {
      let place = max(row.end.y - 8, next)
      places.append(place)
      next = place + Double(row.lines.count) * 15 + 3
    }
    // Back up where the last would stand below the picture.
    var floor = plot.bottom - 4
    for index in places.indices.reversed() {
      places[index] = min(places[index], floor - Double(rows[index].lines.count) * 15)
      floor = places[index] - 3
    }
    return zip(rows, places).flatMap { row, place -> [Shape] in
      let middle = place + Double(row.lines.count) * 7.5
      return [
        .line(x1: plot.right + 2, y1: row.end.y, x2: plot.right + 8, y2: middle, class: "leader")
      ]
        + row.lines.enumerated().map {
          .text($1, plot.right + 10, place + 12 + Double($0) * 15, class: "faint")
        }
    }
  }
}
