import Foundation
import Tables
import Testing

@Suite("Spelling of numbers") struct NumberSpellingTests {
  private func fixed(_ value: Double, _ decimals: Int) -> String {
    var buffer = ByteBuffer()
    buffer.append(real: value, decimals: decimals)
    return buffer.string
  }

  private func shortest(_ value: Double) -> String {
    var buffer = ByteBuffer()
    buffer.append(real: value)
    return buffer.string
  }

  @Test("integers of every length are spelled as the standard library spells them")
  func integers() {
    var values: [Int] = [0, -1, Int.min, Int.max]
    var power = 1
    for _ in 0..<18 {
      power *= 10
      values += [power - 1, power, power + 1, -power]
    }
    for value in values {
      var buffer = ByteBuffer()
      buffer.append(integer: value)
      #expect(buffer.string == String(value))
    }
    var buffer = ByteBuffer()
    buffer.append(unsigned: .max)
    #expect(buffer.string == "18446744073709551615")
  }

  // Ties as IEEE 754 defines them: 0.125, 0.375 and 2.5 are exact in binary, 0.15 is not (it is
  // 0.1499999999999999944…), nor is 1.005 (1.00499999999999989…).
  @Test(
    "fixed decimals are correctly rounded, exact ties to even",
    arguments: [
      (0.125, 2, "0.12"), (0.375, 2, "0.38"), (2.5, 0, "2"), (3.5, 0, "4"), (0.5, 0, "0"), (0.15, 1, "0.1"),
      (1.005, 2, "1.00"), (0.9999999, 6, "1.000000"), (-0.9996, 3, "-1.000"), (-0.0001, 3, "0.000"),
      (-0.0, 2, "0.00"), (123456789.125, 2, "123456789.12"), (0x1p53, 1, "9007199254740992.0"),
      (0.1, 15, "0.100000000000000"), (0x1p62, 2, "4611686018427387904.00"), (1e300, 2, "1e+300"),
      (.nan, 2, "nan"), (-.infinity, 2, "-inf"), (1.25, -3, "1"), (.leastNonzeroMagnitude, 3, "0.000"),
    ] as [(Double, Int, String)])
  func fixedDecimals(value: Double, decimals: Int, expected: String) {
    #expect(fixed(value, decimals) == expected)
  }

  @Test("fixed decimals equal C's printf on random numbers of many sizes")
  func fixedAgainstPrintf() {
    var state: UInt64 = 20_250_906
    for round in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var value = (Double(state >> 11) * 0x1p-53 - 0.5) * [1, 1e-3, 2, 1e3, 1e9][round % 5]
      // Every third number is a multiple of 1/64 and so a tie at five decimals or fewer.
      if round % 3 == 0 { value = (value * 64).rounded() / 64 }
      let decimals = round % 11
      var expected = String(format: "%.\(decimals)f", value)
      if expected.hasPrefix("-"), expected.allSatisfy({ "-0.".contains($0) }) { expected.removeFirst() }
      #expect(fixed(value, decimals) == expected)
    }
  }

  @Test(
    "the shortest spelling always shows that it is a real",
    arguments: [
      (2.0, "2.0"), (0.1, "0.1"), (0.1 + 0.2, "0.30000000000000004"), (1e-5, "1e-05"), (0.0001, "0.0001"),
      (1e16, "1e+16"), (123456789012.5, "123456789012.5"), (-0.0, "-0.0"), (.nan, "nan"), (.infinity, "inf"),
    ] as [(Double, String)])
  func shortestSpelling(value: Double, expected: String) {
    #expect(shortest(value) == expected)
  }

  @Test("the shortest spelling reads back as the same number")
  func shortestRoundTrip() {
    var state: UInt64 = 7
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(bitPattern: state)
      guard value.isFinite else { continue }
      #expect(Double(shortest(value)) == value)
    }
  }

  @Test("a buffer smaller than what is written grows and loses nothing")
  func growth() {
    var buffer = ByteBuffer(capacity: 1)
    var expected = ""
    for number in 0..<5_000 {
      buffer.append(integer: number)
      expected += String(number)
    }
    #expect(buffer.string == expected)
    #expect(buffer.count == expected.utf8.count)
    buffer.removeAll()
    #expect(buffer.bytes.isEmpty)
  }
}
