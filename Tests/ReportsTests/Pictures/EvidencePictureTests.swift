import Bargaining
import Testing

@testable import Reports

/// What histories and outcomes make of forecasts, as pictures.
struct EvidencePictureTests {
  private func numbers(
    _ svg: String, _ element: String, _ name: String, _ keys: [String]
  ) throws -> [[Double]] {
    let found = WellFormedness(of: svg)
    #expect(found.isWellFormed)
    return try found.elements.filter {
      $0.name == element && ($0.attributes["class"] ?? "").split(separator: " ").contains(Substring(name))
    }.map { element in try keys.map { try #require(element.attributes[$0].flatMap { Double($0) }) } }
  }

  @Test("a number that moved by two deviations and kept half of its own lies two deviations from what it was")
  func posterior() throws {
    // Before 10 ± 4, after 18 ± 2: 2 standard deviations on, from 1.5 to 2.5.
    let picture = Picture.posterior([
      .init(label: "a", before: (10, 4), after: (18, 2)), .init(label: "b", before: (1, 0), after: (1, 0)),
    ])
    let before = try numbers(picture.svg, "circle", "hollow", ["cx"])
    let after = try numbers(picture.svg, "circle", "main", ["cx"])
    // The first of each kind stands in the key; a number that was certain is left out.
    #expect(before.count == 2 && after.count == 2)
    let ends = try #require(
      WellFormedness(of: picture.svg).elements.filter { $0.attributes["class"] == "whisker" }.last?
        .attributes["d"])
    let xs = ends.split { "ML Z".contains($0) }.enumerated().filter { $0.offset.isMultiple(of: 2) }
      .compactMap { Double($0.element) }
    let unit = (after[1][0] - before[1][0]) / 2
    #expect(unit > 10)
    #expect(abs((try #require(xs.max())) - after[1][0] - unit / 2) < 0.05)
    #expect(abs(after[1][0] - (try #require(xs.min())) - unit / 2) < 0.05)
    #expect(picture.summary.contains("shift +2.00 standard deviations") && !picture.summary.contains("b:"))
  }

  @Test("a column of the forecast is as high as its shares, and each number of observations has one")
  func forecast() throws {
    func share(_ share: Double) -> ShareEstimate { .init(count: 0, share: share, low: share, high: share) }
    let picture = Picture.forecast(
      [
        .init(after: 0, ending: .fullAgreement, share: share(0.25)),
        .init(after: 0, ending: .collapsed, share: share(0.75)),
        .init(after: 1, ending: .fullAgreement, share: share(1)),
        .init(after: 1, ending: .collapsed, share: share(0)),
      ], .deadline)
    let columns = try numbers(picture.svg, "rect", "segment", ["x", "height"])
    #expect(columns.count == 4)
    #expect(Set(columns.map { $0[0] }).count == 2)
    #expect(abs(columns[1][1] / columns[0][1] - 3) < 0.01)
    #expect(abs(columns[2][1] - columns[0][1] - columns[1][1]) < 0.02 && columns[3][1] == 0)
    #expect(picture.summary.hasPrefix("After 0: Full agreement 25.0%"))
  }

  @Test("a forecast that keeps its word lies on the diagonal, one that promised too much below it")
  func calibration() throws {
    func share(_ share: Double) -> ShareEstimate { .init(count: 5, share: share, low: share, high: share) }
    let picture = Picture.calibration([
      .init(forecast: 0.25, count: 20, happened: share(0.25)),
      .init(forecast: 0.75, count: 20, happened: share(0.5)),
    ])
    let points = try numbers(picture.svg, "circle", "main", ["cx", "cy"])
    let line = try numbers(picture.svg, "line", "leader", ["x1", "y1", "x2", "y2"])
    #expect(points.count == 2 && line.count == 1)
    func diagonal(_ x: Double) -> Double {
      line[0][1] + (x - line[0][0]) / (line[0][2] - line[0][0]) * (line[0][3] - line[0][1])
    }
    #expect(abs(points[0][1] - diagonal(points[0][0])) < 0.05)
    // Upwards is less.
    #expect(points[1][1] > diagonal(points[1][0]) + 10)
    let counts = WellFormedness(of: picture.svg).texts.filter { $0.text == "n = 20" }
    #expect(counts.count == 2)
  }

  @Test("every one of the ten strongest numbers is beside its point, even where all points are one")
  func crowded() {
    let effects = (1...14).map {
      Picture.Effect(label: "number \($0)", muStar: 0.4, low: 0.3, high: 0.5, sigma: 0.4, path: "a.b.\($0)")
    }
    let picture = Picture.screening(effects)
    for svg in [picture.svg, picture.narrowSVG] {
      let strong = WellFormedness(of: svg).texts.filter { $0.attributes["class"]?.contains("strong") == true }
      // Each once beside its point and once before its name.
      for number in 1...10 { #expect(strong.count { $0.text == "\(number)" } == 2, "\(number)") }
      #expect(WellFormedness(of: svg).texts.contains { $0.text == "the other numbers: 4" })
    }
    #expect(picture.summary.contains("number 3 (a.b.3): "))
  }

  @Test("a path that is too long for its line is broken after a dot")
  func paths() {
    let path = "mediators.commission.preferences.hourly"
    let lines = TextLines.wrapped(path, to: 130, most: 9)
    #expect(lines.count > 1 && lines.joined() == path)
    #expect(lines.dropLast().allSatisfy { $0.hasSuffix(".") }, "\(lines)")
  }

  @Test("a surplus that is the same at the start is told once, another one is told")
  func surplus() {
    func row(_ measure: String, _ mean: Double) -> ReportContent.PartyMeasure {
      .init(
        party: "A", measure: measure, mean: mean, standardError: 0.01, deviation: 0.1,
        quantiles: .init(p05: 0, p25: 0.1, p50: 0.2, p75: 0.3, p95: 0.4))
    }
    var content = Specimen.fishery
    content.parties = [row("utility", 0.5), row("surplus", 0.2), row("surplus_at_start", 0.2)]
    #expect(content.toldParties.map(\.measure) == ["utility", "surplus"])
    content.parties[2].mean = 0.19
    #expect(content.toldParties.count == 3)
  }

  @Test("a bar runs from a forecast to what happened, so that its length squared is Brier's score")
  func scores() throws {
    // Brier 1950 of an event that either happens or not: (0.8 - 1)² = 0.04 and (0.3 - 0)² = 0.09.
    let picture = Picture.scores([
      .init(label: "a", forecast: 0.8, baseline: 0.5, happened: true, outcome: "yes", brier: 0.04),
      .init(label: "b", forecast: 0.3, baseline: nil, happened: false, outcome: "no", brier: 0.09),
    ])
    let bars = try numbers(picture.svg, "rect", "main", ["x", "width"])
    let hollow = try numbers(picture.svg, "circle", "hollow", ["cx"])
    let points = try numbers(picture.svg, "circle", "main", ["cx"])
    // The first of each kind of point stands in the key.
    #expect(bars.count == 2 && points.count == 3 && hollow.count == 2)
    let whole = bars[0][0] + bars[0][1] - bars[1][0]
    #expect(abs((bars[0][1] / whole) * (bars[0][1] / whole) - 0.04) < 0.001)
    #expect(abs((bars[1][1] / whole) * (bars[1][1] / whole) - 0.09) < 0.001)
    #expect(abs(points[1][0] - bars[0][0]) < 0.05)
    #expect(abs(points[2][0] - bars[1][0] - bars[1][1]) < 0.05)
    #expect(abs(hollow[1][0] - bars[1][0] - 0.5 * whole) < 0.05)
    #expect(picture.summary.contains("a: 80.0% yes; Brier score 0.040"))
  }

  @Test("a text stands at the share that accepts it, a folder grows by texts, and one alone is none")
  func texts() throws {
    func odds(_ share: Double, _ terms: String = "") -> Picture.TextOdds {
      .init(share: .init(count: 0, share: share, low: share, high: share), terms: terms)
    }
    let picture = Picture.texts(
      [odds(0.5), odds(0.25, "Aid: 2")], folder: [odds(0.5), odds(0.75, "Aid: 2")])
    let points = try numbers(picture.svg, "circle", "main", ["cx"])
    let bars = try numbers(picture.svg, "rect", "main", ["x", "width"])
    #expect(points.count == 2 && bars.count == 2)
    #expect(abs(bars[1][1] / bars[0][1] - 1.5) < 0.01)
    // Both panels have one scale.
    #expect(abs(points[0][0] - bars[0][0] - bars[0][1]) < 0.05)
    #expect(abs(2 * (points[1][0] - bars[0][0]) - (points[0][0] - bars[0][0])) < 0.1)
    #expect(picture.summary.contains("Text 2: 25.0%") && picture.summary.contains("Aid: 2"))
    let alone = Picture.texts([odds(0.5)], folder: [odds(0.5)])
    #expect(try numbers(alone.svg, "rect", "main", ["x"]).isEmpty && !alone.summary.contains("folder"))
    let many = Picture.texts((0..<20).map { _ in odds(0.5) }, folder: [])
    #expect(try numbers(many.svg, "circle", "main", ["cx"]).count == Picture.mostTexts)
  }

  @Test("of runs that were there, indices are told alone and levers by their better halves")
  func kept() throws {
    let indices = Picture.indices([.init(label: "a", total: nil, first: (0.2, 0.1, 0.3))])
    #expect(try numbers(indices.svg, "circle", "main", ["cx"]).count == 1)
    #expect(try numbers(indices.svg, "circle", "hollow", ["cx"]).isEmpty)
    #expect(indices.summary.contains("alone 0.20 (0.10 to 0.30)") && !indices.summary.contains("total"))
    let levers = Picture.levers(
      base: 0.3,
      halves: [.init(label: "a", low: 2, high: 5, gain: (0.1, 0.05, 0.15), tolls: [])])
    #expect(levers.summary.contains("better half: from 2 to 5") && levers.summary.contains("+10.0"))
  }
}
