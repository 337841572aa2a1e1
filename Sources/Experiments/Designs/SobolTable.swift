/// Direction numbers of the Sobol' sequence, after Joe and Kuo (2008, doi:10.1137/070709359).
///
/// Dimension j rests on a primitive polynomial over the field of two elements, of degree s,
///
///     x^s + a_1 x^(s-1) + … + a_(s-1) x + 1
///
/// and on odd initial numbers m_1 … m_s, m_k < 2^k. The direction numbers are v_k = m_k / 2^k for
/// k <= s and from there on
///
///     v_k = a_1 v_(k-1) ⊕ … ⊕ a_(s-1) v_(k-s+1) ⊕ v_(k-s) ⊕ v_(k-s) / 2^s
///
/// Dimension 1 has all m_k = 1: van der Corput's sequence. The table holds the other 1,110
/// dimensions, which use up the primitive polynomials of degree 13 and below; the authors' own goes
/// on to 21,201.
enum SobolTable {
  /// How many dimensions there are numbers for.
  static let dimensions = 1_111
  /// Binary digits of a direction number.
  static let digits = 32

  /// The first ``digits`` direction numbers of each of the first dimensions, one dimension after
  /// another, as multiples of 2^-32.
  static func directions(dimensions: Int) -> [UInt32] {
    var directions = (0..<digits).map { UInt32(1) << UInt32(digits - 1 - $0) }
    directions.reserveCapacity(dimensions * digits)
    for row in rows.prefix(dimensions - 1) {
      appendDirections(coefficients: row[0], initial: row.dropFirst(), to: &directions)
    }
    return directions
  }

  private static func appendDirections(
    coefficients: UInt32, initial: ArraySlice<UInt32>, to directions: inout [UInt32]
  ) {
    let degree = initial.count
    let start = directions.count
    for (index, number) in initial.enumerated() {
      directions.append(number << UInt32(digits - 1 - index))
    }
    for index in start + degree..<start + digits {
      let oldest = directions[index - degree]
      var next = oldest ^ (oldest >> UInt32(degree))
      for lag in 1..<max(degree, 1) where coefficients >> UInt32(degree - 1 - lag) & 1 == 1 {
        next ^= directions[index - lag]
      }
      directions.append(next)
    }
  }

  /// For each dimension from the second: the coefficients, then the initial numbers.
  private static let rows: [[UInt32]] = [joeKuoToDegree12, joeKuoOfDegree13].flatMap { table in
    table.utf8.split(separator: UInt8(ascii: ",")).map { row in
      row.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map { digits in
        digits.reduce(0) { $0 * 10 + UInt32($1 - UInt8(ascii: "0")) }
      }
    }
  }
}
