import Foundation
import Synchronization
import Tables
import Testing

@testable import Experiments

@Suite("Small points of a sweep")
struct SmallPointTests {
  private static func plan(_ axes: [String], runs: Int = 3) throws -> SweepPlan {
    SweepPlan(
      scenarios: [PieScenario.document],
      design: try SweepDesign(axes: axes.map { try SweepAxis(parsing: $0) }), runs: runs, seed: 3)
  }

  @Test(
    "side by side they come to what each comes to alone, on any number of threads",
    arguments: [1, 2, 3])
  func alone(threads: Int) throws {
    let plan = try SmallPointTests.plan(["parties.a.willingness=0.5..1:12", "rounds=5..20:16"])
    let sweep = try Sweep(plan, threads: threads)
    try Folder.use { folder in
      let result = try sweep.run(in: folder)
      #expect(result.points.count == 192)
      for point in stride(from: 0, to: 192, by: 7) {
        let alone = try #require(try sweep.run(only: point))
        #expect(alone.points.first?.outcome == result.points[point].outcome)
      }
      // The journal has them all.
      let again = try sweep.run(in: folder, shouldStop: { true })
      #expect(try again.table().text(.csv) == result.table().text(.csv))
      #expect(!again.wasStopped)
    }
  }

  @Test("a point that fails fails alone, wherever it stands among others")
  func failure() throws {
    // Talks have at least one round.
    let axes = ["parties.a.willingness=0.5..1:30", "rounds=5,0,7"]
    let plan = try SmallPointTests.plan(axes)
    let result = try Sweep(frozen: plan, threads: 2).run()
    #expect(result.failures.map(\.index) == (0..<30).map { 3 * $0 + 1 })
    #expect(result.points.count == 60)
  }

  @Test("a wish to stop among many of them keeps what is done, and what is left is done later")
  func stopping() throws {
    let plan = try SmallPointTests.plan(["parties.a.willingness=0.5..1:20", "rounds=5..20:16"])
    let sweep = try Sweep(plan, threads: 2)
    let expected = try sweep.run().table().text(.csv)
    try Folder.use { folder in
      var executions = 0
      while executions < 200 {
        let looks = Atomic(0)
        executions += 1
        let result = try sweep.run(
          in: folder, shouldStop: { looks.wrappingAdd(1, ordering: .relaxed).newValue > 400 })
        guard result.wasStopped else {
          #expect(try result.table().text(.csv) == expected)
          break
        }
      }
      #expect(executions > 1 && executions < 200)
    }
  }

  @Test("there are as many at a time as take the span, and one where they take long")
  func pace() {
    var pace = SweepPace(threads: 2)
    #expect(pace.batch == 1)
    pace.learn(done: 1, of: 1, in: .microseconds(100))
    #expect(pace.batch == 8)
    for _ in 0..<10 {
      pace.learn(done: pace.batch, of: pace.batch, in: .microseconds(100 * pace.batch))
    }
    #expect(pace.batch == 500)
    pace.learn(done: 499, of: 500, in: .seconds(2))
    #expect(pace.batch == 1)
    pace.learn(done: 1, of: 1, in: .milliseconds(20))
    #expect(pace.batch == 1)
  }
}
