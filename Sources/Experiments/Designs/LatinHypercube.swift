import Randomness

/// Latin hypercube sampling (McKay, Beckman and Conover 1979, doi:10.1080/00401706.1979.10489755).
///
/// With N points, [0, 1) is cut into N equal strata, and each coordinate has exactly one point in
/// each:
///
///     x_j(n) = (π_j(n) + u_j(n)) / N
///
/// π_j a random permutation of 0 … N-1 and u_j uniform on (0, 1), independent over coordinates
/// j. The same seed gives the same points; a coordinate's values do not depend on how many
/// coordinates there are. A design of another size is another design: it cannot grow.
public struct LatinHypercube: UnitDesign {
  /// The number of points.
  public let count: Int
  /// The seed that the strata and the places in them are drawn from.
  public let seed: UInt64
  /// π_j for each coordinate.
  private let strata: [[UInt32]]

  /// The number of coordinates of a point.
  public var dimensions: Int { strata.count }

  /// The most points that a design may have.
  public static let mostPoints = 10_000_000
  /// The most coordinates that a point may have.
  public static let mostDimensions = 100_000

  /// - Throws: `DesignFault` without points or dimensions, or with too many of them.
  public init(dimensions: Int, count: Int, seed: UInt64) throws(DesignFault) {
    guard (1...LatinHypercube.mostDimensions).contains(dimensions) else {
      throw .dimensions(dimensions, most: LatinHypercube.mostDimensions)
    }
    guard count > 0 else { throw .noPoints(count) }
    guard count <= LatinHypercube.mostPoints else {
      throw .tooManyPoints(count, most: LatinHypercube.mostPoints)
    }
    self.count = count
    self.seed = seed
    strata = (0..<dimensions).map { dimension in
      var stream = RandomStream(
        seed: seed, run: UInt32(dimension), stream: StreamID("designs.latin.permutation"))
      return LatinHypercube.permutation(of: count, &stream)
    }
  }

  /// The coordinates of a point, 0 ..< `count`, each in [0, 1).
  public subscript(point: Int) -> [Double] {
    precondition(0 <= point && point < count, "a point of the design")
    return strata.enumerated().map { dimension, permutation in
      let uniform = RandomStream.uniform(
        seed: seed, run: UInt32(dimension), stream: StreamID("designs.latin.position"), at: UInt32(point))
      // The middle of one of 2^24 cells: the sum is exact, and rounding the quotient cannot leave
      // the stratum.
      let position = ((uniform * 0x1p24).rounded(.down) + 0.5) * 0x1p-24
      return (Double(permutation[point]) + position) / Double(count)
    }
  }

  /// A random permutation of 0 ..< count (Durstenfeld 1964, doi:10.1145/364520.364540).
  static func permutation(of count: Int, _ stream: inout RandomStream) -> [UInt32] {
    var order = (0..<UInt32(count)).map { $0 }
    for last in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(last, Int(stream.below(UInt64(last + 1))))
    }
    return order
  }
}
