import Scenarios
import Testing

/// What is refused, where, and in which words; and that one slip is one fault.
@Suite struct JSONFaultTests {
  @Test(
    "a syntax error is reported once, at its place",
    arguments: [
      // Between values.
      ("{\"a\": 1 \"b\": 2}", ["1:8 ',' is missing here"]),
      ("{\"a\": 1\n \"b\": 2}", ["1:8 ',' is missing here"]),
      ("[1 2 3]", ["1:3 ',' is missing here"]),
      ("{\"a\": 1;\"b\": 2}", ["1:8 unexpected ';' | expected ','"]),
      ("[1,,2]", ["1:4 unexpected ',' | expected a value or ']'"]),
      ("{\"a\":1,,\"b\":2}", ["1:8 unexpected ',' | expected a key or '}'"]),
      ("[1 @ 2]", ["1:4 unexpected '@'"]),
      ("{\"a\": \"b\": 3}", ["1:10 unexpected ':'"]),
      // Colons and keys.
      ("{\"a\" 1}", ["1:5 ':' is missing after \"a\""]),
      ("{\"a\" = 1}", ["1:6 unexpected '=' | expected ':'"]),
      ("{\"a\", \"b\": 1}", ["1:5 \"a\" has no value | expected ':' and a value"]),
      ("{\"a\"}", ["1:5 \"a\" has no value | expected ':' and a value"]),
      ("{\"a\"\n \"b\": 1}", ["1:5 \"a\" has no value | expected ':' and a value"]),
      ("{\"a\": , \"b\": 1}", ["1:7 a value is missing before ','"]),
      ("{\"a\": }", ["1:7 a value is missing before '}'"]),
      ("{: 1}", ["1:2 a key is missing before ':'"]),
      ("{100: 1}", ["1:2 a key that is a number stands in double quotes"]),
      ("{{}: 1}", ["1:2 unexpected '{' | expected a key"]),
      // Words and characters.
      ("[True]", ["1:2 unexpected word \"True\" | did you mean true?"]),
      ("[none]", ["1:2 unexpected word \"none\" | a text stands in double quotes"]),
      ("[“a”]", ["1:2 unexpected '“' | a text stands in straight double quotes"]),
      ("{\"a\": 1، \"b\": 2}", ["1:8 unexpected '،' | expected ','"]),
      ("[\u{1}]", ["1:2 unexpected U+0001"]),
      ("[1,\0 2]", ["1:4 unexpected U+0000"]),
      ("[1] # note", ["1:5 unexpected '#' | a comment begins with //"]),
      ("# note\n[1]", ["1:1 unexpected '#' | a comment begins with //"]),
      ("[1, /]", ["1:5 unexpected '/'"]),
      // Numbers.
      ("[NaN]", ["1:2 NaN is not a number that a scenario can use | expected a finite number"]),
      ("[-Infinity]", ["1:2 -Infinity is not a number that a scenario can use | expected a finite number"]),
      ("[1e999]", ["1:2 1e999 is too large a number"]),
      ("[007]", ["1:2 \"007\" is not a number | remove the leading zero"]),
      ("[1_000]", ["1:2 \"1_000\" is not a number | digits stand without separators"]),
      ("[50%]", ["1:2 \"50%\" is not a number | did you mean 0.5?"]),
      ("[1/3]", ["1:2 \"1/3\" is not a number | write a fraction as a decimal number"]),
      ("[0.2..0.9]", ["1:2 \"0.2..0.9\" is not a number | a range is written {\"uniform\": [from, to]}"]),
      ("[-]", ["1:2 \"-\" is not a number"]), ("[.]", ["1:2 \".\" is not a number"]),
      ("[1e]", ["1:2 \"1e\" is not a number"]), ("[0x]", ["1:2 \"0x\" is not a number"]),
      ("[--1]", ["1:2 \"--1\" is not a number"]),
      // Texts.
      ("[\"abc]", ["1:2 this text is never closed | expected '\"' on the same line"]),
      ("{\"name: \"abc\",\n\"b\": 1}", ["1:10 ':' is missing after \"name: \""]),
      (
        "{\"a\": \"b,\n\"c\": 1}", ["1:7 this text is never closed | expected '\"' on the same line"]
      ),
      ("['a\u{7}']", ["1:4 unexpected U+0007 in a text | write it as \\u0007"]),
      ("[\"\\u12\"]", ["1:3 \\u needs four hexadecimal digits"]),
      ("[\"\\xZ\"]", ["1:3 \\x needs two hexadecimal digits"]),
      ("[\"\\uD83D\"]", ["1:3 half of a surrogate pair"]),
      ("[\"\\uDE00\\uD83D\"]", ["1:3 half of a surrogate pair"]),
      ("[\"\\1\"]", ["1:3 a backslash before a digit means nothing"]),
      // Brackets.
      ("{\"a\": 1", ["1:1 '{' is never closed | expected '}'"]),
      ("{\"a\": {\"b\": [1, 2", ["1:13 '[' is never closed | expected ']'"]),
      ("{\"a\": [1, 2}", ["1:12 unexpected '}' | expected ']' to close line 1"]),
      ("[1, 2}", ["1:6 unexpected '}' | expected ']' to close line 1"]),
      ("[{\"a\": 1]", ["1:9 unexpected ']' | expected '}' to close line 1"]),
      (
        "{\"a\": [1,\n\"b\": 2}", ["2:1 a list has no keys | expected ']' before this, to close line 1"]
      ),
      ("{} }", ["1:4 unexpected '}' after the end of the scenario | expected the end of the file"]),
      ("[(1, 2)]", ["1:2 unexpected '(' | a list stands in [ and ]"]),
      // Whole texts.
      ("", ["1:1 there is nothing in this file | expected '{'"]),
      ("\u{FEFF}", ["1:1 there is nothing in this file | expected '{'"]),
      ("  // only a comment\n", ["1:1 there is nothing in this file | expected '{'"]),
      ("/* a", ["1:1 this comment is never closed | expected */"]),
      ("{\"a\": 1 /* b }", ["1:9 this comment is never closed | expected */"]),
    ])
  func once(_ text: String, _ expected: [String]) {
    #expect(Parsed(text).faults == expected)
  }

