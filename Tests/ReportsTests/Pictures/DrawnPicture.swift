import Foundation
import Reports

/// What an SVG shows, measured: its texts as boxes, and where its marks are.
struct DrawnPicture {
  struct Box {
    var text: String
    var left: Double
    var right: Double
    var upper: Double
    var lower: Double
    var size: Double

    /// By how much two overlap, the lesser of both directions.
    func overlap(_ other: Box) -> Double {
      min(min(right, other.right) - max(left, other.left), min(lower, other.lower) - max(upper, other.upper))
    }
  }

  let found: WellFormedness
  let texts: [Box]
  let width: Double
  let height: Double

  /// - Parameter margin: of the file, around the drawing.
  init(_ svg: String, _ fonts: FontWidths, margin: Double = 16) {
    found = WellFormedness(of: svg)
    let root = found.elements.first?.attributes ?? [:]
    let isNarrow = root["class"]?.contains("narrow") == true
    width = (Double(root["width"] ?? "") ?? 0) - 2 * margin
    height = (Double(root["height"] ?? "") ?? 0) - 2 * margin
    texts = found.texts.map { attributes, text in
      let classes = Set((attributes["class"] ?? "").split(separator: " ").map(String.init))
      let size: Double = classes.contains("faint") ? isNarrow ? 13 : 12 : 14
      let isBold = classes.contains("strong") || classes.contains("on-main")
      let length = fonts.width(of: text, size: size, isBold: isBold)
      let x = Double(attributes["x"] ?? "") ?? .nan
      let y = Double(attributes["y"] ?? "") ?? .nan
      // In a text from right to left the start is at the right.
      let isReversed = attributes["direction"] == "rtl"
      let left =
        classes.contains("middle")
        ? x - length / 2 : classes.contains("end") != isReversed ? x - length : x
      return Box(
        text: text, left: left, right: left + length, upper: y - size * 0.75, lower: y + size * 0.22,
        size: size)
    }
  }

  /// Coordinates of all marks.
  var points: [(x: Double, y: Double)] {
    found.elements.filter { !["svg", "pattern"].contains($0.name) }.flatMap {
      element -> [(x: Double, y: Double)] in
      let a = element.attributes
      func number(_ key: String) -> Double? { a[key].map { Double($0) ?? .nan } }
      // Textures are drawn in squares of their own.
      if a["class"] == "hatch" || a["class"] == "dot" { return [] }
      switch element.name {
      case "rect":
        let (x, y) = (number("x") ?? .nan, number("y") ?? .nan)
        return [(x, y), (x + (number("width") ?? .nan), y + (number("height") ?? .nan))]
      case "line":
        return [(number("x1") ?? .nan, number("y1") ?? .nan), (number("x2") ?? .nan, number("y2") ?? .nan)]
      case "circle": return [(number("cx") ?? .nan, number("cy") ?? .nan)]
      case "path":
        let numbers = (a["d"] ?? "").split { "ML Z".contains($0) }.map { Double($0) ?? .nan }
        return stride(from: 0, to: numbers.count - 1, by: 2).map { (numbers[$0], numbers[$0 + 1]) }
      default: return []
      }
    }
  }
}
