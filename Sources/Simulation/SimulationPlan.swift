/// How many runs, from which seed, on how many threads.
///
/// The tables depend on ``seed``, ``firstRun``, the number of runs, ``zone`` and ``efficiency``,
/// and on nothing else here.
public struct SimulationPlan: Sendable, Equatable {
  /// In which runs something is looked at that takes time.
  public enum Sampling: Sendable, Equatable {
    /// In none.
    case off
    /// In every `n`-th run (those whose number is a multiple of n).
    case every(Int)

    /// Whether a run is one of them.
    func includes(_ run: Int) -> Bool {
      switch self {
      case .off: false
      case .every(let n): run.isMultiple(of: n)
      }
    }
  }

  /// At most this many runs; `firstRun + runs` is at most ``mostRuns``.
  public var runs: Int
  /// What all runs have in common: the same seed and run number give the same run anywhere.
  public var seed: UInt64
  /// Worker threads, >= 1.
  public var threads: Int
  /// Stop at the first multiple of ``blockSize`` runs at which the 95% interval of the agreement
  /// share has a half-width of at most this; `nil` to do all ``runs``.
  public var precision: Double?
  /// Runs `firstRun ..< firstRun + runs` are simulated.
  public var firstRun: Int
  /// Runs that, should they end without agreement, are asked if there was a zone of agreement.
  /// `nil`: every run when the outcome space has at most ``exactZoneOutcomes`` outcomes, else every
  /// 16th.
  public var zone: Sampling?
  /// Runs whose agreement, if there is one, is measured against the best that could be had
  /// (`EfficiencyMeter`). `nil`: every n-th run, n being the least power of two for which that
  /// takes at most ``efficiencySteps`` steps per run, by the first runs of the seed; none when the
  /// Pareto frontier cannot be computed.
  public var efficiency: Sampling?

  /// A plan of so many runs, at least 0.
  public init(
    runs: Int, seed: UInt64 = 1, threads: Int = 1, precision: Double? = nil, firstRun: Int = 0,
    zone: Sampling? = nil, efficiency: Sampling? = nil
  ) {
    self.runs = runs
    self.seed = seed
    self.threads = threads
    self.precision = precision
    self.firstRun = firstRun
    self.zone = zone
    self.efficiency = efficiency
  }

  /// Runs between two looks at the precision, the same whatever the threads.
  public static let blockSize = 8_192
  /// Runs are numbered in 32 bits.
  public static let mostRuns = 4_294_967_295
  /// Up to so many outcomes every run without agreement is asked for its zone.
  public static let exactZoneOutcomes: UInt64 = 1_000_000
  /// See `EfficiencyMeter.steps`; some ten microseconds.
  public static let efficiencySteps = 8_192
}

extension SimulationPlan {
  /// The numbers of the runs.
  ///
  /// - Throws: ``SimulationError/tooManyRuns(_:)`` when there are no such numbers.
  package static func numbers(
    of runs: Int, from firstRun: Int
  ) throws(SimulationError) -> Range<Int> {
    let (end, isTooLarge) = firstRun.addingReportingOverflow(runs)
    guard runs >= 0, firstRun >= 0, !isTooLarge, end <= mostRuns else {
      throw .tooManyRuns(isTooLarge ? .max : end)
    }
    return firstRun..<end
  }
}

/// How far a simulation has come.
public struct SimulationProgress: Sendable {
  /// Runs that are done.
  public let runsDone: Int
  /// At most so many; fewer when a precision is reached first.
  public let runsPlanned: Int
}