  @Test("faults far enough apart are all reported in one go")
  func several() {
    let text = """
      {
        "a": 1
        "b": tru,
        "c" 3,
        "d": [1, 2,, 3],
        "e": 'x,
        "f": 0x,
        "a": 5
      }
      """
    #expect(
      Parsed(text).faults == [
        "2:9 ',' is missing here",
        "3:8 unexpected word \"tru\" | did you mean true?",
        "4:6 ':' is missing after \"c\"",
        "5:14 unexpected ',' | expected a value or ']'",
        "6:8 this text is never closed | expected \"'\" on the same line",
        "7:8 \"0x\" is not a number",
        "8:3 \"a\" is given twice | first given on line 2",
      ])
  }

  @Test("after a slip the other members are still read")
  func recovery() {
    let parsed = Parsed("{\"a\": 1 \"b\": tru, \"c\" 3, 'd': [1,,2]}")
    #expect(plain(parsed.root) == "{\"a\":1.0,\"b\":?,\"c\":3.0,\"d\":[1.0,2.0]}")
    #expect(parsed.isShapeKnown)
  }

  @Test(
    "a file whose brackets do not pair up has no known shape", arguments: ["{", "[}", "{} }", "{\"a\": [1}"])
  func shape(_ text: String) {
    #expect(!Parsed(text).isShapeKnown)
  }

  @Test("a key given twice among many names the line of the first")
  func duplicateAmongMany() {
    let text = "{" + (0..<100).map { "\"k\($0 % 99)\": 0,\n" }.joined() + "}"
    #expect(Parsed(text).faults == ["100:1 \"k0\" is given twice | first given on line 1"])
  }

  @Test("a file of nothing but faults is given up after fifty")
  func tooMany() {
    let parsed = Parsed("[" + String(repeating: "@,\n", count: 10_000) + "]")
    #expect(parsed.diagnostics.errorCount == 51)
    #expect(parsed.faults.last == "50:1 too many faults: the rest of the file was not read")
  }
}
