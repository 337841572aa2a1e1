import Scenarios

/// A scenario in as few lines as possible, into which tests put what they are about.
enum SmallScenario {
  static func text(
    top: String = "", issue: String = "", ann: String = "", bob: String = "", weight: String = "1"
  ) -> String {
    """
    {
      "rounds": 5,\(top)
      "issues": {"pie": {"options": ["none", "half", "all"]\(issue)}},
      "parties": {
        "ann": {
          "preferences": {"pie": {"weight": \(weight), "values": {"none": 0, "half": 0.5, "all": 1}}},
          "reservation": 0.2, "tactic": {"time": {"beta": 1}}\(ann)
        },
        "bob": {
          "preferences": {"pie": {"weight": 1, "values": {"none": 1, "half": 0.5, "all": 0}}},
          "reservation": 0.2, "tactic": {"time": {"beta": 1}}\(bob)
        }
      }
    }
    """
  }

  /// What is printed about a text: errors, or the warnings of a scenario that is accepted; headers
  /// alone.
  static func told(_ text: String, settings: [ScenarioSetting] = []) -> [String] {
    let diagnostics: Diagnostics
    do throws(ScenarioFault) {
      diagnostics = try ScenarioReader.read(text: text, name: "t", settings: settings).diagnostics
    } catch {
      diagnostics = error.diagnostics
    }
    return diagnostics.list().map {
      "\($0.file):\($0.line):\($0.column): \($0.severity): \($0.message)"
        + ($0.hint.isEmpty ? "" : " | \($0.hint)")
    }
  }
}
