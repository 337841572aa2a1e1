import Foundation
import Testing

@Suite("Snippets for editors")
struct SnippetTests {
  private struct Snippet: Decodable {
    let prefix: String
    let body: [String]

    /// What is in the file when every tab stop keeps the words that it suggests.
    var text: String {
      body.joined(separator: "\n").replacing(/\$\{\d+:([^}]*)\}/) { String($0.output.1) }
        .replacing("\\$", with: "$")
    }
  }

  private func snippets() throws -> [String: String] {
    let file = Program.package.appending(path: "scenarios/detente.code-snippets")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let json = lines.filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
    let all = try JSONDecoder().decode([String: Snippet].self, from: Data(json.utf8))
    return Dictionary(uniqueKeysWithValues: all.values.map { ($0.prefix, $0.text) })
  }

  @Test("each snippet, put where it says, is a scenario that detente check accepts")
  func valid() throws {
    let snippets = try snippets()
    #expect(snippets.count == 8)
    let whole = try #require(snippets["detente-scenario"])
    // Where each goes: the text after which it stands, and what follows it.
    let places = [
      "detente-issue": ("\"issues\": {", ","), "detente-scale": ("\"issues\": {", ","),
      "detente-party": ("\"parties\": {", ","),
      "detente-mediator": ("\"rounds\": 20,\n  \"mediators\": {", "},"),
      "detente-event": ("\"rounds\": 20,\n  \"events\": {", "},"), "detente-home": ("\"north\": {", ","),
      "detente-uncertain": ("\"reservation\": ", ", \"veto\": true, "),
    ]
    for (prefix, text) in snippets {
      var scenario = whole
      if let (before, after) = places[prefix] {
        // Keys that the smallest scenario has not are put in at its beginning.
        let anchor = before.contains("\n") ? "\"rounds\": 20," : before
        let at = try #require(scenario.range(of: anchor), "\(prefix)")
        if prefix == "detente-uncertain" {
          let end = try #require(scenario[at.upperBound...].range(of: "}"))
          scenario.replaceSubrange(at.upperBound..<end.upperBound, with: text)
        } else {
          scenario.replaceSubrange(at, with: before + text + after)
        }
        if prefix == "detente-issue" || prefix == "detente-scale" {
          let name = prefix == "detente-issue" ? "access" : "trucks"
          scenario = scenario.replacing(
            "\"preferences\": {", with: "\"preferences\": {\"\(name)\": {\"weight\": 0}, ")
        }
      } else {
        #expect(prefix == "detente-scenario")
      }
      try Workplace.use { place in
        try scenario.write(to: place.url.appending(path: "s.jsonc"), atomically: true, encoding: .utf8)
        let outcome = try place.program.run("check", "s.jsonc")
        #expect(outcome.status == 0, "\(prefix): \(outcome.errors)\n\(scenario)")
      }
    }
  }

  @Test("every snippet that the article on editors names is there, and every one is named")
  func named() throws {
    let article = Program.package.appending(path: "Sources/Scenarios/Documentation.docc/Editors.md")
    let text = try String(contentsOf: article, encoding: .utf8)
    let named = Set(text.matches(of: /`(detente-[a-z]+)`/).map { String($0.output.1) })
    #expect(named == Set(try snippets().keys))
  }
}
