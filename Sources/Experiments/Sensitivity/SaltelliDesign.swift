/// The points from which Sobol' indices are estimated (Saltelli et al. 2010,
/// doi:10.1016/j.cpc.2009.09.018).
///
/// Each of N points of a 2D-dimensional Sobol' sequence gives two points of D coordinates, A and B,
/// and the mixtures AB_j, which is A with coordinate j from B, and BA_j, which is B with coordinate
/// j from A. In order, per base point:
///
///     A, AB_1 … AB_D, (BA_1 … BA_D,) B
///
/// the order of SALib. BA_j is there for indices of the second order only (Saltelli 2002,
/// doi:10.1016/S0010-4655(02)00280-1). N should be a power of 2. ``SobolIndices`` takes the
/// outcomes.
public struct SaltelliDesign: UnitDesign {
  /// D, the varied numbers.
  public let dimensions: Int
  /// N, the base points.
  public let samples: Int
  /// Whether the rows BA_j are there.
  public let secondOrder: Bool
  private let base: SobolDesign

  /// The most numbers that may vary: half of the dimensions of the sequence.
  public static let mostDimensions = SobolSequence.mostDimensions / 2

  /// - Parameters:
  ///   - dimensions: D, 1 … ``mostDimensions``.
  ///   - samples: N, at least 1.
  ///   - secondOrder: Whether indices of pairs are wanted as well, at nearly twice the points.
  ///   - skip: Points of the sequence left out at the beginning.
  ///   - scramble: `.none` gives SALib's points with `scramble=False`, the first of which is the
  ///     corner 0.
  /// - Throws: `DesignFault` when D or N is out of range.
  public init(
    dimensions: Int, samples: Int, secondOrder: Bool = false, skip: Int = 0, scramble: SobolScramble = .none
  ) throws(DesignFault) {
    guard (1...SaltelliDesign.mostDimensions).contains(dimensions) else {
      throw .dimensions(dimensions, most: SaltelliDesign.mostDimensions)
    }
    base = try SobolDesign(dimensions: 2 * dimensions, count: samples, skip: skip, scramble: scramble)
    self.dimensions = dimensions
    self.samples = samples
    self.secondOrder = secondOrder
  }

  /// Points for each base point: D + 2, or 2D + 2.
  public var rowsPerSample: Int { SaltelliDesign.rowsPerSample(dimensions, secondOrder: secondOrder) }

  /// The number of points.
  public var count: Int { samples * rowsPerSample }

  /// The coordinates of a point, 0 ..< `count`, each in [0, 1).
  public subscript(point: Int) -> [Double] {
    let (sample, row) = point.quotientAndRemainder(dividingBy: rowsPerSample)
    let both = base[sample]
    var (a, b) = (Array(both[..<dimensions]), Array(both[dimensions...]))
    switch row {
    case 0: return a
    case rowsPerSample - 1: return b
    case 1...dimensions:
      a[row - 1] = b[row - 1]
      return a
    default:
      b[row - 1 - dimensions] = a[row - 1 - dimensions]
      return b
    }
  }

  static func rowsPerSample(_ dimensions: Int, secondOrder: Bool) -> Int {
    secondOrder ? 2 * dimensions + 2 : dimensions + 2
  }
}
