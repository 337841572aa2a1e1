/// How many runs, from which seed, on how many threads.
///
/// The tables depend on ``seed``, ``firstRun``, the number of runs and ``zone``, and on nothing else here.
public struct SimulationPlan: Sendable, Equatable {
  /// Whether runs that end without agreement are asked if there was a zone of agreement.
  public enum ZonePolicy: Sendable, Equatable {
    case off
    /// In every `n`-th run (those whose number is a multiple of n).
    case every(Int)
  }

  /// At most this many runs; `firstRun + runs` is at most ``mostRuns``.
  public var runs: Int
  public var seed: UInt64
  /// Worker threads, >= 1.
  public var threads: Int
  /// Stop at the first multiple of ``blockSize`` runs at which the 95% interval of the agreement share has a half-width
  /// of at most this; `nil` to do all ``runs``.
  public var precision: Double?
  /// Runs `firstRun ..< firstRun + runs` are simulated.
  public var firstRun: Int
  /// `nil`: every run when the outcome space has at most ``exactZoneOutcomes`` outcomes, else every 16th.
  public var zone: ZonePolicy?

  public init(
    runs: Int, seed: UInt64 = 1, threads: Int = 1, precision: Double? = nil, firstRun: Int = 0,
    zone: ZonePolicy? = nil
  ) {
    self.runs = runs
    self.seed = seed
    self.threads = threads
    self.precision = precision
    self.firstRun = firstRun
    self.zone = zone
  }

  /// Runs between two looks at the precision, the same whatever the threads.
  public static let blockSize = 8_192
  /// Runs are numbered in 32 bits.
  public static let mostRuns = 4_294_967_295
  public static let exactZoneOutcomes: UInt64 = 1_000_000
}

/// How far a simulation has come.
public struct SimulationProgress: Sendable {
  public let runsDone: Int
  /// At most so many; fewer when a precision is reached first.
  public let runsPlanned: Int
}
