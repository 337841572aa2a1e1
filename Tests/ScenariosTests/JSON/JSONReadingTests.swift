import Scenarios
import Testing

/// What is accepted, and as which value. Grammar: RFC 8259 and json5.org (1.0.0).
@Suite struct JSONReadingTests {
  @Test(
    "a text means what RFC 8259 and JSON5 say",
    arguments: [
      ("{}", "{}"), ("[]", "[]"), ("[1,2,]", "[1.0,2.0]"), ("{\"a\":1,}", "{\"a\":1.0}"),
      ("true", "true"), ("[true,false,null]", "[true,false,null]"),
      ("// c\n{ /* d */ \"a\" /* e */ : // f\n 1 } // g", "{\"a\":1.0}"),
      ("/* a * / ** */ 1", "1.0"), ("1 //", "1.0"),
      ("{a: 1, $b_2: 2, \u{628}\u{627}: 3}", "{\"a\":1.0,\"$b_2\":2.0,\"\u{628}\u{627}\":3.0}"),
      ("{true: 1, null: 2}", "{\"true\":1.0,\"null\":2.0}"),
      ("'it\\'s \"so\"'", "\"it's \"so\"\""), ("\"a\\u0041\\x42\\tz\"", "\"aAB\tz\""),
      ("\"\\uD83D\\uDE00\"", "\"😀\""), ("\"\\u00e9\"", "\"é\""), ("\"a\\\nb\\\r\nc\"", "\"abc\""),
      ("\"\\q\\/\\\\\"", "\"q/\\\""), ("\"a\tb\"", "\"a\tb\""), ("\"\\0\"", "\"\0\""),
      ("\u{A0}\u{2003}1\u{FEFF}", "1.0"), ("\u{FEFF}[1]", "[1.0]"),
      ("{\"\":{\"\":[]}}", "{\"\":{\"\":[]}}"),
    ])
  func meaning(_ text: String, _ expected: String) {
    let parsed = Parsed(text)
    #expect(parsed.faults == [])
    #expect(parsed.isShapeKnown)
    #expect(plain(parsed.root) == expected)
  }

  @Test(
    "a number is the double nearest to what is written",
    arguments: [
      ("0", 0.0), ("-0.5", -0.5), ("+1", 1), (".5", 0.5), ("5.", 5), ("1e3", 1000), ("1E+2", 100),
      ("25e-2", 0.25), ("0x1F", 31), ("-0xff", -255), ("0.1", 0.1), ("0e-400", 0),
      ("9007199254740993", 9_007_199_254_740_992), ("123456789012345678901234567890", 1.2345678901234568e29),
    ])
  func number(_ text: String, _ expected: Double) {
    let parsed = Parsed(text)
    #expect(parsed.faults == [])
    guard case .number(let number)? = parsed.root?.value else {
      Issue.record("no number")
      return
    }
    #expect(number == expected)
  }

  @Test("short and long ways to write a number agree with the standard library")
  func randomNumbers() {
    var random = SplitMix(seed: 1)
    for _ in 0..<5_000 {
      let whole = String(random.below(2) == 0 ? 0 : random.below(1_000_000_000))
      let fraction = (0..<1 + random.below(12)).map { _ in String(random.below(10)) }.joined()
      let text = "\(whole).\(fraction)" + (random.below(4) == 0 ? "e\(random.below(40) - 20)" : "")
      guard case .number(let number)? = Parsed(text).root?.value else {
        Issue.record("\(text) was refused")
        return
      }
      #expect(number == Double(text), "\(text)")
    }
  }

  @Test("every value and key knows where it stands")
  func spans() throws {
    let parsed = Parsed("{\"a\": [10, x]}\n")
    let member = try #require(parsed.root?.members?.first)
    #expect(parsed.root?.span == SourceSpan(file: 0, start: 0, end: 14))
    #expect(member.keySpan == SourceSpan(file: 0, start: 1, end: 4))
    #expect(member.value.span == SourceSpan(file: 0, start: 6, end: 13))
    guard case .array(let elements) = member.value.value else {
      Issue.record("no list")
      return
    }
    #expect(elements[0].span == SourceSpan(file: 0, start: 7, end: 9))
  }

  @Test("members keep the order of the file")
  func order() {
    let keys = (0..<50).map { "k\(($0 * 37) % 50)" }
    let text = "{" + keys.map { "\"\($0)\": 0" }.joined(separator: ",") + "}"
    #expect(Parsed(text).root?.members?.map(\.key) == keys)
  }
}
