/// What fills and lines stand for: samples with their labels, one after another in as many rows as
/// it takes.
struct Key {
  struct Entry {
    var label: String
    /// Draws a sample of 22 px by 12 at a place, its upper corner.
    var sample: (_ x: Double, _ y: Double) -> [Shape]

    /// Of a fill.
    static func fill(_ label: String, _ tone: Tone) -> Entry {
      Entry(label: label) { x, y in
        [
          .textured(.rectangle(x: x, y: y, width: 22, height: 12, class: tone.name), tone.texture)
        ]
      }
    }

    /// Of the line of a series.
    static func line(_ label: String, series: Int) -> Entry {
      Entry(label: label) { x, y in
        [.line(x1: x, y1: y + 6, x2: x + 22, y2: y + 6, class: Key.lineClass(series))]
      }
    }
  }

  var entries: [Entry]

  /// Colours and dashes of a line; thirty of them differ.
  static func lineClass(_ series: Int) -> String {
    "series-\(series % PictureTheme.lines + 1) dash-\(series % PictureStyle.dashes.count)"
  }

  func drawn(on sheet: Sheet, x left: Double = 0, y top: Double) -> (shapes: [Shape], height: Double) {
    var shapes: [Shape] = []
    var (x, y, rowHeight) = (left, top, 0.0)
    let room = sheet.width - left - 30
    for entry in entries {
      let lines = TextLines.wrapped(entry.label, to: room, size: sheet.small)
      let width = 30 + (lines.map { sheet.width(of: $0, faint: true) }.max() ?? 0)
      if x > left, x + width > sheet.width {
        y += rowHeight
        (x, rowHeight) = (left, 0)
      }
      shapes += entry.sample(x, y + 3)
      shapes += lines.enumerated().map { .text($1, x + 30, y + 13 + Double($0) * 16, class: "faint") }
      x += width + 18
      rowHeight = max(rowHeight, Double(lines.count) * 16 + 5)
    }
    return (shapes, y + rowHeight - top)
  }
}
