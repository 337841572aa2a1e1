import Experiments
import Scenarios
import Tables
import Testing

@Suite("The plan of a sweep")
struct SweepPlanTests {
  private func plan(_ text: String = PieScenario.text) throws -> SweepPlan {
    let axis = try SweepAxis(
      path: "parties.a.tactic", values: ["{\"time\": {\"beta\": 0.5}}", "{\"time\": {\"beta\": 2}}"],
      labels: ["tough", "soft"])
    let range = try #require(try SweepRange(parsing: "parties.b.willingness=0.1..0.9"))
    return SweepPlan(
      scenarios: [ScenarioDocument.load(text: text, name: "pie.jsonc")],
      settings: [ScenarioSetting(path: "rounds", value: "7", origin: "--set")],
      design: try SweepDesign(
        axes: [[axis]], ranges: [range], sampling: .latinHypercube(5), seed: .max, variants: []),
      runs: 100, seed: .max, precision: 0.1, shards: 3)
  }

  @Test("is read back from plan.json as it was written, the largest seed and the points included")
  func roundTrip() throws {
    let plan = try plan()
    let read = try SweepPlan(json: JSONText.bytes(plan.json))
    #expect(read.digest == plan.digest)
    #expect(read.seed == .max)
    #expect((0..<10).map { read.design[$0] } == (0..<10).map { plan.design[$0] })
    #expect(
      try Sweep(read).run(shard: 2).points.map(\.outcome) == Sweep(plan).run(shard: 2).points.map(\.outcome))
  }

  @Test("is another when anything in it is, and says what, for a scenario the line")
  func differences() throws {
    let plan = try plan()
    #expect(plan.differences(to: try self.plan(), here: "a", there: "b").isEmpty)
    var other = plan
    other.seed = 4
    other.precision = nil
    #expect(
      plan.differences(to: other, here: "a", there: "b") == [
        "seed: 18446744073709551615 in a, 4 in b", "precision: 0.1 in a, none in b",
      ])
    let edited = try self.plan(PieScenario.text.replacing("\"rounds\": 10", with: "\"rounds\": 11"))
    let lines = plan.differences(to: edited, here: "a", there: "b")
    #expect(lines.first?.contains("line 2 is") == true)
    #expect(lines.dropFirst() == ["    \"rounds\": 10,  in a", "    \"rounds\": 11,  in b"])
  }

  @Test("whose scenario text was changed by hand is refused")
  func tampered() throws {
    let text = JSONText.string(try plan().json).replacing("\\\"rounds\\\": 10", with: "\\\"rounds\\\": 12")
    #expect(throws: SweepPlanFault.changedText("pie.jsonc")) { try SweepPlan(json: Array(text.utf8)) }
    #expect(throws: SweepPlanFault.unreadable) { try SweepPlan(json: Array("{}".utf8)) }
  }

  @Test("with runs that no simulation has is refused, and told why", arguments: [0, -1, 4_294_967_296, .max])
  func runsOutOfRange(runs: Int) throws {
    let text = JSONText.string(try plan().json).replacing("\"runs\": 100", with: "\"runs\": \(runs)")
    let fault = #expect(throws: SweepPlanFault.runsOutOfRange(runs)) { try SweepPlan(json: Array(text.utf8)) }
    #expect(
      fault?.description == "\"runs\" in it must be a whole number from 1 to 4294967295, not \(runs)")
  }

  @Test("keeps the texts that a scenario extends, and needs no file to be decoded")
  func extended() throws {
    try Folder.use { folder in
      try AtomicFile.write(PieScenario.text, to: folder + "/base.jsonc")
      try AtomicFile.write("{\"extends\": \"base.jsonc\", \"rounds\": 6}", to: folder + "/variant.jsonc")
      let document = try ScenarioDocument.load(path: folder + "/variant.jsonc")
      let axis = try SweepAxis(parsing: "parties.a.willingness=0.5,1")
      let plan = SweepPlan(scenarios: [document], design: try SweepDesign(axes: [axis]), runs: 10)
      let read = try SweepPlan(json: JSONText.bytes(plan.json))
      try AtomicFile.write("{}", to: folder + "/base.jsonc")
      #expect(try Sweep(read).reading(at: 0).scenario.rounds == 6)
    }
  }

  @Test(
    "deals every point to one shard, and shards differ by one point at most", arguments: [1, 2, 5, 7, 10, 13])
  func shards(count: Int) throws {
    var plan = try plan()
    plan.shards = count
    let counts = (1...count).map { plan.pointCount(of: $0) }
    #expect(counts.reduce(0, +) == 10)
    #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 1)
  }
}
