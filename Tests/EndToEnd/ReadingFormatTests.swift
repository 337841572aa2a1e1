import Testing

@Suite("Formats for readers") struct ReadingFormatTests {
  private func withResult(_ body: (Workplace) throws -> Void) throws {
    try Workplace.use { place in
      let scenario = Program.package.appending(path: "scenarios/split-the-pie.jsonc").path
      let outcome = try place.program.run("run", scenario, "--runs", "400", "--out", "r", "-q")
      #expect(outcome.status == 0)
      try body(place)
    }
  }

  private func export(_ place: Workplace, _ words: String...) throws -> Program.Outcome {
    try place.program.run(["export", "r", "--table", "endings"] + words)
  }

  @Test("labels, joined intervals and a caption with runs and seed; --raw has the file's names and digits")
  func labels() throws {
    try withResult { place in
      for format in ["md", "latex", "html"] {
        let text = try export(place, "--format", format).output
        #expect(text.contains("Split the pie: 400 runs, seed 1."), "\(format): \(text)")
        #expect(text.contains("Full agreement"))
        #expect(!text.contains("full_agreement"))
        #expect(text.contains(format == "latex" ? "\\% (" : "% ("))
        let raw = try export(place, "--format", format, "--raw").output
        #expect(raw.contains(format == "latex" ? "full\\_agreement" : "full_agreement"))
        #expect(!raw.contains("400 runs"))
      }
    }
  }

  @Test("in Arabic md and html are Arabic throughout, and LaTeX says why it is not")
  func arabic() throws {
    try withResult { place in
      for format in ["md", "html"] {
        let text = try export(place, "--format", format, "--language", "ar").output
        #expect(
          text.contains("كيف تنتهي المحادثات.") && text.contains("عدد العمليات 400، والبذرة 1."), "\(text)")
        #expect(text.contains("النهاية") && text.contains("اتفاق كامل") && text.contains(" إلى "))
        #expect(!text.contains("greement") && !text.contains("Share"))
        #expect(text.contains("<table lang=\"ar\" dir=\"rtl\">") == (format == "html"))
      }
      let latex = try export(place, "--format", "latex", "--language", "ar")
      #expect(latex.output == (try export(place, "--format", "latex").output))
      #expect(latex.errors.contains("pdflatex") && latex.status == 0)
    }
  }

  @Test("columns are chosen and ordered, rows sorted and cut, numbers rounded, in every format")
  func choice() throws {
    try withResult { place in
      let chosen = try export(place, "--columns", "count,ending", "--sort", "count:desc", "--top", "2")
      let rows = chosen.output.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
      #expect(rows.count == 3 && rows[0] == ["count", "ending"])
      let all = try place.text(of: "r/endings.csv").split(separator: "\n").dropFirst()
      let counts = all.compactMap { Int($0.split(separator: ",")[1]) }.sorted(by: >)
      #expect(rows.dropFirst().compactMap { Int($0[0]) } == Array(counts.prefix(2)))
      let rounded = try export(place, "--columns", "share", "--round", "2").output.split(separator: "\n")
      #expect(rounded.count == all.count + 1)
      #expect(rounded.dropFirst().allSatisfy { $0.wholeMatch(of: /[01]\.\d\d/) != nil }, "\(rounded)")
    }
  }

  @Test("a column that is not there, or named twice, is refused with its neighbour")
  func refused() throws {
    try withResult { place in
      let slip = try export(place, "--columns", "ending,shares")
      #expect(slip.status == 2)
      #expect(slip.errors.contains("endings has no column \"shares\", did you mean share?"))
      #expect(try export(place, "--sort", "nothing").status == 2)
      #expect(try export(place, "--columns", "share,share").status == 2)
    }
  }
}
