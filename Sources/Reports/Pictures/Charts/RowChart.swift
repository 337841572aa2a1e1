import Tables

/// Labelled rows along a scale: bars, points, boxes, each with its interval and its figures.
struct RowChart {
  /// What stands for a number in a row.
  enum Glyph {
    /// From one number to another, filled.
    case bar(from: Double, to: Double, class: String, Texture)
    /// A point; hollow for the second of two kinds.
    case dot(Double, isHollow: Bool)
    case interval(low: Double, high: Double)
    /// Quartiles, whiskers from 5% to 95%, a bar at the median and a dot at the mean.
    case box(ReportContent.Quantiles, mean: Double)
  }

  struct Row {
    var label: String
    /// A second line under it.
    var note = ""
    /// One above another, those of each lane over one another.
    var lanes: [[Glyph]]
    /// At the end of the row, the first in bold.
    var figures: [String] = []
    /// What the row tells when a pointer rests on it.
    var tip: String
  }

  /// Rows on one scale.
  struct Panel {
    /// Empty for none.
    var heading = ""
    var scale: Scale
    /// What the scale measures, with its unit.
    var title: String
    var rows: [Row]
    /// Whether the scale is written below; not where the next panel has the same one.
    var hasAxis = true
    /// Where a line stands for what is compared with.
    var reference: Double?
  }

  var panels: [Panel]

  func drawing(on sheet: Sheet) -> Drawing {
    let layout = Layout(self, sheet)
    return Drawing(stacking: panels.map { panel in { layout.drawn(panel, y: $0) } }, on: sheet)
  }

  /// As a block of a larger picture.
  func block(on sheet: Sheet) -> [(Double) -> (shapes: [Shape], height: Double)] {
    let layout = Layout(self, sheet)
    return panels.map { panel in { layout.drawn(panel, y: $0) } }
  }

