import Bargaining
import Experiments
import Foundation
import Results
import Scenarios
import Simulation
import Tables
import Testing

@testable import Reports

/// Pages are made of what a result directory holds.
@Suite("What pages are made of")
struct PageSourceTests {
  private static func scenario(_ name: String) throws -> ScenarioReading {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try ScenarioReader.read(path: package.appending(path: "scenarios/\(name).jsonc").path)
  }

  private static func manifest(_ reading: ScenarioReading, runs: Int, planned: Int, language: String)
    -> Manifest
  {
    Manifest(
      command: "run",
      commandLine: ["detente", "run", "scenario.jsonc", "--language", language],
      scenario: reading.scenario.identifier,
      sources: reading.files.map { Manifest.SourceFile(name: $0.name, text: $0.text) }, seed: 1, runs: runs,
      runsPlanned: planned, isComplete: true, threads: 1, machine: .current, started: Date(), finished: Date()
    )
  }

  /// Of so many runs in Arabic, of seed 1.
  private static func source(_ name: String, runs: Int) throws -> PageSource {
    let reading = try scenario(name)
    let ensemble = Ensemble(reading.scenario, plan: SimulationPlan(runs: runs, seed: 1, threads: 2))
    return try PageSource(
      manifest(reading, runs: runs, planned: runs, language: "ar"), try ensemble.run().tables())
  }

  @Test(
    "what a report says from the tables is what it says of the runs that these were made of",
    arguments: ["paris-2025", "logroll", "river-water", "split-the-pie"], ["en", "ar"])
  func content(name: String, language: String) throws {
    let reading = try Self.scenario(name)
    let distribution = try Ensemble(
      reading.scenario, plan: SimulationPlan(runs: 300, seed: 1, threads: 2)
    ).run()
    var expected = ReportContent(distribution, language: language)
    expected.utilitySpace = UtilitySpace(of: distribution)
    let tables = try distribution.tables() + (expected.utilitySpace.map { [try $0.table()] } ?? [])
    let source = try PageSource(
      Self.manifest(reading, runs: 300, planned: 300, language: language), tables)
    let found = try #require(ReportContent(source, language: language))
    #expect(found.runs == 300 && !found.endings.isEmpty)
    #expect(found.endings == expected.endings)
    #expect(found.packages == expected.packages)
    #expect(found.settlements == expected.settlements)
    #expect(found.survival == expected.survival)
    #expect(found.mediators == expected.mediators && found.forums == expected.forums)
    #expect(found.parties == expected.parties && found.zones == expected.zones)
    #expect(found.causes == expected.causes && found.efficiency == expected.efficiency)
    #expect(found.rejections == expected.rejections && found.durability == expected.durability)
    #expect(found.tolls == expected.tolls && found.resumption == expected.resumption)
    #expect(found.course == expected.course && !found.course.isEmpty)
    #expect(found.convergence == expected.convergence && !found.convergence.isEmpty)
    #expect(found.utilitySpace == expected.utilitySpace && found.partyLabels == expected.partyLabels)
    #expect((found.utilitySpace == nil) == (reading.scenario.parties.count != 2))
    #expect(found.models == expected.models && found.ranges == expected.ranges)
    #expect(found.notes == expected.notes && found.agreement == expected.agreement)
    #expect(found == expected)
  }

  @Test("the language is that of the command line, however it is spelt", arguments: ["ar", "en"])
  func language(code: String) throws {
    let reading = try Self.scenario("split-the-pie")
    let manifest = Self.manifest(reading, runs: 0, planned: 0, language: code)
    #expect(try PageSource(manifest, []).language == TellingLanguage(rawValue: code))
    var joined = manifest
    joined.commandLine = ["detente", "run", "scenario.jsonc", "--language=\(code)"]
    #expect(try PageSource(joined, []).language == TellingLanguage(rawValue: code))
    joined.commandLine = ["detente", "run", "scenario.jsonc"]
    #expect(try PageSource(joined, []).language == nil)
  }

  @Test("a page in Arabic has no English words in its headings, captions and heads of columns")
  func arabic() throws {
    let source = try Self.source("paris-2025", runs: 200)
    let html = ResultPage(source).html
    #expect(WellFormedness(of: html).isWellFormed)
    #expect(html.contains("<html lang=\"ar\" dir=\"rtl\">"))
    var looked = 0
    for match in html.matches(
      of: /<(h1|h2|h3|caption|th|summary|figcaption|dt)[^>]*>(.*?)<\/\1>/.dotMatchesNewlines())
    {
      looked += 1
      var text = String(match.2)
      // What is set apart is a name or a figure; names of scholars stand in brackets.
      text.replace(/<bdi[^>]*>.*?<\/bdi>/.dotMatchesNewlines(), with: "")
      text.replace(/\([^()]*\d{4}\)/, with: "")
      text.replace(/<[^>]*>/, with: "")
      text.replace("SHA-256", with: "")
      #expect(text.firstMatch(of: /[A-Za-z]{2,}/) == nil, "\(text)")
    }
    #expect(looked > 40)
    // The numbers beside pictures have labels where the files have names.
    for name in ["collapsed", "full_agreement", "breakdown", "hamas", "renewable"] {
      #expect(!html.contains("<bdi dir=\"auto\">\(name)</bdi>"), "\(name)")
    }
  }

