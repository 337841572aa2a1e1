import Bargaining

/// A file that says what has been observed of the talks of a scenario.
///
/// ```jsonc
/// {
///   "scenario": "river-water.jsonc",
///   "reliability": 0.9,                    // of every observation that has none of its own
///   "observations": [
///     {"round": 3, "state": "active"},
///     {"round": 5, "event": "drought"},
///     {"round": 8, "within": 2, "text": {"by": "engineer", "outcome": {"share": "half"},
///       "taken_by": ["upstream"], "refused_by": ["downstream"]}},
///     {"until": 12, "agreement": false, "reliability": 1}
///   ]
/// }
/// ```
package struct HistoryFile: Sendable {
  package let history: History
  package let source: SourceText

  /// Reads a file.
  ///
  /// - Throws: `ScenarioFault` with everything that is wrong, each with its line and column.
  package init(reading path: String, of scenario: Scenario) throws(ScenarioFault) {
    try self.init(SourceText(required: path), of: scenario)
  }

  /// Reads a text that is at hand.
  package init(text: String, name: String, of scenario: Scenario) throws(ScenarioFault) {
    try self.init(SourceText(name: name, text: text), of: scenario)
  }

  private init(_ source: SourceText, of scenario: Scenario) throws(ScenarioFault) {
    var reader = HistoryReader(source, of: scenario)
    history = reader.read()
    self.source = source
    guard !reader.diagnostics.hasErrors else { throw .faulty(reader.diagnostics) }
  }
}
