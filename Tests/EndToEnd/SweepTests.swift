import Foundation
import Testing

@Suite("sweep")
struct SweepTests {
  private static let words = [
    "sweep", Program.package.appending(path: "scenarios/split-the-pie.jsonc").path, "--vary",
    "parties.first.willingness=0.5,1", "--vary", "rounds=5..10:2", "--runs", "400", "--quiet",
  ]

  private func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test("two values of two numbers give four points, the first varied slowest, in the documented columns")
  func grid() throws {
    try Workplace.use { place in
      let outcome = try place.program.run(SweepTests.words)
      #expect(outcome.status == 0)
      #expect(outcome.errors == "")
      #expect(
        place.names(in: "results/split-the-pie-sweep") == [
          "manifest.json", "plan.json", "report.html", "shard-1-of-1.journal", "sweep.csv", "sweep.svg",
          "sweep_long.csv", "tables.json", "timing.csv",
        ])
      let table = rows(try place.text(of: "results/split-the-pie-sweep/sweep.csv"))
      let endings = [
        "full_agreement", "partial_agreement", "rejected_at_home", "collapsed", "out_of_time", "agreement",
      ]
      #expect(
        table[0] == ["point", "parties.first.willingness", "rounds", "runs"]
          + endings.flatMap { ["\($0)_share", "\($0)_low", "\($0)_high"] }
          + ["median_round", "mean_utility_first", "mean_utility_second", "seed"])
      #expect(
        table.dropFirst().map { Array($0.prefix(4)) } == [
          ["1", "0.5", "5", "400"], ["2", "0.5", "10", "400"], ["3", "1.0", "5", "400"],
          ["4", "1.0", "10", "400"],
        ])
      #expect(table.dropFirst().allSatisfy { $0.last == "1" })
    }
  }

  @Test("the table is the same, byte for byte, on another number of threads; only timing.csv holds times")
  func threads() throws {
    try Workplace.use { place in
      _ = try place.program.run(SweepTests.words + ["--threads", "1", "--out", "a"])
      _ = try place.program.run(SweepTests.words + ["--threads", "3", "--out", "b"])
      #expect(try place.text(of: "a/sweep.csv") == place.text(of: "b/sweep.csv"))
      #expect(try place.text(of: "a/timing.csv").hasPrefix("point,runs,rounds,seconds\n"))
    }
  }

  @Test("a sweep after a run of the same scenario, neither with --out, leaves the run's result alone")
  func besideRun() throws {
    try Workplace.use { place in
      let run = try place.program.run("run", SweepTests.words[1], "--runs", "50", "--quiet")
      let sweep = try place.program.run(SweepTests.words)
      #expect(run.status == 0 && sweep.status == 0)
      #expect(place.names(in: "results") == ["split-the-pie", "split-the-pie-sweep"])
      #expect(place.names(in: "results/split-the-pie").contains("endings.csv"))
    }
  }

  @Test("a point of a sweep is the run with the same settings")
  func sameAsRun() throws {
    try Workplace.use { place in
      _ = try place.program.run(SweepTests.words + ["--out", "s"])
      let scenario = SweepTests.words[1]
      let run = try place.program.run(
        "run", scenario, "--runs", "400", "--set", "parties.first.willingness=1", "--set", "rounds=10",
        "--out",
        "r")
      #expect(run.status == 0)
      let point = rows(try place.text(of: "s/sweep.csv"))[4]
      let full = rows(try place.text(of: "r/endings.csv"))[1]
      #expect(Array(point[4...6]) == Array(full[2...4]))
    }
  }

  @Test("without anybody's agreement there is no median round")
  func noMedian() throws {
    try Workplace.use { place in
      let outcome = try place.program.run(
        "sweep", SweepTests.words[1], "--vary", "parties.first.willingness=0,0.01", "--runs", "100",
        "--format",
        "json")
      #expect(outcome.output.contains("\"median_round\": null"))
    }
  }

  @Test("--format json prints the table of sweep.csv as JSON")
  func json() throws {
    try Workplace.use { place in
      let outcome = try place.program.run(SweepTests.words + ["--format", "json"])
      let object = try StudyTests.json(outcome)
      let table = try #require(object["points"] as? [[String: Any]])
      #expect(table.compactMap { $0["point"] as? Int } == [1, 2, 3, 4])
      #expect(table.compactMap { $0["rounds"] as? Int } == [5, 10, 5, 10])
    }
  }
}
