/// How many runs, from which seed, on how many threads.
///
/// The tables depend on ``seed`` and on the number of runs, and on nothing else here.
public struct SimulationPlan: Sendable, Equatable {
  /// At most this many runs, 1 … 4,294,967,295.
  public var runs: Int
  public var seed: UInt64
  /// Worker threads, >= 1.
  public var threads: Int
  /// Stop at the first multiple of ``blockSize`` runs at which the 95% interval of the agreement share is no wider
  /// than twice this; `nil` to do all ``runs``.
  public var precision: Double?
  /// First run number; runs `firstRun ..< firstRun + runs` are simulated.
  public var firstRun: Int

  public init(
    runs: Int, seed: UInt64 = 1, threads: Int, precision: Double? = nil, firstRun: Int = 0
  ) {
    self.runs = runs
    self.seed = seed
    self.threads = threads
    self.precision = precision
    self.firstRun = firstRun
  }

  /// Runs between two looks at the precision, the same whatever the threads.
  public static let blockSize = 8_192
}

/// How far a simulation has come.
public struct SimulationProgress: Sendable {
  public let runsDone: Int
  /// At most so many; fewer when a precision is reached first.
  public let runsPlanned: Int
  /// Rounds played so far, all runs together.
  public let roundsDone: Int
}
