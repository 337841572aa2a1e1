import Randomness

/// What is done to the digits of a Sobol' sequence.
public enum SobolScramble: Sendable, Hashable {
  /// Nothing: the sequence as published, which begins at the corner 0.
  case none
  /// A random linear scramble and a random digital shift, both fixed by the seed.
  ///
  /// Matoušek 1998 (doi:10.1006/jcom.1998.0489): the digits of each coordinate, the most
  /// significant first, are multiplied by a random lower triangular matrix with ones on its
  /// diagonal, then random digits are added (modulo 2). Any 2^k points stay as even as they were
  /// and each point alone is uniform in the cube, so that the mean over a scrambled sequence is
  /// unbiased, and seeds differ as repetitions do. Coordinates are odd multiples of 2^-33: 0 and 1
  /// do not occur. A dimension's scramble does not depend on how many there are.
  case seeded(UInt64)

  static func scrambled(
    _ directions: [UInt32], seed: UInt64
  ) -> (directions: [UInt32], shifts: [UInt32]) {
    var scrambled = directions
    var shifts: [UInt32] = []
    for dimension in 0..<directions.count / SobolTable.digits {
      var stream = RandomStream(
        seed: seed, run: UInt32(dimension), stream: StreamID("designs.sobol.scramble"))
      let rows = (0..<SobolTable.digits).map { row in
        let diagonal = UInt32(1) << UInt32(SobolTable.digits - 1 - row)
        // Only digits more significant than the diagonal's take part.
        return diagonal | UInt32(truncatingIfNeeded: stream.next() >> 32) & ~(diagonal | (diagonal - 1))
      }
      for index in dimension * SobolTable.digits..<(dimension + 1) * SobolTable.digits {
        scrambled[index] = rows.reduce(0) { digits, row in
          digits << 1 | UInt32((row & directions[index]).nonzeroBitCount & 1)
        }
      }
      shifts.append(UInt32(truncatingIfNeeded: stream.next() >> 32))
    }
    return (scrambled, shifts)
  }
}
