import Bargaining
import Experiments
import Scenarios
import Testing

@testable import Reports

@Suite("The page of answers")
struct AnswersPageTests {
  private static func page(_ languages: [TellingLanguage]) throws -> AnswersPage {
    let text = """
      {"name": {"en": "Hill <b>&</b> dale", "ar": "تلال"}, "rounds": 12, "round_unit": "day",
       "issues": {"land": {"label": {"en": "Land *here*"}, "options": ["all_a", "half", "all_b"], "status_quo": "all_a"}},
       "parties": {
         "a": {"label": {"en": "A <script>"}, "preferences": {"land": {"weight": 1, "values": {"all_a": 1, "half": 0.5, "all_b": 0}}},
               "reservation": 0.2, "tactic": {"time": {"beta": 1}}},
         "b": {"preferences": {"land": {"weight": 1, "values": {"all_a": 0, "half": 0.5, "all_b": 1}}},
               "reservation": 0.2, "tactic": {"time": {"beta": 1}}}},
       "mediators": {"m": {"preferences": {}, "formulate": 0.5}},
       "talks": {"start": "suspended", "resume": {"base": 0.3}},
       "forums": {"main": {"members": ["a", "b"], "mediators": ["m"], "protocol": "alternating"}}}
      """
    let scenario = try ScenarioReader.read(text: text, name: "answers.jsonc").scenario
    let result = try #require(try AnswersStudy(scenario, runs: 60, runsPerPoint: 20).run())
    return AnswersPage(result, languages: languages)
  }

  @Test("as Markdown no label is markup")
  func markdown() throws {
    let text = try Self.page([.english]).markdown
    #expect(text.hasPrefix("# Hill \\<b\\>&\\</b\\> dale\n"))
    #expect(text.contains("A \\<script\\>"))
  }

  @Test("every line fits the terminal", arguments: [40, 60, 100])
  func width(width: Int) throws {
    let lines = try Self.page([.english]).text(width: width).split(separator: "\n")
    for line in lines { #expect(line.count <= width, "\(line)") }
    #expect(lines.count > 20)
  }
}
