import Foundation
import Scenarios
import Testing

/// Texts made to break a reader.
@Suite struct HostileTextTests {
  @Test("bytes that are not UTF-8 are reported with place and offset")
  func encoding() {
    #expect(
      Parsed(bytes: Array("{\"é\": \"".utf8) + [0xE9] + Array("\"}".utf8)).faults
        == ["1:8 not UTF-8: byte 0xE9 at offset 8 | save the file as UTF-8"])
    #expect(
      Parsed(bytes: Array("{\n\n  ".utf8) + [0xC0, 0xAF]).faults
        == ["3:3 not UTF-8: byte 0xC0 at offset 5 | save the file as UTF-8"])
    #expect(
      Parsed(bytes: [0xFF, 0xFE, 0x7B, 0x00]).faults == ["1:1 this file is UTF-16 | save it as UTF-8"])
  }

  /// Well-formed and ill-formed sequences of table 3-7 of the Unicode Standard, 15.0.
  @Test(
    "UTF-8 is what the Unicode Standard says",
    arguments: [
      ([0x61, 0xC3, 0xA9, 0xE2, 0x82, 0xAC, 0xF0, 0x9F, 0x98, 0x80], nil),
      ([0xEF, 0xBF, 0xBF, 0xF4, 0x8F, 0xBF, 0xBF, 0xED, 0x9F, 0xBF], nil),
      ([0x61, 0x80], 1), ([0xC1, 0xBF], 0), ([0xE0, 0x9F, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
      ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF5, 0x80, 0x80, 0x80], 0), ([0x61, 0xE2, 0x82], 1),
      ([0xF0, 0x9F, 0x98], 0), ([0xC3], 0), ([0xE2, 0x28, 0xA1], 0), ([0xE2, 0x82, 0x28], 0),
      ([0xF0, 0x80, 0x80, 0x80], 0),
    ] as [([UInt8], Int?)])
  func wellFormed(_ bytes: [UInt8], _ fault: Int?) {
    #expect(UTF8Validity.firstFault(in: bytes) == fault)
  }

  @Test("nesting of any depth is an error and not a crash", arguments: [101, 10_000, 1_000_000])
  func nesting(_ depth: Int) {
    let lists = Parsed(String(repeating: "[", count: depth))
    #expect(
      lists.faults == ["1:101 nested more than 100 levels deep | nothing after this was read"])
    let objects = Parsed(String(repeating: "{\"a\":", count: depth))
    #expect(
      objects.faults == ["1:501 nested more than 100 levels deep | nothing after this was read"])
  }

  @Test("a hundred levels are read")
  func deepButFine() {
    let text = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    #expect(Parsed(text).faults == [])
  }

  @Test("a text larger than the limit is refused before it is parsed")
  func large() {
    let bytes = [UInt8](repeating: 0x20, count: SourceText.largestFile + 1)
    #expect(
      Parsed(bytes: bytes).diagnostics.description
        == "t: error: the file has 16777217 bytes; a scenario file may have at most 16777216\n")
  }

  @Test("a large text on one line is read, and its faults are quoted in part")
  func longLine() {
    var bytes = Array("[".utf8)
    for _ in 0..<200_000 { bytes.append(contentsOf: "\"é\",".utf8) }
    bytes.append(contentsOf: "@]".utf8)
    let text = Parsed(bytes: bytes).diagnostics.description
    let lead = String(repeating: "\"é\",", count: 30).suffix(118)
    #expect(
      text == "t:1:800002: error: unexpected '@'\n    1 | …\(lead)@]\n"
        + "      | \(String(repeating: " ", count: 119))^\n")
  }

  @Test("random bytes and random damage are refused with a place or accepted, and reading ends")
  func fuzz() {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix(seed: seed)
    let original = Array(
      """
      {
        // a comment
        "name": {"en": "Talks", "ar": "محادثات"}, 'rounds': 0x3C, /* b */
        "issues": {"aid": {"options": ["a", "b",], "status_quo": "a"}},
        parties: [{"weight": {"uniform": [.1, +5.]}}, true, null, -1.5e-3],
      }
      """.utf8)
    let palette = Array("{}[]\",':/*\\ \n\t0x1e+-.tnuf@\u{e9}😀".utf8) + [0, 0xFF, 0x80]
    for round in 0..<20_000 {
      var bytes = original
      for _ in 0...random.below(4) {
        let place = random.below(bytes.count)
        switch random.below(4) {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes[place] = palette[random.below(palette.count)]
        case 2: bytes.insert(palette[random.below(palette.count)], at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.below(12)))
        }
        if bytes.isEmpty { bytes = [0x20] }
      }
      let parsed = Parsed(bytes: bytes)
      let isBad =
        parsed.diagnostics.list().contains { $0.line < 1 || $0.column < 1 }
        || (parsed.root == nil && parsed.diagnostics.isEmpty)
      if isBad {
        Issue.record("seed \(seed), round \(round): \(String(decoding: bytes, as: UTF8.self))")
        return
      }
    }
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195), enough to damage files.
struct SplitMix {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
