import Foundation
import Tables
import Testing

@Suite struct DisplayWidthTests {
  private static func fixture(_ name: String) throws -> [[Substring]] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: folder.appending(path: "Fixtures/widths/\(name).csv"), encoding: .utf8)
    return text.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
  }

  /// wcwidth 0.7.0 with the tables of Unicode 17.0; characters that the standard library does not
  /// know yet are left out.
  @Test("every character takes the cells that the peer made of Unicode's tables gives it")
  func characterTakesCells() throws {
    var (compared, wrong) = (0, [String]())
    for row in try Self.fixture("scalars") {
      let first = try #require(UInt32(row[0], radix: 16))
      let last = try #require(UInt32(row[1], radix: 16))
      let cells = try #require(Int(row[2]))
      for value in first...last {
        guard let scalar = Unicode.Scalar(value), scalar.properties.age != nil else { continue }
        compared += 1
        let got = DisplayWidth.of(String(Character(scalar)))
        if got != cells { wrong.append("U+\(String(value, radix: 16)) takes \(cells), not \(got)") }
      }
    }
    #expect(compared > 250_000)
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(30).joined(separator: "; "))")
  }

  /// Unicode's emoji-test.txt, Emoji 15.0: flags, skin tones, families, keycaps.
  @Test("every emoji for general interchange is one picture of two cells")
  func emojiGeneralInterchange() throws {
    let rows = try Self.fixture("sequences")
    #expect(rows.count > 3_600)
    for row in rows {
      var text = String.UnicodeScalarView()
      for word in row[0].split(separator: " ") {
        text.append(try #require(UInt32(word, radix: 16).flatMap(Unicode.Scalar.init)))
      }
      #expect(DisplayWidth.of(String(text)) == Int(row[1]), "\(row[0])")
    }
  }

  // Texts of several characters: sums of the cells above. The soft hyphen is a cell; Kuhn's wcwidth
  // (2007) has it so, and terminals.
  @Test(
    "a text takes the cells of its characters, a sequence those of its picture",
    arguments: [
      ("", 0), ("peace", 5), ("日本", 4), ("Ａ", 2), ("e\u{301}", 1), ("\u{200E}", 0), ("قطر", 3), ("🕊", 1),
      ("🕊\u{FE0F}", 2),
      ("مَ", 1), ("می\u{200C}شود", 5), ("co\u{AD}operate", 10), ("🇫🇷🇩🇪", 4), ("🇮🇱 🇵🇸", 5), ("a👍🏽b", 4), ("👨‍👩‍👧", 2),
      ("☝🏽", 2), ("1\u{FE0F}\u{20E3}", 2), ("a\tb\n", 2), ("\r\n", 0), ("कि", 2),
      ("\u{1112}\u{1161}\u{11AB}", 2),
      ("ｶﾞ", 2), ("≥ 5", 3), ("…", 1),
    ])
  func textTakesCells(text: String, cells: Int) {
    #expect(DisplayWidth.of(text) == cells)
  }

  @Test(
    "what is cut off leaves an ellipsis and fits",
    arguments: [
      ("peace", 5, "peace"), ("peace talks", 7, "peace…"), ("日本語", 4, "日…"), ("x", 0, ""), ("🇫🇷🇩🇪", 3, "🇫🇷…"),
      ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
    ])
  func cutOffLeaves(text: String, cells: Int, cut: String) {
    #expect(DisplayWidth.truncated(text, to: cells) == cut)
  }

  @Test("any text is cut and filled to exactly the cells of a column")
  func anyTextCut() {
    let alphabet = ["a", "é", "日", "🇫🇷", "👨‍👩‍👧", "\u{200D}", "\u{AD}", "ق", "\u{301}", " ", "☝🏽", "한", "\u{FE0F}"]
    for seed in 1...400 as ClosedRange<UInt64> {
      var state = seed
      let text = (0..<Int(seed % 17)).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return alphabet[Int((state >> 33) % UInt64(alphabet.count))]
      }.joined()
      for width in 1...12 {
        let cut = DisplayWidth.truncated(text, to: width)
        #expect(DisplayWidth.of(cut) <= width, "seed \(seed), width \(width)")
        for side in [DisplayWidth.Side.left, .right] {
          let filled = DisplayWidth.padded(cut, to: width, flush: side)
          #expect(DisplayWidth.of(filled) == width, "seed \(seed), width \(width)")
        }
      }
    }
  }
}
