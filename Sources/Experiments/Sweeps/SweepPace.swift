/// How many points of a sweep are simulated before the journal is written: one where points take
/// long, else as many as take ``span``, so that neither waiting for the disk nor for other threads
/// is most of the work. No result depends on it.
struct SweepPace {
  /// What a failure may cost.
  static let span = Duration.milliseconds(50)
  private static let most = 4_096

  private let threads: Int
  /// How many points come next; 1 for one alone on all threads.
  private(set) var batch = 1

  init(threads: Int) { self.threads = threads }

  /// - Parameters:
  ///   - done: points that are settled.
  ///   - count: points that were tried.
  ///   - time: what that took.
  mutating func learn(done: Int, of count: Int, in time: Duration) {
    guard done == count, time > .zero else {
      batch = 1
      return
    }
    let fitting = Int(min(Double(count) * (SweepPace.span / time), Double(SweepPace.most)))
    // Never many more than were seen to be small.
    batch = min(fitting, 4 * count * threads)
    if batch < 2 * threads { batch = 1 }
  }
}

/// What became of a point.
enum SettledPoint: Sendable {
  case done(SweepResult.Point)
  /// It cannot be simulated, and why.
  case failed(Int, String)

  var index: Int {
    switch self {
    case .done(let point): point.index
    case .failed(let index, _): index
    }
  }

  /// Runs that it took.
  var runs: Int {
    switch self {
    case .done(let point): point.outcome.runs
    case .failed: 0
    }
  }

  func note(in state: inout SweepJournal.State) {
    switch self {
    case .done(let point): state.points[point.index] = point
    case .failed(let index, let reason): state.failures[index] = reason
    }
  }
}
