import Foundation
import Results
import Simulation
import Tables
import Testing

/// What the tables mean, and what some of them say.
@Suite("The dictionary of tables") struct DictionaryTests {
  private static func scenario(_ name: String) -> String {
    Program.package.appending(path: "scenarios/\(name).jsonc").path
  }

  /// One result of every command and method that writes tables, in directories of these names.
  private static let commands: [(name: String, line: [String])] = [
    ("run", ["run", scenario("logroll"), "--runs", "60", "--keep-runs", "--keep-draws"]),
    ("paris", ["run", scenario("paris-2025"), "--runs", "40", "--keep-runs", "--keep-draws"]),
    ("sweep", ["sweep", scenario("logroll"), "--vary", "rounds=5,20", "--runs", "20"]),
    (
      "variants",
      [
        "sweep", "--scenario", "\(scenario("logroll")),\(scenario("split-the-pie"))", "--vary", "rounds=5,20",
        "--runs", "20",
      ]
    ),
    ("levers", ["levers", scenario("paris-2025-three-issues"), "--runs", "4"]),
    ("levers-from", ["levers", "--from", "paris"]),
    ("sobol", ["sensitivity", scenario("river-water"), "--samples", "4"]),
    ("morris", ["sensitivity", scenario("river-water"), "--method", "morris", "--samples", "2"]),
    ("sensitivity-from", ["sensitivity", "--from", "paris"]),
    ("formula", ["formula", scenario("river-water"), "--draws", "100", "--runs", "20"]),
    ("answers", ["answers", scenario("river-water"), "--runs", "60", "--each", "10"]),
    (
      "given",
      [
        "given", scenario("river-water"), "--history",
        Program.package.appending(path: "scenarios/histories/river-water.jsonc").path, "--runs", "3000",
      ]
    ),
    ("compare", ["compare", scenario("logroll"), "--set", "rounds=5", "--runs", "60"]),
    (
      "compare-models",
      ["compare", scenario("paris-2025"), "--set", "parties.hamas.willingness=0.9", "--runs", "20"]
    ),
    (
      "score",
      ["score", "run", "--outcome", Program.package.appending(path: "scenarios/cases/logroll.jsonc").path]
    ),
    (
      "score-many",
      ["score", "run", "run"]
        + ["--outcome", Program.package.appending(path: "scenarios/cases/logroll.jsonc").path]
        + ["--outcome", Program.package.appending(path: "scenarios/cases/logroll.jsonc").path]
    ),
  ]

  @Test("every column of every table of every command is explained, and tables.json has it with its type")
  func complete() throws {
    try Workplace.use { place in
      var tables: Set<String> = []
      var columns = 0
      for (name, line) in Self.commands {
        let outcome = try place.program.run(line + ["--out", name, "-q"])
        #expect(outcome.status == 0, "\(line): \(outcome.errors)")
        let text = try place.text(of: "\(name)/tables.json")
        let document = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let listed = try #require(document?["tables"] as? [[String: Any]])
        #expect(document?["schema"] as? String == "detente.tables/1")
        let files = place.names(in: name).filter { $0.hasSuffix(".csv") }
        #expect(Set(listed.compactMap { $0["file"] as? String }) == Set(files))
        for file in files {
          let lines = try place.text(of: "\(name)/\(file)").split(separator: "\n", maxSplits: 2)
          let heading = try #require(lines.first).split(separator: ",").map(String.init)
          let table = String(file.dropLast(4))
          tables.insert(table)
          let meaning = try #require(TableDictionary.table(named: table), "\(file) is not explained")
          let described = try #require(listed.first { $0["file"] as? String == file })
          let inFile = try #require(described["columns"] as? [[String: Any]])
          #expect(inFile.compactMap { $0["name"] as? String } == heading, "\(name)/\(file)")
          let first =
            lines.count > 1 ? Array(lines[1].split(separator: ",", omittingEmptySubsequences: false)) : []
          for (index, column) in heading.enumerated() {
            guard let what = meaning.meaning(of: column) else {
              Issue.record("\(file): \(column) is not explained")
              continue
            }
            columns += 1
            guard first.count == heading.count, !first[index].isEmpty else { continue }
            switch what.kind {
            case .integer:
              #expect(Int(first[index]) != nil || UInt64(first[index]) != nil, "\(file): \(column)")
            case .number: #expect(Double(first[index]) != nil, "\(file): \(column) is \(first[index])")
            case .text: break
            }
          }
        }
        let verified = try place.program.run("verify", name, "--rows", "0")
        #expect(verified.status == 0, "\(name): \(verified.output)\(verified.errors)")
      }
      #expect(tables == Set(TableDictionary.all.map(\.name)), "a table is explained that no command writes")
      #expect(columns > 400)
    }
  }

