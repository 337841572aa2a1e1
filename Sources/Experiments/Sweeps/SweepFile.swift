import Scenarios

/// A file that says what a sweep varies, for what a command line cannot say: tactics, options and
/// other whole pieces of JSON as values, numbers that go hand in hand, names for values.
///
/// ```jsonc
/// {
///   "scenario": "paris-2025.jsonc",        // or a list of variants; relative to this file
///   "set": {"rounds": 40},                 // at every point
///   "vary": [
///     {"path": "parties.hamas.willingness", "from": 0.2, "to": 0.9, "count": 8},
///     {"path": "parties.israel.tactic", "values": {"tough": {"time": {"beta": 0.2}}, "soft": {"time": {"beta": 2}}}},
///     {"zip": [{"path": "mediators.egypt.formulate", "values": [0, 1]},
///              {"path": "mediators.qatar.formulate", "values": [1, 0]}]},
///     {"path": "events.strike.rate", "from": 0, "to": 0.1}  // no count: sampled by the design
///   ],
///   "design": "sobol:64",
///   "runs": 2000, "seed": 1, "precision": 0.01
/// }
/// ```
package struct SweepFile: Sendable {
  /// Paths of the scenarios, none when the command line is to name them.
  package internal(set) var scenarios: [String] = []
  package internal(set) var settings: [ScenarioSetting] = []
  /// Axes that are taken in step; a plain axis alone. In the order of the file.
  package internal(set) var axes: [[SweepAxis]] = []
  /// What the design samples.
  package internal(set) var ranges: [SweepRange] = []
  package internal(set) var sampling: SweepSampling?
  package internal(set) var runs: Int?
  package internal(set) var seed: UInt64?
  package internal(set) var precision: Double?

  init() {}

  /// Reads a file.
  ///
  /// - Throws: `ScenarioFault` with everything that is wrong, each with its line and column.
  package init(reading path: String) throws(ScenarioFault) {
    try self.init(SourceText(required: path))
  }

  /// Reads a text that is at hand.
  package init(text: String, name: String) throws(ScenarioFault) {
    try self.init(SourceText(name: name, text: text))
  }

  private init(_ source: SourceText) throws(ScenarioFault) {
    var reader = SweepFileReader(source)
    self = reader.read()
    guard !reader.diagnostics.hasErrors else { throw .faulty(reader.diagnostics) }
  }
}
