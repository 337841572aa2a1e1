import Bargaining
import Foundation
import Reports
import Scenarios
import Testing

/// What happens after the table, told.
@Suite struct HomeTellingTests {
  /// Ann gets all that she asks for; her home lets it pass against the hawks, and the second of two
  /// phases fails.
  static func run(minimum: Double = 0) throws -> (TracedRun, Scenario) {
    let text = """
      {"rounds": 1, "issues": {"pie": {"options": ["none", "all"]}},
       "parties": {
         "ann": {"preferences": {"pie": {"weight": 1, "values": {"none": 0, "all": 1}}}, "reservation": 0, "willingness": 0, "tactic": {"time": {"beta": 1}},
           "ratification": {"quota": 0.5, "failures": 1, "factions": {
             "doves": {"weight": 3, "minimum": \(minimum)}, "hawks": {"label": {"en": "Hawks", "ar": "الصقور"}, "weight": 1, "minimum": 2}}}},
         "bob": {"preferences": {"pie": {"weight": 1, "values": {"none": 1, "all": 0.5}}}, "reservation": 0.6, "acceptance": {"constant": 0},
           "tactic": {"time": {"beta": 1}}}},
       "mediators": {"eve": {"manipulate": 1, "toward": {"bob": {"stick": 0.2}}}},
       "forums": {"main": {"members": ["ann", "bob"], "mediators": ["eve"], "protocol": "alternating"}},
       "implementation": {"phases": {"step": {"guarantee": 1}, "leap": {}},
         "failure": {"base": 1000, "temptation": 1, "continuation": 1, "guarantee": 1000}, "leverage_fade": 0.9}}
      """
    let scenario = try ScenarioReader.read(text: text, name: "t").scenario
    // The first phase fails half of the time: the first run in which it does not.
    for number in 0..<UInt32(50) {
      let run = TracedRun(number, seed: 1, in: try Negotiation(scenario))
      if minimum > 1 || run.record.phases.first == .completed { return (run, scenario) }
    }
    throw NoSuchRun()
  }

  struct NoSuchRun: Error {}

  @Test("a vote at home and the phases of a deal are told in words")
  func voteHomePhases() throws {
    let (run, scenario) = try Self.run()
    let lines = Telling(run, of: scenario).text.split(separator: "\n").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    let told = lines.joined(separator: " ")
    #expect(told.contains("At the home of ann the deal passed: doves accepted, Hawks refused."))
    #expect(told.contains("step: carried out."))
    #expect(told.contains("leap: failed; bob gained by leaving, since the mediators' leverage had faded."))
    let arabic = Telling(run, of: scenario, language: .arabic).text.replacing("\u{200E}", with: "")
    #expect(arabic.contains("إقرار الاتفاق في الداخل (ann): قبول من doves؛ رفض من الصقور."))
    #expect(arabic.contains("تنفيذ المرحلة «step»."))
  }

  @Test("a deal that fails at home ends the telling with the votes against it")
  func dealFailsHome() throws {
    let (run, scenario) = try Self.run(minimum: 2)
    let told = Telling(run, of: scenario).text.replacing("\n", with: " ").replacing("  ", with: " ")
    #expect(told.contains("At the home of ann the deal failed: doves and Hawks refused."))
    #expect(told.contains("The deal was rejected at home in round 1."))
    #expect(!told.contains("they missed it"))
  }

  @Test("what a home objects to is told in words and in the lines")
  func objectionTold() throws {
    let text = """
      {"rounds": 2, "issues": {"pie": {"options": ["none", "all"]}},
       "parties": {
         "ann": {"preferences": {"pie": {"weight": 1, "values": {"none": 0, "all": 1}}}, "reservation": 0, "willingness": 0, "tactic": {"time": {"beta": 1}}},
         "bob": {"preferences": {"pie": {"weight": 1, "values": {"none": 1, "all": 0.5}}}, "reservation": 0, "acceptance": {"constant": 0},
           "tactic": {"time": {"beta": 1}}, "ratification": {"quota": 1, "foresight": FORESIGHT, "factions": {
             "hawks": {"label": {"en": "Hawks", "ar": "الصقور"}, "weight": 1, "minimum": 0.8}}}}},
       "forums": {"main": {"members": ["ann", "bob"], "protocol": "alternating"}}}
      """
    for (foresight, english, arabic) in [
      (
        "0", "At the home of bob the deal failed: Hawks refused. What decides is pie: all (Hawks).",
        "رفض الاتفاق في الداخل (bob): رفض من الصقور. والحاسم: «pie: all» (الصقور)."
      ),
      (
        "1", "those at home would turn it down, over pie: all (Hawks)",
        "سيُرفض في الداخل، بسبب «pie: all» (الصقور)"
      ),
    ] {
      let scenario = try ScenarioReader.read(
        text: text.replacing("FORESIGHT", with: foresight), name: "t"
      ).scenario
      let run = TracedRun(0, seed: 1, in: try Negotiation(scenario))
      func told(_ language: TellingLanguage) -> String {
        Telling(run, of: scenario, language: language).text.replacing("\u{200E}", with: "")
          .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
      #expect(told(.english).contains(english), "\(told(.english))")
      #expect(told(.arabic).contains(arabic), "\(told(.arabic))")
      let lines = TraceLines(run, of: scenario).text.replacing(" ", with: "")
      #expect(lines.contains(#""objection":{"faction":"hawks","issue":"pie","lack":0.3"#), "\(lines)")
    }
  }

  @Test("the lines of a trace carry the votes and the risks")
  func linesTraceCarry() throws {
    let (run, scenario) = try Self.run()
    let text = TraceLines(run, of: scenario).text.replacing(" ", with: "")
    #expect(
      text.contains(
        #""vote":{"passed":true,"share":0.75,"quota":0.5,"factions":{"doves":{"share":0.75,"utility":1.0,"minimum":0.0,"accepts":true}"#
      ))
    #expect(text.contains(#""phase":{"name":"step","completed":true,"risk":0."#))
    #expect(text.contains(#""cause":"faded_leverage"}"#))
  }
}
