import Foundation
import Tables

extension Picture {
  /// How one quantity grows with another: points joined by a line, the quantity on a logarithmic
  /// scale upwards, for benchmarks.
  ///
  /// - Parameters:
  ///   - name: of the file, without extension.
  ///   - title: what it shows, in a few words.
  ///   - across: what grows, such as `outcomes`; on a logarithmic scale if `isLogarithmic`.
  ///   - upwards: what is measured, such as `rounds per second`.
  ///   - points: in the order of the axis, both numbers above 0 (on a linear axis the first may be
  ///     0), with the label of the first number.
  package static func growth(
    name: String, title: String, across: String, upwards: String, isLogarithmic: Bool,
    points: [(x: Double, label: String, y: Double)]
  ) -> Picture {
    GrowthChart(
      name: name, title: title, across: across, upwards: upwards, isLogarithmic: isLogarithmic, points: points
    ).picture
  }
}

/// Lays out the line: what grows across, the measured quantity upwards in decades.
private struct GrowthChart {
  let name: String
  let title: String
  let across: String
  let upwards: String
  let isLogarithmic: Bool
  let points: [(x: Double, label: String, y: Double)]

  private static let width = 700.0
  private static let height = 300.0
  private static let left = 84.0
  private static let right = 676.0
  private static let upper = 34.0
  private static let lower = 240.0

  var picture: Picture {
    let numbers = points.map { "\($0.label): \(grouped($0.y))" }.joined(separator: "; ")
    return Picture(
      name: name, title: title, summary: "\(upwards) by \(across). \(numbers).", width: Self.width,
      height: Self.height, shapes: grid + [curve] + points.flatMap(mark) + titles)
  }

  private var decades: ClosedRange<Int> {
    let logs = points.map { log10($0.y) }
    let low = Int((logs.min() ?? 0).rounded(.down))
    return low...max(low + 1, Int((logs.max() ?? 1).rounded(.up)))
  }

  private func position(_ x: Double) -> Double { isLogarithmic ? log10(x) : x }

  private func x(_ value: Double) -> Double {
    let ends = points.map { position($0.x) }
    let (least, most) = (ends.min() ?? 0, ends.max() ?? 1)
    guard most > least else { return (Self.left + Self.right) / 2 }
    return Self.left + 20 + (position(value) - least) / (most - least) * (Self.right - Self.left - 40)
  }

  private func y(_ value: Double) -> Double {
    let (low, high) = (Double(decades.lowerBound), Double(decades.upperBound))
    return Self.lower - (log10(value) - low) / (high - low) * (Self.lower - Self.upper)
  }

  private var grid: [Markup] {
    decades.flatMap { decade in
      let value = pow(10, Double(decade))
      return [
        Shapes.line(x1: Self.left, y1: y(value), x2: Self.right, y2: y(value), class: "grid"),
        Shapes.text(grouped(value), x: Self.left - 8, y: y(value) + 4, class: "faint end"),
      ]
    }
  }

  private var curve: Markup {
    let path = points.map { "\(Shapes.number(x($0.x))) \(Shapes.number(y($0.y)))" }
    return .tag("path", ["class": "curve", "d": "M" + path.joined(separator: "L")])
  }

  private func mark(_ point: (x: Double, label: String, y: Double)) -> [Markup] {
    [
      .tag(
        "circle",
        ["class": "full", "cx": Shapes.number(x(point.x)), "cy": Shapes.number(y(point.y)), "r": "4"]),
      Shapes.text(point.label, x: x(point.x), y: Self.lower + 20, class: "faint middle"),
    ]
  }

  private var titles: [Markup] {
    [
      Shapes.line(x1: Self.left, y1: Self.lower, x2: Self.right, y2: Self.lower, class: "axis"),
      Shapes.text(upwards, x: 0, y: 16),
      Shapes.text(across, x: (Self.left + Self.right) / 2, y: Self.lower + 46, class: "middle"),
    ]
  }

  private func grouped(_ value: Double) -> String { Numerals.count(value) }
}
