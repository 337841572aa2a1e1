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

  @Test func `A stray control character does not make XML ill-formed`() {
    #expect(Markup.escaped("\u{202E}a\u{0}b\u{FFFF}<&>\"'") == "a\u{FFFD}b\u{FFFD}&lt;&amp;&gt;&quot;&#39;")
  }
}