  /// Without one a column would be taken for that of an issue.
  @Test("every measure of agreements has a column of its own among the runs, and is named among the rows")
  func measures() throws {
    let runs = try #require(TableDictionary.table(named: "runs"))
    let rows = try #require(
      TableDictionary.table(named: "efficiency")?.columns.first { $0.name == "measure" })
    #expect(AgreementMeasure.allCases.count >= 4)
    for measure in AgreementMeasure.allCases {
      #expect(runs.columns.contains { $0.name == measure.name && $0.kind == .number }, "\(measure.name)")
      #expect(rows.meaning.contains(measure.name), "\(measure.name)")
    }
  }

  @Test("help tables tells every table and column, help tables NAME those of one, and a slip its neighbour")
  func help() throws {
    let page = try Program(environment: ["COLUMNS": "100"]).run("help", "tables")
    #expect(page.status == 0)
    #expect(page.output.contains("Rounds are counted from 0 in files"))
    for table in TableDictionary.all {
      #expect(page.output.contains("\(table.name).csv ("))
      for column in table.columns { #expect(page.output.contains(column.name)) }
    }
    let one = try Program().run("help", "tables", "endings")
    #expect(one.output.hasPrefix("endings.csv (run, answers and given): "))
    let slip = try Program().run("help", "tables", "ending")
    #expect(slip.status == 2)
    #expect(slip.errors.contains("did you mean endings?"))
    #expect(try Program().run("help", "run", "tables").status == 2)
  }

  @Test("round is empty where there is no agreement, and last_round says when the run ended")
  func rounds() throws {
    try Workplace.use { place in
      _ = try place.program.run(
        "run", Self.scenario("paris-2025"), "--runs", "60", "--keep-runs", "--out", "r", "-q")
      let table = try Table(csv: Array(try place.text(of: "r/runs.csv").utf8), name: "runs")
      let (ending, round) = (try #require(table["ending"]), try #require(table["round"]))
      let last = try #require(table["last_round"])
      var kinds = [0, 0]
      for row in 0..<table.rowCount {
        guard case .text(let name) = ending[row], case .integer = last[row] else {
          Issue.record("row \(row) has no ending or no last round")
          continue
        }
        let agreed = name.hasSuffix("_agreement")
        kinds[agreed ? 1 : 0] += 1
        #expect(round[row] == (agreed ? last[row] : .missing))
      }
      #expect(kinds.allSatisfy { $0 > 0 }, "\(kinds)")
    }
  }

  @Test("sweep_long.csv has the numbers of sweep.csv, one row for each")
  func long() throws {
    try Workplace.use { place in
      _ = try place.program.run(
        "sweep", Self.scenario("logroll"), "--vary", "rounds=3,5,20", "--runs", "30", "--out", "s", "-q")
      let wide = try Table(csv: Array(try place.text(of: "s/sweep.csv").utf8), name: "sweep")
      let long = try Table(csv: Array(try place.text(of: "s/sweep_long.csv").utf8), name: "sweep_long")
      #expect(
        long.columns.map(\.name) == ["point", "rounds", "runs", "measure", "value", "low", "high", "seed"])
      func number(_ cell: Cell?) -> Double? {
        switch cell {
        case .integer(let number)?: Double(number)
        case .real(let number)?: number
        default: nil
        }
      }
      var seen = 0
      for row in 0..<long.rowCount {
        guard case .integer(let point)? = long["point"]?[row],
          case .text(let measure)? = long["measure"]?[row]
        else { continue }
        let share = wide["\(measure)_share"]
        #expect(number(long["value"]?[row]) == number((share ?? wide[measure])?[point - 1]))
        #expect(number(long["low"]?[row]) == number(share == nil ? nil : wide["\(measure)_low"]?[point - 1]))
        #expect(
          number(long["high"]?[row]) == number(share == nil ? nil : wide["\(measure)_high"]?[point - 1]))
        seen += 1
      }
      // Five endings, agreement, the median round and two parties, at three points.
      #expect(seen == 27 && long.rowCount == 27)
    }
  }

  @Test("comparison.csv and changed.csv name both scenarios, the model and what was set, and the seed")
  func compared() throws {
    try Workplace.use { place in
      let logroll = Self.scenario("logroll")
      _ = try place.program.run(
        "compare", logroll, "--set", "rounds=5", "--runs", "40", "--seed", "9", "--out", "one", "-q")
      _ = try place.program.run(
        "compare", logroll, Self.scenario("split-the-pie"), "--runs", "40", "--out", "two", "-q")
      for (name, ending) in [
        ("one", "logroll,logroll rounds=5,9"), ("two", "logroll,split-the-pie,1"),
      ] {
        for file in ["comparison.csv", "changed.csv"] {
          let lines = try place.text(of: "\(name)/\(file)").split(separator: "\n")
          #expect(try #require(lines.first).hasSuffix(",first_scenario,second_scenario,seed"))
          #expect(lines.count > 1)
          #expect(lines.dropFirst().allSatisfy { $0.hasSuffix(ending) }, "\(lines)")
        }
      }
    }
  }
}
