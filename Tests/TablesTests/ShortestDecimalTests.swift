import Tables
import Testing

@Suite struct ShortestDecimalTests {
  private static func spelling(_ value: Double) -> String {
    var buffer = ByteBuffer()
    buffer.append(real: value)
    return buffer.string
  }

  @Test("reals are spelled as the standard library spells them")
  func realsSpelledStandard() {
    var state: UInt64 = 20
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
    for index in 0..<40_000 {
      let unit = Double(next() >> 11) * 0x1p-53
      let power = Double(sign: .plus, exponent: Int(next() >> 40 & 63), significand: 1)
      var decimal = 1.0
      for _ in 0..<index % 18 { decimal *= 10 }
      let values = [
        unit, -unit, 8 * unit, -0.02 * unit, 0.001 * unit, unit * power, unit / power,
        (2 * unit * power).rounded() / power, (8 * unit * decimal).rounded() / decimal,
        Double(bitPattern: next()),
      ]
      for value in values { #expect(Self.spelling(value) == value.description, "bits \(value.bitPattern)") }
    }
  }

  @Test("neighbours of round numbers are told apart")
  func neighboursRoundNumbers() {
    for tenths in 1...79 {
      let value = Double(tenths) / 10
      for neighbour in [value.nextDown, value, value.nextUp] {
        #expect(Self.spelling(neighbour) == neighbour.description)
        #expect(Double(Self.spelling(neighbour)) == neighbour)
      }
    }
  }

  @Test(
    "numbers at the ends of the fast range are spelled as ever",
    arguments: [
      0.0, -0.0, 1, 8, 0.5, 1e-4, 1e-5, 0.50000762939453125, 0x1p-14, 7.999999999999999, .infinity,
      .leastNonzeroMagnitude,
    ])
  func numbersEndsFast(_ value: Double) {
    #expect(Self.spelling(value) == value.description)
  }
}
