import Reports
import Testing

@Suite struct PictureTests {
  static func all(of content: ReportContent) -> [Picture] {
    [
      .endings(of: content), .survival(of: content), .settlements(of: content), .parties(of: content),
      .proposers(of: content),
    ]
  }

  @Test("two endings are two bars with their intervals on a scale from 0 to 100%")
  func twoEndingsTwo() throws {
    var content = Specimen.fishery
    content.endings = [content.endings[0], content.endings[4]]
    let found = WellFormedness(of: Picture.endings(of: content).svg)
    let bars = found.elements.filter { $0.name == "rect" }
    // 31.25% and 40% of the way from 0 to 100%, which the lines of the scale show.
    let texts = found.texts
    let zero = try #require(texts.first { $0.text == "0%" }?.attributes["x"].flatMap(Double.init))
    let all = try #require(texts.first { $0.text == "100%" }?.attributes["x"].flatMap(Double.init))
    let widths = bars.compactMap { $0.attributes["width"].flatMap(Double.init) }
    #expect(widths.count == 2 && bars.allSatisfy { $0.attributes["x"].flatMap(Double.init) == zero })
    #expect(abs(widths[0] - 0.3125 * (all - zero)) < 0.01 && abs(widths[1] - 0.4 * (all - zero)) < 0.01)
    #expect(texts.map(\.text).filter { $0.hasSuffix("%") && $0.contains(".") } == ["31.2%", "40.0%"])
    #expect(found.characters.contains("Full agreement: 31.2% (30.3 to 32.2)"))
    #expect(texts.contains { $0.text == "share of runs, with 95% intervals" })
  }

