import Foundation
import Reports
import Testing

@Suite struct HTMLReportTests {
  @Test(
    "the page is well-formed, needs nothing from outside and runs nothing", arguments: Specimen.Case.allCases)
  func pageWellFormed(specimen: Specimen.Case) {
    let html = HTMLReport(specimen.content).html
    let found = WellFormedness(of: html)
    #expect(found.isWellFormed)
    #expect(
      Set(found.names).isDisjoint(with: ["script", "img", "link", "iframe", "object", "embed", "a", "form"]))
    let outward: Set<String> = ["src", "href", "srcset", "action", "style"]
    for element in found.elements {
      #expect(outward.isDisjoint(with: element.attributes.keys))
      #expect(element.attributes.keys.allSatisfy { !$0.hasPrefix("on") })
    }
    #expect(!html.replacing("url(#", with: "").contains("url(") && !html.contains("@import"))
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
        ["endings", "packages", "terms", "time", "parties", "proposers", "zones", "ground", "reproduce"]
      ), (.deadlock, ["endings", "packages", "time", "zones", "ground", "reproduce"]),
      (.nothing, ["endings", "ground", "reproduce"]),
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
                  <li class="quiet">as it was: <bdi dir="auto">Season</bdi>, <bdi dir="auto">Patrols</bdi></li>
                 </ul>
        """#))
  }

  @Test("assumptions stand under their actors with their ranges and the author's words")
  func assumptionsStandUnder() {
    let html = HTMLReport(Specimen.fishery).html
    #expect(
      html.contains(
        #"""
            <h3>Assumptions</h3>
            <details>
             <summary>
              <bdi dir="auto">Coast</bdi>
              <span class="quiet"> · 2 assumptions</span>
             </summary>
             <div class="scroll">
              <table>
               <thead>
                <tr>
                 <th scope="col">number</th>
                 <th scope="col">range</th>
                 <th scope="col">the author&#39;s words</th>
                </tr>
               </thead>
               <tbody>
                <tr>
                 <td><code>parties.coast.willingness</code></td>
                 <td><bdi dir="auto">uniform from 0.4 to 0.95</bdi></td>
                 <td><bdi dir="auto">elections are near</bdi></td>
                </tr>
                <tr>
                 <td><code>parties.coast.cost_of_delay</code></td>
                 <td><bdi dir="auto">uniform from 0.001 to 0.004</bdi></td>
                 <td><bdi dir="auto"></bdi></td>
                </tr>
               </tbody>
              </table>
             </div>
            </details>
        """#))
  }

  @Test("the page says how to get the same tables again")
  func pageSaysHow() {
    let html = HTMLReport(Specimen.fishery).html
    #expect(
      html.contains(
        #"""
           <section id="reproduce">
            <h2>How to reproduce it</h2>
            <p>The same version with the same scenario, seed and number of runs gives the same tables, byte for byte.</p>
            <dl class="manifest">
             <dt>command</dt>
             <dd><code>detente run scenarios/herring.jsonc --runs 10000 --seed 7</code></dd>
             <dt>version</dt>
             <dd><code>0.1.0</code></dd>
             <dt>scenario SHA-256</dt>
             <dd><code>9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08</code></dd>
            </dl>
           </section>
        """#))
  }
}
