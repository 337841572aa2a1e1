import Scenarios

/// One pie of ten parts; each wants at least what its reservation says.
enum PieScenario {
  static let text = """
    {
      "rounds": 10,
      "issues": {"parts": {"range": {"from": 0, "to": 10, "step": 1}}},
      "parties": {
        "a": {"preferences": {"parts": {"weight": 1, "shape": "increasing"}},
              "reservation": {"uniform": [0.3, 0.7]}, "tactic": {"time": {"beta": 1}}},
        "b": {"preferences": {"parts": {"weight": 1, "shape": "decreasing"}},
              "reservation": {"uniform": [0.3, 0.7]}, "tactic": {"time": {"beta": 1}}},
      },
    }
    """

  static let document = ScenarioDocument.load(text: text, name: "pie.jsonc")
}
