import Bargaining
import Scenarios

/// Scenarios in which runs agree exactly when there is a zone of agreement: `a` offers what just
/// suffices for itself, `b` takes whatever is worth no less to it than no agreement.
enum StudyTexts {
  /// - Parameters:
  ///   - a: JSON of a's reservation.
  ///   - b: JSON of b's reservation.
  static func zone(a: String, b: String) throws -> Scenario {
    try ScenarioReader.read(text: zoneText(a: a, b: b), name: "test.jsonc").scenario
  }

  /// A pie in 40,000 parts, one round. The tolerance of a's tactic takes its offer down to its
  /// reservation.
  static func zoneText(a: String, b: String) -> String {
    func party(_ shape: String, _ reservation: String) -> String {
      """
      {"preferences": {"coarse": {"weight": 200, "shape": "\(shape)"}, "fine": {"weight": 1, "shape": "\(shape)"}},
       "reservation": \(reservation), "cost_of_delay": {"uniform": [0, 0.5]}, "acceptance": {"constant": -10},
       "tactic": {"time": {"beta": 1, "tolerance": 1}}}
      """
    }
    return """
      {"rounds": 1,
       "issues": {"coarse": {"range": {"from": 0, "to": 200, "step": 1}}, "fine": {"range": {"from": 0, "to": 200, "step": 1}}},
       "parties": {"a": \(party("increasing", a)), "b": \(party("decreasing", b))},
       "forums": {"main": {"members": ["a", "b"], "protocol": "ultimatum"}}}
      """
  }
}
