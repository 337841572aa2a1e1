import Bargaining
import Reports
import Scenarios
import Testing

/// Traces of NegMAS 0.16.0, reproduced from outside: a scenario file in, JSON Lines out.
@Suite("Docking from outside")
struct DockingTests {
  @Test(
    "scenario files written for another platform's negotiations give its every offer, step and agreement",
    arguments: [("docking", 27), ("docking_builtin", 19)])
  func library(folder: String, count: Int) throws {
    let traces = try DockingTrace.all(in: folder)
    #expect(traces.count == count)
    for trace in traces {
      let scenario = try ScenarioReader.read(text: trace.scenario, name: "\(trace.id).jsonc").scenario
      let run = TracedRun(0, seed: 1, in: try Negotiation(scenario))
      #expect(try trace.faults(in: TraceLines(run, of: scenario).text) == [])
    }
  }

  @Test("the program says the same of them as the library")
  func program() throws {
    let traces = try DockingTrace.all(in: "docking") + DockingTrace.all(in: "docking_builtin")
    #expect(traces.count == 46)
    try Workplace.use { place in
      for trace in traces.enumerated().filter({ $0.offset.isMultiple(of: 6) }).map(\.element) {
        try place.write(trace.scenario, to: "\(trace.id).jsonc")
        let outcome = try place.program.run("trace", "\(trace.id).jsonc", "--format", "jsonl", "--quiet")
        #expect(outcome.status == 0 && outcome.errors == "")
        #expect(try trace.faults(in: outcome.output) == [])
      }
    }
  }
}
