import Randomness
import Simulation

/// How the uncertainty of an index is found: by drawing the sample again from itself (Efron 1979,
/// doi:10.1214/aos/1176344552; for Sobol' indices Archer, Saltelli and Sobol' 1997,
/// doi:10.1080/00949659708811825).
///
/// Of n observations n are drawn with replacement, many times over; the half-width of an interval
/// is z times the standard deviation of the estimates, z the normal quantile of the level, as in
/// SALib. Which observations are drawn depends on seed, resample and n alone.
public struct Bootstrap: Sendable, Equatable {
  /// How often the sample is drawn again, at least 2.
  public let resamples: Int
  /// The confidence level, strictly between 0 and 1.
  public let level: Double
  /// The seed that the resamples are drawn from.
  public let seed: UInt64

  /// So many resamples, for intervals of a level in (0, 1).
  public init(resamples: Int = 1_000, level: Double = 0.95, seed: UInt64 = 1) {
    precondition(resamples >= 2, "a standard deviation needs two resamples")
    precondition(0 < level && level < 1, "a confidence level lies between 0 and 1")
    self.resamples = resamples
    self.level = level
    self.seed = seed
  }

  /// The z that a standard normal variable stays within, on both sides, with probability ``level``.
  var normalQuantile: Double { WilsonInterval.normalQuantile(level: level) }

  /// How often each of `count` observations is drawn, in one resample.
  func weights(count: Int, resample: Int, of stream: StreamID) -> [Double] {
    var draws = RandomStream(seed: seed, run: UInt32(truncatingIfNeeded: resample), stream: stream)
    var weights = [Double](repeating: 0, count: count)
    for _ in 0..<count { weights[Int(draws.below(UInt64(count)))] += 1 }
    return weights
  }
}
