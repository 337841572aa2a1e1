/// Talks of one round in which a and b always agree, and how the agreement is carried out.
enum Deals {
  /// - Parameters:
  ///   - implementation: the members of the implementation.
  ///   - more: members of the scenario.
  static func certain(_ implementation: String, reservation: String = "0.1", more: String = "") -> String {
    let party =
      #""reservation": \#(reservation), "acceptance": {"constant": 0}, "tactic": {"time": {"beta": 1000}}"#
    return """
      {"rounds": 1, "issues": {"share": {"range": {"from": 0, "to": 4, "step": 1}}},
       "parties": {"a": {"preferences": {"share": {"weight": 1, "shape": "increasing"}}, \(party)},
                   "b": {"preferences": {"share": {"weight": 1, "shape": "decreasing"}}, \(party)}},
       \(more.isEmpty ? "" : more + ",") "implementation": {\(implementation)}}
      """
  }

  /// Talks of a few rounds between parties whose reservations are drawn between 0.3 and 0.7, so
  /// that half of the runs have nothing to find.
  static func uncertain(
    _ implementation: String = "", a: String = "", b: String = "", manipulate: Double = 0, rounds: Int = 6,
    beta: String = "1"
  ) -> String {
    func party(_ shape: String, _ more: String) -> String {
      """
      {"preferences": {"share": {"weight": 1, "shape": "\(shape)"}}, "reservation": {"uniform": [0.3, 0.7]},
       "tactic": {"time": {"beta": \(beta)}}\(more.isEmpty ? "" : ", " + more)}
      """
    }
    return """
      {"rounds": \(rounds), "issues": {"share": {"range": {"from": 0, "to": 20, "step": 1}}},
       "parties": {"a": \(party("increasing", a)), "b": \(party("decreasing", b))},
       "talks": {"resume": {"base": 0.5}},
       "mediators": {"m": {"manipulate": \(manipulate), "toward": {"a": {"stick": 0.1, "carrot": 0.05}, "b": {"stick": 0.1, "carrot": 0.05}}}},
       "forums": {"main": {"members": ["a", "b"], "mediators": ["m"], "protocol": "alternating"}}
       \(implementation.isEmpty ? "" : #", "implementation": {\#(implementation)}"#)}
      """
  }
}
