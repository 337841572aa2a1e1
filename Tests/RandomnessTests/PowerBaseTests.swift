import Randomness
import Testing

struct PowerBaseTests {
  @Test("powers of a base are bit for bit those of pow")
  func powersBaseBit() {
    let seed: UInt64 = 23
    var dice = RandomStream(seed: seed, run: 0, stream: StreamID("powers"))
    let odd = [
      0, -0.0, 1, -1, -2, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 0.5,
      1e300,
    ]
    let bases =
      odd + (0..<300).map { _ in dice.uniform() } + (0..<100).map { _ in dice.uniform() * 1e6 - 5e5 }
    let exponents = odd + [3, 10, -7] + (0..<100).map { _ in dice.uniform() * 40 - 10 }
    for x in bases {
      let base = Elementary.PowerBase(x)
      for y in exponents {
        let (actual, expected) = (base.raised(to: y), Elementary.pow(x, y))
        #expect(actual.bitPattern == expected.bitPattern || actual.isNaN && expected.isNaN, "\(x)^\(y)")
      }
    }
  }
}
