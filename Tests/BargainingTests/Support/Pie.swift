import Bargaining
import Scenarios

/// Two parties, `a` and `b`, divide a pie of a hundred pieces, `a` wanting many and `b` few. By
/// default neither can live with what the other wants, so that nothing ends the talks but what a
/// test adds to them.
struct Pie {
  var rounds = 10
  /// Pieces, at least 2.
  var pieces = 100
  var tactic = #"{"time": {"beta": 1}}"#
  /// Members of the parties' objects.
  var a = #""reservation": 0.9"#
  var b = #""reservation": 0.9"#
  /// Members of the scenario beside rounds, issues and parties.
  var rest = #""forums": {"main": {"members": ["a", "b"], "protocol": "alternating"}}"#

  var text: String {
    """
    {"rounds": \(rounds), "issues": {"share": {"range": {"from": 0, "to": \(pieces), "step": 1}}},
     "parties": {
       "a": {"preferences": {"share": {"weight": 1, "shape": "increasing"}}, "tactic": \(tactic), \(a)},
       "b": {"preferences": {"share": {"weight": 1, "shape": "decreasing"}}, "tactic": \(tactic), \(b)}},
     \(rest)}
    """
  }

  func scenario() throws -> Scenario { try read(text) }

  /// A forum `main` with a mediator `m` that has these members.
  static func mediated(_ members: String, rules: String = "alternating", _ more: String = "") -> String {
    """
    "mediators": {"m": {\(members)}},
    "forums": {"main": {"members": ["a", "b"], "mediators": ["m"], "protocol": "\(rules)"}}\(more.isEmpty ? "" : ", " + more)
    """
  }
}

/// The scenario of a text.
func read(_ text: String) throws -> Scenario {
  try ScenarioReader.read(text: text, name: "test.jsonc").scenario
}

/// The record and the acts of one run.
func play(
  _ scenario: Scenario, run: UInt32 = 0, seed: UInt64 = 1
) throws -> (record: RunRecord, acts: [TalkAct]) {
  let negotiation = try Negotiation(scenario)
  var transcript = Transcript()
  negotiation.run(run, seed: seed, lookingForZone: true, observer: &transcript)
  return (negotiation.record, transcript.acts)
}

/// How many of the runs 0 ..< `count` are so.
func tally(
  _ scenario: Scenario, _ count: Int, seed: UInt64 = 1, where holds: (RunRecord, [TalkAct]) -> Bool
) throws -> Int {
  let negotiation = try Negotiation(scenario)
  var hits = 0
  for run in 0..<UInt32(count) {
    var transcript = Transcript()
    negotiation.run(run, seed: seed, observer: &transcript)
    if holds(negotiation.record, transcript.acts) { hits += 1 }
  }
  return hits
}

/// Whether a count is within 4 standard errors of its expectation under a share.
func isNear(_ hits: Int, _ share: Double, of count: Int) -> Bool {
  abs(Double(hits) - share * Double(count)) <= 4 * (share * (1 - share) * Double(count)).squareRoot()
}
