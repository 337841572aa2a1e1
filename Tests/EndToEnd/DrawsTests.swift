import Foundation
import Testing

@Suite("run --keep-draws")
struct DrawsTests {
  private func rows(_ place: Workplace, _ name: String) throws -> [[String: String]] {
    try FormulaCommandTests.rows(place.url.appending(path: name).path)
  }

  private func run(_ place: Workplace, _ scenario: String, _ words: String...) throws {
    let path = Program.package.appending(path: "scenarios/\(scenario).jsonc").path
    let outcome = try place.program.run(["run", path, "-q"] + words)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test("a run without agreement leaves each party the reservation that it drew")
  func reservations() throws {
    try Workplace.use { place in
      try run(place, "split-the-pie", "--runs", "400", "--keep-runs", "--keep-draws", "-o", "r")
      let (draws, runs) = (try rows(place, "r/draws.csv"), try rows(place, "r/runs.csv"))
      #expect(try place.text(of: "r/draws.csv").hasPrefix("run,model,parties.first.reservation,"))
      #expect(draws.count == 400 && runs.count == 400)
      var failures = 0
      for (draw, run) in zip(draws, runs) {
        #expect(draw["run"] == run["run"] && draw["model"] == "")
        guard run["ending"] == "out_of_time" else { continue }
        failures += 1
        for party in ["first", "second"] {
          let drawn = try #require(draw["parties.\(party).reservation"].flatMap(Double.init))
          let left = try #require(run["utility_\(party)"].flatMap(Double.init))
          #expect(abs(drawn - left) < 1e-9, "\(draw["run"] ?? "")")
        }
      }
      #expect(failures > 100)
    }
  }

  @Test(
    "draws of the Paris talks have a column for each uncertain number, within its range, and the run's model")
  func models() throws {
    try Workplace.use { place in
      try run(place, "paris-2025", "--runs", "64", "--keep-runs", "--keep-draws", "-o", "r")
      let (draws, runs) = (try rows(place, "r/draws.csv"), try rows(place, "r/runs.csv"))
      #expect(draws.count == 64)
      #expect(draws.map { $0["model"] } == runs.map { $0["model"] })
      #expect(Set(draws.compactMap { $0["model"] }).count > 5)
      let paths = try #require(draws.first?.keys.filter { $0.contains(".") })
      #expect(paths.count > 100)
      #expect(paths.contains("parties.hamas.willingness"))
      // Numbers of phases, of homes and of events are among them.
      for part in ["implementation.", ".factions.", "events."] {
        #expect(paths.contains { $0.contains(part) }, "\(part)")
      }
      #expect(draws.allSatisfy { row in paths.allSatisfy { row[$0] == "" || Double(row[$0] ?? "x") != nil } })
      // A number that is drawn differs from run to run.
      #expect(Set(draws.compactMap { $0["parties.hamas.willingness"] }).count > 50)
    }
  }

  @Test("the same bytes on any number of threads, and the other tables as without")
  func threads() throws {
    try Workplace.use { place in
      try run(place, "river-water", "--runs", "9000", "-o", "without")
      for threads in ["1", "2", "3"] {
        try run(place, "river-water", "--runs", "9000", "--keep-draws", "--threads", threads, "-o", threads)
      }
      let text = try place.text(of: "1/draws.csv")
      #expect(text.split(separator: "\n").count == 9_001)
      #expect(try place.text(of: "2/draws.csv") == text && place.text(of: "3/draws.csv") == text)
      for table in place.names(in: "without") where table.hasSuffix(".csv") {
        #expect(try place.text(of: "without/\(table)") == place.text(of: "2/\(table)"), "\(table)")
      }
    }
  }

  @Test("a draw that was changed, or left out, is found; export knows the table")
  func verified() throws {
    try Workplace.use { place in
      try run(place, "split-the-pie", "--runs", "200", "--keep-draws", "-o", "r")
      #expect(try place.program.run("verify", "r", "-q").status == 0)
      let exported = try place.program.run("export", "r", "--table", "draws", "--format", "tsv")
      #expect(exported.output.hasPrefix("run\tmodel\tparties.first.reservation"), "\(exported.errors)")
      let forgery = Forgery(place: place, result: "r")
      let before = try place.text(of: "r/draws.csv")
      try forgery.editLines("draws.csv", isCoveredUp: true) { $0[7] = $0[7].replacing(".", with: ".0") }
      let changed = try place.program.run("verify", "r", "-q")
      #expect(changed.status == 1 && changed.output.contains("draws.csv, row 7"), "\(changed.output)")
      try forgery.edit("draws.csv", isCoveredUp: true) { _ in before }
      #expect(try place.program.run("verify", "r", "-q").status == 0)
      try forgery.editLines("draws.csv", isCoveredUp: true) { $0.removeLast() }
      #expect(try place.program.run("verify", "r", "--rows", "0", "-q").status == 1)
    }
  }
}
