import Bargaining
import Simulation
import Tables

/// The points of a sweep that were simulated, and those that could not be.
public struct SweepResult: Sendable {
  /// One point that was simulated in full.
  public struct Point: Sendable {
    /// Its number in the design, from 0.
    public let index: Int
    public let outcome: SweepOutcome
    public let elapsed: Duration
  }

  /// One point that could not be simulated.
  public struct Failure: Sendable, Equatable {
    public let index: Int
    public let reason: String
  }

  public let design: SweepDesign
  public let plan: SimulationPlan
  /// In the order of the design.
  public internal(set) var points: [Point] = []
  public internal(set) var failures: [Failure] = []
  /// Whether somebody asked to stop before all points were done.
  public internal(set) var wasStopped = false

  init(design: SweepDesign, plan: SimulationPlan) {
    self.design = design
    self.plan = plan
  }

  /// `sweep.csv`: one row per point that was simulated.
  ///
  /// Columns: point (from 1), one per varied path, runs, seed, per ending `ENDING_share`, `ENDING_low`, `ENDING_high`,
  /// then `agreement_share`, `agreement_low`, `agreement_high`, `median_round` (missing when there is none) and per party
  /// `mean_utility_PARTY`. It holds nothing that depends on the machine.
  public func table() throws(TableError) -> Table {
    let outcomes = points.map(\.outcome)
    var columns = keyColumns + [.integer("runs", outcomes.map(\.runs)), seedColumn]
    for ending in Ending.allCases {
      columns += SweepResult.columns(ending.name, outcomes.map { $0.endings[ending.rawValue] })
    }
    columns += SweepResult.columns("agreement", outcomes.map(\.agreement))
    columns.append(.integer("median_round", outcomes.map(\.medianRound)))
    columns += utilityColumns
    return try Table("sweep", columns: columns)
  }

  /// The same for a screen: the endings that occurred, without intervals, except for agreement.
  public func overview() throws(TableError) -> Table {
    let outcomes = points.map(\.outcome)
    let occurring = Ending.allCases.filter { ending in
      outcomes.contains { $0.endings[ending.rawValue].count > 0 }
    }
    let endings = occurring.map { ending in
      Column.real(ending.name, outcomes.map { $0.endings[ending.rawValue].share })
    }
    return try Table(
      "overview",
      columns: keyColumns + [
        .real("agreement", outcomes.map(\.agreement.share)), .real("low", outcomes.map(\.agreement.low)),
        .real("high", outcomes.map(\.agreement.high)),
      ] + endings + [.integer("median_round", outcomes.map(\.medianRound))])
  }

  /// `timing.csv`: what each point took; the only table that differs from one execution to the next.
  public func timing() throws(TableError) -> Table {
    let seconds = points.map { point in
      Double(point.elapsed.components.seconds) + Double(point.elapsed.components.attoseconds) * 1e-18
    }
    return try Table(
      "timing",
      columns: [
        .integer("point", points.map { $0.index + 1 }), .integer("runs", points.map(\.outcome.runs)),
        .integer("rounds", points.map(\.outcome.rounds)), .real("seconds", seconds),
      ])
  }

  /// The number of the point and the values of the varied paths: numbers where all values are numbers.
  private var keyColumns: [Column] {
    let values = points.map { design[$0.index] }
    let varied = design.axes.enumerated().map { index, axis in
      let texts = values.map { $0[index] }
      if axis.values.allSatisfy({ Int($0) != nil }) {
        return Column.integer(axis.path, texts.map { Int($0) })
      }
      if axis.values.allSatisfy({ Double($0) != nil }) {
        return Column.real(axis.path, texts.map { Double($0) })
      }
      return Column.text(axis.path, texts)
    }
    return [.integer("point", points.map { $0.index + 1 })] + varied
  }

  /// Seeds above `Int.max` are kept as text.
  private var seedColumn: Column {
    guard let seed = Int(exactly: plan.seed) else { return .text("seed", points.map { _ in "\(plan.seed)" }) }
    return .integer("seed", points.map { _ in seed })
  }

  /// Varying a scenario's texts may change its parties, so the names are collected from all points.
  private var utilityColumns: [Column] {
    var names: [String] = []
    for point in points {
      for utility in point.outcome.utilities where !names.contains(utility.party) {
        names.append(utility.party)
      }
    }
    return names.map { name in
      .real(
        "mean_utility_\(name)",
        points.map { point in point.outcome.utilities.first { $0.party == name }?.mean ?? nil })
    }
  }

  private static func columns(_ name: String, _ shares: [WilsonInterval]) -> [Column] {
    [
      .real("\(name)_share", shares.map(\.share)), .real("\(name)_low", shares.map(\.low)),
      .real("\(name)_high", shares.map(\.high)),
    ]
  }
}
