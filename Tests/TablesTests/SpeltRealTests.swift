import Testing

@testable import Tables

@Suite("Numbers of fields, read fast")
struct SpeltRealTests {
  private static func read(_ text: String) -> SpeltReal? {
    // Eight bytes after the end may be read.
    let bytes = Array(text.utf8) + [UInt8](repeating: 0x39, count: 8)
    return bytes.withUnsafeBufferPointer { room in
      room.baseAddress.flatMap { SpeltReal($0, text.utf8.count) }
    }
  }

  private static func shortest(_ value: Double) -> String {
    var buffer = ByteBuffer(capacity: 64)
    buffer.append(real: value)
    return buffer.string
  }

  @Test("the value is that of the standard library, and whether it is spelt so as well")
  func sameAsLibrary() {
    // Seed 5.
    var state: UInt64 = 5
    var read = 0
    var shortest = 0
    for count in 0..<200_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let unit = Double(state >> 11) * 0x1p-53
      let value = [unit, unit * 8, unit / 1000, (unit * 1e6).rounded() / 1e6, -unit][count % 5]
      var text = value.description
      // Digits that are too many, too few or other than the shortest.
      switch count % 7 {
      case 0: text += "0"
      case 1: text = String(text.dropLast())
      case 2: text = String(text.dropLast()) + "\(count % 10)"
      default: break
      }
      guard NumberLexeme.isNumber(text), let spelt = SpeltRealTests.read(text) else { continue }
      read += 1
      #expect(spelt.value == Double(text), "\(text)")
      let isShortest = Double(text).map(SpeltRealTests.shortest) == text
      // It may be unsure, but never wrong.
      if spelt.isShortest { #expect(isShortest, "\(text)") }
      if spelt.isShortest { shortest += 1 }
    }
    #expect(read > 150_000)
    #expect(shortest > 90_000)
  }

  @Test(
    "edges of the fast path",
    arguments: [
      ("0.0", true), ("-0.0", true), ("0.00", false), ("5", false), ("5.0", true), ("0.0001", true),
      ("0.00009", false), ("999999999999999.0", false), ("99999999999999.9", true),
      ("9007199254740993.0", false), ("0.1", true), ("0.10000000000000001", false),
      ("0.30000000000000004", true), ("0.8000000000000007", true),
    ])
  func edges(text: String, isShortest: Bool) {
    if let spelt = SpeltRealTests.read(text) {
      #expect(spelt.value == Double(text))
      #expect(spelt.value.sign == Double(text)?.sign)
      #expect(spelt.isShortest == isShortest)
    } else {
      #expect(!isShortest, "\(text)")
    }
  }

  @Test("exponents and what is not finite are left to the library")
  func others() {
    for text in ["1e-07", "nan", "inf", "-inf", "0.12345678901234567890123"] {
      #expect(SpeltRealTests.read(text) == nil, "\(text)")
    }
  }
}

extension NumberLexeme {
  fileprivate static func isNumber(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { kind(of: $0) != .text }
  }
}
