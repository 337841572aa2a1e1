import Randomness

/// The trajectories of Morris screening (Morris 1991, doi:10.1080/00401706.1991.10484804), as SALib
/// draws them.
///
/// Each coordinate takes p equally distant levels 0, 1/(p-1) … 1, p even. A trajectory has D + 1
/// points; from each to the next one coordinate changes by ± Δ,
///
///     Δ = p / (2 (p - 1))
///
/// half of the levels, each coordinate once, in random order, in a random direction, from a random
/// start. Trajectory t depends on seed and t alone, so that a design can grow. ``MorrisEffects``
/// takes the outcomes.
public struct MorrisDesign: UnitDesign {
  /// The number of inputs.
  public let dimensions: Int
  /// N.
  public let trajectories: Int
  /// p.
  public let levels: Int
  /// The seed that the trajectories are drawn from.
  public let seed: UInt64

  /// - Parameters:
  ///   - dimensions: D, 1 … 100,000.
  ///   - trajectories: N, at least 1; the analysis needs 2. Ten to fifty are usual.
  ///   - levels: p, even. Four are usual.
  ///   - seed: The same seed gives the same points.
  /// - Throws: `DesignFault` when one of them is out of range.
  public init(dimensions: Int, trajectories: Int, levels: Int = 4, seed: UInt64) throws(DesignFault) {
    guard (1...LatinHypercube.mostDimensions).contains(dimensions) else {
      throw .dimensions(dimensions, most: LatinHypercube.mostDimensions)
    }
    guard trajectories > 0 else { throw .noPoints(trajectories) }
    guard trajectories <= LatinHypercube.mostPoints else {
      throw .tooManyPoints(trajectories, most: LatinHypercube.mostPoints)
    }
    guard levels.isMultiple(of: 2), (2...1_000).contains(levels) else { throw .levels(levels) }
    self.dimensions = dimensions
    self.trajectories = trajectories
    self.levels = levels
    self.seed = seed
  }

  /// Δ, how far a coordinate moves.
  public var step: Double { Double(levels) / Double(2 * (levels - 1)) }

  /// The number of points: dimensions + 1 for each trajectory.
  public var count: Int { trajectories * (dimensions + 1) }

  /// The coordinates of a point, 0 ..< `count`, each in [0, 1].
  public subscript(point: Int) -> [Double] {
    precondition(0 <= point && point < count, "a point of the design")
    let (trajectory, moved) = point.quotientAndRemainder(dividingBy: dimensions + 1)
    var stream = RandomStream(
      seed: seed, run: UInt32(trajectory), stream: StreamID("designs.morris.trajectory"))
    let half = levels / 2
    // The lower of a coordinate's two levels, and whether it goes up from there or comes down to
    // it.
    let lower = (0..<dimensions).map { _ in Int(stream.below(UInt64(half))) }
    let rises = (0..<dimensions).map { _ in stream.below(2) == 1 }
    let order = LatinHypercube.permutation(of: dimensions, &stream)
    var isUp = rises.map { !$0 }
    for index in order.prefix(moved) { isUp[Int(index)].toggle() }
    return (0..<dimensions).map { index in
      Double(lower[index] + (isUp[index] ? half : 0)) / Double(levels - 1)
    }
  }
}
