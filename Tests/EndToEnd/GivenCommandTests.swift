import Foundation
import Testing

@Suite("given")
struct GivenCommandTests {
  static let line = [
    "given", "scenarios/river-water.jsonc", "--history", "scenarios/histories/river-water.jsonc", "--runs",
    "2000",
    "-q",
  ]

  @Test("conditioning on nothing changes no byte of the tables of run")
  func nothing() throws {
    try Workplace.use { place in
      try place.write(#"{"observations": []}"#, to: "nothing.jsonc")
      var compared = 0
      for name in ["river-water", "paris-2025"] {
        let scenario = Program.package.appending(path: "scenarios/\(name).jsonc").path
        let options = ["--runs", "600", "--seed", "5", "-q"]
        #expect(try place.program.run(["run", scenario, "-o", "run-\(name)"] + options).status == 0)
        let given = try place.program.run(
          ["given", scenario, "--history", "nothing.jsonc", "-o", "given-\(name)"] + options)
        #expect(given.status == 0 && given.output.contains("There are no observations"))
        // What outcomes are worth before the talks is no part of how they go on.
        for table in place.names(in: "run-\(name)")
        where table.hasSuffix(".csv") && table != "utility_space.csv" {
          #expect(
            try place.text(of: "run-\(name)/\(table)") == place.text(of: "given-\(name)/\(table)"), "\(table)"
          )
          compared += 1
        }
      }
      #expect(compared >= 20)
    }
  }

  @Test(
    "answers in English and in Arabic, with what the answer is worth, and writes tables, pictures and page")
  func words() throws {
    try StudyTests.inFolder { folder in
      let english = try Program().run(Self.line + ["--out", folder])
      #expect(english.status == 0 && english.errors == "")
      let told = english.output.replacing(/\s+/, with: " ")
      #expect(told.hasPrefix("How do the talks go on from what has happened?"))
      #expect(told.contains("independent runs") && told.contains("before the record"))
      for name in [
        "forecast.csv", "posterior.csv", "endings.csv", "forecast.svg", "posterior.svg", "posterior-1.svg",
        "report.html",
      ] {
        #expect(FileManager.default.fileExists(atPath: "\(folder)/\(name)"), "\(name)")
      }
      let page = try String(contentsOfFile: "\(folder)/report.html", encoding: .utf8)
      let words = page.replacing(/<[^>]*>/, with: "")
      #expect(words.contains("detente given scenarios/river-water.jsonc --history"))
      #expect(page.contains("id=\"forecast-title\"") && page.contains("id=\"posterior-title\""))
      #expect(try Program().run(Self.line + ["--out", folder]).status == 73)
      let arabic = try Program().run(Self.line + ["--out", folder, "--force", "--language", "ar"])
      #expect(arabic.status == 0 && arabic.output.hasPrefix("كيف تستمر المحادثات بعد ما حدث؟"))
      #expect(!arabic.output.contains("runs") && !arabic.output.contains("record"))
    }
  }

  @Test("gives as JSON its tables under their names, with schema, method and effective runs")
  func json() throws {
    try StudyTests.inFolder { folder in
      let object = try StudyTests.json(try Program().run(Self.line + ["--out", folder, "--format", "json"]))
      #expect(object["schema"] as? String == "detente.given/1")
      #expect(object["observations"] as? Int == 6 && object["runs"] as? Int == 2000)
      #expect(object["method"] as? String == "weights")
      let effective = try #require(object["effective_runs"] as? Double)
      #expect(effective >= 100 && effective < 2000)
      let rows = try FormulaCommandTests.rows("\(folder)/forecast.csv")
      #expect(rows.count == 7 * 5 && (object["forecast"] as? [Any])?.count == 35)
      let last = try #require(rows.last?["effective_runs"].flatMap(Double.init))
      #expect(abs(last - effective) < 1e-9)
      // After each observation the endings are all that can be.
      for after in 0...6 {
        let shares = rows.filter { $0["after"] == "\(after)" }.compactMap { $0["share"].flatMap(Double.init) }
        #expect(shares.count == 5 && abs(shares.reduce(0, +) - 1) < 1e-9)
      }
      let shifts = try FormulaCommandTests.rows("\(folder)/posterior.csv").compactMap {
        $0["shift"].flatMap(Double.init).map(abs)
      }
      #expect(shifts.count > 50 && shifts == shifts.sorted(by: >))
    }
  }

