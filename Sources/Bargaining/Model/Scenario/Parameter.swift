import Randomness

/// Where a number of a scenario is kept: an index into ``Scenario/parameters``.
public struct ParameterID: Hashable, Sendable, Comparable, BitwiseCopyable {
  /// The place in `Scenario.parameters`, from 0.
  public let index: Int

  /// The number at a place in `Scenario.parameters`, which is not checked here.
  public init(_ index: Int) {
    self.index = index
  }

  /// Whether one number stands before another.
  public static func < (a: ParameterID, b: ParameterID) -> Bool { a.index < b.index }
}

/// One number of a scenario, certain or uncertain, with its path, its range and what it rests on.
///
/// Every number that the model computes with is a parameter, constants too: a path such as
/// `parties.hamas.willingness` then names it everywhere (sweeps, events, sensitivity, errors).
public struct Parameter: Sendable, Equatable {
  /// What a number rests on.
  public enum Provenance: Sendable, Equatable {
    /// Stated by a source: the fact numbers of the seeds, such as `F26`.
    case sourced([String])
    /// The author's assumption, with the author's words if there are any.
    case assumption(String?)
    /// Neither a source nor an assumption is given: counted as an assumption, and `check` says so.
    case unmarked
    /// Not written in the file: the documented default was taken.
    case byDefault
  }

  /// The path in the scenario file, keys joined by dots.
  public var path: String
  /// What it is drawn from, once per run.
  public var distribution: Distribution
  /// The values that the model gives a meaning to; events are clamped to it.
  public var range: ClosedRange<Double>
  /// What the number rests on.
  public var provenance: Provenance

  /// A number of this path, distribution, range and provenance; none of them is checked here.
  public init(
    path: String, distribution: Distribution, range: ClosedRange<Double>, provenance: Provenance
  ) {
    self.path = path
    self.distribution = distribution
    self.range = range
    self.provenance = provenance
  }

  /// What a run draws for it, whether or not the run is played: its own stream makes it independent
  /// of every other number.
  ///
  /// - Parameters:
  ///   - run: the number of the run.
  ///   - seed: what all runs of a simulation have in common.
  public func draw(run: UInt32, seed: UInt64) -> Double {
    var stream = RandomStream(seed: seed, run: run, stream: StreamID(path))
    return distribution.sample(&stream)
  }
}
