import Tables

/// Horizontal bars on the scale from 0 to 100%, each with its label, its interval and its share in
/// figures.
struct BarChart {
  struct Row {
    var label: String
    var estimate: ShareEstimate
    /// Class of the bar.
    var tone: String
  }

  struct Group {
    /// Empty for no heading.
    var heading: String
    var rows: [Row]
  }

  var groups: [Group]

  private static let width = 700.0
  private static let rowHeight = 30.0
  private static let headingHeight = 32.0
  /// Kept free at the right for the figures.
  private static let figures = 138.0

  func picture(name: String, title: String) -> Picture {
    let rows = groups.flatMap(\.rows)
    let left = 12 + (rows.map { Shapes.estimatedWidth($0.label, limit: 220) }.max() ?? 0)
    let right = Self.width - Self.figures
    var shapes: [Markup] = []
    var y = 4.0
    let height =
      y + Double(rows.count) * Self.rowHeight
      + Double(groups.filter { !$0.heading.isEmpty }.count) * Self.headingHeight
    shapes += Self.grid(left: left, right: right, bottom: height)
    for group in groups {
      if !group.heading.isEmpty {
        shapes.append(Shapes.text(group.heading, x: 0, y: y + 21, class: "strong"))
        y += Self.headingHeight
      }
      for row in group.rows {
        shapes += Self.drawn(row, y: y, left: left, right: right)
        y += Self.rowHeight
      }
    }
    return Picture(
      name: name, title: title, summary: summary, width: Self.width, height: height + 24,
      shapes: shapes)
  }

  private var summary: String {
    groups.map { group in
      let rows = group.rows.map { "\(Label.plain($0.label)) \(Numerals.estimate($0.estimate))" }
      return (group.heading.isEmpty ? "" : group.heading + ": ") + rows.joined(separator: ", ") + "."
    }.joined(separator: " ")
  }

  private static func grid(left: Double, right: Double, bottom: Double) -> [Markup] {
    [0.0, 0.25, 0.5, 0.75, 1].flatMap { share in
      let x = left + share * (right - left)
      return [
        Shapes.line(x1: x, y1: 4, x2: x, y2: bottom, class: share == 0 ? "axis" : "grid"),
        Shapes.text(Numerals.percent(share, places: 0), x: x, y: bottom + 16, class: "faint middle"),
      ]
    }
  }

  private static func drawn(_ row: Row, y: Double, left: Double, right: Double) -> [Markup] {
    let scale = right - left
    let middle = y + rowHeight / 2
    return [
      Shapes.text(Shapes.fitted(row.label, to: 220), x: 0, y: middle + 5),
      Shapes.rectangle(
        x: left, y: middle - 9, width: row.estimate.share * scale, height: 18, class: row.tone),
      Shapes.whisker(from: left + row.estimate.low * scale, to: left + row.estimate.high * scale, y: middle),
      Shapes.text(Numerals.percent(row.estimate.share), x: right + 62, y: middle + 5, class: "strong end"),
      Shapes.text(Numerals.interval(row.estimate), x: width, y: middle + 5, class: "faint end"),
    ]
  }
}
