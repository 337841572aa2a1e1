import Foundation
import Tables

extension Picture {
  /// The share of agreements after ever more runs, with its band: whether it has settled.
  package static func convergence(
    of content: ReportContent, in language: PictureLanguage? = nil
  ) -> Picture {
    let language = language ?? PictureLanguage(of: content)
    let rows = content.convergence
    return Picture(
      name: "convergence", title: language.words.convergence,
      summary: rows.map {
        "\(Numerals.count($0.runs)): \(Numerals.estimate($0.share, in: language.words.intervals))"
      }
      .joined(
        separator: "; ")
        + ".", in: language
    ) { sheet in
      let most = log10(Double(max(rows.last?.runs ?? 1, 10)))
      // Decades, of which the numbers are written here.
      let across = Scale(from: 0, to: most, step: 1, isShare: false)
      let plot = Plot(
        on: sheet, across: across, sheet.words.runs,
        upwards: .around([0, 1], isShare: true, most: 5), sheet.words.agreementShare, height: 220,
        margin: sheet.width(of: "10,000,000", faint: true) / 2)
      func point(_ row: ReportContent.ConvergenceRow, _ share: Double) -> Point {
        Point(plot.x(log10(Double(row.runs))), plot.y(share))
      }
      let band = rows.map { point($0, $0.share.high) } + rows.reversed().map { point($0, $0.share.low) }
      let marks = rows.map { row in
        let place = point(row, row.share.share)
        return Shape.told(
          "\(Numerals.count(row.runs)): \(Numerals.estimate(row.share, in: sheet.words.intervals))",
          [.circle(x: place.x, y: place.y, radius: 2.5, class: "main")])
      }
      let decades = (0...max(1, Int(most + 1e-9))).flatMap { decade -> [Shape] in
        let x = plot.x(Double(decade))
        return [
          .line(x1: x, y1: plot.lower, x2: x, y2: plot.lower + 4, class: "axis"),
          .text(Numerals.count(pow(10, Double(decade))), x, plot.lower + 19, .middle, class: "faint"),
        ]
      }
      let curve = Shape.path([rows.map { point($0, $0.share.share) }], isClosed: false, class: "curve")
      return Drawing(
        plot.fieldAxes + decades + [.path([band], isClosed: true, class: "band"), curve] + marks, on: sheet,
        height: plot.bottom)
    }
  }
}
