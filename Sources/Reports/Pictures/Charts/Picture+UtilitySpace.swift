import Experiments
import Tables

extension Picture {
  /// What outcomes are worth to both of two parties: the frontier, the points of theories, what no
  /// agreement is worth, agreements as areas, and the offers of one run.
  ///
  /// - Parameter labels: of both parties.
  package static func utilitySpace(
    _ space: UtilitySpace, labels: [String], in language: PictureLanguage = .english
  ) -> Picture {
    let words = language.words
    let names = labels.map(Label.plain)
    func told(_ row: UtilitySpace.Row) -> String {
      "(\(Numerals.fixed(row.utilities.x, 2)), \(Numerals.fixed(row.utilities.y, 2)))"
    }
    let summary = UtilitySpace.Kind.allCases.compactMap { kind -> String? in
      let rows = space.rows.filter { $0.kind == kind }
      guard !rows.isEmpty else { return nil }
      let points = rows.map { row in
        (row.share.map { Numerals.percent($0) + " " } ?? "") + (row.by.map { names[$0] + " " } ?? "")
          + told(row)
      }
      return "\(kind.label(words)): \(points.joined(separator: words.comma))."
    }
    return Picture(
      name: "utility_space", title: words.filled(words.utilitySpace, names[0], names[1]),
      summary: summary.joined(separator: " "), in: language
    ) { UtilitySpaceChart(space: space, names: names, sheet: $0).drawing }
  }
}

extension Picture {
  /// `nil` unless there are two parties whose utilities are known.
  static func utilitySpace(of content: ReportContent) -> Picture? {
    guard let space = content.utilitySpace, content.partyLabels.count == 2 else { return nil }
    return utilitySpace(space, labels: content.partyLabels, in: PictureLanguage(of: content))
  }
}

extension UtilitySpace.Kind {
  fileprivate func label(_ words: PictureWords) -> String {
    switch self {
    case .frontier: words.frontier
    case .nash: words.nash
    case .kalaiSmorodinsky: words.kalaiSmorodinsky
    case .egalitarian: words.egalitarian
    case .utilitarian: words.utilitarian
    case .reservation: words.reservation
    case .agreement: words.agreements
    case .offer: words.offers
    }
  }
}

private struct UtilitySpaceChart {
  let space: UtilitySpace
  let names: [String]
  let sheet: Sheet
  private let plot: Plot

  init(space: UtilitySpace, names: [String], sheet: Sheet) {
    (self.space, self.names, self.sheet) = (space, names, sheet)
    let words = sheet.words
    plot = Plot(
      on: sheet, across: .around([0, 1] + space.rows.map(\.utilities.x)),
      words.filled(words.utilityOf, names[0]),
      upwards: .around([0, 1] + space.rows.map(\.utilities.y)), words.filled(words.utilityOf, names[1]),
      height: sheet.isNarrow ? 260 : 400)
  }

  private func rows(_ kind: UtilitySpace.Kind) -> [UtilitySpace.Row] { space.rows.filter { $0.kind == kind } }

  private func point(_ row: UtilitySpace.Row) -> Point {
    Point(plot.x(row.utilities.x), plot.y(row.utilities.y))
  }

  private func told(_ words: String, _ row: UtilitySpace.Row) -> String {
    "\(words): \(names[0]) \(Numerals.fixed(row.utilities.x, 2)), \(names[1]) \(Numerals.fixed(row.utilities.y, 2))"
  }

  var drawing: Drawing {
    let marks = markers
    let key = Key(entries: entries(marks)).drawn(on: sheet, y: plot.bottom + 4)
    return Drawing(
      plot.axes + reservations + agreements + frontier + dance + marks.flatMap(\.shapes) + key.shapes,
      on: sheet,
      height: plot.bottom + 4 + key.height)
  }

  private var reservations: [Shape] {
    rows(.reservation).flatMap { row -> [Shape] in
      let place = point(row)
      return [
        .told(
          told(sheet.words.reservation, row),
          [
            .line(x1: place.x, y1: plot.upper, x2: place.x, y2: plot.lower, class: "leader"),
            .line(x1: plot.left, y1: place.y, x2: plot.right, y2: place.y, class: "leader"),
          ])
      ]
    }
  }

  /// The frontier as a line through its points, which are drawn while they can be told apart.
  private var frontier: [Shape] {
    let points = rows(.frontier)
    let dots =
      points.count > 60
      ? []
      : points.map { row in
        Shape.told(
          told(sheet.words.frontier, row),
          [.circle(x: point(row).x, y: point(row).y, radius: 2.5, class: "point")])
      }
    return [.path([points.map(point)], isClosed: false, class: "whisker")] + dots
  }

  /// The most frequent below, so that none hides another.
  private var agreements: [Shape] {
    rows(.agreement).map { row in
      let share = row.share ?? 0
      let place = point(row)
      let radius = max(1.5, (share.squareRoot() * (sheet.isNarrow ? 20 : 30)))
      return .told(
        told("\(sheet.words.agreements), \(Numerals.percent(share))", row),
        [.circle(x: place.x, y: place.y, radius: radius, class: "main agreed")])
    }
  }

