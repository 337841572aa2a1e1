import Randomness
import Testing

@Suite struct StreamIDTests {
  /// Test vectors of FNV-1a, 64 bits, from the appendix of draft-eastlake-fnv.
  @Test(
    "FNV-1a gives the published hashes",
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
    ] as [(String, UInt64)])
  func fnv1Gives(text: String, hash: UInt64) {
    #expect(StreamID.fnv1a(text.utf8, from: 0xcbf2_9ce4_8422_2325) == hash)
  }

  /// The first outputs of SplitMix64 for seed 1234567, as widely printed from the authors'
  /// reference code.
  @Test("the finishing function gives the outputs of SplitMix64")
  func finishingFunctionGives() {
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    for (index, output) in expected.enumerated() {
      #expect(StreamID.mix(1_234_567 &+ UInt64(index + 1) &* 0x9e37_79b9_7f4a_7c15) == output)
    }
  }

  @Test("a path built in steps names the same stream as the whole path")
  func pathBuiltSteps() {
    let whole = StreamID("parties.hamas.willingness")
    #expect(StreamID("parties").child("hamas").child("willingness") == whole)
    #expect(StreamID("forums.paris").child(0) == StreamID("forums.paris[0]"))
    #expect(StreamID("forums.paris").child(1205) == StreamID("forums.paris[1205]"))
    #expect(StreamID("a").child(Int.min) == StreamID("a[-9223372036854775808]"))
    #expect(StreamID("a").child(Int.max) == StreamID("a[9223372036854775807]"))
    #expect(StreamID("a").child(10).child("b") == StreamID("a[10].b"))
  }

  @Test("different paths have different values")
  func differentPathsHave() {
    var seen: Set<UInt64> = []
    for party in 0..<100 {
      let base = StreamID("parties.party\(party)")
      for index in 0..<100 {
        seen.insert(base.child(index).value)
        seen.insert(base.child("issue\(index)").value)
      }
    }
    #expect(seen.count == 20_000)
  }
}
