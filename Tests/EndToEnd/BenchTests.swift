import Evidence
import Experiments
import Foundation
import Simulation
import Testing

@Suite("bench")
struct BenchTests {
  @Test("as JSON it has the documented keys, and rates that follow from its counts")
  func json() throws {
    let outcome = try Program().run(
      "bench", "boulware-4096", "--threads", "2", "--runs", "50", "--format", "json", "-q")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let keys = outcome.output.matches(of: /(?m)^  "(\w+)":/).map { String($0.1) }
    #expect(
      keys == [
        "schema", "workload", "measures", "threads", "runs", "rounds", "seconds", "rounds_per_second",
        "runs_per_second",
        "peak_memory_bytes",
      ])
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let (seconds, rate) = (object["seconds"] as? Double ?? 0, object["runs_per_second"] as? Double ?? 0)
    #expect(object["runs"] as? Int == 50)
    #expect(object["threads"] as? Int == 2)
    #expect(abs(rate * seconds - 50) < 1e-6)
    #expect((object["peak_memory_bytes"] as? Int ?? 0) > 1_000_000)
  }

  @Test("a workload is the same runs on any number of threads: the rounds are the same")
  func rounds() throws {
    let rounds = try ["1", "3"].map { threads in
      let output = try Program().run(
        "bench", "three-party-4096", "--threads", threads, "--runs", "40", "--format", "json"
      ).output
      return output.firstMatch(of: /"rounds": (\d+)/).map { String($0.1) }
    }
    #expect(rounds[0] != nil)
    #expect(rounds[0] == rounds[1])
  }

  @Test(
    "--bare leaves out what looks at a run from outside: the runs are the same, and JSON and text say which it was"
  )
  func bare() throws {
    let line = ["bench", "three-party-4096", "--threads", "1", "--runs", "40", "-q"]
    let outputs = try [[], ["--bare"]].map { more in
      try ["json", "text"].map { try Program().run(line + more + ["--format", $0]).output }
    }
    let rounds = outputs.map { $0[0].firstMatch(of: /"rounds": (\d+)/).map { String($0.1) } }
    #expect(rounds[0] != nil && rounds[0] == rounds[1])
    #expect(outputs.map { $0[0].contains("\"measures\": \"bare\"") } == [false, true])
    #expect(outputs.map { $0[0].contains("\"measures\": \"run\"") } == [true, false])
    #expect(outputs[0][1].hasPrefix("three-party-4096, 1 thread, what detente run does by default\n"))
    #expect(outputs[1][1].hasPrefix("three-party-4096, 1 thread, the bargaining alone\n"))
  }

  @Test("the Paris scenario can be timed wherever the program is, and is the one that is shipped")
  func paris() throws {
    try Workplace.use { place in
      let outcome = try place.program.shell(
        "cp \"$detente\" here && ./here bench paris --runs 20 --threads 1 --format json -q")
      #expect(outcome.status == 0)
      #expect(outcome.errors == "")
      let shipped = try Program().run(
        "bench", "scenarios/paris-2025.jsonc", "--runs", "20", "--threads", "1", "--format", "json", "-q")
      let rounds = [outcome, shipped].map { $0.output.firstMatch(of: /"rounds": (\d+)/).map { String($0.1) } }
      #expect(rounds[0] != nil && rounds[0] == rounds[1])
    }
    let file = try String(
      contentsOf: Program.package.appending(path: "scenarios/paris-2025.jsonc"), encoding: .utf8)
    #expect(BuiltInScenario.text == file)
  }

  @Test("what is timed is what a simulation does unless told otherwise; bare is without zone and efficiency")
  func measures() throws {
    let scenario = try #require(Workload.all.first).scenario
    func plan(_ measures: Benchmark.Measures) -> SimulationPlan {
      Benchmark(name: "", scenario: scenario, threads: 3, extent: .runs(1), measures: measures).plan(runs: 7)
    }
    #expect(plan(.run) == SimulationPlan(runs: 7, threads: 3))
    #expect(plan(.bare) == SimulationPlan(runs: 7, threads: 3, zone: .off, efficiency: .off))
  }

  @Test("--list names every built-in workload, and an unknown one is told from them")
  func list() throws {
    let list = try Program().run("bench", "--list")
    let names = list.output.split(separator: "\n").compactMap {
      $0.split(separator: " ").first.map(String.init)
    }
    #expect(
      names == [
        "boulware-4096", "boulware-4096-long", "boulware-million", "boulware-trillion", "three-party-4096",
        "micro-4096", "paris",
      ])
    let unknown = try Program().run("bench", "boulware-409")
    #expect(
      unknown
        == Program.Outcome(
          status: 66, output: "",
          errors:
            "detente: \"boulware-409\" is neither a built-in workload nor a file, did you mean boulware-4096?\n"
        ))
  }

  @Test("as text it ends with how long a million runs would take")
  func million() throws {
    let outcome = try Program().run(
      "bench", "scenarios/logroll.jsonc", "--runs", "2000", "--threads", "1", "-q")
    let found = try #require(
      outcome.output.firstMatch(
        of: /\n  ([\d,]+) runs per second\n(?:.*\n)+  1,000,000 runs would take ([\d.]+) (s|minutes|hours)\n$/
      ))
    let rate = try #require(Double(String(found.1).replacing(",", with: "")))
    let units: [String: Double] = ["s": 1, "minutes": 60, "hours": 3_600]
    let unit = try #require(units[String(found.3)])
    let seconds = try #require(Double(String(found.2)))
    let expected: Double = 1e6 / rate / unit
    // Both are rounded: the rate to a run, the time to a decimal.
    #expect(abs(seconds - expected) <= 0.051 + expected / rate)
  }

  @Test("a scenario file can be timed")
  func file() throws {
    let outcome = try Program().run(
      "bench", "scenarios/logroll.jsonc", "--runs", "20", "--threads", "1", "--format", "json", "-q")
    #expect(outcome.output.contains("\"workload\": \"scenarios/logroll.jsonc\""))
    #expect(outcome.status == 0)
  }
}