  private var dance: [Shape] {
    let offers = rows(.offer)
    return [0, 1].flatMap { party -> [Shape] in
      let own = offers.filter { $0.by == party }
      let name = Key.lineClass(party + 1)
      return [.path([own.map(point)], isClosed: false, class: "\(name) dance")]
        + own.map { row in
          .told(
            told("\(row.place). \(names[party])", row),
            [.circle(x: point(row).x, y: point(row).y, radius: 2.5, class: "mark-\(party + 2)")])
        }
    }
  }

  private struct Marker {
    var kinds: [UtilitySpace.Kind]
    var row: UtilitySpace.Row
    var number: Int
    var shapes: [Shape]
  }

  /// A numbered diamond at each point that theories single out.
  private var markers: [Marker] {
    var markers: [Marker] = []
    for kind in [UtilitySpace.Kind.nash, .kalaiSmorodinsky, .egalitarian, .utilitarian] {
      guard let row = rows(kind).first else { continue }
      if let same = markers.firstIndex(where: {
        abs(point($0.row).x - point(row).x) < 3 && abs(point($0.row).y - point(row).y) < 3
      }) {
        markers[same].kinds.append(kind)
      } else {
        markers.append(Marker(kinds: [kind], row: row, number: markers.count + 1, shapes: []))
      }
    }
    let diamonds = markers.map { point($0.row) }
    var taken: [Point] = []
    return markers.map { marker in
      var marker = marker
      let place = point(marker.row)
      let names = marker.kinds.map { $0.label(sheet.words) }.joined(separator: sheet.words.comma)
      let number = numberPlace(at: place, diamonds: diamonds, taken: taken)
      taken.append(number)
      marker.shapes = [
        .told(
          told(names, marker.row),
          [
            .diamond(x: place.x, y: place.y, radius: 6, class: "point"),
            .text("\(marker.number)", number.x, number.y, .middle, class: "strong halo"),
          ])
      ]
      return marker
    }
  }

  /// Where the number of a diamond stands: beside it, on the side where it is farthest from the
  /// other diamonds and their numbers.
  private func numberPlace(at place: Point, diamonds: [Point], taken: [Point]) -> Point {
    func room(_ candidate: Point) -> Double {
      let others = diamonds.filter { abs($0.x - place.x) > 0.01 || abs($0.y - place.y) > 0.01 } + taken
      return others.map { other in
        max(abs(other.x - candidate.x), abs(other.y - candidate.y + 5))
      }.min() ?? .infinity
    }
    let sides = [(14.0, -7.0), (-14, -7), (14, 17), (-14, 17), (0, -12), (0, 22)].map {
      Point(place.x + $0.0, place.y + $0.1)
    }
    let inside = sides.filter {
      $0.x > plot.left + 6 && $0.x < sheet.width - 6 && $0.y > plot.upper + 10 && $0.y < plot.lower - 2
    }
    // Enough room is enough: the first side is the usual one.
    return inside.first { room($0) >= 18 } ?? inside.max { room($0) < room($1) } ?? sides[0]
  }

  private func entries(_ markers: [Marker]) -> [Key.Entry] {
    let words = sheet.words
    var entries = markers.map { marker in
      let names = marker.kinds.map { $0.label(words) }.joined(separator: words.comma)
      let place =
        "(\(Numerals.fixed(marker.row.utilities.x, 2)), \(Numerals.fixed(marker.row.utilities.y, 2)))"
      return Key.Entry(label: "\(marker.number) \(names) \(place)") { x, y in
        [.diamond(x: x + 11, y: y + 6, radius: 6, class: "point")]
      }
    }
    func add(_ kind: UtilitySpace.Kind, _ sample: @escaping (Double, Double) -> [Shape]) {
      if !rows(kind).isEmpty { entries.append(Key.Entry(label: kind.label(words), sample: sample)) }
    }
    add(.frontier) { x, y in [.line(x1: x, y1: y + 6, x2: x + 22, y2: y + 6, class: "whisker")] }
    add(.reservation) { x, y in [.line(x1: x, y1: y + 6, x2: x + 22, y2: y + 6, class: "leader")] }
    add(.agreement) { x, y in [.circle(x: x + 11, y: y + 6, radius: 6, class: "main agreed")] }
    for party in [0, 1] where rows(.offer).contains(where: { $0.by == party }) {
      entries.append(
        Key.Entry(label: "\(words.offers): \(names[party])") { x, y in
          [
            .line(x1: x, y1: y + 6, x2: x + 22, y2: y + 6, class: "\(Key.lineClass(party + 1)) dance"),
            .circle(x: x + 11, y: y + 6, radius: 2.5, class: "mark-\(party + 2)"),
          ]
        })
    }
    return entries
  }
}
