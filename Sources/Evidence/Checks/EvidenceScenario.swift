import Bargaining
import Scenarios
import Simulation

/// The small scenarios that checks play, written as an analyst would write them.
enum EvidenceScenario {
  static func read(_ text: String) throws -> Scenario {
    try ScenarioReader.read(text: text, name: "evidence.jsonc").scenario
  }

  static func simulate(
    _ scenario: Scenario, runs: Int, seed: UInt64 = 1, threads: Int, zone: SimulationPlan.Sampling = .off,
    efficiency: SimulationPlan.Sampling = .off
  ) throws -> OutcomeDistribution {
    try Ensemble(
      scenario,
      plan: SimulationPlan(runs: runs, seed: seed, threads: threads, zone: zone, efficiency: efficiency)
    ).run()
  }

  /// A pie that `a` and `b` divide, cut finely by several issues, each a digit of a's share:
  /// `base^digits - 1` parts.
  ///
  /// - Parameters:
  ///   - digits: how many issues.
  ///   - base: options of each, 2 … 255.
  ///   - a: further members of party a, each beginning with a comma.
  ///   - b: further members of party b.
  ///   - tactic: of both.
  ///   - rest: members of the scenario beside issues, parties and rounds.
  static func pie(
    digits: Int = 1, base: Int, rounds: Int, a: String, b: String,
    tactic: String = #"{"time": {"beta": 1}}"#, rest: String
  ) -> String {
    let places = (0..<digits).map { digit -> (name: String, weight: Double) in
      ("d\(digit)", (0..<digit).reduce(1_000.0) { weight, _ in weight / Double(base) })
    }
    let issues = places.map { #""\#($0.name)": {"range": {"from": 0, "to": \#(base - 1), "step": 1}}"# }
    func preferences(_ shape: String) -> String {
      places.map { #""\#($0.name)": {"weight": \#($0.weight), "shape": "\#(shape)"}"# }.joined(
        separator: ", ")
    }
    return """
      {"rounds": \(rounds), "issues": {\(issues.joined(separator: ", "))},
       "parties": {"a": {"preferences": {\(preferences("increasing"))}, "tactic": \(tactic)\(a)},
                   "b": {"preferences": {\(preferences("decreasing"))}, "tactic": \(tactic)\(b)}},
       \(rest)}
      """
  }

  /// One forum of both parties.
  static func forum(_ rules: String, members: String = #""a", "b""#) -> String {
    #""forums": {"main": {"members": [\#(members)], "protocol": "\#(rules)"}}"#
  }
}

/// Aims for a level that is fixed for each round: how a strategy that was found elsewhere is
/// played.
struct Schedule: BiddingTactic {
  /// By round; the last serves for all later ones. Not empty.
  var levels: [Double]

  func aspiration(_ view: BiddingView) -> Double {
    levels[min(view.round, levels.count - 1)]
  }
}

/// Aims for a level that is linear in the no-agreement value: the bids of linear equilibria.
struct LinearBid: BiddingTactic {
  var intercept: Double
  var slope: Double

  func aspiration(_ view: BiddingView) -> Double { intercept + slope * view.reservation }
}
