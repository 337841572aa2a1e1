import Tables

/// Writes shapes as SVG. Here alone is decided where left and right are, and in which digits
/// numbers are written.
struct Canvas {
  let language: PictureLanguage
  let width: Double
  /// Before the names of textures, which a page holds many of.
  let prefix: String

  func markup(_ shape: Shape) -> [Markup] {
    switch shape {
    case .text(let text, let x, let y, let anchor, let name): [written(text, x, y, anchor, name)]
    case .textured(let shape, .plain): markup(shape)
    case .textured(let shape, let texture): markup(shape) + [covered(shape, texture)].compactMap(\.self)
    case .told(let words, let shapes):
      [
        .tag(
          "g", [:],
          [.tag("title", [:], text: language.spelt(Label.plain(words)))] + shapes.flatMap(markup))
      ]
    default: [outline(shape, [("class", name(of: shape))])].compactMap(\.self)
    }
  }

  /// A number of pixels in fixed decimals.
  static func number(_ x: Double) -> String {
    let written = Numerals.fixed(x, 2)
    return written.hasSuffix(".00") ? String(written.dropLast(3)) : written
  }

  private func place(_ x: Double) -> Double { language.isRightToLeft ? width - x : x }

  private func covered(_ shape: Shape, _ texture: Texture) -> Markup? {
    outline(shape, [("fill", "url(#\(prefix)-\(texture.rawValue))"), ("class", "texture")])
  }

  /// A text keeps the direction of its own letters; without letters numbers run from the left. Its
  /// anchor is where it was asked for whichever way it runs.
  private func written(
    _ text: String, _ x: Double, _ y: Double, _ anchor: Shape.Anchor, _ name: String
  ) -> Markup {
    let plain = Label.plain(text)
    let isRightToLeft = Label.isRightToLeft(plain)
    let isFlipped = language.isRightToLeft != isRightToLeft
    let side: String? =
      switch anchor {
      case .middle: "middle"
      case .start: isFlipped ? "end" : nil
      case .end: isFlipped ? nil : "end"
      }
    let classes = [name, side ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    var attributes = [("x", Self.number(place(x))), ("y", Self.number(y))]
    if !classes.isEmpty { attributes.append(("class", classes)) }
    if isRightToLeft { attributes.append(("direction", "rtl")) }
    let shown = language.spelt(plain)
    return .attributed("text", attributes, isRightToLeft ? Self.figures(in: shown) : [.text(shown)])
  }

  /// A text from right to left whose signed numbers and percentages in Latin digits run from left
  /// to right, so that the signs stay before the ones and behind the others.
  private static func figures(in text: String) -> [Markup] {
    var (parts, plain): ([Markup], [Substring]) = ([], [])
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let isSigned =
        word.first.map { "+\u{2212}".contains($0) } == true && word.dropFirst().first?.isNumber == true
      let isPercentage = word.hasSuffix("%") && word.first?.isASCII == true && word.first?.isNumber == true
      guard isSigned || isPercentage else {
        plain.append(word)
        continue
      }
      if !plain.isEmpty { parts.append(.text(plain.joined(separator: " ") + " ")) }
      parts.append(.tag("tspan", ["class": "figure"], text: String(word)))
      plain = [""]
    }
    if plain != [""] { parts.append(.text(plain.joined(separator: " "))) }
    // The first sign decides from which side the anchor counts: one without width, which runs as
    // the text does.
    if case .element? = parts.first { parts.insert(.text("\u{200B}"), at: 0) }
    return parts
  }

  private func name(of shape: Shape) -> String {
    switch shape {
    case .text(_, _, _, _, let name), .rectangle(_, _, _, _, let name), .line(_, _, _, _, let name),
      .path(_, _, let name), .circle(_, _, _, let name):
      name
    case .textured(let shape, _): self.name(of: shape)
    case .told: ""
    }
  }

  private func outline(_ shape: Shape, _ more: [(String, String)]) -> Markup? {
    switch shape {
    case .rectangle(let x, let y, let width, let height, _):
      let left = language.isRightToLeft ? place(x + width) : x
      return .attributed(
        "rect",
        [
          ("x", Self.number(left)), ("y", Self.number(y)), ("width", Self.number(max(0, width))),
          ("height", Self.number(max(0, height))),
        ] + more)
    case .line(let x1, let y1, let x2, let y2, _):
      return .attributed(
        "line",
        [
          ("x1", Self.number(place(x1))), ("y1", Self.number(y1)), ("x2", Self.number(place(x2))),
          ("y2", Self.number(y2)),
        ] + more)
    case .path(let strokes, let isClosed, _):
      let drawn = strokes.filter { !$0.isEmpty }.map { stroke in
        "M" + stroke.map { "\(Self.number(place($0.x))) \(Self.number($0.y))" }.joined(separator: "L")
          + (isClosed ? "Z" : "")
      }
      return drawn.isEmpty ? nil : .attributed("path", [("d", drawn.joined())] + more)
    case .circle(let x, let y, let radius, _):
      return .attributed(
        "circle",
        [("cx", Self.number(place(x))), ("cy", Self.number(y)), ("r", Self.number(radius))] + more)
    case .text, .textured, .told: return nil
    }
  }
}
