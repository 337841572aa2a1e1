import Reports
import Testing

/// Every kind of picture, of hostile labels, in both directions, at both widths.
@Suite("Layout of pictures")
struct PictureLayoutTests {
  private struct Drawn {
    let name: String
    let svg: String
    let picture: Picture
  }

  private static let all = Gallery.all.flatMap { name, picture in
    [
      Drawn(name: name, svg: picture.svg, picture: picture),
      Drawn(name: "narrow \(name)", svg: picture.narrowSVG, picture: picture),
    ]
  }

  @Test("all are well-formed, and of the elements that they need alone")
  func wellFormed() {
    #expect(Self.all.count > 300)
    for drawn in Self.all {
      let found = WellFormedness(of: drawn.svg)
      #expect(found.isWellFormed, "\(drawn.name)")
      #expect(
        Set(found.names).isSubset(of: [
          "svg", "title", "desc", "defs", "style", "pattern", "g", "rect", "line", "path", "circle", "text",
          "tspan",
        ]), "\(drawn.name): \(found.names)")
      #expect(
        found.elements.allSatisfy { $0.attributes.keys.allSatisfy { !$0.hasPrefix("on") && $0 != "href" } })
    }
  }

  @Test("no mark is outside the picture, and no number is none")
  func marks() throws {
    let fonts = try FontWidths()
    var seen = 0
    for drawn in Self.all {
      let picture = DrawnPicture(drawn.svg, fonts)
      for point in picture.points {
        seen += 1
        let isInside =
          point.x >= -0.01 && point.x <= picture.width + 0.01 && point.y >= -0.01
          && point.y <= picture.height + 0.01
        if !isInside { Issue.record("\(drawn.name): \(point) in \(picture.width) x \(picture.height)") }
      }
    }
    #expect(seen > 10_000)
  }

  @Test("no text is outside the picture by the widths of a wide font, and none is smaller than 12 px")
  func texts() throws {
    let fonts = try FontWidths()
    var seen = 0
    for drawn in Self.all {
      let picture = DrawnPicture(drawn.svg, fonts)
      for text in picture.texts {
        seen += 1
        // A file has 16 px of paper around the drawing; a page has as much.
        let isInside =
          text.left >= -2 && text.right <= picture.width + 2 && text.upper >= -1
          && text.lower <= picture.height + 1
        if !isInside { Issue.record("\(drawn.name): \(text) in \(picture.width) x \(picture.height)") }
        #expect(text.size >= 12)
      }
    }
    #expect(seen > 5_000)
  }

  @Test("no two texts lie on one another")
  func overlaps() throws {
    let fonts = try FontWidths()
    var pairs = 0
    for drawn in Self.all {
      let texts = DrawnPicture(drawn.svg, fonts).texts
      pairs += texts.count * max(0, texts.count - 1) / 2
      for (index, text) in texts.enumerated() {
        for other in texts[(index + 1)...] where text.overlap(other) > 2 {
          Issue.record("\(drawn.name): \(text) and \(other)")
        }
      }
    }
    #expect(pairs > 5_000)
  }

  /// 700 px is the wide drawing's own width and 668 what a page leaves it where it begins to show
  /// it; 320 px is the narrow one's, and 280 what a telephone of 320 px leaves it.
  @Test("no text is below 11 px at any width of a page from 320 px on")
  func smallest() throws {
    let fonts = try FontWidths()
    var seen = [true: 0, false: 0]
    for drawn in Self.all {
      let isNarrow = drawn.name.hasPrefix("narrow")
      let picture = DrawnPicture(drawn.svg, fonts)
      let scale = isNarrow ? 280 / picture.width : (704 - 40) / picture.width
      for text in picture.texts {
        #expect(text.size * scale >= 11, "\(drawn.name): \(text)")
        seen[isNarrow, default: 0] += 1
      }
    }
    #expect(seen.values.allSatisfy { $0 > 2_000 }, "\(seen)")
  }

  @Test("a label has three lines, and is cut only where it does not fit into them")
  func cuts() throws {
    var content = Specimen.fishery
    let label = "Binding resolution of the council, with a mission of observers on the ground"
    content.mediators = [.init(label: label, texts: 1, agreed: Gallery.share(0.4))]
    for svg in [Picture.proposers(of: content).svg, Picture.proposers(of: content).narrowSVG] {
      let shown = WellFormedness(of: svg).texts.map(\.text).joined(separator: " ")
      #expect(label.split(separator: " ").allSatisfy { shown.contains($0) } && !shown.contains("…"))
    }
  }

  @Test("every mark that stands for a number tells it when a pointer rests on it")
  func tips() {
    var seen = 0
    for drawn in Self.all where !drawn.picture.summary.isEmpty && !drawn.name.contains(" 0 rows") {
      let found = WellFormedness(of: drawn.svg)
      let filled = found.elements.contains {
        ["rect", "circle"].contains($0.name) && $0.attributes["class"] == "main"
      }
      guard filled else { continue }
      seen += 1
      #expect(found.elements.count { $0.name == "title" } > 1, "\(drawn.name)")
    }
    #expect(seen > 50)
  }

  @Test("identifiers on a page that shows both drawings are unlike each other")
  func identifiers() {
    let all = Gallery.all
    #expect(all.count > 150)
    for (name, picture) in all {
      let page = WellFormedness(of: picture.inline.written())
      let identifiers = page.elements.compactMap { $0.attributes["id"] }
      #expect(page.isWellFormed && Set(identifiers).count == identifiers.count, "\(name)")
      #expect(identifiers.count >= 4, "two drawings, each with a title and a summary: \(name)")
      let references = page.elements.compactMap { $0.attributes["fill"] }
      #expect(references.allSatisfy { identifiers.contains(String($0.dropFirst(5).dropLast())) }, "\(name)")
    }
  }

  @Test("the same content gives the same bytes")
  func bytes() {
    let (once, again) = (Gallery.all, Gallery.all)
    #expect(once.count > 150 && once.count == again.count)
    #expect(zip(once, again).allSatisfy { $0.picture.svg == $1.picture.svg })
  }

  @Test("from right to left every mark stands where its mirror image does, and digits are those asked for")
  func mirrored() throws {
    let content = Specimen.fishery
    let words = PictureLanguage.english.words
    let mirrored = PictureLanguage(tag: "en", words: words, isRightToLeft: true)
    let plains = Gallery.ofRuns(content, .english) + Gallery.ofStudies(.english)
    let mirrors = Gallery.ofRuns(content, mirrored) + Gallery.ofStudies(mirrored)
    #expect(plains.count > 10 && plains.map(\.name) == mirrors.map(\.name))
    for (plain, turned) in zip(plains, mirrors) {
      let fonts = try FontWidths()
      let (a, b) = (DrawnPicture(plain.svg, fonts), DrawnPicture(turned.svg, fonts))
      #expect(a.points.count == b.points.count && !a.points.isEmpty, "\(plain.name)")
      for (p, q) in zip(a.points.map(\.y), b.points.map(\.y)) { #expect(p == q) }
      let (left, right) = (a.points.map(\.x).reduce(0, +), b.points.map(\.x).reduce(0, +))
      #expect(
        abs(left + right - a.width * Double(a.points.count)) < 0.02 * Double(a.points.count), "\(plain.name)")
    }
    let digits = Picture.endings(of: content, in: PictureLanguage(tag: "ar", digits: .arabic))
    let text = WellFormedness(of: digits.svg).texts.map(\.text).joined()
    #expect(text.contains("٣١٫٢٪") && !text.contains { ("0"..."9").contains($0) })
  }

  @Test("each theme has the colours that a page names, and a file of its own names none")
  func colours() {
    let all = Gallery.all
    #expect(all.count > 150)
    for (name, picture) in all { #expect(!picture.svg.contains("var(--"), "\(name)") }
  }
}
