import Randomness
import Simulation

/// The difference of two shares of different runs.
///
/// Of runs on the same random numbers it claims less than it could: their luck is the same, and
/// cancels.
package struct ShareDifference {
  private let a: WilsonInterval
  private let b: WilsonInterval

  /// Of `a` less `b`.
  package init(_ a: WilsonInterval, _ b: WilsonInterval) {
    self.a = a
    self.b = b
  }

  package var value: Double { (a.share ?? 0) - (b.share ?? 0) }

  /// At the level of the two intervals: Newcombe 1998, method 10
  /// (doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I).
  package var interval: ClosedRange<Double> {
    let (p, q) = (a.share ?? 0, b.share ?? 0)
    func root(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
    return (p - q) - root(p - a.low, b.high - q)...(p - q) + root(a.high - p, q - b.low)
  }

  /// Of no difference, to either side, by the normal approximation with the pooled share; 1 where
  /// there is nothing to tell them apart.
  package var pValue: Double {
    let (m, n) = (Double(a.total), Double(b.total))
    let pooled = Double(a.count + b.count) / (m + n)
    let error = (pooled * (1 - pooled) * (1 / m + 1 / n)).squareRoot()
    guard error > 0 else { return 1 }
    return min(1, 2 * Elementary.normalCDF(-abs(value) / error))
  }

  /// Whether the greatest and the least of so many shares differ by more than the ends of as many
  /// equal ones would: each pair counts as tried (Bonferroni).
  package func isSettled(ofPoints points: Int) -> Bool {
    pValue * Double(points * (points - 1) / 2) < 0.05
  }
}