  @Test("leaves the same bytes on any number of threads, and its result is whole and right, filtered or not")
  func threads() throws {
    try StudyTests.inFolder { folder in
      for (name, more) in [("plain", [String]()), ("filtered", ["--least", "170"])] {
        var tables: Set<[String: Data]> = []
        for threads in ["1", "2", "5"] {
          let path = "\(folder)/\(name)-\(threads)"
          let made = try Program().run(Self.line + more + ["--threads", threads, "--out", path])
          #expect(made.status == 0, "\(made.errors)")
          #expect(made.output.contains("particle filter") == (name == "filtered"))
          tables.insert(try StudyResumeTests.tables(in: path))
        }
        #expect(tables.count == 1)
        let verified = try Program().run("verify", "\(folder)/\(name)-2", "-q")
        #expect(verified.status == 0, "\(verified)")
      }
    }
  }

  @Test("below --least effective runs there is no answer: status 1, how many runs would do, and no table")
  func refusal() throws {
    try StudyTests.inFolder { folder in
      let refused = try Program().run(Self.line + ["--least", "1500", "--out", folder])
      #expect(refused.status == 1 && refused.output == "")
      #expect(refused.errors.contains("of 2000 runs the history leaves"))
      #expect(refused.errors.contains("runs would do"))
      // Nothing is in the way of another try.
      #expect(try Program().run(Self.line + ["--out", folder]).status == 0)
    }
  }

  @Test("a faulty history is told with line and column, and ends with 65; one that is not there with 66")
  func faults() throws {
    try Workplace.use { place in
      let scenario = Program.package.appending(path: "scenarios/river-water.jsonc").path
      try place.write("{\"observations\": [\n  {\"round\": 1, \"event\": \"drougt\"}\n]}", to: "h.jsonc")
      let faulty = try place.program.run("given", scenario, "--history", "h.jsonc", "-o", "r")
      #expect(faulty.status == 65 && faulty.output == "")
      #expect(faulty.errors.contains("h.jsonc:2:25: error: unknown event \"drougt\""))
      #expect(faulty.errors.contains("did you mean \"drought\"?"))
      let missing = try place.program.run("given", scenario, "--history", "none.jsonc", "-o", "r")
      #expect(missing.status == 66)
      let bare = try place.program.run("given", scenario, "-o", "r")
      #expect(bare.status == 2 && bare.errors.contains("--history FILE"))
      #expect(place.names(in: ".").allSatisfy { $0 != "r" })
    }
  }

  @Test("the example of the article is the program's answer to the history of the article")
  func article() throws {
    let file = Program.package.appending(path: "Sources/Experiments/Documentation.docc/Histories.md")
    let article = try String(contentsOf: file, encoding: .utf8)
    func block(_ language: String) -> String? {
      article.components(separatedBy: "```\(language)\n").dropFirst().first?.components(separatedBy: "```\n")
        .first
    }
    let history = try String(
      contentsOf: Program.package.appending(path: "scenarios/histories/river-water.jsonc"), encoding: .utf8)
    #expect(block("json") == history)
    try StudyTests.inFolder { folder in
      let told = try Program().run(
        "given", "scenarios/river-water.jsonc", "--history", "scenarios/histories/river-water.jsonc", "-q",
        "-o",
        folder)
      let heading =
        "$ detente given scenarios/river-water.jsonc --history scenarios/histories/river-water.jsonc\n\n"
      #expect(block("text") == heading + told.output)
    }
  }
}
