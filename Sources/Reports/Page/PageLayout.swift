import Foundation
import Tables

/// The parts that every page is laid out of. It has no words of its own.
struct PageLayout {
  let words: any PageWords
  var digits = Digits.latin
  /// Of the scenario that tables speak of.
  var cells: PageCells?

  func section(_ identifier: String, _ title: String, _ body: [Markup]) -> Markup {
    .tag("section", ["id": identifier], [.tag("h2", [:], Markup.sentence(title))] + body)
  }

  /// A command line, which is broken between its words alone.
  func command(_ line: String) -> Markup {
    let words = Label.plain(line).split(separator: " ", omittingEmptySubsequences: false)
    return .tag(
      "code", ["dir": "ltr"],
      words.enumerated().flatMap { place, word in
        (place == 0 ? [] : [Markup.text(" ")]) + [.tag("span", ["class": "word"], text: String(word))]
      })
  }

  func paragraph(_ text: String, class name: String = "") -> Markup {
    name.isEmpty
      ? .tag("p", [:], Markup.sentence(text)) : .tag("p", ["class": name], Markup.sentence(text))
  }

  func list(_ sentences: [String]) -> Markup {
    .tag("ul", [:], sentences.map { .tag("li", [:], Markup.sentence($0)) })
  }

  /// A picture with what it shows in a sentence, and its numbers beside it: as a table, folded, and
  /// as a file to be kept.
  func exhibit(_ picture: Picture, caption: String, _ table: Table? = nil) -> Markup {
    exhibit([picture], title: picture.title, caption: caption, table)
  }

  /// The same of several that stand one under another, between which a sheet of paper may end.
  func exhibit(_ pictures: [Picture], title: String, caption: String, _ table: Table? = nil) -> Markup {
    let numbers = table.map { [self.numbers(of: $0)] } ?? []
    return .tag(
      "figure", pictures.count > 1 ? ["class": "parts"] : [:],
      [
        .tag(
          "div", ["class": "drawing", "tabindex": "0", "role": "group", "aria-label": title],
          pictures.map(\.inline)),
        .tag("figcaption", [:], Markup.sentence(caption)),
      ] + numbers)
  }

  /// Rows of a table that a page shows at most; the file that can be kept has all.
  static let mostRows = 200

  /// A table of a result as it is, folded, and the file.
  ///
  /// - Parameter summary: what to unfold; the numbers of a picture unless given.
  func numbers(of table: Table, _ summary: String? = nil) -> Markup {
    let shown = min(table.rowCount, Self.mostRows)
    let heads = table.columns.map {
      Head(text: cells?.head($0.name, of: table.name) ?? words.column($0.name), isNumber: $0.kind != .text)
    }
    let issues = table["issue"]
    let rows = (0..<shown).map { row in
      table.columns.map { column in
        if case .text(let name) = column[row], let cells {
          var issue = ""
          if case .text(let text)? = issues?[row] { issue = text }
          return Markup.label(cells.text(name, in: column.name, issue: issue))
        }
        return PageLayout.cell(column[row])
      }
    }
    let rest =
      shown < table.rowCount
      ? [paragraph(words.firstRows(shown, of: table.rowCount, file: "\(table.name).csv"), class: "quiet")]
      : []
    return .tag(
      "details", ["class": "numbers"],
      [
        .tag("summary", [:], text: summary ?? words.picturesNumbers),
        self.table(words.table(table.name), heads, rows, isStacked: false),
      ] + rest + [download(table)])
  }

