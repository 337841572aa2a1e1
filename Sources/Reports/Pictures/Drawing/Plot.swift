/// A field with a scale across and one upwards, each with its title.
struct Plot {
  let sheet: Sheet
  let across: Scale
  let upwards: Scale
  let acrossTitle: String
  let upwardsTitle: String
  /// Edges of the field, in pixels.
  let left: Double
  let right: Double
  let upper: Double
  let lower: Double
  /// Below the title of the axis.
  let bottom: Double
  /// Numbers to be written across in place of round ones, as many as there is room for.
  var marked: [(value: Double, label: String)] = []
  private let top: Double
  private let titleLines: [String]

  /// - Parameters:
  ///   - top: where the picture, title of the upward axis included, begins.
  ///   - height: of the field.
  ///   - lane: kept free above the field.
  ///   - margin: kept free at the end of the lines, for labels.
  init(
    on sheet: Sheet, across: Scale, _ acrossTitle: String, upwards: Scale, _ upwardsTitle: String,
    top: Double = 0, height: Double, lane: Double = 0, margin: Double = 0
  ) {
    (self.sheet, self.across, self.upwards, self.top) = (sheet, across, upwards, top)
    (self.acrossTitle, self.upwardsTitle) = (acrossTitle, upwardsTitle)
    let heading = TextLines.wrapped(upwardsTitle, to: sheet.width, size: sheet.small)
    let upper = top + Double(heading.count) * 16 + 12 + lane
    let labels = upwards.ticks(over: height) { _ in 34 }.map { sheet.width(of: $0.label, faint: true) }
    let left = (labels.max() ?? 0) + 10
    let most = across.ticks(over: 1) { _ in 0 }.map { sheet.width(of: $0.label, faint: true) }.max() ?? 0
    (self.left, self.upper, lower) = (left, upper, upper + height)
    right = sheet.width - max(margin, most / 2 + 2)
    titleLines = TextLines.wrapped(acrossTitle, to: right - left, size: sheet.small)
    bottom = lower + 26 + Double(titleLines.count) * 16 + 6
  }

  func x(_ value: Double) -> Double { across.place(value, from: left, to: right) }
  func y(_ value: Double) -> Double { upwards.place(value, from: lower, to: upper) }

  /// Lines, numbers and titles of both axes.
  var axes: [Shape] {
    let columns = columnTicks.flatMap { tick -> [Shape] in
      [
        .line(x1: x(tick.value), y1: lower, x2: x(tick.value), y2: lower + 4, class: "axis"),
        .text(tick.label, x(tick.value), lower + 19, .middle, class: "faint"),
      ]
    }
    return fieldAxes + columns
  }

  /// The same without numbers across, where columns have figures of their own.
  var fieldAxes: [Shape] {
    rowShapes + [.line(x1: left, y1: lower, x2: right, y2: lower, class: "axis")] + acrossTitleShapes
  }

  private var columnTicks: [(value: Double, label: String)] {
    guard marked.isEmpty else {
      return marked.reduce(into: []) { kept, tick in
        let half = sheet.width(of: tick.label, faint: true) / 2
        let end = kept.last.map { x($0.value) + sheet.width(of: $0.label, faint: true) / 2 + 8 } ?? -.infinity
        if x(tick.value) - half >= end, x(tick.value) + half <= sheet.width { kept.append(tick) }
      }
    }
    return across.ticks(over: right - left) { sheet.width(of: $0, faint: true) + 14 }
  }

  private var rowShapes: [Shape] {
    let small = sheet.small
    let heading = TextLines.wrapped(upwardsTitle, to: sheet.width, size: small).enumerated().map {
      Shape.text($1, 0, top + 13 + Double($0) * 16, class: "faint")
    }
    let rows = upwards.ticks(over: lower - upper) { _ in small * 2.4 }.flatMap { tick -> [Shape] in
      [
        .line(x1: left, y1: y(tick.value), x2: right, y2: y(tick.value), class: "grid"),
        .text(tick.label, left - 8, y(tick.value) + small * 0.36, .end, class: "faint"),
      ]
    }
    return heading + rows
  }

  private var acrossTitleShapes: [Shape] {
    titleLines.enumerated().map {
      .text($1, (left + right) / 2, lower + 37 + Double($0) * 16, .middle, class: "faint")
    }
  }
}