  @Test("with Arabic-Indic digits a page has no others outside code and names")
  func digits() throws {
    var text = ResultPage(try Self.source("river-water", runs: 100), digits: .arabic).html
    #expect(WellFormedness(of: text).isWellFormed)
    text.replace(/<(style|script|code|title)[^>]*>.*?<\/\1>/.dotMatchesNewlines(), with: "")
    text.replace(/<[^>]*>|&[^;]*;/, with: " ")
    let words = text.split(whereSeparator: \.isWhitespace)
    let latin = words.filter { $0.contains(/[0-9]/) && !$0.contains(/[A-Za-z]/) }
    #expect(latin.isEmpty, "\(latin.prefix(5))")
    #expect(words.contains { $0.contains(/[\u{660}-\u{669}]/) && $0.contains("\u{66A}") })
    // As the command line asks.
    var manifest = Self.manifest(try Self.scenario("river-water"), runs: 0, planned: 0, language: "ar")
    #expect(try PageSource(manifest, []).digits == .latin)
    manifest.commandLine += ["--digits", "arab"]
    #expect(try PageSource(manifest, []).digits == .arabic)
  }

  @Test("figures are spelt with their separators, names keep their digits")
  func spelling() {
    #expect(
      Digits.arabic.spelt("paris-2025: 95%, 1,234.5; rounds=20, 0.")
        == "paris-2025: \u{669}\u{665}\u{66A}, \u{661}\u{66C}\u{662}\u{663}\u{664}\u{66B}\u{665}; rounds=20, \u{660}."
    )
    #expect(Digits.latin.spelt("95%") == "95%")
  }

  @Test("the runs that are told are the typical, the best and the worst by their definitions")
  func toldRuns() throws {
    func record(_ ending: Ending, round: Int, gains: [Double]) throws -> RunRecord {
      let negotiation = try Negotiation(try Self.scenario("split-the-pie").scenario)
      _ = negotiation.run(0, seed: 1)
      var record = negotiation.record
      record.ending = ending
      record.round = round
      record.surplusesAtStart = gains
      return record
    }
    let records = [
      try record(.collapsed, round: 9, gains: [-0.3, 0]),
      try record(.fullAgreement, round: 3, gains: [0.2, 0.5]),
      try record(.fullAgreement, round: 5, gains: [0.3, 0.3]),
      try record(.fullAgreement, round: 20, gains: [0.9, 0.1]),
    ]
    // Three agree, in rounds 3, 5 and 20: the median is 5. The least gains are -0.3, 0.2, 0.3 and
    // 0.1.
    let chosen = ToldRuns.chosen(of: records)
    #expect(chosen.map(\.part) == [.typical, .worst] && chosen.map(\.number) == [2, 0])
    #expect(ToldRuns.chosen(of: []).isEmpty)
  }

  @Test("names and figures within a sentence are set apart, and a label cannot close what it did not open")
  func isolates() {
    let hostile = "\u{2069}\u{202E}gnihton<b>"
    let markup = Markup.tag(
      "p", [:], Markup.sentence("من \(Isolate.name(hostile)) إلى \(Isolate.figure("1–2")) فقط"))
    #expect(
      markup.written()
        == "<p>من <bdi dir=\"auto\">gnihton&lt;b&gt;</bdi> إلى <bdi class=\"figure\" dir=\"ltr\">1–2</bdi> فقط</p>"
    )
  }

  // Unicode Standard Annex 9, rule W2: after an Arabic letter Latin digits take the sign of a
  // percentage no longer with them; set apart from left to right they do.
  @Test("a percentage in an Arabic sentence has its sign behind it, others are left alone")
  func percentages() {
    func written(_ text: String) -> String { Markup.tag("p", [:], Markup.sentence(text)).written() }
    #expect(
      written("في 23.9% من 1,000") == "<p>في <bdi class=\"figure\" dir=\"ltr\">23.9%</bdi> من 1,000</p>")
    #expect(written("in 23.9% of 1,000") == "<p>in 23.9% of 1,000</p>")
    #expect(
      written("في \(Isolate.figure("5%")) فقط") == "<p>في <bdi class=\"figure\" dir=\"ltr\">5%</bdi> فقط</p>")
  }

  @Test("a column of a table keeps its head where an issue has the same name")
  func heads() throws {
    let scenario = try ScenarioReader.read(
      text: """
        {"rounds": 3, "issues": {"share": {"label": "Slice of the cake", "options": ["a", "b"]},
          "land": {"label": "Fields", "options": ["a", "b"]}},
         "parties": {"x": {"reservation": 0, "tactic": {"time": {"beta": 1}}, "preferences": {"share": {"weight": 1, "values": {"a": 0, "b": 1}},
          "land": {"weight": 1, "values": {"a": 0, "b": 1}}}},
          "y": {"reservation": 0, "tactic": {"time": {"beta": 1}}, "preferences": {"share": {"weight": 1, "values": {"a": 1, "b": 0}},
          "land": {"weight": 1, "values": {"a": 1, "b": 0}}}}}}
        """, name: "t"
    ).scenario
    let cells = PageCells(scenario, EnglishPageWords())
    #expect(cells.head("share", of: "endings") == "share" && cells.head("share", of: "packages") == "share")
    #expect(cells.head("issue_share", of: "packages").contains("Slice of the cake"))
    #expect(cells.head("land", of: "packages").contains("Fields"))
    // One name, two meanings: of a table that has a word of its own, that.
    #expect(
      cells.head("first", of: "sensitivity") == "alone" && cells.head("first", of: "comparison") == "before")
    #expect(cells.head("first_low", of: "sensitivity") == "alone: from")
    #expect(cells.head("first_low", of: "comparison") == "before: from")
  }
}
