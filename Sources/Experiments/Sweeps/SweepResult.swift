import Bargaining
import Simulation
import Tables

/// The points of a sweep that were simulated, and those that could not be.
package struct SweepResult: Sendable {
  /// One point that was simulated in full.
  package struct Point: Sendable {
    /// Its number in the design, from 0.
    package let index: Int
    package let outcome: SweepOutcome
    package let elapsed: Duration
  }

  /// One point that could not be simulated.
  package struct Failure: Sendable, Equatable {
    package let index: Int
    package let reason: String
  }

  package let plan: SweepPlan
  /// In the order of the design.
  package let points: [Point]
  package let failures: [Failure]
  /// Whether somebody asked to stop before all points were done.
  package let wasStopped: Bool

  /// Points that need not be looked at again.
  package var pointsSettled: Int { points.count + failures.count }

  init(plan: SweepPlan, _ state: SweepJournal.State, wasStopped: Bool = false) {
    self.plan = plan
    points = state.points.values.sorted { $0.index < $1.index }
    failures = state.failures.sorted { $0.key < $1.key }.map { Failure(index: $0.key, reason: $0.value) }
    self.wasStopped = wasStopped
  }

  /// `sweep.csv`: one row per point that was simulated.
  ///
  /// Columns: point (from 1), `scenario` when variants are compared, one per varied path, runs, per
  /// ending `ENDING_share`, `ENDING_low`, `ENDING_high`, then `agreement_share`, `agreement_low`,
  /// `agreement_high`, `median_round` (missing when there is none) and per party
  /// `mean_utility_PARTY`, last the seed. It holds nothing that depends on the machine.
  package func table() throws(TableError) -> Table {
    try table(parties: partyNames)
  }

  /// The same with columns for given parties, as a table of more points may have them.
  func table(parties: [String]) throws(TableError) -> Table {
    let outcomes = points.map(\.outcome)
    var columns =
      SweepResult.keyColumns(of: points.map(\.index), in: plan) + [
        .integer("runs", outcomes.map(\.runs))
      ]
    for ending in Ending.allCases {
      columns += SweepResult.columns(ending.name, outcomes.map { $0.endings[ending.rawValue] })
    }
    columns += SweepResult.columns("agreement", outcomes.map(\.agreement))
    columns.append(.integer("median_round", outcomes.map(\.medianRound)))
    columns += utilityColumns(of: parties) + [seedColumn(points.count)]
    return try Table("sweep", columns: columns)
  }

  /// `timing.csv`: what each point took; the only table that differs from one execution to the
  /// next.
  package func timing() throws(TableError) -> Table {
    return try Table(
      "timing",
      columns: [
        .integer("point", points.map { $0.index + 1 }), .integer("runs", points.map(\.outcome.runs)),
        .integer("rounds", points.map(\.outcome.rounds)), .real("seconds", points.map(\.elapsed.inSeconds)),
      ])
  }

  /// The number of the point and the values of the varied paths: numbers where all values are
  /// numbers.
  static func keyColumns(of points: [Int], in plan: SweepPlan) -> [Column] {
    let design = plan.design
    var columns = [Column.integer("point", points.map { $0 + 1 })]
    if !design.variants.isEmpty {
      let names = points.map { design.variants[design.variant(at: $0)] }
      columns.append(.text(SweepDesign.variantColumn, names))
    }
    let shown = points.map { design.shown(at: $0) }
    for (index, (path, kind)) in zip(design.paths, design.columnKinds).enumerated() {
      let texts = shown.map { $0[index] }
      switch kind {
      case .integer: columns.append(.integer(path, texts.map { Int($0) }))
      case .real: columns.append(.real(path, texts.map { Double($0) }))
      case .text: columns.append(.text(path, texts))
      }
    }
    return columns
  }

  /// Seeds above `Int.max` are kept as text.
  func seedColumn(_ rows: Int) -> Column {
    guard let seed = Int(exactly: plan.seed) else {
      return .text("seed", Array(repeating: "\(plan.seed)", count: rows))
    }
    return .integer("seed", Array(repeating: seed, count: rows))
  }

  /// Varying a scenario's texts may change its parties, so the names are collected from all points.
  var partyNames: [String] {
    var names: [String] = []
    var seen = Set<String>()
    for utility in points.lazy.flatMap(\.outcome.utilities) where seen.insert(utility.party).inserted {
      names.append(utility.party)
    }
    return names
  }

  static let utilityPrefix = "mean_utility_"

  private func utilityColumns(of parties: [String]) -> [Column] {
    parties.map { name in
      .real(
        SweepResult.utilityPrefix + name,
        points.map { point in point.outcome.utilities.first { $0.party == name }?.mean ?? nil })
    }
  }

  private static func columns(_ name: String, _ shares: [SweepShare]) -> [Column] {
    [
      .real("\(name)_share", shares.map(\.share)), .real("\(name)_low", shares.map(\.low)),
      .real("\(name)_high", shares.map(\.high)),
    ]
  }
}
