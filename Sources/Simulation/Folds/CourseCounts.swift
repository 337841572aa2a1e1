import Tables

/// How talks went on, all runs together.
package struct CourseCounts: Sendable, Equatable {
  package private(set) var suspensions = 0
  package private(set) var resumptions = 0
  package private(set) var roundsSuspended = 0

  /// Of no runs.
  init() {}
}

extension CourseCounts: RunFold {
  package mutating func add(_ run: RunBlock.Run) {
    suspensions += Int(run.row.suspensions)
    resumptions += Int(run.row.resumptions)
    roundsSuspended += Int(run.row.roundsSuspended)
  }

  package mutating func merge(_ later: CourseCounts) {
    suspensions += later.suspensions
    resumptions += later.resumptions
    roundsSuspended += later.roundsSuspended
  }

  package func write(to record: inout WordWriter) {
    for count in [suspensions, resumptions, roundsSuspended] { record.write(count) }
  }

  package init?(reading words: inout WordReader) {
    guard let suspensions = words.count(), let resumptions = words.count(),
      let roundsSuspended = words.count()
    else { return nil }
    (self.suspensions, self.resumptions, self.roundsSuspended) = (suspensions, resumptions, roundsSuspended)
  }
}
