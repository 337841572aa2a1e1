/// A result as one HTML page: nothing outside it is needed, nothing in it runs, and it prints.
///
/// Written as HTML 5 that is well-formed XML too. The same content gives the same bytes. Labels are
/// escaped and keep their own direction (`dir="auto"`).
public struct HTMLReport: Sendable {
  let content: ReportContent
  let words: PlainWords

  /// A page of this content.
  public init(_ content: ReportContent) {
    self.content = content
    words = PlainWords(content)
  }

  /// The whole page.
  public var html: String {
    PageFrame.html(title: content.title, language: "en", [header] + sections)
  }

  private var sections: [Markup] {
    guard content.runs > 0 else {
      return [
        section(
          "endings", "How the talks end", [paragraph("No run was completed, so there is nothing to show.")])
      ] + [groundSection, manifestSection]
    }
    return [
      endingsSection, packagesSection, settlementsSection, efficiencySection, timeSection, partiesSection,
      proposersSection, durabilitySection, homeSection, zonesSection, causesSection, tollsSection,
    ].compactMap { $0 } + [groundSection, manifestSection]
  }

  func section(_ identifier: String, _ title: String, _ body: [Markup]) -> Markup {
    .tag("section", ["id": identifier], [.tag("h2", [:], text: title)] + body)
  }

  func paragraph(_ text: String, class name: String = "") -> Markup {
    name.isEmpty
      ? .tag("p", [:], text: Label.plain(text)) : .tag("p", ["class": name], text: Label.plain(text))
  }

  func figure(_ picture: Picture, caption: String) -> Markup {
    .tag("figure", [:], [picture.inline, .tag("figcaption", [:], text: caption)])
  }

  /// A table under its column heads.
  func table(_ heads: [Head], _ rows: [[Markup]]) -> Markup {
    let head = heads.map { head in
      head.isNumber
        ? Markup.tag("th", ["class": "number", "scope": "col"], text: head.text)
        : .tag("th", ["scope": "col"], text: head.text)
    }
    let body = rows.map { cells in
      Markup.tag(
        "tr", [:],
        zip(heads, cells).map { head, cell in
          head.isNumber ? .tag("td", ["class": "number"], [cell]) : .tag("td", [:], [cell])
        })
    }
    return .tag(
      "div", ["class": "scroll"],
      [
        .tag(
          "table", [:],
          [.tag("thead", [:], [.tag("tr", [:], head)]), .tag("tbody", [:], body)])
      ])
  }

  /// A column's head, and whether the column holds numbers.
  struct Head {
    var text: String
    var isNumber = false

    static func words(_ text: String) -> Head { Head(text: text) }
    static func number(_ text: String) -> Head { Head(text: text, isNumber: true) }
  }
}
