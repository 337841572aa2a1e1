import Foundation
import Testing

@Suite("The design of a sweep at the command line")
struct SweepDesignTests {
  private static let scenarios = Program.package.appending(path: "scenarios").path
  private static let pie = scenarios + "/split-the-pie.jsonc"

  private func columns(_ place: Workplace, _ count: Int, _ path: String) throws -> [[String]] {
    try place.text(of: path).split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).prefix(count).map(String.init)
    }
  }

  @Test(
    "--design sobol:4 samples the ranges at the beginning of the sequence, at each value of what is listed")
  func sobol() throws {
    try Workplace.use { place in
      let outcome = try place.program.run(
        "sweep", SweepDesignTests.pie, "--vary", "parties.first.willingness=0..1", "--vary",
        "parties.second.willingness=0..0.8", "--vary", "rounds=5,10", "--design", "sobol:4", "--runs", "20",
        "--quiet",
        "--out", "s")
      #expect(outcome.status == 0)
      // The first four points in two dimensions: (0, 0), (1/2, 1/2), (3/4, 1/4), (1/4, 3/4).
      let sample = [["0.0", "0.0"], ["0.5", "0.4"], ["0.75", "0.2"], ["0.25", "0.6"]]
      #expect(
        try columns(place, 4, "s/sweep.csv") == [
          ["point", "rounds", "parties.first.willingness", "parties.second.willingness"]
        ] + (0..<8).map { ["\($0 + 1)", $0 < 4 ? "5" : "10"] + sample[$0 % 4] })
    }
  }

  @Test("--design lhs:5 depends on the seed and on nothing else")
  func latinHypercube() throws {
    try Workplace.use { place in
      for (name, seed) in [("a", "1"), ("b", "1"), ("c", "2")] {
        let outcome = try place.program.run(
          "sweep", SweepDesignTests.pie, "--vary", "parties.first.willingness=0..1", "--design", "lhs:5",
          "--runs", "20",
          "--quiet", "--seed", seed, "--out", name)
        #expect(outcome.status == 0)
      }
      #expect(try place.text(of: "a/sweep.csv") == place.text(of: "b/sweep.csv"))
      #expect(try columns(place, 2, "a/sweep.csv") != columns(place, 2, "c/sweep.csv"))
    }
  }

  @Test("variants are an axis, named after their files")
  func variants() throws {
    try Workplace.use { place in
      let outcome = try place.program.run(
        "sweep", "--scenario", "\(SweepDesignTests.pie),\(SweepDesignTests.scenarios)/logroll.jsonc",
        "--vary", "rounds=5,10",
        "--runs", "20", "--quiet", "--out", "s")
      #expect(outcome.status == 0)
      #expect(
        try columns(place, 3, "s/sweep.csv") == [
          ["point", "scenario", "rounds"], ["1", "split-the-pie", "5"], ["2", "split-the-pie", "10"],
          ["3", "logroll", "5"],
          ["4", "logroll", "10"],
        ])
    }
  }

  @Test("a sweep file varies tactics by name and axes in step; the command line adds to it")
  func file() throws {
    try Workplace.use { place in
      try place.write(
        """
        {
          "scenario": "\(SweepDesignTests.pie)",
          "vary": [
            {"path": "parties.first.tactic", "values": {"tough": {"time": {"beta": 0.2}}, "soft": {"time": {"beta": 3}}}},
            {"zip": [{"path": "parties.first.willingness", "values": [0.9, 1]}, {"path": "parties.second.offer", "values": ["lowest", "closest"]}]},
          ],
          "runs": 30, // few
        }
        """, to: "s.jsonc")
      let outcome = try place.program.run(
        "sweep", "--file", "s.jsonc", "--vary", "rounds=5,10", "--quiet", "--out", "s")
      #expect(outcome.status == 0)
      let table = try columns(place, 6, "s/sweep.csv")
      #expect(
        table[0] == [
          "point", "parties.first.tactic", "parties.first.willingness", "parties.second.offer", "rounds",
          "runs",
        ])
      #expect(
        table.dropFirst().map { $0[1...5].joined(separator: " ") } == [
          "tough 0.9 lowest 5 30", "tough 0.9 lowest 10 30", "tough 1.0 closest 5 30",
          "tough 1.0 closest 10 30",
          "soft 0.9 lowest 5 30", "soft 0.9 lowest 10 30", "soft 1.0 closest 5 30", "soft 1.0 closest 10 30",
        ])
    }
  }

  @Test("a faulty sweep file is told with line, column and caret, and status 65")
  func faultyFile() throws {
    try Workplace.use { place in
      try place.write(
        """
        {"scenario": "\(SweepDesignTests.pie)",
         "vary": [
          {"path": "parties.first.willingness", "values": [0.5, 2]}]}
        """, to: "s.jsonc")
      let outcome = try place.program.run("sweep", "--file", "s.jsonc", "--out", "s")
      #expect(outcome.status == 65)
      #expect(outcome.output == "")
      #expect(outcome.errors.hasPrefix("s.jsonc:3:57: error: "))
      #expect(outcome.errors.contains("    3 |   {\"path\": \"parties.first.willingness\""))
      #expect(place.names() == ["s.jsonc"])
      #expect(try place.program.run("sweep", "--file", "none.jsonc").status == 66)
    }
  }

  @Test("--precision stops each point by itself, and the table shows the intervals that allow it")
  func precision() throws {
    try Workplace.use { place in
      let words = [
        "sweep", SweepDesignTests.pie, "--vary", "parties.first.willingness=0.3,1", "--runs", "50000",
        "--precision", "0.02",
        "--quiet", "--format", "json",
      ]
      let outcome = try place.program.run(words + ["--out", "s"])
      let object = try StudyTests.json(outcome)
      let table = try #require(object["points"] as? [[String: Any]])
      let runs = table.compactMap { $0["runs"] as? Int }
      #expect(runs.count == 2 && runs[0] < runs[1] && runs[1] < 50_000)
      for row in table {
        let low = try #require(row["agreement_low"] as? Double)
        let high = try #require(row["agreement_high"] as? Double)
        #expect(high - low <= 0.04)
      }
      for shard in 1...2 { _ = try place.program.run(words + ["--shard", "\(shard)/2", "--out", "sh"]) }
      _ = try place.program.run("merge", "sh", "--quiet")
      #expect(try place.text(of: "sh/sweep.csv") == place.text(of: "s/sweep.csv"))
    }
  }

  @Test("--plan tells points, runs and time, and writes nothing")
  func plan() throws {
    try Workplace.use { place in
      let words = [
        "sweep", SweepDesignTests.pie, "--vary", "rounds=5..14:10", "--runs", "300", "--plan", "--shard",
        "1/4",
      ]
      let outcome = try place.program.run(words + ["--format", "json"])
      #expect(outcome.status == 0)
      let plan = try #require(
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
      #expect(plan["points"] as? Int == 10)
      #expect(plan["runs"] as? Int == 3_000)
      #expect(plan["shards"] as? Int == 4)
      #expect(try #require(plan["seconds"] as? Double) > 0)
      let text = try place.program.run(words).output
      #expect(text.hasPrefix("points    10\nruns      3,000, 300 at each point\ntime      "))
      #expect(place.names() == [])
    }
  }

  @Test(
    "--slurm writes a job array whose last line is the program, and whose tasks' commands merge to the same bytes"
  )
  func slurm() throws {
    try Workplace.use { place in
      let words = ["sweep", SweepDesignTests.pie, "--vary", "rounds=5..14:10", "--runs", "50", "--quiet"]
      #expect(try place.program.run(words + ["--slurm", "3", "--out", "s"]).status == 0)
      #expect(place.names(in: "s") == ["merge.sbatch", "plan.json", "submit", "sweep.sbatch"])
      let script = try place.text(of: "s/sweep.sbatch")
      #expect(script.contains("#SBATCH --array=1-3\n"))
      #expect(script.contains("#SBATCH --requeue\n"))
      let last = try #require(script.split(separator: "\n").last)
      #expect(last.hasPrefix("exec \"$detente\" sweep --resume '/"))
      #expect(last.hasSuffix(" --shard \"$SLURM_ARRAY_TASK_ID\" --quiet"))
      for shard in 1...3 {
        let task = try Program(directory: place.url, environment: ["SLURM_ARRAY_TASK_ID": "\(shard)"]).shell(
          "sh s/sweep.sbatch")
        #expect(task == Program.Outcome(status: 0, output: "", errors: ""))
      }
      #expect(try place.program.shell("sh s/merge.sbatch").status == 0)
      #expect(try place.program.run(words + ["--out", "whole"]).status == 0)
      #expect(try place.text(of: "s/sweep.csv") == place.text(of: "whole/sweep.csv"))
    }
  }
}
