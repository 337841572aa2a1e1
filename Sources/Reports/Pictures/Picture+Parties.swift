import Tables

extension Picture {
  /// What each party gets: for each measure a panel, for each party a box from quartile to
  /// quartile, whiskers from the 5% to the 95% quantile, a bar at the median and a dot at the mean
  /// (Tukey 1977, *Exploratory Data Analysis*, with quantiles for the whiskers).
  public static func parties(of content: ReportContent) -> Picture {
    PartiesChart(measures: content.parties).picture
  }
}

private struct PartiesChart {
  let measures: [ReportContent.PartyMeasure]

  static let width = 700.0
  static let right = 620.0
  static let rowHeight = 38.0

  var picture: Picture {
    var names: [String] = []
    for row in measures where !names.contains(row.measure) { names.append(row.measure) }
    let left = 20 + (measures.map { Shapes.estimatedWidth($0.party, limit: 200) }.max() ?? 0)
    var shapes: [Markup] = []
    var y = 0.0
    for name in names {
      let panel = Panel(name: name, rows: measures.filter { $0.measure == name }, left: left)
      shapes += panel.shapes(y: y)
      y += panel.height
    }
    return Picture(
      name: "parties", title: "What each party gets", summary: summary, width: Self.width,
      height: max(y, 1), shapes: shapes)
  }

  private var summary: String {
    measures.map {
      "\(Label.plain($0.party)), \($0.measure): median \(Numerals.fixed($0.quantiles.p50, 3)), "
        + "quartiles \(Numerals.fixed($0.quantiles.p25, 3)) and \(Numerals.fixed($0.quantiles.p75, 3))."
    }.joined(separator: " ")
  }

  /// One measure on one scale.
  struct Panel {
    let name: String
    let rows: [ReportContent.PartyMeasure]
    let left: Double
    private let scale: (from: Double, to: Double, step: Double)

    init(name: String, rows: [ReportContent.PartyMeasure], left: Double) {
      self.name = name
      self.rows = rows
      self.left = left
      let low = min(0, rows.map(\.quantiles.p05).filter(\.isFinite).min() ?? 0)
      let high = max(rows.map(\.quantiles.p95).filter(\.isFinite).max() ?? 1, low + 0.1)
      let step = Shapes.step(over: high - low, most: 6)
      scale = ((low / step).rounded(.down) * step, (high / step).rounded(.up) * step, step)
    }

    var height: Double { 28 + Double(rows.count) * PartiesChart.rowHeight + 38 }

    func shapes(y: Double) -> [Markup] {
      let bottom = y + 28 + Double(rows.count) * PartiesChart.rowHeight
      let title = name.prefix(1).uppercased() + name.dropFirst()
      var shapes = [Shapes.text(title, x: 0, y: y + 18, class: "strong")]
      let ticks = Int(((scale.to - scale.from) / scale.step).rounded())
      for tick in 0...ticks {
        let value = scale.from + Double(tick) * scale.step
        let isZero = value.magnitude < scale.step / 2
        shapes.append(
          Shapes.line(x1: x(value), y1: y + 28, x2: x(value), y2: bottom, class: isZero ? "axis" : "grid"))
        shapes.append(
          Shapes.text(
            Numerals.fixed(value, scale.step < 0.1 ? 2 : 1), x: x(value), y: bottom + 16,
            class: "faint middle"))
      }
      for (index, row) in rows.enumerated() {
        shapes += drawn(row, middle: y + 28 + (Double(index) + 0.5) * PartiesChart.rowHeight)
      }
      return shapes
    }

    private func x(_ value: Double) -> Double {
      left + (value - scale.from) / (scale.to - scale.from) * (PartiesChart.right - left)
    }

    private func drawn(_ row: ReportContent.PartyMeasure, middle: Double) -> [Markup] {
      let q = row.quantiles
      let label = Shapes.text(Shapes.fitted(row.party, to: 200), x: 0, y: middle + 5)
      guard [q.p05, q.p25, q.p50, q.p75, q.p95, row.mean].allSatisfy(\.isFinite) else { return [label] }
      return [
        label,
        Shapes.whisker(from: x(q.p05), to: x(q.p95), y: middle, cap: 5),
        Shapes.rectangle(
          x: x(q.p25), y: middle - 9, width: x(q.p75) - x(q.p25), height: 18, class: "box"),
        Shapes.line(x1: x(q.p50), y1: middle - 9, x2: x(q.p50), y2: middle + 9, class: "median"),
        .tag(
          "circle",
          ["cx": Shapes.number(x(row.mean)), "cy": Shapes.number(middle), "r": "3.5", "class": "mean"]),
        Shapes.text(Numerals.fixed(q.p50, 3), x: PartiesChart.width, y: middle + 5, class: "strong end"),
      ]
    }
  }
}
