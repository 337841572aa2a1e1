import Randomness
import Testing

@Suite struct PhiloxTests {
  /// The lines `philox4x32 10` of `kat_vectors`, distributed with Random123 by the paper's authors
  /// (Salmon, Moraes, Dror, Shaw 2011, doi:10.1145/2063384.2063405).
  @Test("philox4x32-10 gives the published answers")
  func philox4X() {
    #expect(
      Philox4x32.block(counter: SIMD4(0, 0, 0, 0), key: SIMD2(0, 0))
        == SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
    #expect(
      Philox4x32.block(counter: SIMD4(repeating: .max), key: SIMD2(repeating: .max))
        == SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
    #expect(
      Philox4x32.block(
        counter: SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
        key: SIMD2(0xa409_3822, 0x299f_31d0))
        == SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
  }

  @Test("the halves of words are the words of block, low word first")
  func halvesWordsWords() {
    let (low, high) = Philox4x32.words(
      low: 0x85a3_08d3_243f_6a88, high: 0x0370_7344_1319_8a2e, key: 0x299f_31d0_a409_3822)
    #expect(low == 0x94fd_cceb_d16c_fe09)
    #expect(high == 0x2412_6ea1_5001_e420)
  }

  /// The third answer above in one lane, beside a counter that shares its lower half.
  @Test("two counters at once give what each gives alone")
  func pairs() {
    let low: UInt64 = 0x85a3_08d3_243f_6a88
    let key: UInt64 = 0x299f_31d0_a409_3822
    var high: UInt64 = 0x0370_7344_1319_8a2e
    for _ in 0..<1000 {
      let other = high &* 0x5851_F42D_4C95_7F2D &+ 0x1405_7B7E_F767_814F
      let words = Philox4x32.lowWords(low: low, highs: SIMD2(high, other), key: key)
      #expect(words[0] == Philox4x32.words(low: low, high: high, key: key).low)
      #expect(words[1] == Philox4x32.words(low: low, high: other, key: key).low)
      high = other
    }
    let first = Philox4x32.lowWords(low: low, highs: SIMD2(0x0370_7344_1319_8a2e, 0), key: key)
    #expect(first[0] == 0x94fd_cceb_d16c_fe09)
  }
}
