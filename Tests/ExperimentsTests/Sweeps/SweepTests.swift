import Experiments
import Scenarios
import Simulation
import Synchronization
import Testing

@Suite("A sweep")
struct SweepTests {
  private func sweep(_ axes: String..., runs: Int = 200) throws -> Sweep {
    try Sweep(
      SweepPlan(
        scenarios: [PieScenario.document], design: SweepDesign(axes: axes.map { try SweepAxis(parsing: $0) }),
        runs: runs, seed: 3), threads: 2)
  }

  @Test("every point has the row that a simulation of its scenario alone gives")
  func points() throws {
    let sweep = try sweep("parties.a.willingness=0.5,1", "rounds=5,20")
    let result = try sweep.run()
    #expect(result.points.map(\.index) == [0, 1, 2, 3])
    for point in result.points {
      let scenario = try sweep.reading(at: point.index).scenario
      let alone = try Ensemble(scenario, plan: SimulationPlan(runs: 200, seed: 3, threads: 2)).run()
      #expect(point.outcome == SweepOutcome(alone))
    }
  }

  @Test("a number that no run can feel changes nothing: the same seed is used at every point")
  func commonRandomNumbers() throws {
    // The only weight of a party is normalised to 1 whatever it is, so every run must be as it was.
    let result = try sweep("parties.a.preferences.parts.weight=0.25,0.5,1").run()
    #expect(result.points[0].outcome == result.points[1].outcome)
    #expect(result.points[1].outcome == result.points[2].outcome)
  }

  @Test("a faulty value of any axis is found before the first run")
  func faultyValue() throws {
    #expect(throws: ScenarioFault.self) { try sweep("rounds=5,10", "parties.b.willingness=0.5,2") }
  }

  @Test("an axis may be about a part of what an axis before it puts there")
  func partOfAnother() throws {
    // A tactic that the scenario has not got, and a number that only this tactic has.
    let first = try SweepAxis(
      path: "parties.a.tactic",
      values: ["{\"time\": {\"beta\": 1}}", "{\"time\": {\"beta\": 1, \"start\": 0.2}}"])
    let second = try SweepAxis(path: "parties.a.tactic.time.beta", values: ["0.5", "3"])
    let document = ScenarioDocument.load(
      text: PieScenario.text.replacing(
        "\"tactic\": {\"time\": {\"beta\": 1}}", with: "\"tactic\": \"micro\""),
      name: "pie.jsonc")
    let plan = SweepPlan(
      scenarios: [document], design: try SweepDesign(axes: [first, second]), runs: 20)
    #expect(try Sweep(plan).run().points.map(\.index) == [0, 1, 2, 3])
  }

  @Test("a point whose values are faulty only together fails alone")
  func failure() throws {
    // An issue has at most 255 options: 51, 101 and 201 are allowed, 401 are not.
    let axes = try [
      SweepAxis(parsing: "issues.parts.range.to=100,400"), SweepAxis(parsing: "issues.parts.range.step=2,1"),
    ]
    let result = try Sweep(
      SweepPlan(scenarios: [PieScenario.document], design: SweepDesign(axes: axes), runs: 20)
    ).run()
    #expect(result.points.map(\.index) == [0, 1, 2])
    #expect(result.failures.map(\.index) == [3])
  }

  @Test("once asked to stop it keeps the points that are done and says that it stopped")
  func stop() throws {
    let looks = Atomic(0)
    let result = try sweep("rounds=1..50:50", runs: 64).run(
      shouldStop: { looks.wrappingAdd(1, ordering: .relaxed).newValue > 40 })
    #expect(result.wasStopped)
    #expect(!result.points.isEmpty)
    #expect(result.points.count < 50)
    // Not only from one end of the design.
    #expect(result.points.contains { $0.index < 25 } && result.points.contains { $0.index >= 25 })
    #expect(try result.table().rowCount == result.points.count)
  }

  @Test("a varied column is of whole numbers, of numbers or of texts, as its values are")
  func columnKinds() throws {
    let table = try sweep(
      "rounds=5,10", "parties.a.willingness=0.5,1", "parties.a.offer=lowest,closest", runs: 10
    )
    .run().table()
    #expect(table["rounds"]?.kind == .integer)
    #expect(table["parties.a.willingness"]?.kind == .real)
    #expect(table["parties.a.offer"]?.kind == .text)
  }
}
