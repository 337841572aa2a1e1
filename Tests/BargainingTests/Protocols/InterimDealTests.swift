import Bargaining
import Testing

/// What is in force once an interim deal holds.
struct InterimDealTests {
  /// A truce suits both. Half of the land is worth 0.25 to Ann and costs Bob 0.1; Bob moves with time, Ann takes 0.7 or more.
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

  @Test
  func `Nobody with a veto signs a further deal that is worth less to it than the interim deal in force`()
    throws
  {
    let (record, _) = try play(read(Self.text))
    withKnownIssue("later stages are measured against the reservation, not against what holds already") {
      // Without any deal on the land Bob keeps 1, Ann 0.5.
      #expect(record.utilities[1] >= 1 - 1e-9)
    }
  }
}
