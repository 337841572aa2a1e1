import Reports
import Testing

@Suite struct LabelTests {
  @Test(
    "a label is one line that cannot steer a terminal or turn its neighbours round",
    arguments: [
      ("two\nlines\tand a tab", "two lines and a tab"), ("\u{1B}[31mred", "[31mred"),
      ("\u{202E}evil\u{202C}", "evil"),
      ("  wide   gaps ", "wide gaps"), ("", ""), ("\r\n", ""), ("وقف إطلاق النار", "وقف إطلاق النار"),
    ])
  func labelOneLine(
    label: String, plain: String
  ) {
    #expect(Label.plain(label) == plain)
  }

  @Test("a stray control character does not make XML ill-formed")
  func strayControlCharacter() {
    #expect(Markup.escaped("\u{202E}a\u{0}b\u{FFFF}<&>\"'") == "a\u{FFFD}b\u{FFFD}&lt;&amp;&gt;&quot;&#39;")
  }
}
