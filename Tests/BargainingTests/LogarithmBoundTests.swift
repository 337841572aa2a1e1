import Bargaining
import Testing

struct LogarithmBoundTests {
  @Test("the bound lies above the logarithm but not far above")
  func boundLiesAbove() {
    var y = 1e-4
    while y < 50 {
      // ln y by its series in (y - 1) / (y + 1) after halving down to [1, 2), sharing nothing with
      // the bound.
      var (rest, halvings) = (y, 0.0)
      while rest >= 2 { (rest, halvings) = (rest / 2, halvings + 1) }
      while rest < 1 { (rest, halvings) = (rest * 2, halvings - 1) }
      let z = (rest - 1) / (rest + 1)
      var (term, sum) = (z, 0.0)
      for n in 0..<20 {
        sum += 2 * term / Double(2 * n + 1)
        term *= z * z
      }
      let logarithm = sum + halvings * 0.6931471805599453
      let excess = LogarithmBound.above(y) - logarithm
      #expect(excess > 0 && excess < 2e-4, "ln \(y)")
      // Two at once are the same bits.
      let both = LogarithmBound.above(SIMD2(y, 3 * y))
      #expect(both.x == LogarithmBound.above(y) && both.y == LogarithmBound.above(3 * y))
      y *= 1.0007
    }
  }
}
