import Simulation

/// Outcomes of a stochastic model at points drawn in several independent replicates, twice at each
/// point with luck of its own.
///
/// With Y the outcome of one run, x the numbers that a point holds and f(x) = E[Y | x], the two
/// outcomes y, y' of a point are independent given x, so that
///
///     Var f             = Cov(y, y')                                     what the numbers bring about
///     Var E[Y | x_j]    = E[y_i y_k] - E[y]²    i ≠ k near in x_j          of number j alone
///     E[Var(f | x_~j)]  = E[(y - z)(y' - z')]/2  z, z' with x_j drawn anew  of number j with others
///
/// without any bias from luck, however few runs there are. The second is found for all numbers
/// from one sample (given-data estimation: Plischke, Borgonovo, Smith 2013,
/// doi:10.1016/j.ejor.2012.11.047; Gamboa, Gremaud, Klein, Lagnoux 2022, doi:10.3150/21-BEJ1421):
/// points are sorted by x_j, neighbours put into bins, and products taken of different points of a
/// bin. The third is Jansen's estimator (1999, doi:10.1016/S0010-4655(98)00154-4) with each
/// difference taken twice, on common random numbers of its own: it is 0 wherever one of them is.
///
/// Intervals come from leaving out one replicate at a time (jackknife: Efron, Stein 1981,
/// doi:10.1214/aos/1176345462).
package struct PairedSample: Sendable {
  /// How many points each replicate has, at least 2.
  package let perReplicate: Int
  /// The outcomes of all points, replicate after replicate; a whole number of replicates, at least
  /// 2.
  package let pairs: [SIMD2<Double>]
  /// Taken off every outcome, so that products of large outcomes do not drown their differences.
  private let center: Double

  package init(_ pairs: [SIMD2<Double>], perReplicate: Int) {
    precondition(
      perReplicate >= 2 && pairs.count >= 2 * perReplicate && pairs.count.isMultiple(of: perReplicate))
    self.pairs = pairs
    self.perReplicate = perReplicate
    center = pairs.reduce(0) { $0 + ($1.x + $1.y) / 2 } / Double(pairs.count)
  }

  package var replicates: Int { pairs.count / perReplicate }
  /// The mean outcome.
  package var mean: Double { center }

  /// The variance of f over the points: `Cov(y, y')`, replicate by replicate.
  package var explained: [Double] {
    perReplicate { block in
      let means = block.reduce(SIMD2(0, 0), +) / Double(block.count)
      return block.reduce(0) { $0 + ($1.x - means.x) * ($1.y - means.y) } / Double(block.count - 1)
    }
  }

  /// The variance of one run's outcome, replicate by replicate.
  package var whole: [Double] {
    perReplicate { block in
      let means = block.reduce(SIMD2(0, 0), +) / Double(block.count)
      return block.reduce(0) { sum, pair in
        let off = pair - means
        return sum + (off.x * off.x + off.y * off.y) / 2
      } / Double(block.count - 1)
    }
  }

  /// Var E[Y | x_j], replicate by replicate.
  ///
  /// - Parameter level: coordinate j of a point, by its number among all.
  package func alone(_ level: (Int) -> Double) -> [Double] {
    (0..<replicates).map { replicate in
      let first = replicate * perReplicate
      let levels = (first..<first + perReplicate).map(level)
      // Of equal levels the earlier point first: the order is part of the result.
      let order = levels.indices.sorted { (levels[$0], $0) < (levels[$1], $1) }
      let outcomes = order.map { (pairs[first + $0].x + pairs[first + $0].y) / 2 - center }
      var between = 0.0
      for bin in bins {
        between += Double(bin.count) * PairedSample.product(of: outcomes[bin])
      }
      return between / Double(perReplicate) - PairedSample.product(of: outcomes[...])
    }
  }

  /// E[Var(f | all but x_j)], replicate by replicate, from the first points of each.
  ///
  /// - Parameters:
  ///   - redrawn: outcomes with x_j drawn anew, of the same runs; as many for each replicate.
  package func together(_ redrawn: [SIMD2<Double>]) -> [Double] {
    let count = redrawn.count / replicates
    precondition(count >= 1 && count <= perReplicate && redrawn.count == count * replicates)
    return (0..<replicates).map { replicate in
      var sum = 0.0
      for index in 0..<count {
        let difference = pairs[replicate * perReplicate + index] - redrawn[replicate * count + index]
        sum += difference.x * difference.y / 2
      }
      return sum / Double(count)
    }
  }

  /// Neighbours that are taken together: some 64 bins of at least 2 points; the last may be larger.
  private var bins: [Range<Int>] {
    let size = max(2, perReplicate / 64)
    let count = perReplicate / size
    return (0..<count).map { $0 * size..<($0 == count - 1 ? perReplicate : ($0 + 1) * size) }
  }

  /// The mean product of two different ones.
  private static func product(of outcomes: ArraySlice<Double>) -> Double {
    let sum = outcomes.reduce(0, +)
    let squares = outcomes.reduce(0) { $0 + $1 * $1 }
    return (sum * sum - squares) / Double(outcomes.count * (outcomes.count - 1))
  }

  private func perReplicate(_ estimate: ([SIMD2<Double>]) -> Double) -> [Double] {
    (0..<replicates).map { replicate in
      estimate(pairs[replicate * perReplicate..<(replicate + 1) * perReplicate].map { $0 - center })
    }
  }
}

extension SensitivityIndex {
  /// The ratio of two sums over independent replicates, with its 95% interval by the jackknife; 0
  /// with half-width 0 where the denominator is not above 0.
  package init(_ numerators: [Double], over denominators: [Double]) {
    let (top, bottom) = (numerators.reduce(0, +), denominators.reduce(0, +))
    guard bottom > 0 else {
      self.init(estimate: 0, halfWidth: 0)
      return
    }
    let count = Double(numerators.count)
    let without = zip(numerators, denominators).map { one, other in
      bottom - other > 0 ? (top - one) / (bottom - other) : top / bottom
    }
    let mean = without.reduce(0, +) / count
    let variance = without.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } * (count - 1) / count
    self.init(
      estimate: top / bottom,
      halfWidth: SensitivityIndex.studentQuantile(degrees: numerators.count - 1) * variance.squareRoot())
  }

  /// The t that Student's variable stays within, on both sides, with probability 0.95.
  ///
  /// By the expansion in the degrees of freedom of Abramowitz and Stegun 1964, 26.7.5, good to
  /// four digits from 8 degrees on; below that from tables.
  package static func studentQuantile(degrees: Int) -> Double {
    let few = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646]
    guard degrees > few.count else { return few[max(degrees, 1) - 1] }
    let z = WilsonInterval.normalQuantile(level: 0.95)
    let (z2, n) = (z * z, Double(degrees))
    let first = z * (z2 + 1) / 4
    let second = z * ((5 * z2 + 16) * z2 + 3) / 96
    let third = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384
    return z + (first + (second + third / n) / n) / n
  }
}
