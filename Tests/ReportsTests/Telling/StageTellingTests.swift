import Bargaining
import Reports
import Scenarios
import Testing

/// Talks in stages and over a single text, told.
@Suite struct StageTellingTests {
  /// A deal on the first issue suits both at once; on the second, Ann wants what Bob's red line
  /// forbids, and gives nothing.
  private static let interim = """
    {"rounds": 4,
     "issues": {"truce": {"options": ["no", "yes"], "status_quo": "no"}, "land": {"options": ["no", "yes"], "status_quo": "no"}},
     "agenda": {"issues": ["truce", "land"], "order": "interim", "first": ["truce"]},
     "parties": {
       "ann": {"preferences": {"truce": {"weight": 1, "values": {"no": 0, "yes": 1}}, "land": {"weight": 1, "values": {"no": 0, "yes": 1}}},
         "reservation": 0.1, "willingness": 0, "tactic": "hardliner"},
       "bob": {"preferences": {"truce": {"weight": 1, "values": {"no": 0, "yes": 1}}, "land": {"weight": 1, "values": {"no": 1, "yes": 0}}},
         "red_lines": [{"land": "yes"}], "reservation": 0.1, "willingness": 0, "tactic": "hardliner"}}}
    """

  @Test("what follows an interim deal is told, and the deal by the offer that it was struck on")
  func followsInterimDeal() throws {
    let scenario = try ScenarioReader.read(text: Self.interim, name: "t").scenario
    let run = TracedRun(0, seed: 1, in: try Negotiation(scenario))
    #expect(
      Telling(run, of: scenario).text.components(after: "every round.\n") == """

        Round 1
          ann offered truce: yes; the rest stays as it is.
            bob accepted.
          Settled: truce: yes.

        Round 2
          ann offered land: yes.
            bob refused: it crosses a red line (land: yes).
          bob offered what holds now, on every issue.

        Round 3
          ann refused the standing offer by bob: the counter-offer in hand is worth
          more.

        Round 4: the same offers, refused for the same reasons.

        How it ends
          Partial agreement in round 1, on an offer by ann.
            truce: yes
            land: no (as before)
          What was settled holds; on the rest there was no agreement.
          ann: utility 0.5, surplus 0.4.
          bob: utility 1, surplus 0.9.

        """)
    let arabic = Telling(run, of: scenario, language: .arabic).text
    #expect(arabic.contains("ما حُسم يبقى قائمًا؛ ولا اتفاق على ما بقي."))
  }

  @Test("where nothing is agreed until everything is, an offer says nothing of later issues")
  func whereNothingAgreed() throws {
    let text = Self.interim.replacing(", \"status_quo\": \"no\"", with: "").replacing(
      "\"first\": [\"truce\"]", with: "\"first\": [\"truce\"], \"holds\": false")
    let scenario = try ScenarioReader.read(text: text, name: "t").scenario
    let run = TracedRun(0, seed: 1, in: try Negotiation(scenario))
    let told = Telling(run, of: scenario).text
    #expect(told.contains("Round 1\n  ann offered truce: yes.\n    bob accepted.\n  Settled: truce: yes.\n"))
    #expect(told.contains("Round 2\n  ann offered land: yes.\n"))
    let lines = TraceLines(run, of: scenario).text.split(separator: "\n")
    #expect(lines.first?.contains(#""act": "offer", "outcome": {"truce": "yes", "land": null}"#) == true)
    #expect(lines.contains { $0.contains(#""act": "settle", "outcome": {"truce": "yes"}"#) })
    #expect(lines.contains { $0.contains(#""act": "offer", "outcome": {"truce": "yes", "land": "yes"}"#) })
  }

  /// With one issue of two options there is but one change to propose.
  private func toldOverText(bobLikes yes: Double, proposals: Int) throws -> String {
    let text = """
      {"rounds": 1, "issues": {"truce": {"options": ["no", "yes"], "status_quo": "no"}},
       "parties": {
         "ann": {"preferences": {"truce": {"weight": 1, "values": {"no": 0, "yes": 1}}}, "reservation": -1, "tactic": {"time": {"beta": 1}}},
         "bob": {"preferences": {"truce": {"weight": 1, "values": {"no": 0.5, "yes": \(yes)}}}, "reservation": -1, "tactic": {"time": {"beta": 1}}}},
       "mediators": {"eve": {}},
       "forums": {"main": {"members": ["ann", "bob"], "mediators": ["eve"], "protocol": "single_text", "proposals": \(proposals)}}}
      """
    let scenario = try ScenarioReader.read(text: text, name: "t").scenario
    let told = Telling(TracedRun(0, seed: 1, in: try Negotiation(scenario)), of: scenario).text
    return told.components(after: "Round 1\n")
  }

  @Test("changes of a single text are told as changes of the text, and its last vote as such")
  func changesSingleText() throws {
    #expect(
      try toldOverText(bobLikes: 1, proposals: 1).hasPrefix(
        """
          eve proposed a change of the text: truce from no to yes.
            ann and bob accepted.
          eve put the text as it stands to the last vote.
            ann and bob accepted.

        """))
    // A refused change leaves the text as it was, so the next one starts from there.
    #expect(
      try toldOverText(bobLikes: 0, proposals: 2).hasPrefix(
        """
          eve proposed a change of the text: truce from no to yes.
            ann accepted.
            bob refused: the text as it stands is worth more.
          eve proposed a change of the text: truce from no to yes.
            ann accepted.
            bob refused: the text as it stands is worth more.
          eve put the text as it stands to the last vote.

        """))
    // Of many refused ones the number is told, and how often each was against.
    #expect(
      try toldOverText(bobLikes: 0, proposals: 20).hasPrefix(
        """
          20 proposed changes of the text were refused (bob 20).
          eve put the text as it stands to the last vote.

        """))
  }
}

extension String {
  /// What follows the first occurrence of a text; all of it if there is none.
  fileprivate func components(after text: String) -> String {
    firstRange(of: text).map { String(self[$0.upperBound...]) } ?? self
  }
}
