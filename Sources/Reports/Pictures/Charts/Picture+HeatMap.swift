import Tables

extension Picture {
  /// A number on each side of a grid, and what the share of agreements is at both.
  package struct Grid: Sendable {
    /// What varies across and what upwards, with the values in their order.
    package let across: (name: String, values: [String])
    package let upwards: (name: String, values: [String])
    /// `cells[row][column]`, by the values upwards, then across; `nil` where nothing is known.
    package let cells: [[ShareEstimate?]]

    package init(
      across: (name: String, values: [String]), upwards: (name: String, values: [String]),
      cells: [[ShareEstimate?]]
    ) {
      (self.across, self.upwards, self.cells) = (across, upwards, cells)
    }
  }

  /// The share of agreements for each pair of values, as a step of a scale and in figures.
  package static func heatMap(
    name: String, grid: Grid, in language: PictureLanguage = .english
  ) -> Picture {
    let words = language.words
    let told = zip(grid.upwards.values, grid.cells).flatMap { value, row in
      zip(grid.across.values, row).map { other, cell in
        "\(value), \(other): \(cell.map { Numerals.estimate($0, in: words.intervals) } ?? "–")"
      }
    }
    return Picture(
      name: name,
      title: words.filled(words.heatMap, Label.plain(grid.across.name), Label.plain(grid.upwards.name)),
      summary: "\(Label.plain(grid.upwards.name)), \(Label.plain(grid.across.name)): "
        + told.joined(separator: "; ") + ".", in: language
    ) { HeatMap(grid: grid, sheet: $0).drawing }
  }
}

private struct HeatMap {
  let grid: Picture.Grid
  let sheet: Sheet

  private let left: Double
  /// Of a cell.
  private let width: Double
  private let height: Double
  /// Whether cells have room for the interval under the share.
  private let hasIntervals: Bool
  /// The least share and the greatest.
  private let (low, high): (Double, Double)

  init(grid: Picture.Grid, sheet: Sheet) {
    (self.grid, self.sheet) = (grid, sheet)
    let widest = grid.upwards.values.map { sheet.width(of: $0, faint: true) }.max() ?? 0
    left = min(widest + 10, sheet.width * 0.4)
    width = min((sheet.width - left) / Double(max(grid.across.values.count, 1)), 220)
    let known = grid.cells.flatMap { $0.compactMap(\.self) }
    let widestInterval =
      known.map { sheet.width(of: Numerals.interval($0, in: sheet.words.intervals), faint: true) }.max() ?? 0
    hasIntervals = widestInterval + 8 <= width
    height = hasIntervals ? 44 : 30
    (low, high) = (known.map(\.share).min() ?? 0, known.map(\.share).max() ?? 1)
  }

  /// Which step of the scale a share takes, from the least to the greatest that occurs.
  private func step(_ share: Double) -> Int {
    guard high > low else { return 1 }
    return min(Int((share - low) / (high - low) * Double(PictureTheme.steps)), PictureTheme.steps - 1) + 1
  }

  var drawing: Drawing {
    let title = sheet.lines(grid.upwards.name, x: 0, y: 0, width: sheet.width, class: "faint")
    let top = title.height + 4
    // The greatest value upwards stands highest.
    let rows = grid.cells.indices.reversed()
    let bottom = top + Double(rows.count) * height
    let labels = rows.enumerated().map { place, row in
      let text = TextLines.wrapped(grid.upwards.values[row], to: left - 8, size: sheet.small, most: 1)[0]
      return Shape.text(text, left - 8, top + (Double(place) + 0.5) * height + 5, .end, class: "faint")
    }
    let cells = rows.enumerated().flatMap { place, row in
      grid.cells[row].enumerated().map { column, cell in
        drawn(cell, row, column, y: top + Double(place) * height)
      }
    }
    let name = sheet.lines(
      grid.across.name, x: left, y: bottom + 22, width: sheet.width - left, class: "faint")
    let legend = legend(y: bottom + 26 + name.height)
    return Drawing(
      title.shapes + cells + labels + columnLabels(bottom) + name.shapes + legend.shapes, on: sheet,
      height: bottom + 26 + name.height + legend.height)
  }

  private func columnLabels(_ bottom: Double) -> [Shape] {
    let widest = grid.across.values.map { sheet.width(of: $0, faint: true) }.max() ?? 0
    let stride = max(1, Int(((widest + 8) / width).rounded(.up)))
    return grid.across.values.enumerated().filter { $0.offset.isMultiple(of: stride) }.compactMap {
      column, value in
      let x = left + (Double(column) + 0.5) * width
      let half = sheet.width(of: value, faint: true) / 2
      guard x - half >= 0, x + half <= sheet.width else { return nil }
      return .text(value, x, bottom + 17, .middle, class: "faint")
    }
  }

  private func drawn(_ cell: ShareEstimate?, _ row: Int, _ column: Int, y: Double) -> Shape {
    let x = left + Double(column) * width
    let place = "\(grid.upwards.values[row]), \(grid.across.values[column])"
    let inset = width > 6 ? 1.0 : 0
    guard let cell else {
      return .told(
        "\(place): –",
        [
          .rectangle(
            x: x + inset, y: y + inset, width: width - 2 * inset, height: height - 2 * inset, class: "cell")
        ])
    }
    let step = step(cell.share)
    var shapes: [Shape] = [
      .rectangle(
        x: x + inset, y: y + inset, width: width - 2 * inset, height: height - 2 * inset,
        class: "step-\(step)")
    ]
    let figure = Numerals.percent(cell.share, places: width > 52 ? 1 : 0)
    if sheet.width(of: figure, faint: true) + 4 <= width {
      shapes.append(
        .text(
          figure, x + width / 2, y + height / 2 + (hasIntervals ? -3.5 : 4.5), .middle,
          class: "faint on-step-\(step)"))
    }
    if hasIntervals {
      shapes.append(
        .text(
          Numerals.interval(cell, in: sheet.words.intervals), x + width / 2, y + height / 2 + 13.5, .middle,
          class: "faint on-step-\(step)"))
    }
    return .told("\(place): \(Numerals.estimate(cell, in: sheet.words.intervals))", shapes)
  }

  /// From the least share to the greatest.
  private func legend(y: Double) -> (shapes: [Shape], height: Double) {
    let text = sheet.lines(sheet.words.agreementShareAlone, x: 0, y: y, width: sheet.width, class: "faint")
    guard high > low else { return text }
    let start = Numerals.percent(low)
    let from = sheet.width(of: start, faint: true) + 8
    let row = y + text.height + 2
    let swatches = (1...PictureTheme.steps).map {
      Shape.rectangle(x: from + Double($0 - 1) * 34, y: row, width: 33, height: 14, class: "step-\($0)")
    }
    return (
      text.shapes + swatches + [
        .text(start, 0, row + 12, class: "faint"),
        .text(Numerals.percent(high), from + Double(PictureTheme.steps) * 34 + 7, row + 12, class: "faint"),
      ], text.height + 22
    )
  }
}
