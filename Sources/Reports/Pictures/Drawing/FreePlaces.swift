/// Finds places for short texts beside marks, where they meet neither each other nor a mark.
struct FreePlaces {
  private struct Box {
    let left: Double
    let right: Double
    let upper: Double
    let lower: Double

    func meets(_ other: Box) -> Bool {
      left < other.right && other.left < right && upper < other.lower && other.upper < lower
    }
  }

  private let sheet: Sheet
  private let field: Box
  private var taken: [Box] = []
  /// Kept free where there is room elsewhere.
  private var lines: [Box] = []

  /// - Parameter field: in which the texts must stand, in pixels.
  init(
    on sheet: Sheet, from left: Double, to right: Double, upper: Double, lower: Double
  ) {
    self.sheet = sheet
    field = Box(left: left, right: right, upper: upper, lower: lower)
  }

  /// Keeps the place of a mark free of texts.
  mutating func keep(_ point: Point, radius: Double) {
    taken.append(
      Box(left: point.x - radius, right: point.x + radius, upper: point.y - radius, lower: point.y + radius))
  }

  /// Keeps texts off a horizontal line where they have room elsewhere.
  mutating func avoid(from left: Double, to right: Double, y: Double) {
    lines.append(Box(left: left, right: right, upper: y - 1, lower: y + 1))
  }

  /// A text near a mark, at the end of a thin line where it stands farther away; nothing where
  /// there is no room within four rings.
  mutating func shapes(_ text: String, beside point: Point, class name: String) -> [Shape] {
    let clear = place(text, beside: point, class: name, off: taken + lines)
    return clear.isEmpty && !lines.isEmpty ? place(text, beside: point, class: name, off: taken) : clear
  }

  private mutating func place(
    _ text: String, beside point: Point, class name: String, off kept: [Box]
  ) -> [Shape] {
    let isFaint = name.contains("faint")
    let half = sheet.width(of: text, faint: isFaint, isStrong: name.contains("strong")) / 2 + 2
    let height = isFaint ? sheet.small : 14
    for (ring, gap) in [3.0, 20, 37, 54].enumerated() {
      let (dx, dy) = (half + 3 + gap, height / 2 + 3 + gap)
      let sides = [(1.0, -1.0), (-1, -1), (1, 1), (-1, 1), (0, -1.2), (0, 1.2), (1.1, 0), (-1.1, 0)]
      for side in sides {
        let middle = Point(point.x + side.0 * dx, point.y + side.1 * dy)
        let box = Box(
          left: middle.x - half, right: middle.x + half, upper: middle.y - height * 0.62,
          lower: middle.y + height * 0.5)
        guard box.left >= field.left, box.right <= field.right, box.upper >= field.upper,
          box.lower <= field.lower, !kept.contains(where: box.meets)
        else { continue }
        taken.append(box)
        let label = Shape.text(text, middle.x, middle.y + height * 0.36, .middle, class: name)
        guard ring > 0 else { return [label] }
        return [
          .line(
            x1: point.x, y1: point.y, x2: middle.x - side.0 * half, y2: middle.y - side.1 * height * 0.5,
            class: "leader"), label,
        ]
      }
    }
    return []
  }
}
