import Bargaining
import Tables

/// Why runs ended without agreement, of those that were asked for a zone of agreement.
public struct CauseCounts: Sendable, Equatable {
  /// Runs per cause, by `FailureCause.rawValue`.
  public private(set) var counts = FailureCause.allCases.map { _ in 0 }

  /// Of no runs.
  init() {}

  /// Runs without agreement whose cause is known.
  public var total: Int { counts.reduce(0, +) }
}

extension CauseCounts: RunFold {
  package mutating func add(_ run: RunBlock.Run) {
    if let cause = run.row.cause { counts[cause.rawValue] += 1 }
  }

  package mutating func merge(_ later: CauseCounts) { counts.add(later.counts) }

  package func write(to record: inout WordWriter) { record.write(counts: counts) }

  package init?(reading words: inout WordReader) {
    guard let counts = words.counts(), counts.count == FailureCause.allCases.count,
      counts.areAtMost(SimulationPlan.mostRuns)
    else { return nil }
    self.counts = counts
  }
}
