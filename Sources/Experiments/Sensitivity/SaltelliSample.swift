/// The outcomes of a ``SaltelliDesign``, standardised and sorted by matrix.
struct SaltelliSample {
  /// N, the base points.
  let count: Int
  /// The standard deviation that outcomes were divided by; 0 when they are all the same.
  let scale: Double
  /// All j < k, when the second order is wanted.
  let pairs: [SIMD2<Int>]
  private let a: [Double]
  private let b: [Double]
  /// By input, then by base point.
  private let ab: [[Double]]
  private let ba: [[Double]]

  init(_ outcomes: [Double], inputs: Int, secondOrder: Bool) {
    let rows = SaltelliDesign.rowsPerSample(inputs, secondOrder: secondOrder)
    let mean = outcomes.reduce(0, +) / Double(outcomes.count)
    let spread =
      (outcomes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(outcomes.count)).squareRoot()
    // The mean of equal numbers may differ from them in the last digit.
    let isConstant = outcomes.allSatisfy { $0 == outcomes[0] }
    let scale = isConstant ? 0 : spread
    let count = outcomes.count / rows
    func column(_ row: Int) -> [Double] {
      (0..<count).map { scale == 0 ? 0 : (outcomes[$0 * rows + row] - mean) / scale }
    }
    self.scale = scale
    self.count = count
    a = column(0)
    b = column(rows - 1)
    ab = (0..<inputs).map { column(1 + $0) }
    ba = secondOrder ? (0..<inputs).map { column(1 + inputs + $0) } : []
    pairs =
      secondOrder
      ? (0..<inputs).flatMap { j in (j + 1..<max(inputs, j + 1)).map { SIMD2(j, $0) } } : []
  }

  /// S_j of every input, then ST_j of every input, then S_jk of every pair, when base point i
  /// counts `weights[i]` times. All are 0 when A and B do not vary.
  func indices(_ weights: [Double]) -> [Double] {
    let scale = variance(weights) * Double(count)
    guard scale > 0 else { return [Double](repeating: 0, count: 2 * ab.count + pairs.count) }
    let first = ab.map { mixed in
      sum(weights) { b[$0] * (mixed[$0] - a[$0]) } / scale
    }
    let total = ab.map { mixed in
      sum(weights) { (a[$0] - mixed[$0]) * (a[$0] - mixed[$0]) } / 2 / scale
    }
    let second = pairs.map { pair in
      sum(weights) { ba[pair[0]][$0] * ab[pair[1]][$0] - a[$0] * b[$0] } / scale - first[pair[0]]
        - first[pair[1]]
    }
    return first + total + second
  }

  /// The population variance of A and B together.
  func variance(_ weights: [Double]) -> Double {
    let mean = sum(weights) { a[$0] + b[$0] } / Double(2 * count)
    return sum(weights) { (a[$0] - mean) * (a[$0] - mean) + (b[$0] - mean) * (b[$0] - mean) }
      / Double(2 * count)
  }

  @inline(__always)
  private func sum(_ weights: [Double], _ term: (Int) -> Double) -> Double {
    var sum = 0.0
    for index in 0..<count { sum += weights[index] * term(index) }
    return sum
  }
}
