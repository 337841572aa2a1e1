import Randomness

/// The Sobol' sequence: points that fill the unit cube more evenly than random ones.
///
/// Sobol' 1967 (doi:10.1016/0041-5553(67)90144-9), in the Gray code order of Antonov and Saleev
/// 1979 (doi:10.1016/0041-5553(79)90085-5), with the direction numbers v of Joe and Kuo 2008
/// (doi:10.1137/070709359):
///
///     x_j(n) = ⊕ { v_(k,j) : binary digit k of n ⊕ (n / 2) is 1 }
///
/// Of any 2^k points from a multiple of 2^k on, each coordinate puts exactly one into each of 2^k
/// equal parts of [0, 1). Point n is computed from n alone, so that any part of a design can be
/// made anywhere. It equals point n of `scipy.stats.qmc.Sobol(scramble=False)`.
///
/// Point 0 is the corner 0 and all points are multiples of 2^-32; a distribution without bounds has
/// no value at 0. A scrambled sequence is as even and lies in the open cube.
public struct SobolSequence: Sendable {
  /// Coordinates of a point.
  public let dimensions: Int
  /// How the points are scrambled.
  public let scramble: SobolScramble
  /// 32 for each dimension.
  private let directions: [UInt32]
  /// What every point is shifted by, digit by digit, one for each dimension.
  private let shifts: [UInt32]

  /// The most coordinates that a point may have.
  public static let mostDimensions = SobolTable.dimensions
  /// Points after which the sequence repeats.
  public static let mostPoints = 1 << SobolTable.digits

  /// - Throws: `DesignFault.dimensions` unless there is 1 to ``mostDimensions`` of them.
  public init(dimensions: Int, scramble: SobolScramble = .none) throws(DesignFault) {
    guard (1...SobolSequence.mostDimensions).contains(dimensions) else {
      throw .dimensions(dimensions, most: SobolSequence.mostDimensions)
    }
    self.dimensions = dimensions
    self.scramble = scramble
    let plain = SobolTable.directions(dimensions: dimensions)
    switch scramble {
    case .none: (directions, shifts) = (plain, [])
    case .seeded(let seed): (directions, shifts) = SobolScramble.scrambled(plain, seed: seed)
    }
  }

  /// Point `index`, 0 ..< ``mostPoints``.
  ///
  /// - Complexity: At most 32 exclusive ors a coordinate.
  public subscript(index: Int) -> [Double] {
    precondition(0 <= index && index < SobolSequence.mostPoints, "the sequence has 2^32 points")
    let gray = UInt32(index) ^ UInt32(index) >> 1
    return (0..<dimensions).map { dimension in
      var rest = gray
      var digits: UInt32 = shifts.isEmpty ? 0 : shifts[dimension]
      while rest != 0 {
        digits ^= directions[dimension * SobolTable.digits + rest.trailingZeroBitCount]
        rest &= rest - 1
      }
      return (Double(digits) + (shifts.isEmpty ? 0 : 0.5)) * 0x1p-32
    }
  }
}
