import Reports
import Testing

@Suite struct LabelTests {
  @Test(arguments: [
    ("two\nlines\tand a tab", "two lines and a tab"), ("\u{1B}[31mred", "[31mred"),
    ("\u{202E}evil\u{202C}", "evil"),
    ("  wide   gaps ", "wide gaps"), ("", ""), ("\r\n", ""), ("وقف إطلاق النار", "وقف إطلاق النار"),
  ])
  func `A label is one line that cannot steer a terminal or turn its neighbours round`(
    label: String, plain: String
  ) {
    #expect(Label.plain(label) == plain)
  }

  // East Asian Width of Unicode 15: 日 and 本 are W, Ａ is F; U+0301 and U+200E are zero wide.
  @Test(arguments: [("abc", 3), ("日本", 4), ("Ａ", 2), ("e\u{0301}", 1), ("\u{200E}", 0), ("قطر", 3), ("🕊", 2)])
  func `Width is counted in columns, not in characters`(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test(arguments: [("peace", 5, "peace"), ("peace talks", 7, "peace…"), ("日本語", 4, "日…"), ("x", 0, "")])
  func `What is cut off leaves an ellipsis and fits`(text: String, columns: Int, cut: String) {
    #expect(DisplayWidth.truncated(text, to: columns) == cut)
  }

  @Test func `A stray control character does not make XML ill-formed`() {
    #expect(Markup.escaped("\u{202E}a\u{0}b\u{FFFF}<&>\"'") == "a\u{FFFD}b\u{FFFD}&lt;&amp;&gt;&quot;&#39;")
  }
}