  @Test(
    "every picture is well-formed, named, described and without scripts", arguments: Specimen.Case.allCases)
  func pictureWellFormed(specimen: Specimen.Case) {
    for picture in Self.all(of: specimen.content) {
      let found = WellFormedness(of: picture.svg)
      #expect(found.isWellFormed, "\(picture.name)")
      #expect(
        Set(found.names).isSubset(of: [
          "svg", "title", "desc", "defs", "style", "pattern", "g", "rect", "line", "path", "circle", "text",
        ]))
      #expect(found.elements.first?.attributes["role"] == "img")
      #expect(
        found.elements.first?.attributes["aria-labelledby"] == "\(picture.name)-title \(picture.name)-summary"
      )
      #expect(
        found.elements.prefix(3).map { $0.attributes["id"] ?? "" } == [
          "", "\(picture.name)-title", "\(picture.name)-summary",
        ])
      #expect(
        found.elements.allSatisfy { $0.attributes.keys.allSatisfy { !$0.hasPrefix("on") && $0 != "href" } })
    }
  }

  @Test(
    "no coordinate is infinite, not a number or outside the picture", arguments: Specimen.Case.allCases)
  func coordinateInfiniteNot(specimen: Specimen.Case) {
    var seen = 0
    for picture in Self.all(of: specimen.content) {
      let (width, height) = (picture.wide.width, picture.wide.height)
      for element in WellFormedness(of: picture.svg).elements {
        for (key, limit) in [
          ("x", width), ("x1", width), ("x2", width), ("cx", width),
          ("y", height), ("y1", height), ("y2", height), ("cy", height),
        ] {
          guard let written = element.attributes[key] else { continue }
          let number = Double(written) ?? .nan
          #expect(number >= 0 && number <= limit, "\(picture.name): \(element.name) \(key)=\(written)")
          seen += 1
        }
      }
    }
    #expect(seen > 10)
  }

  @Test("what a picture shows can be heard")
  func pictureShowsCan() {
    #expect(
      Picture.settlements(of: Specimen.fishery).summary
        == "Quota: 20,000 t 10.0% (9.2 to 10.9), 30,000 t 20.0% (18.9 to 21.1), 40,000 t 45.0% (43.6 to 46.4), "
        + "50,000 t 25.0% (23.8 to 26.2). Patrols: none 37.5% (36.2 to 38.9), joint 62.5% (61.1 to 63.8).")
    #expect(
      Picture.proposers(of: Specimen.fishery).summary
        == "Mediators: Norway 60.0% (58.6 to 61.4), Bishop of Visby 10.0% (9.2 to 10.9). "
        + "Forums: Oslo 90.0% (89.1 to 90.8), Back channel 10.0% (9.2 to 10.9).")
  }

  @Test("an issue with 255 options keeps ten rows that can be read, the last of all others")
  func issue255Options() {
    let options = (0..<255).map { index in
      ReportContent.Settlement.Option(
        label: "option \(index)", share: .init(count: 255 - index, share: 1.0 / 255, low: 0, high: 0.02))
    }
    var content = Specimen.fishery
    content.settlements = [.init(issue: "Price", options: options)]
    let found = WellFormedness(of: Picture.settlements(of: content).svg)
    #expect(found.texts.count { $0.text.hasPrefix("option ") } == 9)
    #expect(found.texts.contains { $0.text == "246 other options" })
  }

  /// 17 options from 200 to 600: 100 agreements at 200, 200 at 225, 700 at 400. The mean is 345;
  /// half are at or below 400, 5% at or below 200, 95% at or below 400.
  @Test("an issue of 17 numbers is a histogram on their scale, with mean and quantiles")
  func numericIssue() throws {
    let counts = [0: 100, 1: 200, 8: 700]
    let options = (0..<17).map { index in
      let count = counts[index] ?? 0
      return ReportContent.Settlement.Option(
        label: "\(200 + 25 * index) m³/s", value: Double(200 + 25 * index),
        share: .init(count: count, share: Double(count) / 1_000, low: 0, high: 1))
    }
    var content = Specimen.fishery
    content.settlements = [.init(issue: "Release", options: options, unit: "m³/s")]
    let picture = Picture.settlements(of: content)
    let words = "mean 345, median 400, 5% to 95%: 200 to 400 m³/s"
    let found = WellFormedness(of: picture.svg)
    #expect(found.texts.contains { $0.text == words } && picture.summary.contains("Mean 345, median 400"))
    #expect(found.texts.contains { $0.text == "Release, m³/s" })
    // Numbers are where they are on the scale: 225 lies an eighth of the way from 200 to 400.
    let bars = found.elements.filter { $0.name == "rect" && $0.attributes["class"] == "main" }
      .compactMap { e -> (x: Double, height: Double)? in
        guard let x = e.attributes["x"].flatMap(Double.init),
          let w = e.attributes["width"].flatMap(Double.init),
          let h = e.attributes["height"].flatMap(Double.init), w > 3
        else { return nil }
        return (x + w / 2, h)
      }
    #expect(bars.count == 3)
    let place = (bars[1].x - bars[0].x) / (bars[2].x - bars[0].x)
    #expect(abs(place - 0.125) < 1e-3 && abs(bars[2].height / bars[0].height - 7) < 0.01)
  }

  @Test("the curve steps up at the end of the day on which runs agreed")
  func curveStepsUp() throws {
    let found = WellFormedness(of: Picture.survival(of: Specimen.fishery).svg)
    let curve = try #require(found.elements.first { $0.attributes["class"] == "curve" }?.attributes["d"])
    let numbers = curve.split { "ML ".contains($0) }.compactMap { Double($0) }
    let points = stride(from: 0, to: numbers.count, by: 2).map { (x: numbers[$0], y: numbers[$0 + 1]) }
    #expect(points.count == 6)
    // A quarter on day 5 of 20, half on day 20, of a scale that ends at 100% and day 20.
    let (start, end) = (points[0], points[5])
    #expect(abs(points[1].x - (start.x + 0.25 * (end.x - start.x))) < 0.01 && points[1].y == start.y)
    #expect(abs((start.y - points[2].y) * 2 - (start.y - end.y)) < 0.01 && points[3].y == points[2].y)
    #expect(found.texts.contains { $0.text == "day" } && found.texts.contains { $0.text == "half by day 20" })
  }
}
