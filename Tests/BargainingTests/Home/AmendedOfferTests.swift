import Bargaining
import Testing

/// What a party offers in place of what its home would turn down, once it has judged something in
/// between.
struct AmendedOfferTests {
  /// a aims for 3/4, 1/2 and 1/4. A share of s and no seal is worth 0.225 s + 0.1 to it, with the
  /// seal 0.225 s; its home asks for the seal alone. b wants the contrary, and takes nothing less
  /// than all that it wants.
  private func scenario(tactic: String, forums: String) throws -> Scenario {
    try read(
      """
      {"rounds": 3,
       "issues": {"share": {"range": {"from": 0, "to": 4, "step": 1}}, "seal": {"options": ["no", "yes"]}},
       "parties": {
         "a": {"preferences": {"share": {"weight": 0.9, "shape": "increasing"},
                 "seal": {"weight": 0.1, "values": {"no": 1, "yes": 0}}},
               "reservation": 0, "tactic": \(tactic),
               "ratification": {"quota": 1, "foresight": 1, "factions": {"f": {"weight": 1, "minimum": 0.5,
                 "adjust": {"share": {"weight": 0}, "seal": {"values": {"no": -1, "yes": 1}}}}}}},
         "b": {"preferences": {"share": {"weight": 0.5, "shape": "decreasing"},
                 "seal": {"weight": 0.5, "values": {"no": 0, "yes": 1}}},
               "reservation": 0.99, "tactic": "hardliner"}},
       "forums": \(forums)}
      """)
  }

  @Test(
    "a party that judges before it offers amends the offer of now, not the one that it amended before",
    arguments: [
      #"{"time": {"beta": 1}}"#,
      #"{"mix": [[1, {"time": {"beta": 1}}]]}"#,
      #"{"mix": [[1, {"time": {"beta": 1}}], [0, "hardliner"]]}"#,
    ],
    [
      // Alone, so that nothing comes in between; then after an offer of b in the same forum and in
      // another.
      #"{"alone": {"members": ["a", "b"], "protocol": "ultimatum"}}"#,
      #"{"main": {"members": ["b", "a"], "protocol": "alternating"}}"#,
      #"{"main": {"members": ["a", "b"], "protocol": "ultimatum"}, "other": {"members": ["b", "a"], "protocol": "ultimatum"}}"#,
      #"{"main": {"members": ["a", "b"], "protocol": "simultaneous"}, "other": {"members": ["b", "a"], "protocol": "ultimatum"}}"#,
    ])
  func judgesFirst(tactic: String, forums: String) throws {
    let scenario = try scenario(tactic: tactic, forums: forums)
    // Which of two forums sits first is drawn, round by round.
    for run in 0..<20 as Range<UInt32> {
      let offers = try play(scenario, run: run).acts.compactMap { act in
        act.kind == .offer && act.actor == .party(0) ? act.options : nil
      }
      // The least share with the seal that is worth the aspiration.
      #expect(offers == [[4, 1], [3, 1], [2, 1]], "run \(run)")
    }
  }
}
