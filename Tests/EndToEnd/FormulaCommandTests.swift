import Foundation
import Testing

@Suite("formula")
struct FormulaCommandTests {
  static let line = ["formula", "scenarios/river-water.jsonc", "--draws", "400", "--runs", "200", "-q"]

  /// The rows of a table, by column.
  static func rows(_ path: String) throws -> [[String: String]] {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let heading = try #require(lines.first).split(separator: ",", omittingEmptySubsequences: false)
    return lines.dropFirst().map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      return Dictionary(zip(heading.map(String.init), fields.map(String.init))) { $1 }
    }
  }

  @Test("answers in English and in Arabic, each with intervals and what they cover")
  func words() throws {
    try StudyTests.inFolder { folder in
      let english = try Program().run(Self.line + ["--out", folder])
      #expect(english.status == 0 && english.errors == "")
      let told = english.output.replacing(/\s+/, with: " ")
      #expect(told.hasPrefix("Which text could all accept?"))
      #expect(told.contains("they cover the drawing, not the assumptions"))
      #expect(told.contains("of the draws") && told.contains("At the table alone"))
      // A result is in the directory now; it is not replaced unasked.
      #expect(try Program().run(Self.line + ["--out", folder]).status == 73)
      let arabic = try Program().run(Self.line + ["--out", folder, "--force", "--language", "ar"])
      #expect(arabic.status == 0 && arabic.output.hasPrefix("أي نص يمكن أن يقبله الجميع؟"))
      #expect(!arabic.output.contains("draws") && !arabic.output.contains("acceptable"))
    }
  }

  @Test("gives as JSON the texts of its table, with schema and draws")
  func json() throws {
    try StudyTests.inFolder { folder in
      let object = try StudyTests.json(
        try Program().run(Self.line + ["--out", folder, "--format", "json", "--top", "7"]))
      #expect(object["schema"] as? String == "detente.formula/1")
      #expect(object["draws"] as? Int == 400)
      let texts = try #require(object["texts"] as? [[String: Any]])
      let rows = try Self.rows("\(folder)/formula.csv")
      #expect(texts.count == 7 && rows.count == 7)
      for (text, row) in zip(texts, rows) {
        let outcome = try #require(text["outcome"] as? [String: String])
        #expect(!outcome.isEmpty)
        for (issue, option) in outcome { #expect(row[issue] == option) }
        for key in ["acceptability", "low", "high", "table_share", "worst_surplus", "regret"] {
          let (told, kept) = (text[key] as? Double, row[key].flatMap(Double.init))
          #expect(abs((told ?? 1) - (kept ?? 2)) < 1e-12, "\(key)")
        }
      }
    }
  }

  @Test("leaves the same bytes on any number of threads, and its result is whole and right")
  func threads() throws {
    try StudyTests.inFolder { folder in
      var tables: Set<[String: Data]> = []
      for threads in ["1", "2", "3", "8"] {
        let path = "\(folder)/\(threads)"
        #expect(try Program().run(Self.line + ["--threads", threads, "--out", path]).status == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".csv") }
        tables.insert(
          try Dictionary(
            uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: URL(filePath: "\(path)/\($0)"))) }))
      }
      #expect(tables.count == 1)
      let verified = try Program().run("verify", "\(folder)/2", "-q")
      #expect(verified.status == 0, "\(verified)")
    }
  }

  /// A hundred million texts, of eight issues that two parties weigh each in its own way.
  private static let large = """
    {"rounds": 1,
     "issues": {\((0..<8).map { #""i\#($0)": {"range": {"from": 0, "to": 9, "step": 1}, "status_quo": 0}"# }.joined(separator: ", "))},
     "parties": {
       "a": {"preferences": {\((0..<8).map { #""i\#($0)": {"weight": {"uniform": [\#($0), 9]}, "shape": "increasing"}"# }.joined(separator: ", "))}, "tactic": "hardliner", "reservation": {"uniform": [0.4, 0.7]}},
       "b": {"preferences": {\((0..<8).map { #""i\#($0)": {"weight": {"uniform": [\#(7 - $0), 9]}, "shape": "decreasing"}"# }.joined(separator: ", "))}, "tactic": "hardliner", "reservation": {"uniform": [0.4, 0.7]}}}}
    """

  @Test("refuses more than is searched, with the size and the limit, and leaves nothing")
  func limit() throws {
    try StudyTests.inFolder { folder in
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Self.large.write(toFile: "\(folder)/large.jsonc", atomically: true, encoding: .utf8)
      let outcome = try Program().run(
        "formula", "\(folder)/large.jsonc", "--draws", "20000", "--out", "\(folder)/r")
      #expect(outcome.status == 65 && outcome.output == "")
      #expect(outcome.errors.contains("100000000 texts, with 20000 draws 2000000000000 in all"))
      #expect(outcome.errors.contains("at most 10^12"))
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/r"))
    }
  }

  @Test(
    "searches a hundred million texts, says what no text can be above, and leaves the same bytes on any number of threads"
  )
  func search() throws {
    try StudyTests.inFolder { folder in
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Self.large.write(toFile: "\(folder)/large.jsonc", atomically: true, encoding: .utf8)
      func line(_ threads: String, _ more: [String]) -> [String] {
        [
          "formula", "\(folder)/large.jsonc", "--draws", "400", "--steps", "2e7", "-q", "--threads", threads,
          "--out", "\(folder)/\(threads)",
        ] + more
      }
      let told = try Program().run(line("1", []))
      #expect(told.status == 0, "\(told.errors)")
      let words = told.output.replacing(/\s+/, with: " ")
      #expect(words.contains("The texts are too many to be looked at one by one; a search found one"))
      let object = try StudyTests.json(try Program().run(line("2", ["--format", "json"])))
      let search = try #require(object["search"] as? [String: Any])
      let bound = try #require(search["bound"] as? Double)
      let texts = try #require(object["texts"] as? [[String: Any]])
      let best = try #require(texts.first?["acceptability"] as? Double)
      #expect(0 < best && best <= bound && bound <= 1)
      #expect(search["is_exact"] as? Bool == (best == bound))
      #expect(object["outcomes"] as? Int == 100_000_000)
      let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/1").filter {
        $0.hasSuffix(".csv")
      }
      #expect(
        names.sorted() == [
          "amendments.csv", "carrots.csv", "folder.csv", "formula.csv", "frontier.csv", "interim.csv",
          "proof.csv", "questions.csv", "refusals.csv",
        ])
      for name in names + ["formula.svg"] {
        let (one, two) = ("\(folder)/1/\(name)", "\(folder)/2/\(name)")
        #expect(try Data(contentsOf: URL(filePath: one)) == Data(contentsOf: URL(filePath: two)), "\(name)")
      }
    }
  }

  @Test("without leverage no text of the Paris talks is acceptable more often than with it")
  func leverage() throws {
    try StudyTests.inFolder { folder in
      func shares(_ more: [String]) throws -> [String: Double] {
        let path = "\(folder)/\(more.count)"
        let outcome = try Program().run(
          [
            "formula", "scenarios/paris-2025.jsonc", "--draws", "200", "--prove", "0", "--top", "20000", "-q",
            "--out", path,
          ]
            + more)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let issues = [
          "ceasefire", "exchange", "aid", "displacement", "withdrawal", "reconstruction", "guarantee",
        ]
        return Dictionary(
          try Self.rows("\(path)/formula.csv").map { row in
            (
              issues.map { row[$0] ?? "" }.joined(separator: " "),
              row["table_share"].flatMap(Double.init) ?? -1
            )
          }
        ) { $1 }
      }
      // Carrots and sticks only lower what a party must get at the table.
      let (with, without) = (try shares([]), try shares(["--without-leverage"]))
      #expect(with.count == 15_360 && Set(with.keys) == Set(without.keys))
      #expect(without.allSatisfy { (with[$0.key] ?? -1) >= $0.value })
      #expect(without.contains { (with[$0.key] ?? -1) > $0.value })
    }
  }

  @Test("leaves nine tables, which say what the JSON says")
  func tables() throws {
    try StudyTests.inFolder { folder in
      let object = try StudyTests.json(
        try Program().run(Self.line + ["--out", folder, "--format", "json", "--folder", "2"]))
      for (table, key) in [
        ("frontier", "acceptability"), ("refusals", "share"), ("folder", "covered"), ("questions", "value"),
        ("amendments", "gain"), ("carrots", "gain"), ("interim", "acceptability"),
      ] {
        let rows = try Self.rows("\(folder)/\(table).csv")
        let objects = try #require(object[table == "interim" ? "steps" : table] as? [[String: Any]])
        #expect(!rows.isEmpty && rows.count == objects.count)
        for (row, object) in zip(rows, objects) {
          let (told, kept) = (object[key] as? Double, row[key].flatMap(Double.init))
          #expect(abs((told ?? 1) - (kept ?? 2)) < 1e-12, "\(table)")
        }
      }
      #expect(try Self.rows("\(folder)/folder.csv").count <= 2)
      #expect(object["interim"] != nil)
    }
  }

  @Test("tabling the first text is compared on the runs of another seed, as compare has it of the same file")
  func proof() throws {
    try StudyTests.inFolder { folder in
      let line = Self.line + ["--out", "\(folder)/f", "--tabled-at", "2", "--format", "json"]
      let object = try StudyTests.json(try Program().run(line))
      let proof = try #require(object["proof"] as? [String: Any])
      let tabled = try #require(proof["tabled"] as? [[String: Any]])
      #expect(tabled.count == 1 && tabled[0]["mediator"] as? String == "basin_commission")
      let rows = try Self.rows("\(folder)/f/proof.csv")
      #expect(!rows.isEmpty)
      #expect(rows.allSatisfy { $0["mediator"] == "basin_commission" && (Int($0["round"] ?? "") ?? 0) >= 2 })
      // The same text in the file, by the words of the format, on the same runs.
      let outcome = try #require(tabled[0]["outcome"] as? [String: String])
      let round = try #require(tabled[0]["round"] as? Int)
      let told = outcome.map { "\"\($0.key)\": \"\($0.value)\"" }.joined(separator: ", ")
      let compared = try Program().run(
        "compare", "scenarios/river-water.jsonc", "--set",
        "mediators.basin_commission.texts=[{\"outcome\": {\(told)}, \"at\": \(round)}]", "--runs", "200",
        "--seed", "\(1 &+ 0x9E37_79B9_7F4A_7C15 as UInt64)", "-q", "--out", "\(folder)/c")
      #expect(compared.status == 0, "\(compared.errors)")
      let differences = try Self.rows("\(folder)/c/comparison.csv")
      #expect(differences.count > 5)
      for difference in differences {
        let row = try #require(rows.first { $0["measure"] == difference["measure"] })
        for (key, other) in [("without", "first"), ("with", "second"), ("low", "low"), ("high", "high")] {
          #expect(row[key] == difference[other], "\(difference)")
        }
      }
      #expect(rows.contains { $0["measure"] == "tabled_share" && $0["with"] != "0.0" })
    }
  }

  @Test(
    "without a mediator the proof says that nobody can table a text, and none is made where none is asked for"
  )
  func nobody() throws {
    try StudyTests.inFolder { folder in
      let line = ["formula", "scenarios/logroll.jsonc", "--draws", "200", "-q"]
      let nobody = try Program().run(line + ["--out", "\(folder)/a"])
      #expect(nobody.status == 0 && nobody.output.contains("No mediator of these talks could table the text"))
      #expect(try Self.rows("\(folder)/a/proof.csv").isEmpty)
      #expect(try Program().run(line + ["--out", "\(folder)/b", "--prove", "0"]).status == 0)
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/b/proof.csv"))
      let unknown = try Program().run(Self.line + ["--out", "\(folder)/c", "--tabled-by", "basin_comission"])
      #expect(unknown.status == 2 && unknown.errors.contains("did you mean \"basin_commission\"?"))
      let late = try Program().run(Self.line + ["--out", "\(folder)/d", "--tabled-at", "999999"])
      #expect(late.status == 2 && late.errors.contains("from round 999999 to the end of the window"))
    }
  }

  @Test("--carrot says which carrots are tried, in words and in the table")
  func carrots() throws {
    try StudyTests.inFolder { folder in
      let outcome = try Program().run(Self.line + ["--out", folder, "--carrot", "0.3", "--carrot", "0.15"])
      #expect(
        outcome.status == 0 && outcome.output.contains("If any agreement brought one party so much more"))
      let rows = try Self.rows("\(folder)/carrots.csv")
      #expect(!rows.isEmpty && Set(rows.map { $0["size"] }) == ["0.15", "0.3"])
      let refused = try Program().run(Self.line + ["--out", folder, "--carrot", "0"])
      #expect(refused.status == 2 && refused.errors.contains("a number above 0, at most 1"))
    }
  }
}
