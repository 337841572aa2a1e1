/// A piece of a Sobol' sequence as a design.
///
/// A design that grows keeps its points: the first n points of a larger design are the smaller
/// design. It is most even at 2^k points from a multiple of 2^k on.
public struct SobolDesign: UnitDesign {
  /// The sequence that the points are taken from.
  public let sequence: SobolSequence
  /// Points of the sequence left out at the beginning.
  public let skip: Int
  /// The number of points.
  public let count: Int

  /// The number of coordinates of a point.
  public var dimensions: Int { sequence.dimensions }

  /// - Throws: `DesignFault` without points, with more than the sequence has, or with too many
  ///   dimensions.
  public init(
    dimensions: Int, count: Int, skip: Int = 0, scramble: SobolScramble = .none
  ) throws(DesignFault) {
    try SobolDesign.check(count: count, skip: skip)
    sequence = try SobolSequence(dimensions: dimensions, scramble: scramble)
    self.skip = skip
    self.count = count
  }

  /// The coordinates of a point, 0 ..< `count`, each in [0, 1).
  public subscript(point: Int) -> [Double] {
    precondition(0 <= point && point < count, "a point of the design")
    return sequence[skip + point]
  }

  static func check(count: Int, skip: Int) throws(DesignFault) {
    guard count > 0 else { throw .noPoints(count) }
    guard skip >= 0, skip <= SobolSequence.mostPoints, count <= SobolSequence.mostPoints - skip else {
      throw .beyondSequence(count: count, skip: skip)
    }
  }
}
