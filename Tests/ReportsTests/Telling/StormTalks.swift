import Bargaining
import Scenarios

/// Two parties divide four parts in at most four rounds; a storm makes delay costly in the first
/// round. Nothing in it is random, and short enough to be played by hand: Ada's aspirations are
/// 0.8, 0.6, 0.4, 0.2; Ben, whose worst acceptable outcome is worth 0.25 to him, starts from 0.85,
/// 0.7, 0.55. A part is worth 0.25 to either.
enum StormTalks {
  static let text = """
    {
      "name": {"en": "Four parts", "ar": "أربعة أجزاء"}, "rounds": 4,
      "issues": {"share": {"label": {"en": "Share of Ada", "ar": "نصيب آدا"}, "range": {"from": 0, "to": 4, "step": 1, "unit": "parts"}}},
      "parties": {
        "ada": {"label": {"en": "Ada", "ar": "آدا"}, "preferences": {"share": {"weight": 1, "shape": "increasing"}},
                "reservation": 0, "tactic": {"time": {"beta": 1}}},
        "ben": {"label": {"en": "Ben", "ar": "بن"}, "preferences": {"share": {"weight": 1, "shape": "decreasing"}},
                "reservation": 0, "tactic": {"time": {"beta": 1}}, "red_lines": [{"share": 4}]},
      },
      "events": {"storm": {"label": {"en": "A storm", "ar": "عاصفة"}, "rate": 1, "once": true,
                           "effects": [{"on": "parties.ada.cost_of_delay", "add": 0.01, "for": 1}]}},
    }
    """

  static func scenario() throws -> Scenario {
    try ScenarioReader.read(text: text, name: "storm.jsonc").scenario
  }

  static func run() throws -> (run: TracedRun, scenario: Scenario) {
    let scenario = try scenario()
    return (TracedRun(0, seed: 1, in: try Negotiation(scenario)), scenario)
  }
}
