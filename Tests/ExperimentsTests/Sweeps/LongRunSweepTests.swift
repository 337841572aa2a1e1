import Experiments
import Tables
import Testing

@Suite("A sweep of long runs")
struct LongRunSweepTests {
  @Test(
    "goes on though each of its runs takes longer than the time between two records", .timeLimit(.minutes(5)))
  func records() throws {
    // Two demands that exclude each other: every run lasts to its end.
    let axes = ["rounds=300000,300001", "parties.a.reservation=0.95", "parties.b.reservation=0.95"]
    let plan = SweepPlan(
      scenarios: [PieScenario.document],
      design: try SweepDesign(axes: axes.map { try SweepAxis(parsing: $0) }), runs: 3, seed: 3)
    let whole = try Sweep(plan).run().table().text(.csv)
    try Folder.use { folder in
      var sweep = try Sweep(plan)
      sweep.recordInterval = .microseconds(1)
      let result = try sweep.run(in: folder)
      #expect(!result.wasStopped)
      #expect(try result.table().text(.csv) == whole)
    }
  }
}
