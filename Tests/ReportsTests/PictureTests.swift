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
  func twoEndingsTwo() {
    var content = Specimen.fishery
    content.endings = [content.endings[0], content.endings[4]]
    #expect(
      Picture.endings(of: content).inline.written() == #"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 88" width="700" height="88" role="img" aria-labelledby="endings-title endings-summary" class="picture">
         <title id="endings-title">How the talks end, share of runs with 95% intervals</title>
         <desc id="endings-summary">Full agreement 31.2% (30.3–32.2), Out of time 40.0% (39.0–41.0).</desc>
         <line x1="117" y1="4" x2="117" y2="64" class="axis"/>
         <text x="117" y="80" class="faint middle">0%</text>
         <line x1="228.25" y1="4" x2="228.25" y2="64" class="grid"/>
         <text x="228.25" y="80" class="faint middle">25%</text>
         <line x1="339.50" y1="4" x2="339.50" y2="64" class="grid"/>
         <text x="339.50" y="80" class="faint middle">50%</text>
         <line x1="450.75" y1="4" x2="450.75" y2="64" class="grid"/>
         <text x="450.75" y="80" class="faint middle">75%</text>
         <line x1="562" y1="4" x2="562" y2="64" class="grid"/>
         <text x="562" y="80" class="faint middle">100%</text>
         <text x="0" y="24">Full agreement</text>
         <rect x="117" y="10" width="139.06" height="18" class="full"/>
         <path class="whisker" d="M251.84 15V23M251.84 19H260.29M260.29 15V23"/>
         <text x="624" y="24" class="strong end">31.2%</text>
         <text x="700" y="24" class="faint end">30.3–32.2</text>
         <text x="0" y="54">Out of time</text>
         <rect x="117" y="40" width="178" height="18" class="exhausted"/>
         <path class="whisker" d="M290.55 45V53M290.55 49H299.45M299.45 45V53"/>
         <text x="624" y="54" class="strong end">40.0%</text>
         <text x="700" y="54" class="faint end">39.0–41.0</text>
        </svg>
        """#)
  }

  @Test(
    "every picture is well-formed, named, described and without scripts", arguments: Specimen.Case.allCases)
  func pictureWellFormed(specimen: Specimen.Case) {
    for picture in Self.all(of: specimen.content) {
      let found = WellFormedness(of: picture.svg)
      #expect(found.isWellFormed, "\(picture.name)")
      #expect(
        Set(found.names).isSubset(of: [
          "svg", "title", "desc", "defs", "style", "rect", "line", "path", "circle", "text",
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
    for picture in Self.all(of: specimen.content) {
      for element in WellFormedness(of: picture.svg).elements {
        for (key, limit) in [
          ("x", picture.width), ("x1", picture.width), ("x2", picture.width), ("cx", picture.width),
          ("y", picture.height), ("y1", picture.height), ("y2", picture.height), ("cy", picture.height),
        ] {
          guard let written = element.attributes[key] else { continue }
          let number = Double(written) ?? .nan
          #expect(number >= 0 && number <= limit, "\(picture.name): \(element.name) \(key)=\(written)")
        }
      }
    }
  }

  @Test("what a picture shows can be heard")
  func pictureShowsCan() {
    #expect(
      Picture.settlements(of: Specimen.fishery).summary
        == "Quota: 20,000 t 10.0% (9.2–10.9), 30,000 t 20.0% (18.9–21.1), 40,000 t 45.0% (43.6–46.4), "
        + "50,000 t 25.0% (23.8–26.2). Patrols: none 37.5% (36.2–38.9), joint 62.5% (61.1–63.8).")
    #expect(
      Picture.proposers(of: Specimen.fishery).summary
        == "Mediators: Norway 60.0% (58.6–61.4), Bishop of Visby 10.0% (9.2–10.9). "
        + "Forums: Oslo 90.0% (89.1–90.8), Back channel 10.0% (9.2–10.9).")
  }

  @Test("the parts of a divided bar fill it from end to end")
  func partsDividedBar() {
    let svg = WellFormedness(of: Picture.settlements(of: Specimen.fishery).svg)
    let parts = svg.elements.filter { $0.attributes["height"] == "24" }
    let widths = parts.compactMap { $0.attributes["width"].flatMap(Double.init) }
    // Shares of 10, 20, 45 and 25%, then 37.5 and 62.5%, of 700 px.
    #expect(widths == [70, 140, 315, 175, 262.5, 437.5])
  }

  @Test("an issue with 255 options keeps a key that can be read")
  func issue255Options() {
    let options = (0..<255).map { index in
      ReportContent.Settlement.Option(
        label: "\(index)", share: .init(count: 255 - index, share: 1.0 / 255, low: 0, high: 0.02))
    }
    var content = Specimen.fishery
    content.settlements = [.init(issue: "Price", options: options)]
    let found = WellFormedness(of: Picture.settlements(of: content).svg)
    #expect(found.elements.filter { $0.attributes["height"] == "11" }.count == 9)
    #expect(found.characters.contains("247 other options"))
  }

  @Test("the curve steps up at the end of the day on which runs agreed")
  func curveStepsUp() {
    let found = WellFormedness(of: Picture.survival(of: Specimen.fishery).svg)
    let curve = found.elements.first { $0.attributes["class"] == "curve" }
    // 20 days on 632 px from x = 52, 100% on 238 px from y = 252 up: a quarter on day 5, half on
    // day 20.
    #expect(curve?.attributes["d"] == "M52 252L210 252L210 192.50L684 192.50L684 133L684 133")
  }
}
