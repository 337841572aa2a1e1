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
    let numbers = points.map { "\($0.label): \(Numerals.count($0.y))" }.joined(separator: "; ")
    return Picture(
      name: name, title: title, summary: "\(upwards) by \(across). \(numbers).", in: .english
    ) { sheet in
      GrowthChart(
        across: across, upwards: upwards, isLogarithmic: isLogarithmic, points: points, sheet: sheet
      ).drawing
    }
  }
}

/// The line: what grows across, the measured quantity upwards in decades.
private struct GrowthChart {
  let across: String
  let upwards: String
  let isLogarithmic: Bool
  let points: [(x: Double, label: String, y: Double)]
  let sheet: Sheet

  private let upper = 34.0
  private let lower = 240.0
  private var left: Double {
    let labels = decades.map { sheet.width(of: Numerals.count(pow(10, Double($0))), faint: true) }
    return (labels.max() ?? 0) + 10
  }
  private var right: Double { sheet.width - (widest / 2 + 2) }
  private var widest: Double { points.map { sheet.width(of: $0.label, faint: true) }.max() ?? 0 }

  var drawing: Drawing {
    let path = Shape.path([points.map { Point(x($0.x), y($0.y)) }], isClosed: false, class: "curve")
    let title = sheet.lines(
      across, x: (left + right) / 2, y: lower + 26, width: right - left, .middle, class: "faint")
    let heading = sheet.lines(upwards, x: 0, y: 0, width: sheet.width, class: "faint")
    return Drawing(
      heading.shapes + grid + [path] + marks + title.shapes, on: sheet, height: lower + 28 + title.height)
  }

  private var decades: ClosedRange<Int> {
    let logs = points.map { log10($0.y) }.filter(\.isFinite)
    let low = Int((logs.min() ?? 0).rounded(.down))
    return low...max(low + 1, Int((logs.max() ?? 1).rounded(.up)))
  }

  private func position(_ x: Double) -> Double { isLogarithmic ? log10(x) : x }

  private func x(_ value: Double) -> Double {
    let ends = points.map { position($0.x) }
    let (least, most) = (ends.min() ?? 0, ends.max() ?? 1)
    guard most > least else { return (left + right) / 2 }
    return left + 20 + (position(value) - least) / (most - least) * (right - left - 20)
  }

  private func y(_ value: Double) -> Double {
    let (low, high) = (Double(decades.lowerBound), Double(decades.upperBound))
    return lower - (log10(value) - low) / (high - low) * (lower - upper)
  }

  private var grid: [Shape] {
    decades.flatMap { decade -> [Shape] in
      let value = pow(10, Double(decade))
      return [
        .line(
          x1: left, y1: y(value), x2: right, y2: y(value),
          class: decade == decades.lowerBound ? "axis" : "grid"),
        .text(Numerals.count(value), left - 8, y(value) + 4, .end, class: "faint"),
      ]
    }
  }

  private var marks: [Shape] {
    var last = -Double.infinity
    return points.map { point in
      let place = x(point.x)
      var shapes: [Shape] = [.circle(x: place, y: y(point.y), radius: 4, class: "main")]
      // Not more labels than there is room for.
      if place - last >= widest + 8 {
        shapes.append(.text(point.label, place, lower + 18, .middle, class: "faint"))
        last = place
      }
      return .told("\(point.label): \(Numerals.count(point.y))", shapes)
    }
  }
}
