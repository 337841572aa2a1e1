import Foundation
import Reports
import Tables
import Testing

@Suite struct HTMLReportTests {
  @Test(
    "the page is well-formed, needs nothing from outside and runs its own script alone",
    arguments: Specimen.Case.allCases)
  func pageWellFormed(specimen: Specimen.Case) throws {
    let html = HTMLReport(specimen.content).html
    let found = WellFormedness(of: html)
    #expect(found.isWellFormed)
    #expect(Set(found.names).isDisjoint(with: ["img", "link", "iframe", "object", "embed", "form"]))
    let outward: Set<String> = ["src", "srcset", "action", "style"]
    for element in found.elements {
      #expect(outward.isDisjoint(with: element.attributes.keys))
      #expect(element.attributes.keys.allSatisfy { !$0.hasPrefix("on") })
      if let place = element.attributes["href"] {
        #expect(place.hasPrefix("#") || place.hasPrefix("data:text/csv;charset=utf-8,"))
      }
    }
    #expect(!html.replacing("url(#", with: "").contains("url(") && !html.contains("@import"))
    let scripts = html.split(separator: "<script>").dropFirst().compactMap {
      $0.split(separator: "</script>").first
    }
    #expect(scripts.count == 1)
    let script = try #require(scripts.first)
    let digest = SHA256.hex(of: Array(script.utf8))
    let policy = try #require(
      found.elements.first { $0.attributes["http-equiv"] == "Content-Security-Policy" }?.attributes["content"]
    )
    let stated = try #require(policy.firstMatch(of: /script-src 'sha256-([A-Za-z0-9+\/=]+)'/)?.1)
    let bytes = try #require(Data(base64Encoded: String(stated)))
    #expect(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() == digest)
    #expect(policy.hasPrefix("default-src 'none'; style-src 'unsafe-inline'; script-src "))
  }

  @Test("every link of the contents leads to a section, and every section has one")
  func contents() {
    let found = WellFormedness(of: HTMLReport(Specimen.fishery).html)
    let sections = found.elements.filter { $0.name == "section" }.compactMap { $0.attributes["id"] }
    let links = found.elements.compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#") }
    #expect(links == sections.map { "#\($0)" } && links.count > 5)
  }

  @Test("a narrow screen shows each cell under its head, and every such cell says what it is")
  func stacked() {
    let elements = WellFormedness(of: HTMLReport(Specimen.fishery).html).elements
    let cells = elements.filter { $0.name == "td" }
    #expect(cells.count > 40)
    #expect(cells.allSatisfy { $0.attributes["role"] == "cell" && $0.attributes["data-label"] != nil })
    let heads = Set(elements.filter { $0.name == "th" }.compactMap { $0.attributes["role"] })
    #expect(heads == ["columnheader"])
    let html = HTMLReport(Specimen.fishery).html
    #expect(html.contains("content: attr(data-label)"))
  }

  @Test("every table has a caption, and every box that scrolls can be reached by the keyboard")
  func captions() {
    let found = WellFormedness(of: HTMLReport(Specimen.fishery).html)
    let names = found.elements.map(\.name)
    #expect(names.count { $0 == "table" } == names.count { $0 == "caption" } && names.contains("table"))
    let boxes = found.elements.filter { ["scroll", "drawing"].contains($0.attributes["class"]) }
    #expect(boxes.count > 5)
    #expect(
      boxes.allSatisfy { $0.attributes["tabindex"] == "0" && $0.attributes["aria-label"]?.isEmpty == false })
  }

  @Test("headings go down one level at a time", arguments: Specimen.Case.allCases)
  func headings(specimen: Specimen.Case) {
    let levels = WellFormedness(of: HTMLReport(specimen.content).html).elements.compactMap { element in
      element.name.count == 2 && element.name.hasPrefix("h") ? Int(element.name.dropFirst()) : nil
    }
    #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
    for (above, below) in zip(levels, levels.dropFirst()) { #expect(below <= above + 1) }
  }

  @Test("the first screen asks, answers with intervals, and says why runs fail")
  func firstScreen() {
    let text = WellFormedness(of: HTMLReport(Specimen.fishery).html).characters
    #expect(text.contains("How do these talks end?"))
    #expect(!text.contains("never"))
  }

  @Test("every identifier is there once", arguments: Specimen.Case.allCases)
  func identifierThereOnce(specimen: Specimen.Case) {
    let identifiers = WellFormedness(of: HTMLReport(specimen.content).html).elements.compactMap {
      $0.attributes["id"]
    }
    #expect(Set(identifiers).count == identifiers.count)
  }

  @Test(
    "sections stand in order, and one with nothing to say is left out",
    arguments: [
      (
        Specimen.Case.fishery,
        ["endings", "zones", "packages", "terms", "time", "parties", "proposers", "reproduce", "ground"]
      ), (.deadlock, ["endings", "zones", "packages", "time", "reproduce", "ground"]),
      (.nothing, ["endings", "reproduce", "ground"]),
    ])
  func sectionsStandOrder(
    specimen: Specimen.Case, sections: [String]
  ) {
    let found = WellFormedness(of: HTMLReport(specimen.content).html)
    #expect(found.elements.filter { $0.name == "section" }.compactMap { $0.attributes["id"] } == sections)
  }

  @Test("a hostile label is shown as it was written, on one line")
  func hostileLabelShown() {
    let found = WellFormedness(of: HTMLReport(Specimen.hostile).html)
    #expect(!found.characters.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{1B}" })
    #expect(found.characters.contains("<script>alert(\"x\")</script> '&amp; [2J"))
    #expect(found.elements.first { $0.name == "h1" }?.attributes["lang"] == "\" onload=\"alert(1)")
  }

  @Test("labels keep their own direction")
  func labelsKeepTheir() {
    let html = HTMLReport(Specimen.hostile).html
    #expect(html.contains("<bdi dir=\"auto\">وقف إطلاق النار</bdi>"))
    #expect(WellFormedness(of: html).elements.first { $0.name == "h1" }?.attributes["dir"] == "auto")
  }

  @Test("a package names what moves and then what stays as it was")
  func packageNamesMoves() {
    let html = HTMLReport(Specimen.fishery).html
    #expect(
      html.contains(
        #"""
                 <ul class="terms">
                  <li>
                   <span class="issue"><bdi dir="auto">Quota</bdi>: </span>
                   <bdi dir="auto">40,000 t</bdi>
                  </li>
                  <li class="quiet">left as it is: <bdi dir="auto">Season</bdi>, <bdi dir="auto">Patrols</bdi></li>
                 </ul>
        """#))
  }

  @Test("assumptions stand under their actors with their ranges and the author's words")
  func assumptionsStandUnder() {
    let html = HTMLReport(Specimen.fishery).html
    #expect(
      html.contains(
        #"""
            <details class="appendix">
             <summary>
              <bdi dir="auto">Coast</bdi>
              <span class="quiet"> · 2 assumptions</span>
             </summary>
        """#))
    #expect(
      html.contains(
        #"""
                <tr role="row">
                 <td data-label="number" role="cell">
                  <code dir="ltr">parties.<wbr/>coast.<wbr/>willingness</code>
                 </td>
                 <td data-label="range" role="cell"><span>uniform from 0.4 to 0.95</span></td>
                 <td data-label="the author&#39;s words" role="cell"><bdi dir="auto">elections are near</bdi></td>
                </tr>
                <tr role="row">
                 <td data-label="number" role="cell">
                  <code dir="ltr">parties.<wbr/>coast.<wbr/>cost_of_delay</code>
                 </td>
                 <td data-label="range" role="cell"><span>uniform from 0.001 to 0.004</span></td>
                 <td data-label="the author&#39;s words" role="cell"></td>
                </tr>
        """#))
  }

  @Test("the page says how to get the same tables again")
  func pageSaysHow() {
    let html = HTMLReport(Specimen.fishery).html
    let section = html[(html.range(of: #"<section id="reproduce">"#)?.lowerBound ?? html.endIndex)...]
    let text = section.replacing(/<style>(?s:.*?)<\/style>/, with: "")
      .replacing(/<[^>]*>/, with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      text.hasPrefix(
        "How to reproduce it The same version with the same scenario, seed and number of runs gives the same tables, "
          + "byte for byte. command detente run scenarios/herring.jsonc --runs 10000 --seed 7 version 0.1.0 "
          + "scenario SHA-256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"))
    // A line is broken between its words alone.
    #expect(section.contains(#"<span class="word">--runs</span>"#))
  }
}