  private func download(_ table: Table) -> Markup {
    var bytes = ""
    for byte in table.write(.csv) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "_"):
        bytes.unicodeScalars.append(Unicode.Scalar(byte))
      default: bytes += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    let file = "\(table.name).csv"
    return .tag(
      "p", ["class": "quiet"],
      [
        .tag(
          "a", ["download": file, "href": "data:text/csv;charset=utf-8,\(bytes)"],
          Markup.sentence(words.download(file)))
      ])
  }

  /// A cell of a table as it is, numbers to what a reader can use.
  private static func cell(_ cell: Cell) -> Markup {
    switch cell {
    case .missing: .text("")
    case .text(let text): .label(text)
    case .integer(let number): .text(Numerals.count(number))
    case .real(let number): .text(Numerals.brief(number))
    }
  }

  /// A table under its caption and the heads of its columns, in a box that scrolls by itself and
  /// that the keyboard reaches.
  ///
  /// On a narrow screen a row is a block of its own, each figure under its head, names and terms
  /// over the whole width; roles say that it is a table even so.
  ///
  /// - Parameters:
  ///   - isSeen: whether the caption is shown; it is heard either way. Under a heading of the same
  ///     words it need not be.
  ///   - isStacked: `false` for a table that stays one on a narrow screen, and scrolls.
  func table(
    _ caption: String, _ heads: [Head], _ rows: [[Markup]], isSeen: Bool = false, isStacked: Bool = true
  ) -> Markup {
    func tag(_ name: String, _ attributes: [(String, String)], role: String, _ body: [Markup]) -> Markup {
      .attributed(name, attributes + (isStacked ? [("role", role)] : []), body)
    }
    let head = heads.map { head in
      tag(
        "th", (head.isNumber ? [("class", head.isLong ? "number long" : "number")] : []) + [("scope", "col")],
        role: "columnheader",
        Markup.sentence(head.text))
    }
    let body = rows.map { cells in
      tag(
        "tr", [], role: "row",
        zip(heads, cells).map { head, cell in
          let label = isStacked ? [("data-label", digits.spelt(PageLayout.plain(head.text)))] : []
          return tag("td", (head.isNumber ? [("class", "number")] : []) + label, role: "cell", [cell])
        })
    }
    return .tag(
      "div",
      ["class": "scroll", "tabindex": "0", "role": "group", "aria-label": PageLayout.plain(caption)],
      [
        tag(
          "table", [("class", isStacked ? "data stacked" : "data"), ("data-filter", words.filter)],
          role: "table",
          [
            .tag("caption", ["class": isSeen ? "seen" : "unseen"], Markup.sentence(caption)),
            tag("thead", [], role: "rowgroup", [tag("tr", [], role: "row", head)]),
            tag("tbody", [], role: "rowgroup", body),
          ])
      ])
  }

  /// A sentence as an attribute, which has no isolates.
  static func plain(_ sentence: String) -> String {
    String(String.UnicodeScalarView(sentence.unicodeScalars.filter { !Label.isReordering($0) }))
  }

  /// A column's head, and whether the column holds numbers.
  struct Head {
    var text: String
    var isNumber = false
    /// Whether it would stand a word to a line over its figures.
    var isLong: Bool { text.count > 16 }

    static func words(_ text: String) -> Head { Head(text: text) }
    static func number(_ text: String) -> Head { Head(text: text, isNumber: true) }
  }

  /// Folded on the screen, open in print.
  func folded(_ title: Markup, remark: String, _ body: [Markup]) -> Markup {
    .tag(
      "details", ["class": "appendix"],
      [
        .tag(
          "summary", [:],
          [title, .tag("span", ["class": "quiet"], [.text(" · ")] + Markup.sentence(remark))])
      ] + body)
  }

  /// The page: what stands before its sections, the sections, and the way to each.
  func page(_ first: FirstScreen, theme: PageTheme, sections: [Markup]) -> String {
    let found = sections.compactMap { section -> (id: String, title: [Markup])? in
      guard case .element("section", let attributes, let body) = section, let id = attributes.first?.value,
        case .element("h2", _, let title)? = body.first
      else { return nil }
      return (id, title)
    }
    let contents = Markup.tag(
      "nav", ["class": "contents", "aria-label": words.contents],
      [
        .tag(
          "ol", [:], found.map { .tag("li", [:], [.tag("a", ["href": "#\($0.id)"], $0.title)]) })
      ])
    return PageFrame.html(
      title: first.title, words, theme: theme, digits: digits,
      [.tag("main", [:], [first.markup(self), contents] + sections)])
  }
}