  /// What one row says of itself: its label and its figures.
  static func tip(_ label: String, _ figures: [String]) -> String {
    label + ": " + figures.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Where things stand, the same in all panels.
  private struct Layout {
    let sheet: Sheet
    let labels: Double
    let left: Double
    let right: Double
    /// Width of each column of figures.
    let columns: [Double]

    static let lane = 22.0

    init(_ chart: RowChart, _ sheet: Sheet) {
      self.sheet = sheet
      let rows = chart.panels.flatMap(\.rows)
      let count = rows.map(\.figures.count).max() ?? 0
      columns = (0..<count).map { column in
        rows.map { row in
          row.figures.indices.contains(column)
            ? sheet.width(of: row.figures[column], faint: column > 0, isStrong: column == 0) : 0
        }.max() ?? 0
      }
      let figures = columns.reduce(0) { $0 + $1 + 12 }
      labels =
        sheet.isNarrow
        ? sheet.width
        : min(
          rows.map { max(sheet.width(of: $0.label), sheet.width(of: $0.note, faint: true)) }.max() ?? 0,
          max(160, 0.5 * (sheet.width - figures)))
      let edge =
        chart.panels.map { panel in
          panel.scale.ticks(over: 1) { _ in 0 }.map { sheet.width(of: $0.label, faint: true) }.max() ?? 0
        }.max() ?? 0
      left = sheet.isNarrow ? edge / 2 + 2 : labels + 14
      right = sheet.isNarrow ? sheet.width - edge / 2 - 2 : sheet.width - max(figures + 6, edge / 2 + 2)
    }

    func drawn(_ panel: Panel, y top: Double) -> (shapes: [Shape], height: Double) {
      var (shapes, y): ([Shape], Double) = ([], top)
      if !panel.heading.isEmpty {
        let heading = sheet.heading(panel.heading, y: y + 4)
        shapes += heading.shapes
        y += heading.height + 4
      }
      let first = y
      var rows: [Shape] = []
      // Where labels stand over the marks, lines of the grid would run through them.
      var lanes: [(from: Double, to: Double)] = []
      for row in panel.rows {
        let drawn = drawn(row, on: panel.scale, y: y)
        rows += drawn.shapes
        y += drawn.height
        lanes.append((y - 8 - Double(row.lanes.count) * Self.lane, y - 6))
      }
      shapes += (sheet.isNarrow ? lanes : [(first, y)]).flatMap { grid(panel, from: $0.from, to: $0.to) }
      if sheet.isNarrow, panel.hasAxis { shapes += grid(panel, from: y, to: y + 1) }
      shapes += rows
      guard panel.hasAxis else { return (shapes, y - top + 8) }
      let title = TextLines.wrapped(panel.title, to: sheet.width, size: sheet.small)
      shapes += ticks(panel.scale).map {
        .text($0.label, x($0.value, panel.scale), y + 16, .middle, class: "faint")
      }
      // In the middle of the scale if there is room, else of the picture.
      let isWide = title.contains { sheet.width(of: $0, faint: true) > right - left }
      let middle = isWide ? sheet.width / 2 : (left + right) / 2
      shapes += title.enumerated().map {
        .text($1, middle, y + 34 + Double($0) * 16, .middle, class: "faint")
      }
      return (shapes, y - top + 24 + Double(title.count) * 16 + 14)
    }

    private func x(_ value: Double, _ scale: Scale) -> Double { scale.place(value, from: left, to: right) }

    private func ticks(_ scale: Scale) -> [(value: Double, label: String)] {
      scale.ticks(over: right - left) { sheet.width(of: $0, faint: true) + 14 }
    }

    private func grid(_ panel: Panel, from top: Double, to bottom: Double) -> [Shape] {
      let reference = panel.reference
      return ticks(panel.scale).map { tick in
        let isAxis = reference == nil && tick.value.magnitude < panel.scale.step / 2
        let place = x(tick.value, panel.scale)
        return .line(x1: place, y1: top, x2: place, y2: bottom + 3, class: isAxis ? "axis" : "grid")
      }
        + (reference.map {
          let place = x($0, panel.scale)
          return [.line(x1: place, y1: top, x2: place, y2: bottom + 3, class: "axis")]
        } ?? [])
    }

    private func drawn(_ row: Row, on scale: Scale, y top: Double) -> (shapes: [Shape], height: Double) {
      let lanes = Double(row.lanes.count) * Self.lane
      guard sheet.isNarrow else {
        let label = label(row, y: 0, width: labels)
        let height = max(lanes, label.height) + 8
        let text = self.label(row, y: top + (height - label.height) / 2 + 1.5, width: labels)
        let middle = top + height / 2
        return (
          [
            .told(
              row.tip,
              text.shapes + glyphs(row, scale, y: middle - lanes / 2) + figures(row, y: middle + 5))
          ], height
        )
      }
      // Figures stand beside a label of one or two lines, under a longer one.
      let taken = columns.reduce(0) { $0 + $1 + 12 }
      let room = sheet.width - taken
      let isBeside =
        taken < sheet.width * 0.55 && TextLines.wrapped(row.label, to: room).count < 3
      let text = label(row, y: top + 4, width: isBeside ? room : sheet.width)
      let under = top + 4 + text.height + (isBeside || row.figures.isEmpty ? 0 : 17)
      let figures = figures(row, y: isBeside ? top + 18 : under - 4)
      return ([.told(row.tip, text.shapes + figures + glyphs(row, scale, y: under))], under - top + lanes + 8)
    }

    private func label(_ row: Row, y: Double, width: Double) -> (shapes: [Shape], height: Double) {
      let label = sheet.lines(row.label, x: 0, y: y, width: width, class: "halo")
      guard !row.note.isEmpty else { return label }
      // On a narrow sheet figures stand beside the label alone.
      let note = sheet.lines(
        row.note, x: 0, y: y + label.height - 4, width: sheet.isNarrow ? sheet.width : width,
        class: "faint halo", most: 9)
      return (label.shapes + note.shapes, label.height + note.height - 4)
    }

    private func figures(_ row: Row, y: Double) -> [Shape] {
      var end = sheet.width
      var shapes: [Shape] = []
      for column in columns.indices.reversed() {
        if row.figures.indices.contains(column), !row.figures[column].isEmpty {
          shapes.append(
            .text(row.figures[column], end, y, .end, class: column == 0 ? "strong halo" : "faint halo"))
        }
        end -= columns[column] + 12
      }
      return shapes.reversed()
    }

    private func glyphs(_ row: Row, _ scale: Scale, y top: Double) -> [Shape] {
      row.lanes.enumerated().flatMap { index, lane in
        let middle = top + (Double(index) + 0.5) * Self.lane
        return lane.flatMap { drawn($0, scale, middle) }
      }
    }

    private func drawn(_ glyph: Glyph, _ scale: Scale, _ middle: Double) -> [Shape] {
      switch glyph {
      case .bar(let from, let to, let name, let texture):
        guard from.isFinite, to.isFinite else { return [] }
        let (a, b) = (x(min(from, to), scale), x(max(from, to), scale))
        return [
          .textured(.rectangle(x: a, y: middle - 8, width: b - a, height: 16, class: name), texture)
        ]
      case .dot(let value, let isHollow):
        guard value.isFinite else { return [] }
        return [.circle(x: x(value, scale), y: middle, radius: 4.5, class: isHollow ? "hollow" : "main")]
      case .interval(let low, let high):
        guard low.isFinite, high.isFinite else { return [] }
        return Shape.interval(from: x(low, scale), to: x(high, scale), y: middle)
      case .box(let q, let mean):
        guard [q.p05, q.p25, q.p50, q.p75, q.p95, mean].allSatisfy(\.isFinite) else { return [] }
        // Wide enough to hold the stroke of the median, on the picture.
        let spare = max(0, 8 - abs(x(q.p75, scale) - x(q.p25, scale))) / 2
        let box = (
          left: max(left, x(q.p25, scale) - spare), right: min(right, x(q.p75, scale) + spare)
        )
        return Shape.interval(from: x(q.p05, scale), to: x(q.p95, scale), y: middle, cap: 5) + [
          .rectangle(x: box.left, y: middle - 9, width: box.right - box.left, height: 18, class: "main"),
          .line(
            x1: x(q.p50, scale), y1: middle - 9, x2: x(q.p50, scale), y2: middle + 9, class: "median"),
          .circle(x: x(mean, scale), y: middle, radius: 3.5, class: "mean"),
        ]
      }
    }
  }
}
