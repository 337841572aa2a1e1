import Tables

extension Picture {
  /// Time to agreement: the share of runs in agreement by each day (one minus the Kaplan–Meier
  /// curve), as steps in a band of 95%.
  public static func survival(of content: ReportContent) -> Picture {
    SurvivalChart(content).picture
  }
}

/// Lays out the curve: time from 0 to R across, share upwards.
private struct SurvivalChart {
  let content: ReportContent
  /// Top of the scale, the least of 10%, 25%, 50% and 100% that holds the band.
  let top: Double

  static let width = 700.0
  static let height = 300.0
  static let left = 52.0
  static let right = 684.0
  static let upper = 14.0
  static let lower = 252.0

  init(_ content: ReportContent) {
    self.content = content
    let highest = content.survival.map { 1 - $0.low }.max() ?? 0
    top = [0.1, 0.25, 0.5].first { highest <= $0 } ?? 1
  }

  var picture: Picture {
    Picture(
      name: "time", title: "Time to agreement, share of runs in agreement with a band of 95%",
      summary: Label.plain(TimeToAgreement(content).sentence), width: Self.width,
      height: Self.height, shapes: grid + [band, curve] + medianMark)
  }

  private func x(_ time: Double) -> Double {
    Self.left + time / Double(max(content.rounds, 1)) * (Self.right - Self.left)
  }

  private func y(_ share: Double) -> Double {
    Self.lower - min(max(share, 0), top) / top * (Self.lower - Self.upper)
  }

  private var grid: [Markup] {
    let shares = (0...5).map { Double($0) / 5 * top }
    let step = max(1, Shapes.step(over: Double(content.rounds), most: 10))
    let times = stride(from: 0.0, through: Double(content.rounds), by: step)
    return shares.flatMap { share in
      [
        Shapes.line(
          x1: Self.left, y1: y(share), x2: Self.right, y2: y(share), class: share == 0 ? "axis" : "grid"),
        Shapes.text(
          Numerals.percent(share, places: top < 0.5 ? 1 : 0), x: Self.left - 8, y: y(share) + 4,
          class: "faint end"),
      ]
    }
      + times.map {
        Shapes.text(Numerals.fixed($0, 0), x: x($0), y: Self.lower + 18, class: "faint middle")
      }
      + [Shapes.text(content.roundUnit, x: Self.right, y: Self.lower + 38, class: "faint end")]
  }

  /// Steps of a quantity of the rows that starts at 0 and changes at the end of each round.
  private func steps(_ share: (ReportContent.SurvivalRow) -> Double) -> [(x: Double, y: Double)] {
    var points = [(x: x(0), y: y(0))]
    for row in content.survival {
      let level = y(share(row))
      guard Shapes.number(level) != Shapes.number(points[points.count - 1].y) else { continue }
      let time = x(Double(row.round + 1))
      points.append((time, points[points.count - 1].y))
      points.append((time, level))
    }
    points.append((x(Double((content.survival.last?.round ?? -1) + 1)), points[points.count - 1].y))
    return points
  }

  private static func path(_ points: [(x: Double, y: Double)]) -> String {
    points.map { "\(Shapes.number($0.x)) \(Shapes.number($0.y))" }.joined(separator: "L")
  }

  private var curve: Markup {
    .tag("path", ["class": "curve", "d": "M" + Self.path(steps { 1 - $0.survival })])
  }

  private var band: Markup {
    let upper = steps { 1 - $0.low }
    let lower = steps { 1 - $0.high }
    return .tag("path", ["class": "band", "d": "M" + Self.path(upper + lower.reversed()) + "Z"])
  }

  private var medianMark: [Markup] {
    guard let day = TimeToAgreement(content).day(ofShare: 0.5) else { return [] }
    let time = x(Double(day))
    let isLate = time > (Self.left + Self.right) / 2
    return [
      Shapes.line(x1: time, y1: y(0.5), x2: time, y2: Self.lower, class: "axis"),
      Shapes.text(
        "half by \(content.roundUnit) \(day)", x: time + (isLate ? -8 : 8), y: Self.lower - 10,
        class: isLate ? "end" : ""),
    ]
  }
}
