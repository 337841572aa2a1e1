import Results
import Scenarios
import Tables

/// All that decides the tables of a sweep: scenarios word for word, settings, design, runs and
/// seed, and into how many shards the points are dealt. Kept as `plan.json` in the sweep's
/// directory, where it does not change any more.
package struct SweepPlan: Sendable {
  /// The identity of the program that made it.
  package var version: String
  /// The variants; a single one unless the design compares several.
  package var scenarios: [ScenarioDocument]
  /// Settings that hold at every point.
  package var settings: [ScenarioSetting]
  package var design: SweepDesign
  /// Runs of each point, at most when there is a precision.
  package var runs: Int
  package var seed: UInt64
  /// Half-width at which a point is done; `nil` for a fixed number of runs.
  package var precision: Double?
  /// Into how many shards the points are dealt, 1 for one sweep in one piece.
  package var shards: Int

  package init(
    scenarios: [ScenarioDocument], settings: [ScenarioSetting] = [], design: SweepDesign, runs: Int,
    seed: UInt64 = 1, precision: Double? = nil, shards: Int = 1
  ) {
    version = Release.identity
    self.scenarios = scenarios
    self.settings = settings
    self.design = design
    self.runs = runs
    self.seed = seed
    self.precision = precision
    self.shards = shards
  }

  /// The identifier of the first scenario, after which results are called.
  package var scenarioName: String {
    get throws(ScenarioFault) { try Sweep(frozen: self).reading(at: 0).scenario.identifier }
  }

  /// The file that holds it.
  package static let fileName = ResultDirectory.planName
  /// The file that holds what is done of a shard.
  package static func journalName(shard: Int, of shards: Int) -> String {
    "shard-\(shard)-of-\(shards).journal"
  }
  /// The most shards that a sweep may have.
  package static let mostShards = 100_000

  /// Runs between two looks at the precision of a point; always counted from its first run.
  static let runsBetweenLooks = 1_024

  /// The intervals of points whose number of runs depends on what they show; `nil` for fixed
  /// numbers.
  var sequence: ConfidenceSequence? { precision.map { ConfidenceSequence(precision: $0) } }

  /// What the plan is called in its journals: the digest of all that decides the tables. What the
  /// scenario files are called does not.
  package var digest: String { SHA256.hex(of: JSONText.bytes(json(withNames: false), .compact)) }

  /// The points of a shard, in the order in which they are simulated.
  func points(of shard: Int) -> some Sequence<Int> {
    stride(from: shard - 1, to: design.count, by: shards).lazy.map { design.point(at: $0) }
  }

  /// How many points a shard has.
  package func pointCount(of shard: Int) -> Int {
    shard > design.count ? 0 : (design.count - shard) / shards + 1
  }
}
