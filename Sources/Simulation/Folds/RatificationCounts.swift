import Tables

/// How often one party's home turned deals down.
public struct RatificationCounts: Sendable, Equatable {
  /// Deals turned down, all runs together.
  public private(set) var failed = 0
  /// Runs in which at least one was.
  public private(set) var runs = 0

  /// Of no runs.
  init() {}
}

extension RatificationCounts: RunFold {
  /// - Parameter failures: deals turned down in one run.
  package mutating func add(_ failures: Int) {
    failed += failures
    if failures > 0 { runs += 1 }
  }

  package mutating func merge(_ later: RatificationCounts) {
    failed += later.failed
    runs += later.runs
  }

  package func write(to record: inout WordWriter) {
    record.write(failed)
    record.write(runs)
  }

  package init?(reading words: inout WordReader) {
    guard let failed = words.count(), let runs = words.count(), runs <= failed else { return nil }
    (self.failed, self.runs) = (failed, runs)
  }
}
