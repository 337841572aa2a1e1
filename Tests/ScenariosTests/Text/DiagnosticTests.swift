import Scenarios
import Testing

/// How faults look when they are printed.
@Suite struct DiagnosticTests {
  private func told(_ text: String, at offset: Int, hint: String = "") -> String {
    var diagnostics = Diagnostics()
    let file = diagnostics.add(SourceText(name: "a.jsonc", text: text))
    diagnostics.error(at: SourceSpan(file: file, start: offset, end: offset), "wrong", hint: "\(hint)")
    return diagnostics.description
  }

  @Test("the line is quoted with its number and the caret stands under the place")
  func plain() {
    #expect(
      told("{\n  \"a\": 1\n}\n", at: 7, hint: "did you mean \"b\"?") == """
        a.jsonc:2:6: error: wrong
            2 |   "a": 1
              |      ^ did you mean "b"?

        """)
  }

  @Test("without a hint the caret stands alone")
  func bare() {
    #expect(told("x", at: 0) == "a.jsonc:1:1: error: wrong\n    1 | x\n      | ^\n")
  }

  @Test("a place past the last character is the end of the line")
  func end() {
    #expect(told("ab\r\ncd", at: 2) == "a.jsonc:1:3: error: wrong\n    1 | ab\n      |   ^\n")
    #expect(told("ab\n", at: 3) == "a.jsonc:2:1: error: wrong\n    2 |\n      | ^\n")
    #expect(told("ab", at: 99) == "a.jsonc:1:3: error: wrong\n    1 | ab\n      |   ^\n")
  }

  @Test("tabs stay tabs, so that the caret stands right at any tab width")
  func tabs() {
    #expect(
      told("\t\"a\"\t: 1", at: 5) == "a.jsonc:1:6: error: wrong\n    1 | \t\"a\"\t: 1\n      | \t   \t^\n")
  }

  @Test("columns count characters; the caret knows wide characters and marks without width")
  func characters() {
    // Arabic letters with a vowel mark: four scalars, three cells.
    #expect(told("بَاب x", at: 9) == "a.jsonc:1:6: error: wrong\n    1 | بَاب x\n      |     ^\n")
    #expect(told("日本 x", at: 7) == "a.jsonc:1:4: error: wrong\n    1 | 日本 x\n      |      ^\n")
  }

  @Test("the caret stands under its place behind flags, families and emoji, each two cells wide")
  func pictures() {
    for picture in ["🇫🇷", "👨‍👩‍👧", "👍🏽", "1\u{FE0F}\u{20E3}", "漢"] {
      #expect(
        told("\(picture) x", at: picture.utf8.count + 1).hasSuffix(
          " wrong\n    1 | \(picture) x\n      |    ^\n"),
        "\(picture)")
    }
  }

  @Test("a byte-order mark is no column")
  func byteOrderMark() {
    #expect(told("\u{FEFF}x", at: 3) == "a.jsonc:1:1: error: wrong\n    1 | x\n      | ^\n")
  }

  @Test("control characters and those that reorder text are shown as escapes")
  func controls() {
    #expect(
      told("a\u{1B}\u{202E}b", at: 5)
        == "a.jsonc:1:4: error: wrong\n    1 | a\\u001B\\u202Eb\n      |              ^\n")
  }

  @Test("lines of 120 characters are quoted whole, longer ones around the caret")
  func cut() {
    let whole = String(repeating: "x", count: 120)
    #expect(told(whole, at: 0).contains(" | \(whole)\n"))
    let x70 = String(repeating: "x", count: 70)
    let y50 = String(repeating: "y", count: 50)
    let long = String(repeating: "x", count: 500) + String(repeating: "y", count: 500)
    #expect(
      told(long, at: 500) == "a.jsonc:1:501: error: wrong\n    1 | …\(x70)\(y50)…\n      |  "
        + "\(String(repeating: " ", count: 70))^\n")
    #expect(told(long, at: 0).contains(" | \(String(repeating: "x", count: 120))…\n      | ^\n"))
    #expect(told(long, at: 999).contains(" | …\(String(repeating: "y", count: 120))\n"))
  }

  @Test("the gutter grows with the line number")
  func gutter() {
    let text = String(repeating: "\n", count: 1_234_566) + "x"
    #expect(told(text, at: 1_234_566).hasSuffix(" wrong\n1234567 | x\n        | ^\n"))
  }

  @Test("a fault of the whole file has neither line nor excerpt")
  func wholeFile() {
    var diagnostics = Diagnostics()
    let file = diagnostics.add(SourceText(name: "b\u{7}.jsonc", text: ""))
    diagnostics.error(file: file, "no such file", hint: "looked here")
    #expect(diagnostics.description == "b\\u0007.jsonc: error: no such file (looked here)\n")
  }

  @Test("faults are told by file and place, and beyond the limit they are counted")
  func orderAndLimit() {
    var diagnostics = Diagnostics()
    let first = diagnostics.add(SourceText(name: "1", text: "abc"))
    let second = diagnostics.add(SourceText(name: "2", text: "abc"))
    func span(_ file: Int, _ at: Int) -> SourceSpan { SourceSpan(file: file, start: at, end: at) }
    diagnostics.error(at: span(second, 0), "d")
    diagnostics.error(at: span(first, 2), "c")
    diagnostics.warning(at: span(first, 0), "a")
    diagnostics.error(at: span(first, 0), "b")
    #expect(diagnostics.list().map(\.message) == ["a", "b", "c", "d"])
    #expect(diagnostics.errorCount == 3)
    #expect(diagnostics.warningCount == 1)
    #expect(diagnostics.list()[0].severity == .warning)
    #expect(diagnostics.rendered(limit: 1).hasPrefix("1:1:1: warning: a\n"))
    #expect(diagnostics.rendered(limit: 1).hasSuffix("\n… and 3 more\n"))
  }

  @Test("of very many faults the number is kept and not the faults")
  func many() {
    var diagnostics = Diagnostics()
    let file = diagnostics.add(SourceText(name: "1", text: "abc"))
    for _ in 0..<10_000 { diagnostics.error(at: SourceSpan(file: file, start: 0, end: 1), "x") }
    #expect(diagnostics.errorCount == 10_000)
    #expect(diagnostics.list().count == 2_000)
    #expect(diagnostics.description.hasSuffix("… and 9900 more\n"))
  }
}
