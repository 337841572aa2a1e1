import Bargaining
import Scenarios
import Simulation
import Tables

/// Scenarios written out in the tests, as an analyst would write them.
enum Texts {
  static func scenario(_ text: String) throws -> Scenario {
    try ScenarioReader.read(text: text, name: "test.jsonc").scenario
  }

  static func simulate(
    _ text: String, runs: Int, seed: UInt64 = 1, threads: Int = 2
  ) throws -> OutcomeDistribution {
    try Ensemble(scenario(text), plan: SimulationPlan(runs: runs, seed: seed, threads: threads)).run()
  }

  /// A pie of 1 cut into `10,000` pieces by two issues (hundredths, and ten-thousandths), or into
  /// 100 by one.
  static func pie(fine: Bool, reservation: String, rounds: Int = 1) -> String {
    let issues =
      fine
      ? #""coarse": {"range": {"from": 0, "to": 99, "step": 1}}, "fine": {"range": {"from": 0, "to": 100, "step": 1}}"#
      : #""share": {"range": {"from": 0, "to": 100, "step": 1}}"#
    func preferences(_ shape: String) -> String {
      fine
        ? #""coarse": {"weight": 99, "shape": "\#(shape)"}, "fine": {"weight": 1, "shape": "\#(shape)"}"#
        : #""share": {"weight": 1, "shape": "\#(shape)"}"#
    }
    func party(_ shape: String) -> String {
      """
      {"preferences": {\(preferences(shape))}, "reservation": \(reservation), "tactic": {"time": {"beta": 1}}}
      """
    }
    return """
      {"rounds": \(rounds), "issues": {\(issues)},
       "parties": {"a": \(party("increasing")), "b": \(party("decreasing"))},
       "forums": {"main": {"members": ["a", "b"], "protocol": "alternating"}}}
      """
  }

  /// All tables as CSV, one after the other.
  static func csv(_ distribution: OutcomeDistribution) throws -> [String: String] {
    var texts: [String: String] = [:]
    for table in try distribution.tables() { texts[table.name] = table.text(.csv) }
    return texts
  }
}
