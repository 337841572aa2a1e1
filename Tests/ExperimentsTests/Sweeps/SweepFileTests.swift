import Experiments
import Scenarios
import Testing

@Suite("A sweep file")
struct SweepFileTests {
  private func faults(_ text: String) -> [String] {
    do {
      _ = try SweepFile(text: text, name: "s.jsonc")
      return []
    } catch {
      return error.diagnostics.list().map { "\($0.line):\($0.column) \($0.message)" }
    }
  }

  @Test("says tactics and options as values, names for them, axes in step, ranges, and the rest of a plan")
  func whole() throws {
    let file = try SweepFile(
      text: """
        {
          "scenario": ["pie.jsonc", "/abs/other.jsonc"],
          "set": {"rounds": 7, "parties.a.offer": "closest"},
          "vary": [
            {"path": "parties.a.tactic", "values": {"tough": {"time": {"beta": 0.2}}, "soft": {"time": {"beta": 2.0}}}},
            {"zip": [{"path": "x", "values": [0, 0.5]}, {"path": "y", "from": 1, "to": 2, "count": 2}]},
            {"path": "z", "from": -1, "to": 1},  // sampled
          ],
          "design": "sobol:8", "runs": 2e3, "seed": 5, "precision": 0.05,
        }
        """, name: "folder/s.jsonc")
    #expect(file.scenarios == ["folder/pie.jsonc", "/abs/other.jsonc"])
    #expect(file.settings.map { "\($0.path)=\($0.value)" } == ["rounds=7", "parties.a.offer=closest"])
    #expect(file.axes[0][0].labels == ["tough", "soft"])
    #expect(file.axes[0][0].values == ["{\"time\": {\"beta\": 0.2}}", "{\"time\": {\"beta\": 2}}"])
    #expect(file.axes[1].map(\.path) == ["x", "y"])
    #expect(file.axes[1].map(\.values) == [["0", "0.5"], ["1", "2"]])
    #expect(file.ranges.map(\.text) == ["z=-1..1"])
    #expect(file.sampling == .sobol(8))
    #expect(file.runs == 2_000 && file.seed == 5 && file.precision == 0.05)
  }

  @Test("tells all its faults at once, each with line and column")
  func manyFaults() {
    #expect(
      faults(
        """
        {
          "vari": [],
          "vary": [
            {"path": "a"},
            {"values": [1]},
            {"path": "b", "from": 2, "to": 1},
            {"zip": [{"path": "c", "values": [1, 2]}, {"path": "d", "values": [1]}]},
            {"path": "e", "values": [1, 1]},
          ],
          "design": "halton:8",
          "runs": 0.5,
        }
        """) == [
          "2:3 unknown key \"vari\" in a sweep file",
          "4:5 a needs \"values\", or \"from\" and \"to\"",
          "5:5 \"path\" is missing",
          "6:5 b: 2.0 is not below 1.0",
          "7:47 d has 1 values, c has 2",
          "8:5 e: \"1\" is given twice",
          "10:13 unknown design \"halton:8\"",
          "11:11 runs must be a whole number from 1 to 4294967295",
        ])
  }

  @Test("a value that the scenario does not take is shown where it stands in the sweep file")
  func faultyValue() throws {
    let file = try SweepFile(
      text: """
        {"vary": [
          {"path": "parties.a.tactic",
           "values": [{"time": {"beta": 1}},
                      {"time": {"bta": 2}}]}]}
        """, name: "s.jsonc")
    let design = try SweepDesign(
      axes: file.axes, ranges: file.ranges, sampling: file.sampling, seed: 1, variants: [])
    let plan = SweepPlan(scenarios: [PieScenario.document], design: design, runs: 10)
    let fault = #expect(throws: ScenarioFault.self) { try Sweep(plan) }
    let told = try #require(fault).diagnostics.list()
    #expect(told.allSatisfy { $0.file == "s.jsonc" && $0.line == 4 })
    #expect(told.contains { $0.message.contains("\"bta\"") && $0.column == 25 })
  }

  @Test("a misspelt path is shown where it stands in the sweep file")
  func faultyPath() throws {
    let file = try SweepFile(
      text: """
        {"vary": [
          {"path": "parties.c.willingness", "values": [0, 1]}]}
        """, name: "s.jsonc")
    let design = try SweepDesign(
      axes: file.axes, ranges: file.ranges, sampling: file.sampling, seed: 1, variants: [])
    let plan = SweepPlan(scenarios: [PieScenario.document], design: design, runs: 10)
    let fault = #expect(throws: ScenarioFault.self) { try Sweep(plan) }
    #expect(
      try #require(fault).description.hasPrefix("s.jsonc:2:12: error: there is no \"c\" in the scenario"))
  }
}
