import Testing

@Suite("Arabic at the terminal")
struct LanguageTests {
  private static let scenario = """
    {"rounds": 5, "issues": {"price": {"options": ["low", "high"], "status_quo": "lwo"}}, "parties": {}}
    """

  @Test("a fault of a scenario is a sentence in Arabic, after its file, line and column")
  func fault() throws {
    try Workplace.use { place in
      try place.write(LanguageTests.scenario, to: "bad.jsonc")
      let outcome = try place.program.run("check", "bad.jsonc", "--language", "ar")
      #expect(outcome.status == 65)
      let lines = outcome.errors.split(separator: "\n")
      #expect(
        lines.first
          == "\u{2068}bad.jsonc:1:78\u{2069}: خطأ: خيار غير معروف \u{2068}\"lwo\"\u{2069} في القضية \u{2068}\"price\"\u{2069}"
      )
      #expect(
        lines.count > 2 && lines[2].hasSuffix("^ هل تقصد \u{2068}\"low\"\u{2069}؟"), "\(outcome.errors)")
    }
  }

  @Test(
    "wrong usage is told in Arabic before anything else is understood, by --lang and in Arabic digits too",
    arguments: [
      (
        ["run", "--lang", "ar"],
        "\u{2066}detente\u{2069}: \u{2068}run\u{2069}: ينقص \u{2068}SCENARIO\u{2069}\nجرّب \u{2066}detente \u{2068}run\u{2069} --help\u{2069}.\n"
      ),
      (
        ["runn", "--language=ar"],
        "\u{2066}detente\u{2069}: أمر غير معروف \u{2068}\"runn\"\u{2069}؛ هل تقصد \u{2068}run\u{2069}؟\nجرّب \u{2066}detente --help\u{2069}.\n"
      ),
      (
        ["run", "a", "--runs=0", "--language=ar", "--digits", "arab"],
        "\u{2066}detente\u{2069}: \u{2068}run\u{2069}: قيمة الخيار \u{2068}--runs\u{2069}: المطلوب عدد صحيح من \u{2068}١\u{2069} إلى \u{2068}٤٬٢٩٤٬٩٦٧٬٢٩٥\u{2069}، والموجود \u{2068}\"0\"\u{2069}\nجرّب \u{2066}detente \u{2068}run\u{2069} --help\u{2069}.\n"
      ),
    ])
  func usage(words: [String], expected: String) throws {
    try Workplace.use { place in
      let outcome = try place.program.run(words)
      #expect(outcome == Program.Outcome(status: 2, output: "", errors: expected))
    }
  }

  @Test("where nothing but ASCII can be shown errors are in English")
  func ascii() throws {
    try Workplace.use { place in
      let plain = try place.program.run("verify", "nowhere")
      let outcome = try place.program.run("verify", "nowhere", "--language", "ar", "--ascii")
      #expect(outcome == plain)
      #expect(try place.program.run("verify", "nowhere", "--language", "ar").errors != plain.errors)
    }
  }
}
