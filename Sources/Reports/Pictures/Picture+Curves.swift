import Tables

extension Picture {
  /// A share along a quantity in [0, 1].
  package struct Curve {
    package let label: String
    /// By rising x.
    package let points: [(x: Double, share: ShareEstimate)]
  }

  /// Several shares along one quantity, each as a line in its band of 95%, told apart by colour, by
  /// dashes and by the label at its end.
  package static func curves(name: String, title: String, across: String, series: [Curve]) -> Picture {
    CurveChart(name: name, title: title, across: across, series: series).picture
  }
}

private struct CurveChart {
  let name: String
  let title: String
  let across: String
  let series: [Picture.Curve]

  private static let (width, height) = (700.0, 320.0)
  private static let (left, right, upper, lower) = (52.0, 540.0, 14.0, 262.0)
  /// After Okabe & Ito 2008.
  private static let colours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#8c8c8c"]
  private static let dashes = ["none", "6 3", "2 3", "8 3 2 3", "none"]

  var picture: Picture {
    let numbers = series.map { curve in
      "\(Label.plain(curve.label)): "
        + curve.points.map { "\(Numerals.percent($0.x, places: 0)) \(Numerals.estimate($0.share))" }
        .joined(separator: ", ")
    }
    return Picture(
      name: name, title: title, summary: numbers.joined(separator: ". ") + ".", width: Self.width,
      height: Self.height, shapes: grid + series.indices.flatMap(drawn) + labels)
  }

  private func x(_ value: Double) -> Double { Self.left + value * (Self.right - Self.left) }

  private func y(_ share: Double) -> Double { Self.lower - min(share, top) / top * (Self.lower - Self.upper) }

  /// Top of the scale, the least of some that hold all bands.
  private var top: Double {
    let most = series.flatMap(\.points).map(\.share.high).max() ?? 1
    return [0.1, 0.25, 0.5].first { most <= $0 } ?? 1
  }

  private var grid: [Markup] {
    let shares = (0...5).flatMap { step -> [Markup] in
      let share = Double(step) / 5 * top
      return [
        Shapes.line(
          x1: Self.left, y1: y(share), x2: Self.right, y2: y(share), class: step == 0 ? "axis" : "grid"),
        Shapes.text(
          Numerals.percent(share, places: top < 0.5 ? 1 : 0), x: Self.left - 8, y: y(share) + 4,
          class: "faint end"),
      ]
    }
    let values = (0...5).map { step in
      let value = Double(step) / 5
      return Shapes.text(
        Numerals.percent(value, places: 0), x: x(value), y: Self.lower + 18, class: "faint middle")
    }
    return shares + values
      + [Shapes.text(across, x: (Self.left + Self.right) / 2, y: Self.lower + 42, class: "middle")]
  }

  private func drawn(_ index: Int) -> [Markup] {
    let points = series[index].points
    let colour = Self.colours[index % Self.colours.count]
    func path(_ share: (ShareEstimate) -> Double, _ points: [(x: Double, share: ShareEstimate)]) -> String {
      points.map { "\(Shapes.number(x($0.x))) \(Shapes.number(y(share($0.share))))" }.joined(separator: "L")
    }
    return [
      .tag(
        "path",
        [
          "d": "M\(path(\.high, points))L\(path(\.low, points.reversed()))Z", "fill": colour,
          "fill-opacity": "0.15",
        ]),
      .tag(
        "path",
        [
          "d": "M\(path(\.share, points))", "fill": "none", "stroke": colour, "stroke-width": "2",
          "stroke-dasharray": Self.dashes[index % Self.dashes.count],
        ]),
    ]
  }

  /// A label for each curve at its end, moved apart where ends are near one another.
  private var labels: [Markup] {
    var place = -Double.infinity
    let ends = series.indices.compactMap { index in
      series[index].points.last.map { (index: index, y: y($0.share.share)) }
    }.sorted { $0.y < $1.y }
    return ends.flatMap { end -> [Markup] in
      place = max(end.y, place + 18)
      let colour = Self.colours[end.index % Self.colours.count]
      return [
        .tag(
          "line",
          [
            "x1": Shapes.number(Self.right + 6), "y1": Shapes.number(place),
            "x2": Shapes.number(Self.right + 24),
            "y2": Shapes.number(place), "stroke": colour, "stroke-width": "2",
            "stroke-dasharray": Self.dashes[end.index % Self.dashes.count],
          ]),
        Shapes.text(
          Shapes.fitted(series[end.index].label, to: Self.width - Self.right - 30), x: Self.right + 30,
          y: place + 4),
      ]
    }
  }
}
