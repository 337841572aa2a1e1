import Tables

/// The few shapes that the pictures are made of, with coordinates in fixed decimals.
enum Shapes {
  static func number(_ x: Double) -> String {
    let written = Numerals.fixed(x, 2)
    return written.hasSuffix(".00") ? String(written.dropLast(3)) : written
  }

  /// Text from its left end (or by `class` its middle or right end) at a baseline. A label whose
  /// first letter is Arabic or Hebrew keeps its own order.
  static func text(_ text: String, x: Double, y: Double, class name: String = "") -> Markup {
    let plain = Label.plain(text)
    return name.isEmpty
      ? .tag("text", ["x": number(x), "y": number(y)], text: plain)
      : .tag("text", ["x": number(x), "y": number(y), "class": name], text: plain)
  }

  static func rectangle(x: Double, y: Double, width: Double, height: Double, class name: String)
    -> Markup
  {
    .tag(
      "rect",
      [
        "x": number(x), "y": number(y), "width": number(max(0, width)), "height": number(height),
        "class": name,
      ])
  }

  static func line(x1: Double, y1: Double, x2: Double, y2: Double, class name: String) -> Markup {
    .tag(
      "line",
      ["x1": number(x1), "y1": number(y1), "x2": number(x2), "y2": number(y2), "class": name])
  }

  /// A horizontal interval with caps at both ends.
  static func whisker(from x1: Double, to x2: Double, y: Double, cap: Double = 4) -> Markup {
    let (a, b) = (number(x1), number(x2))
    let (top, bottom) = (number(y - cap), number(y + cap))
    return .tag(
      "path",
      [
        "class": "whisker",
        "d": "M\(a) \(top)V\(bottom)M\(a) \(number(y))H\(b)M\(b) \(top)V\(bottom)",
      ])
  }

  /// Columns that a text takes at 14 px, at 7.5 px a column, and never more than `limit`.
  static func estimatedWidth(_ text: String, limit: Double) -> Double {
    min(limit, Double(DisplayWidth.of(Label.plain(text))) * 7.5)
  }

  /// A label cut to what fits into `width` px.
  static func fitted(_ text: String, to width: Double) -> String {
    DisplayWidth.truncated(Label.plain(text), to: Int(width / 7.5))
  }

  /// Round numbers that divide a length into at most `most` steps: 1, 2 or 5 times a power of ten.
  static func step(over length: Double, most: Int) -> Double {
    var power = 1e-6
    while power < 1e15 {
      for factor in [1.0, 2, 5] where length / (factor * power) <= Double(most) { return factor * power }
      power *= 10
    }
    return power
  }
}
