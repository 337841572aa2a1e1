import Bargaining
import Foundation
import Reports
import Scenarios
import Testing

@Suite("trace")
struct TraceTests {
  static let shipped = [
    "paris-2025", "paris-2025-without-egypt", "paris-2025-three-issues", "paris-2025-no-forum-beside",
    "split-the-pie", "logroll", "river-water",
  ]

  @Test(
    "run N is row N of runs.csv: ending, round, forum, mediator, options, utilities, surpluses",
    arguments: shipped)
  func rows(name: String) throws {
    try Workplace.use { place in
      let file = Program.package.appending(path: "scenarios/\(name).jsonc").path
      let outcome = try place.program.run(
        "run", file, "--runs", "120", "--seed", "5", "--keep-runs", "--out", "result", "--quiet")
      #expect(outcome.status == 0)
      let rows = try place.text(of: "result/runs.csv").split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      let columns = rows[0]
      let scenario = try ScenarioReader.read(path: file).scenario
      let negotiations = try NegotiationSet(scenario)
      #expect(rows.count == 121)
      // From the last to the first, so that no run owes anything to the one before it.
      for number in (UInt32(0)..<120).reversed() {
        let run = TracedRun(number, seed: 5, in: negotiations.negotiation(of: number, seed: 5))
        let row = rows[Int(number) + 1]
        for (column, expected) in expectations(of: run, scenario) {
          let index = try #require(columns.firstIndex(of: column))
          #expect(row[index] == expected, "run \(number), \(column)")
        }
      }
      try compare(file, scenario, columns, rows[8], place.program)
    }
  }

  /// What stands in the columns of `runs.csv`.
  private func expectations(of run: TracedRun, _ scenario: Scenario) -> [(String, String)] {
    let record = run.record
    let agrees = record.ending.isAgreement
    var cells = [
      ("run", String(run.run)), ("ending", record.ending.name), ("round", agrees ? String(record.round) : ""),
      ("last_round", String(record.round)),
      ("forum", record.forum.map { scenario.forums[$0].name } ?? ""),
      ("mediator", record.mediator.map { scenario.mediators[$0].name } ?? ""),
      ("suspensions", String(record.suspensions)), ("resumptions", String(record.resumptions)),
    ]
    for k in scenario.agenda {
      let issue = scenario.issues[k]
      cells.append((issue.name, agrees ? issue.options[Int(record.options[k])].name : ""))
    }
    for (index, party) in scenario.parties.enumerated() {
      cells.append(("utility_\(party.name)", record.utilities[index].description))
      cells.append(("surplus_\(party.name)", record.surpluses[index].description))
      cells.append(("surplus_at_start_\(party.name)", record.surplusesAtStart[index].description))
    }
    return cells
  }

  /// The last line that the program prints for run 7 holds the cells of its row, digit for digit.
  private func compare(
    _ file: String, _ scenario: Scenario, _ columns: [String], _ row: [String], _ program: Program
  ) throws {
    let outcome = try program.run("trace", file, "--run", "7", "--seed", "5", "--format", "jsonl")
    #expect(outcome.status == 0 && outcome.errors == "")
    let last = try #require(outcome.output.split(separator: "\n").last)
    func cell(_ name: String) -> String { columns.firstIndex(of: name).map { row[$0] } ?? "" }
    #expect(
      last.hasPrefix("{\"ending\": \"\(cell("ending"))\", \"round\": \(cell("last_round")), \"outcome\": "))
    let utilities = scenario.parties.map { "\"\($0.name)\": \(cell("utility_\($0.name)"))" }
    // Tolls and the model follow where there are any.
    #expect(last.contains("\"utilities\": {\(utilities.joined(separator: ", "))}") && last.hasSuffix("}"))
    let terms = scenario.agenda.map { k in
      "\"\(scenario.issues[k].name)\": \"\(cell(scenario.issues[k].name))\""
    }
    let outcomeText = cell("ending").hasSuffix("agreement") ? "{\(terms.joined(separator: ", "))}" : "null"
    #expect(last.contains("\"outcome\": \(outcomeText), "))
  }

  @Test("--ending tells the first run that ends so, and --run N goes on from there")
  func ending() throws {
    try Workplace.use { place in
      let file = Program.package.appending(path: "scenarios/paris-2025.jsonc").path
      _ = try place.program.run("run", file, "--runs", "200", "--keep-runs", "--out", "result", "--quiet")
      let rows = try place.text(of: "result/runs.csv").split(separator: "\n").dropFirst()
      let collapsed = rows.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        .filter { $0[1] == "collapsed" }.map { String($0[0]) }
      try #require(collapsed.count > 1)
      let first = try place.program.run("trace", file, "--ending", "collapsed")
      #expect(first.output.contains("\nRun \(collapsed[0]) of seed 1; "))
      #expect(first.output.contains("\n  The talks collapsed on day "))
      let next = try #require(Int(collapsed[0])) + 1
      let second = try place.program.run("trace", file, "--ending", "collapsed", "--run", String(next))
      #expect(second.output.contains("\nRun \(collapsed[1]) of seed 1; "))
    }
  }

  @Test("an ending that no run has is said to be absent, with status 1")
  func absent() throws {
    let outcome = try Program().run(
      "trace", "scenarios/split-the-pie.jsonc", "--ending", "collapsed", "--run", "4294967200")
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(
      outcome.errors == """
        detente: none of the runs 4294967200 to 4294967294 of seed 1 ends as collapsed
        Try another --seed.

        """)
  }

  @Test("piped, the telling has no colour, and --set and --language are obeyed")
  func telling() throws {
    let words = ["trace", "scenarios/river-water.jsonc", "--run", "3", "--language", "ar", "-q"]
    let outcome = try Program(environment: ["COLUMNS": "60"]).run(words)
    #expect(outcome.status == 0 && outcome.errors == "")
    #expect(outcome.output.hasPrefix("مياه نهر مشترك"))
    #expect(!outcome.output.contains("\u{1B}"))
    let changed = try Program(environment: ["COLUMNS": "100"]).run(
      words + ["--set", "parties.upper.willingness=0"])
    #expect(changed.status == 0)
    #expect(changed.output != outcome.output)
    #expect(changed.output.contains("الاستعداد للتنازل 0."))
  }
}
