import Foundation
import Testing

@Suite("answers")
struct AnswersCommandTests {
  static let line = ["answers", "scenarios/paris-2025.jsonc", "--runs", "200", "--each", "40", "-q"]

  @Test("one page in English and Arabic, whose every sentence has a figure")
  func page() throws {
    try StudyTests.inFolder { folder in
      let outcome = try Program().run(Self.line + ["--out", folder])
      #expect(outcome.status == 0 && outcome.errors == "")
      #expect(outcome.output.contains("Do the talks resume?") && outcome.output.contains("Egypt: "))
      let page = try String(contentsOfFile: "\(folder)/answers.md", encoding: .utf8)
      let halves = page.split(separator: "<div dir=\"rtl\" lang=\"ar\">")
      #expect(halves.count == 2 && page.contains("هل تُستأنف المحادثات؟"))
      for half in halves {
        let sentences = half.split(separator: "\n").filter { $0.hasPrefix("- ") }
        #expect(sentences.count > 15)
        for sentence in sentences { #expect(sentence.contains(/[0-9]/), "\(sentence)") }
        #expect(half.split(separator: "\n").count { $0.hasPrefix("## ") } == 10)
      }
      // Of the Arabic half, words in Latin letters are names of tables and papers alone.
      for phrase in ["sampling", "across", "points", "agreement", "runs"] {
        #expect(!halves[1].contains(phrase), "\(phrase)")
      }
      let html = try String(contentsOfFile: "\(folder)/report.html", encoding: .utf8)
      #expect(html.contains("<html lang=\"en\">") && html.contains("<svg"))
      for question in ["Do the talks resume?", "What does each mediator bring?", "What did the events do?"] {
        #expect(html.contains("<h2>\(question)</h2>"))
      }
      let arabic = try Program().run(Self.line + ["--language", "ar", "--force", "--out", folder])
      #expect(arabic.status == 0 && arabic.output.contains("ماذا يضيف كل وسيط؟"))
      #expect(!arabic.output.contains("Egypt"))
      #expect(try Program().run("verify", folder).status == 0)
    }
  }

  @Test("the same bytes on any number of threads, each table with the columns that others read")
  func threads() throws {
    try StudyTests.inFolder { folder in
      var tables: Set<[String: Data]> = []
      for threads in ["1", "2", "3"] {
        let outcome = try Program().run(Self.line + ["--threads", threads, "--force", "--out", folder])
        #expect(outcome.status == 0)
        tables.insert(try StudyResumeTests.tables(in: folder))
      }
      #expect(tables.count == 1)
      let contributions = try FormulaCommandTests.rows("\(folder)/contributions.csv")
      #expect(
        Set(contributions.compactMap { $0["actor"] }).isSuperset(of: ["egypt", "qatar", "usa", "paris"]))
      let willingness = try FormulaCommandTests.rows("\(folder)/willingness.csv")
      #expect(Set(willingness.compactMap { $0["party"] }) == ["hamas", "israel", "both"])
    }
  }

  @Test("a scenario with neither mediator nor event has what it can have")
  func plain() throws {
    try StudyTests.inFolder { folder in
      let outcome = try Program().run(
        "answers", "scenarios/split-the-pie.jsonc", "--runs", "100", "--each", "20", "--out", folder, "-q")
      #expect(outcome.status == 0 && outcome.errors == "")
      #expect(!outcome.output.contains("mediator") && !outcome.output.contains("events"))
      #expect(outcome.output.contains("What does each forum bring?"))
      #expect(try FormulaCommandTests.rows("\(folder)/event_effects.csv").isEmpty)
    }
  }
}
