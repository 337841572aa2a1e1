/// What a picture is drawn on: a column of a page, or the width of a telephone.
struct Sheet: Sendable {
  let language: PictureLanguage
  let isNarrow: Bool

  var width: Double { isNarrow ? 320 : 700 }
  /// Of the smaller text, class `faint`.
  var small: Double { isNarrow ? 13 : 12 }
  var words: PictureWords { language.words }

  func width(of text: String, faint: Bool = false, isStrong: Bool = false) -> Double {
    TextWidth.of(language.spelt(text), size: faint ? small : 14, isStrong: isStrong)
  }

  /// A heading over the whole width, and how high it is.
  func heading(_ text: String, y: Double) -> (shapes: [Shape], height: Double) {
    lines(text, x: 0, y: y, width: width, class: "strong")
  }

  /// A text in as many lines as it takes, at most three, told in full when a pointer rests on it if
  /// it was cut.
  func lines(
    _ text: String, x: Double, y: Double, width: Double, _ anchor: Shape.Anchor = .start,
    class name: String = "", most: Int = 3
  ) -> (shapes: [Shape], height: Double) {
    let isFaint = name.contains("faint")
    let lines = TextLines.wrapped(
      text, to: width, size: isFaint ? small : 14, isStrong: name.contains("strong"), most: most)
    let shapes = lines.enumerated().map { index, line in
      Shape.text(line, x, y + 14 + Double(index) * Self.leading, anchor, class: name)
    }
    let isCut = lines.last?.hasSuffix("…") == true && !text.hasSuffix("…")
    return (isCut ? [.told(text, shapes)] : shapes, Double(lines.count) * Self.leading + 4)
  }

  /// From one line of text to the next.
  static let leading = 17.0
}

/// What a picture shows on one sheet.
package struct Drawing: Sendable {
  let shapes: [Shape]
  let sheet: Sheet
  package let height: Double

  package var width: Double { sheet.width }

  init(_ shapes: [Shape], on sheet: Sheet, height: Double) {
    self.shapes = shapes
    self.sheet = sheet
    self.height = max(height, 1)
  }

  /// Blocks one under another.
  init(stacking blocks: [(Double) -> (shapes: [Shape], height: Double)], on sheet: Sheet) {
    var shapes: [Shape] = []
    var y = 0.0
    for block in blocks {
      let drawn = block(y)
      shapes += drawn.shapes
      y += drawn.height
    }
    self.init(shapes, on: sheet, height: y)
  }
}
