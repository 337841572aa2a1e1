import Testing

@testable import Tables

@Suite("Messages in other languages")
struct MessageTests {
  private let isolate = (open: "\u{2068}", code: "\u{2066}", close: "\u{2069}")

  private func words(_ templates: [String: String], _ digits: Digits = .latin) -> MessageWords {
    MessageWords(
      language: "xx", templates: templates,
      separators: .init(and: " & ", or: " / ", comma: " , ", semicolon: " ; "), digits: digits)
  }

  private func set(_ text: String) -> String { "\(isolate.open)\(text)\(isolate.close)" }

  @Test("in English a message is what a text of the same letters would be")
  func english() {
    let (name, count) = ("\"a {1} b\"", 7)
    let inner: Message = "in \(name)"
    let message: Message =
      "no \(count) of {1} \(inner), \(all: ["x", "y", "z"])" + " or \(either: ["p", "q"])."
    #expect(message.description == "no 7 of {1} in \"a {1} b\", x, y and z or p or q.")
    #expect(message.template == "no {1} of {1} {2}, {3} or {4}.")
    #expect(Message.counted(1, "run").description == "1 run")
    #expect(Message.counted(2_000, "party", "parties").template == "{1} parties")
    #expect(Duration.told(seconds: 90).description == Duration.inWords(seconds: 90))
    #expect(ByteCount.told(2_500_000_000).description == ByteCount.inWords(2_500_000_000))
  }

  @Test("of a sum the places are counted through, beyond nine of them too")
  func sum() {
    let many: Message = "\(1) \(2) \(3) \(4) \(5) \(6) \(7) \(8) \(9) \(10)"
    let sum = "a \("x") " + many
    #expect(sum.template == "a {1} {2} {3} {4} {5} {6} {7} {8} {9} {10} {11}")
    #expect(sum.description == "a x 1 2 3 4 5 6 7 8 9 10")
  }

  @Test("a language puts what is inserted where it wants it, set apart, and code from left to right")
  func isolation() {
    let words = words(["{1} is no {2}": "<{2}> not {1} `--x` {3}"])
    let message: Message = "\("a") is no \("b")"
    #expect(
      words.text(message)
        == "<\(set("b"))> not \(set("a")) \(isolate.code)--x\(isolate.close) {3}")
  }

  @Test("a message within one is told in the language, and one without words in English and set apart")
  func nested() {
    let words = words(["see {1}": "SEE {1}", "the {1}": "THE {1}"])
    let known: Message = "the \("cat")"
    let other: Message = "a \("dog")"
    #expect(words.text("see \(known)") == "SEE THE \(set("cat"))")
    #expect(words.text("see \(other)") == "SEE \(set("a dog"))")
    #expect(words.text("look at \(known)") == "look at the cat")
    #expect(words.text("\(known): \("x") (\(known))") == "THE \(set("cat")): \(set("x")) (THE \(set("cat")))")
    #expect(words.text("see \(all: ["p", "q", "r"])") == "SEE \(set("p")) & \(set("q")) & \(set("r"))")
    #expect(words.text("see \(either: ["p", "q"])") == "SEE \(set("p")) / \(set("q"))")
    #expect(words.lacks("see \(other)") == ["a {1}"])
    #expect(words.lacks("look at \(known)") == ["look at {1}"])
    #expect(words.lacks("see \(known): \("x")") == ["see {1}: {2}"])
    #expect(words.lacks("see \(known)").isEmpty)
    #expect(words.lacks("see \(words: "rounds")").isEmpty, "a key")
    #expect(words.text("see \(words: "rounds")") == "SEE \(set("rounds"))")
  }

  @Test("what knows its own sentence is told with it, whatever it is inserted as")
  func told() {
    struct Fault: Error, Told { var told: Message { "the \("cat")" } }
    let words = words(["see {1}": "SEE {1}", "the {1}": "THE {1}"])
    let fault: any Error = Fault()
    #expect(words.text("see \(fault)") == "SEE THE \(set("cat"))")
  }

  @Test("Arabic figures stand for numbers in prose, and for none in code, names and places in files")
  func digits() {
    let text = words(["{1} {2} {3} {4}": "{1} 95% {2} {3} `--runs=10` {4}"], .arabic)
      .text("\("1,234.5") \("a.jsonc:4:12") \("\"7\"") \("0.2–0.9")")
    #expect(
      text
        == "\(set("١٬٢٣٤٫٥")) ٩٥٪ \(set("a.jsonc:4:12")) \(set("\"7\"")) \(isolate.code)--runs=10\(isolate.close) "
        + set("٠٫٢–٠٫٩"))
    #expect(Digits.latin.inProse("12 a3") == "12 a3")
    #expect(Digits.arabic.inProse("12 a3\n45%") == "١٢ a3\n٤٥٪")
  }
}
