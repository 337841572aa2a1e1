/// A mark of a picture, in pixels. x runs in the direction in which the reader reads: 0 is where a
/// line of text begins, at the left in English and at the right in Arabic.
indirect enum Shape: Sendable {
  /// Which part of a text stands at its place.
  enum Anchor: Sendable { case start, middle, end }

  /// One line of text on its baseline.
  case text(String, x: Double, y: Double, anchor: Anchor, class: String)
  case rectangle(x: Double, y: Double, width: Double, height: Double, class: String)
  case line(x1: Double, y1: Double, x2: Double, y2: Double, class: String)
  /// Strokes of straight lines; each is joined to its beginning if closed.
  case path([[Point]], isClosed: Bool, class: String)
  case circle(x: Double, y: Double, radius: Double, class: String)
  /// The same place twice: the shape, and over it lines or dots, which tell it from its neighbours
  /// without colour.
  case textured(Shape, Texture)
  /// Marks that belong together, and what they say when a pointer rests on them.
  case told(String, [Shape])
}

/// A place in a picture.
struct Point: Sendable {
  var x: Double
  var y: Double

  init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }
}

extension Shape {
  static func text(
    _ text: String, _ x: Double, _ y: Double, _ anchor: Anchor = .start, class name: String = ""
  ) -> Shape {
    .text(text, x: x, y: y, anchor: anchor, class: name)
  }

  /// A horizontal interval with caps at both ends, over a rim of paper that sets it apart from what
  /// lies under it.
  static func interval(from low: Double, to high: Double, y: Double, cap: Double = 4) -> [Shape] {
    let strokes = [
      [Point(low, y - cap), Point(low, y + cap)], [Point(low, y), Point(high, y)],
      [Point(high, y - cap), Point(high, y + cap)],
    ]
    return [
      .path(strokes, isClosed: false, class: "rim"), .path(strokes, isClosed: false, class: "whisker"),
    ]
  }

  /// A vertical interval in the same way.
  static func interval(from low: Double, to high: Double, x: Double, cap: Double = 4) -> [Shape] {
    let strokes = [
      [Point(x - cap, low), Point(x + cap, low)], [Point(x, low), Point(x, high)],
      [Point(x - cap, high), Point(x + cap, high)],
    ]
    return [
      .path(strokes, isClosed: false, class: "rim"), .path(strokes, isClosed: false, class: "whisker"),
    ]
  }

  /// A square on its corner.
  static func diamond(x: Double, y: Double, radius r: Double, class name: String) -> Shape {
    .path(
      [[Point(x - r, y), Point(x, y - r), Point(x + r, y), Point(x, y + r)]], isClosed: true, class: name)
  }

  /// Textures that it needs.
  var textures: [Texture] {
    switch self {
    case .textured(let shape, let texture): [texture] + shape.textures
    case .told(_, let shapes): shapes.flatMap(\.textures)
    default: []
    }
  }
}
