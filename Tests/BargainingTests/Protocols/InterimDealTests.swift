import Bargaining
import Testing

/// What is in force once an interim deal holds.
struct InterimDealTests {
  /// A truce suits both. Half of the land is worth 0.25 to Ann and costs Bob 0.1; Bob moves with
  /// time, Ann takes 0.7 or more.
  private static let text = """
    {"rounds": 10,
     "issues": {"truce": {"options": ["no", "yes"], "status_quo": "no"}, "land": {"options": ["no", "half", "yes"], "status_quo": "no"}},
     "agenda": {"issues": ["truce", "land"], "order": "interim", "first": ["truce"]},
     "parties": {
       "ann": {"preferences": {"truce": {"weight": 1, "values": {"no": 0, "yes": 1}}, "land": {"weight": 1, "values": {"no": 0, "half": 0.5, "yes": 1}}},
         "reservation": 0.1, "tactic": "hardliner", "acceptance": {"constant": 0.7}},
       "bob": {"preferences": {"truce": {"weight": 1, "values": {"no": 0, "yes": 1}}, "land": {"weight": 1, "values": {"no": 1, "half": 0.8, "yes": 0}}},
         "reservation": 0.1, "tactic": {"time": {"beta": 1}}}}}
    """

  @Test("nobody with a veto signs a further deal that is worth less to it than the interim deal in force")
  func nobodyVetoSigns()
    throws
  {
    let (record, _) = try play(read(Self.text))
    // Without any deal on the land Bob keeps 1, Ann 0.5.
    #expect(record.ending == .partialAgreement && record.options == [1, 0])
    #expect(abs(record.utilities[1] - 1) < 1e-9 && abs(record.utilities[0] - 0.5) < 1e-9)
  }

  @Test("a further deal adds to the interim deal what it changes, discounted from its own round")
  func furtherDealAdds() throws {
    // Half of the land now suits Bob better than none: 1 instead of 0.95. Ann gets 0.25 more.
    let text = Self.text.replacing(#""no": 1, "half": 0.8"#, with: #""no": 0.9, "half": 1"#)
      .replacing(#""reservation": 0.1"#, with: #""reservation": 0.1, "discount": 0.5"#)
    let (record, acts) = try play(read(text))
    #expect(record.ending == .fullAgreement && record.options == [1, 1])
    let settled = try #require(acts.first { $0.kind == .settle }).round
    #expect(record.round > settled)
    func discount(_ rounds: Int) -> Double { (0..<rounds).reduce(1) { value, _ in value / 2 } }
    #expect(abs(record.utilities[0] - (0.5 * discount(settled) + 0.25 * discount(record.round))) < 1e-9)
    #expect(abs(record.utilities[1] - (0.95 * discount(settled) + 0.05 * discount(record.round))) < 1e-9)
  }
}
