import Bargaining
import Foundation
import Reports
import Scenarios
import Testing

/// Deadlines and open ends, told.
@Suite struct EndsTellingTests {
  static func run(_ talks: String) throws -> (TracedRun, Scenario) {
    let text = """
      {"rounds": 9, "round_unit": "day", "issues": {"pie": {"options": ["none", "all"]}},
       "parties": {
         "ann": {"preferences": {"pie": {"weight": 1, "values": {"none": 0, "all": 1}}}, "reservation": 0.5, "tactic": "hardliner", "horizon": 30},
         "bob": {"preferences": {"pie": {"weight": 1, "values": {"none": 1, "all": 0}}}, "reservation": 0.5, "tactic": "hardliner", "horizon": 30}},
       "talks": {\(talks)}}
      """
    let scenario = try ScenarioReader.read(text: text, name: "t").scenario
    return (TracedRun(0, seed: 1, in: try Negotiation(scenario)), scenario)
  }

  static func told(_ talks: String, _ language: TellingLanguage = .english) throws -> String {
    let (run, scenario) = try Self.run(talks)
    return Telling(run, of: scenario, language: language).text.replacing("\u{200E}", with: "")
      .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
  }

  @Test("talks that are open when one looks no longer are told as going on")
  func talksOpenWhen() throws {
    #expect(
      try Self.told("").contains(
        "After 9 days the talks were still going on, without agreement and without a deadline."))
    #expect(try Self.told("", .arabic).contains("المحادثات ما زالت مستمرة بعد اليوم 9"))
    #expect(try !Self.told("").contains("Time ran out"))
    let late = #""deadline": {"round": 40}"#
    #expect(
      try Self.told(late).contains("still going on, without agreement and before their deadline."))
    #expect(try Self.told(late, .arabic).contains("قبل الموعد النهائي"))
  }

  @Test("a deadline that is put off is told and so is the end of time")
  func deadlinePutOff() throws {
    let talks = #""deadline": {"round": 3, "extension": 1, "by": 2}"#
    let told = try Self.told(talks)
    #expect(told.contains("The deadline was put off: the talks may now last 5 days."))
    #expect(told.contains("Time ran out after 5 days, without agreement."))
    #expect(try Self.told(talks, .arabic).contains("تأجيل الموعد النهائي إلى اليوم 5."))
    let (run, scenario) = try Self.run(talks)
    let line = TraceLines(run, of: scenario).text.split(separator: "\n").first { $0.contains("extend") }
    #expect(line?.contains(#""changes": [{"on": "talks.deadline.round", "from": 3.0, "to": 5.0}]"#) == true)
  }
}
