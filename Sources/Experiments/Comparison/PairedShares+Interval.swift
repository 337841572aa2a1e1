import Simulation

extension PairedShares {
  /// The limits of the difference: Tango's score interval, within -1 … 1; all of it without runs.
  ///
  /// - Parameter level: The confidence level, strictly between 0 and 1.
  package func interval(level: Double = 0.95) -> ClosedRange<Double> {
    guard let difference else { return -1...1 }
    let z = WilsonInterval.normalQuantile(level: level)
    return limit(from: difference, towards: -1, z)...limit(from: difference, towards: 1, z)
  }

  /// The last difference, from the observed one outwards, that the runs do not contradict.
  private func limit(from difference: Double, towards end: Double, _ z: Double) -> Double {
    if isCompatible(end, z) { return end }
    var (inside, outside) = (difference, end)
    // Each step halves the distance, which is 2 at the most.
    for _ in 0..<60 {
      let middle = (inside + outside) / 2
      if isCompatible(middle, z) { inside = middle } else { outside = middle }
    }
    return inside
  }

  private func isCompatible(_ difference: Double, _ z: Double) -> Bool {
    let (n, b, c) = (Double(total), Double(secondOnly), Double(firstOnly))
    // q solves 2n q² + slope q + rest = 0: Tango 1998, formula (10).
    let slope = (2 * n - b + c) * difference - b - c
    let rest = -c * difference * (1 - difference)
    let discriminant = max(slope * slope - 8 * n * rest, 0)
    let q = (discriminant.squareRoot() - slope) / (4 * n)
    let distance = b - c - n * difference
    return distance * distance <= z * z * n * (2 * q + difference * (1 - difference))
  }
}
