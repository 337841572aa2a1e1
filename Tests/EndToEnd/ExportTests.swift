import Foundation
import Testing

@Suite("export")
struct ExportTests {
  private func withResult(_ body: (Workplace) throws -> Void) throws {
    try Workplace.use { place in
      let scenario = Program.package.appending(path: "scenarios/logroll.jsonc").path
      let outcome = try place.program.run("run", scenario, "--runs", "200", "--out", "r", "--quiet")
      #expect(outcome.status == 0)
      try body(place)
    }
  }

  @Test("as csv a table is printed as it stands in the directory, for every table")
  func csv() throws {
    try withResult { place in
      let tables = place.names(in: "r").filter { $0.hasSuffix(".csv") }
      #expect(tables.count >= 9, "\(tables)")
      for name in tables {
        let outcome = try place.program.run("export", "r", "--table", String(name.dropLast(4)))
        let file = try place.text(of: "r/\(name)")
        #expect(outcome == Program.Outcome(status: 0, output: file, errors: ""))
      }
    }
  }

  @Test(
    "each format prints in its own shape",
    arguments: [
      ("tsv", "ending\tcount\tshare\tlow\thigh\n"),
      ("json", "{\"schema\": \"detente.table/1\", \"table\": \"endings\", \"rows\": ["),
      ("jsonl", "{\"ending\": \"full_agreement\""),
      ("md", "How often the talks end in which way. Log-rolling"),
      ("latex", "% needs \\usepackage{booktabs}\n\\begin{table}\n"),
      ("html", "<table>\n<caption>How often"),
    ])
  func formats(format: String, start: String) throws {
    try withResult { place in
      let outcome = try place.program.run("export", "r", "--table", "endings", "--format", format)
      #expect(outcome.output.hasPrefix(start))
      #expect(outcome.status == 0)
    }
  }

  @Test("--out writes one file per table, and refuses a directory that is in use")
  func files() throws {
    try withResult { place in
      let words = [
        "export", "r", "--table", "endings", "--table", "zone", "--format", "latex", "--out", "tex",
      ]
      let outcome = try place.program.run(words)
      #expect(
        outcome == Program.Outcome(status: 0, output: "", errors: "Wrote endings.tex and zone.tex to tex.\n"))
      #expect(place.names(in: "tex") == ["endings.tex", "zone.tex"])
      #expect(try place.program.run(words).status == 73)
      #expect(try place.program.run(words + ["--force"]).status == 0)
    }
  }

  @Test("--force is not advised where it does not help")
  func outBelowFile() throws {
    try withResult { place in
      try place.write("", to: "file")
      let outcome = try place.program.run("export", "r", "--out", "file/x")
      #expect(
        outcome
          == Program.Outcome(
            status: 73, output: "", errors: "detente: cannot create file/x: Not a directory\n"))
    }
  }

  @Test("several tables cannot be printed, and the message names them")
  func several() throws {
    try withResult { place in
      let outcome = try place.program.run("export", "r")
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("--table NAME"))
      #expect(outcome.errors.contains("endings, forums, mediators"))
    }
  }

  @Test("an unknown table, a missing directory and a directory without a result end with 66")
  func missing() throws {
    try withResult { place in
      let table = try place.program.run("export", "r", "--table", "ending")
      let directory = try place.program.run("export", "q")
      let result = try place.program.run("export", ".")
      let messages = [
        "detente: r holds no table \"ending\", did you mean endings?\n", "detente: there is no directory q\n",
        "detente: . holds no result: there is no manifest.json in it\n",
      ]
      #expect(
        [table, directory, result] == messages.map { Program.Outcome(status: 66, output: "", errors: $0) })
    }
  }
}
