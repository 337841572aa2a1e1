import Bargaining
import Foundation
import Reports
import Scenarios
import Testing

@Suite struct TraceLinesTests {
  /// By hand, from the rules in ``StormTalks``.
  @Test("a run played by hand is written line by line")
  func runPlayedHand() throws {
    let (run, scenario) = try StormTalks.run()
    #expect(
      TraceLines(run, of: scenario).text == """
        {"round": 0, "forum": null, "actor": "storm", "act": "event", "outcome": null, "utilities": null, "changes": [{"on": "parties.ada.cost_of_delay", "from": 0.0, "to": 0.01}]}
        {"round": 0, "forum": "main", "actor": "ada", "act": "offer", "outcome": {"share": "4"}, "utilities": {"ada": 1.0, "ben": 0.0}}
        {"round": 0, "forum": "main", "actor": "ben", "act": "reject", "because": "red_line", "outcome": {"share": "4"}, "utilities": {"ada": 1.0, "ben": 0.0}}
        {"round": 0, "forum": "main", "actor": "ben", "act": "offer", "outcome": {"share": "0"}, "utilities": {"ada": 0.0, "ben": 1.0}}
        {"round": 1, "forum": "main", "actor": "ada", "act": "reject", "because": "prefers_own_offer", "outcome": {"share": "0"}, "utilities": {"ada": 0.0, "ben": 1.0}}
        {"round": 1, "forum": "main", "actor": "ada", "act": "offer", "outcome": {"share": "3"}, "utilities": {"ada": 0.75, "ben": 0.25}}
        {"round": 1, "forum": "main", "actor": "ben", "act": "reject", "because": "prefers_own_offer", "outcome": {"share": "3"}, "utilities": {"ada": 0.75, "ben": 0.25}}
        {"round": 1, "forum": "main", "actor": "ben", "act": "offer", "outcome": {"share": "1"}, "utilities": {"ada": 0.25, "ben": 0.75}}
        {"round": 2, "forum": "main", "actor": "ada", "act": "reject", "because": "prefers_own_offer", "outcome": {"share": "1"}, "utilities": {"ada": 0.25, "ben": 0.75}}
        {"round": 2, "forum": "main", "actor": "ada", "act": "offer", "outcome": {"share": "2"}, "utilities": {"ada": 0.5, "ben": 0.5}}
        {"round": 2, "forum": "main", "actor": "ben", "act": "reject", "because": "prefers_own_offer", "outcome": {"share": "2"}, "utilities": {"ada": 0.5, "ben": 0.5}}
        {"round": 2, "forum": "main", "actor": "ben", "act": "offer", "outcome": {"share": "1"}, "utilities": {"ada": 0.25, "ben": 0.75}}
        {"round": 3, "forum": "main", "actor": "ada", "act": "accept", "outcome": {"share": "1"}, "utilities": {"ada": 0.25, "ben": 0.75}}
        {"ending": "full_agreement", "round": 3, "outcome": {"share": "1"}, "utilities": {"ada": 0.25, "ben": 0.75}}

        """)
  }

  @Test("a text that its mediator had ready is told as one, as a whole, in lines, English and Arabic")
  func prepared() throws {
    let text = """
      {"rounds": 3, "issues": {"pie": {"options": ["none", "half"], "status_quo": "none"}, "ice": {"options": ["no", "yes"], "status_quo": "no"}},
       "parties": {
         "ann": {"preferences": {"pie": {"weight": 1, "values": {"none": 0, "half": 1}}, "ice": {"weight": 0}}, "reservation": 0.2, "tactic": "hardliner"},
         "bob": {"preferences": {"pie": {"weight": 1, "values": {"none": 1, "half": 0}}, "ice": {"weight": 0}}, "reservation": 0.2, "tactic": "hardliner"}},
       "mediators": {"eve": {"texts": [{"outcome": {"pie": "half"}, "at": 0}, {"outcome": {"pie": "half", "ice": "yes"}, "at": 1}]}},
       "forums": {"f": {"members": ["ann", "bob"], "mediators": ["eve"], "protocol": "shuttle"}}}
      """
    let scenario = try ScenarioReader.read(text: text, name: "t").scenario
    let run = TracedRun(0, seed: 1, in: try Negotiation(scenario))
    let lines = TraceLines(run, of: scenario).text.split(separator: "\n").filter {
      $0.contains(#""act": "text""#)
    }
    #expect(lines.count == 2)
    #expect(
      lines.first.map { String($0.prefix(131)) }
        == #"{"round": 0, "forum": "f", "actor": "eve", "act": "text", "prepared": true, "outcome": {"pie": "half", "ice": "no"}, "utilities": {"#
    )
    let english = Telling(run, of: scenario, language: .english).text
    #expect(english.contains("eve tabled a prepared text: pie: half; the rest stays as it is."))
    #expect(english.contains("eve tabled a prepared text: pie: half; ice: yes."))
    let arabic = Telling(run, of: scenario, language: .arabic).text.replacing("\u{200E}", with: "")
    #expect(arabic.contains("نص مُعَدّ سلفاً من eve"))
  }

  @Test(
    "every line is a JSON object with the same keys, and utilities read back as the same doubles",
    arguments: Shipped.names)
  func lineJsonObject(
    name: String
  ) throws {
    struct Line: Decodable {
      var round: Int
      var act: String?
      var ending: String?
      var outcome: [String: String]?
      var utilities: [String: Double]?
    }
    let scenario = try Shipped.scenario(name)
    let negotiation = try Negotiation(scenario)
    for number in UInt32(0)..<10 {
      let run = TracedRun(number, seed: 9, in: negotiation)
      let lines = try TraceLines(run, of: scenario).text.split(separator: "\n").map {
        try JSONDecoder().decode(Line.self, from: Data($0.utf8))
      }
      #expect(lines.count == run.acts.count + 1)
      for (line, act) in zip(lines, run.acts) {
        #expect(line.round == act.round && line.act == act.kind.rawValue)
        #expect(line.utilities.map { $0.count } == (act.utilities.isEmpty ? nil : scenario.parties.count))
        for (party, utility) in zip(scenario.parties, act.utilities) {
          #expect(line.utilities?[party.name] == utility)
        }
        #expect(line.outcome.map { $0.count } == (act.options.isEmpty ? nil : scenario.agenda.count))
      }
      #expect(lines.last?.ending == run.record.ending.name)
      #expect((lines.last?.outcome == nil) == !run.record.ending.isAgreement)
      for (party, utility) in zip(scenario.parties, run.record.utilities) {
        #expect(lines.last?.utilities?[party.name] == utility)
      }
    }
  }

  @Test("offers are told undiscounted, the agreement as in runs.csv")
  func offersToldUndiscounted() throws {
    let text = StormTalks.text.replacing(
      "\"reservation\": 0,", with: "\"reservation\": 0, \"discount\": 0.5,")
    let scenario = try ScenarioReader.read(text: text, name: "storm.jsonc").scenario
    let run = TracedRun(0, seed: 1, in: try Negotiation(scenario))
    // Ada is at first offered nothing, and asks for half in round 2: a quarter then is worth as
    // much to her as that half a round later. Both are worth a quarter of what they are.
    #expect(run.acts.last?.utilities == [0.25, 0.75])
    #expect(run.record.utilities == [0.0625, 0.1875])
    let last = try #require(TraceLines(run, of: scenario).text.split(separator: "\n").last)
    #expect(last.hasSuffix("\"utilities\": {\"ada\": 0.0625, \"ben\": 0.1875}}"))
  }

  @Test("utilities of an act are those of its moment, not of the end of the run")
  func utilitiesActThose() throws {
    let text = StormTalks.text.replacing(
      "\"shape\": \"increasing\"",
      with: "\"values\": {\"0\": 0, \"1\": 0.25, \"2\": 0.5, \"3\": 0.75, \"4\": 1}"
    ).replacing(
      "parties.ada.cost_of_delay\", \"add\": 0.01",
      with: "parties.ada.preferences.share.values.4\", \"add\": -0.05")
    let scenario = try ScenarioReader.read(text: text, name: "storm.jsonc").scenario
    let negotiation = try Negotiation(scenario)
    let run = TracedRun(0, seed: 1, in: negotiation)
    let first = try #require(run.acts.first { $0.kind == .offer })
    #expect(first.options == [4] && abs(first.utilities[0] - 0.95) < 1e-12)
    #expect(negotiation.utility(of: [4], to: 0) == 1)
  }
}
