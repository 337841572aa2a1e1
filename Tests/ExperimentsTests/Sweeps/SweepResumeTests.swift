import Experiments
import Foundation
import Results
import Scenarios
import Synchronization
import Tables
import Testing

@Suite("A sweep in a directory")
struct SweepResumeTests {
  private func plan(
    _ axes: [String] = ["parties.a.willingness=0.5,1", "rounds=5,20"], runs: Int = 40,
    precision: Double? = nil, shards: Int = 1
  ) throws -> SweepPlan {
    SweepPlan(
      scenarios: [PieScenario.document],
      design: try SweepDesign(axes: axes.map { try SweepAxis(parsing: $0) }),
      runs: runs, seed: 3, precision: precision, shards: shards)
  }

  private func table(_ result: SweepResult) throws -> String { try result.table().text(.csv) }

  private func journal(_ folder: String) -> String { folder + "/shard-1-of-1.journal" }

  @Test("whose journal is cut after any byte goes on to the same table, byte for byte")
  func cutAnywhere() throws {
    let sweep = try Sweep(plan())
    let expected = try table(sweep.run())
    try Folder.use { folder in
      #expect(try table(sweep.run(in: folder)) == expected)
      let whole = try Data(contentsOf: URL(filePath: journal(folder)))
      for cut in 0..<whole.count {
        try whole.prefix(cut).write(to: URL(filePath: journal(folder)))
        #expect(try table(sweep.run(in: folder)) == expected, "cut after \(cut) bytes")
      }
    }
  }

  @Test("stopped again and again, in the middle of points, goes on to the same table, byte for byte")
  func stoppedOften() throws {
    let sweep = try Sweep(plan(runs: 700), threads: 2)
    let expected = try table(sweep.run())
    try Folder.use { folder in
      var executions = 0
      while true {
        let looks = Atomic(0)
        executions += 1
        let result = try sweep.run(
          in: folder, shouldStop: { looks.wrappingAdd(1, ordering: .relaxed).newValue > 6 })
        guard result.wasStopped else {
          #expect(try table(result) == expected)
          break
        }
      }
      #expect(executions > 4, "each point of \(sweep.plan.design.count) was interrupted")
    }
  }

  @Test(
    "whose point is long writes down how far it has come, so that a kill loses little, and the bytes are the same",
    arguments: [nil, 0.02])
  func longPoint(precision: Double?) throws {
    let plan = try plan(["rounds=20"], runs: 4_000, precision: precision)
    let expected = try Sweep(plan).run()
    var sweep = try Sweep(plan, threads: 2)
    sweep.recordInterval = .zero
    try Folder.use { folder in
      let (live, killed) = (folder + "/live", folder + "/killed")
      for path in [live, killed] {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      }
      // What a kill before the thousandth run leaves behind: earlier than the first look at a
      // precision.
      let left = Mutex<Data?>(nil)
      let journal = journal(live)
      let result = try sweep.run(
        in: live,
        onProgress: { progress in
          guard progress.runsDone < 1_000 else { return }
          let bytes = FileManager.default.contents(atPath: journal)
          left.withLock { $0 = bytes }
        })
      #expect(try table(result) == table(expected))
      try #require(left.withLock { $0 }).write(to: URL(filePath: self.journal(killed)))
      let first = Mutex<Int?>(nil)
      let resumed = try sweep.run(
        in: killed, onProgress: { progress in first.withLock { $0 = $0 ?? progress.runsDone } })
      #expect(try table(resumed) == table(expected))
      let runs = try #require(first.withLock { $0 })
      #expect(runs > 600 && runs < 1_400, "the first chunk is reported with the runs before it")
    }
  }

  @Test("whose journal says of a point what cannot be is refused", arguments: [.max, 1 << 62, 1])
  func impossibleCounts(_ count: Int) throws {
    let plan = try plan()
    try Folder.use { folder in
      _ = try Sweep(plan).run(in: folder, shouldStop: { true })
      // Point 0 done in a nanosecond: 40 runs, 40 rounds, five endings of which each is as
      // frequent, no median, no party.
      var record = WordWriter()
      for word in [1, 0, 1, 40, 40, 5, count, count, count, count, count, 0, 0] { record.write(word) }
      let heading = try #require(try Journal.heading(of: journal(folder)))
      try #require(try Journal.open(journal(folder), heading: heading)).journal.append(record.bytes)
      #expect(throws: SweepFault.foreignJournal(journal(folder))) { try Sweep(plan).run(in: folder) }
    }
  }

  @Test("whose tally is short by a word is refused, not filled with zeros")
  func shortTally() throws {
    let plan = try plan()
    try Folder.use { folder in
      _ = try Sweep(plan).run(in: folder, shouldStop: { true })
      // Point 0 begun, a nanosecond, a tally of two words of which one is there, two bytes long.
      var record = WordWriter()
      for word in [3, 0, 1, 2, 300] { record.write(word) }
      let heading = try #require(try Journal.heading(of: journal(folder)))
      try #require(try Journal.open(journal(folder), heading: heading)).journal.append(record.bytes)
      #expect(throws: SweepFault.foreignJournal(journal(folder))) { try Sweep(plan).run(in: folder) }
    }
  }

  @Test("that is done simulates nothing when it is run again")
  func finished() throws {
    let sweep = try Sweep(plan())
    try Folder.use { folder in
      _ = try sweep.run(in: folder)
      let runs = Atomic(0)
      var found: [Int] = []
      _ = try sweep.run(
        in: folder, onFound: { found.append($0.points) }, onProgress: { _ in runs.add(1, ordering: .relaxed) }
      )
      #expect(found == [4])
      #expect(runs.load(ordering: .relaxed) == 0)
    }
  }

  @Test("refuses the journal of another plan")
  func foreign() throws {
    try Folder.use { folder in
      _ = try Sweep(plan()).run(in: folder)
      #expect(throws: SweepFault.foreignJournal(journal(folder))) {
        try Sweep(plan(runs: 41)).run(in: folder)
      }
    }
  }

  @Test("keeps which points failed, and why, and does not try them again")
  func failures() throws {
    // An issue has at most 255 options: 51, 101 and 201 are allowed, 401 are not.
    let sweep = try Sweep(plan(["issues.parts.range.to=100,400", "issues.parts.range.step=2,1"]))
    try Folder.use { folder in
      let first = try sweep.run(in: folder)
      var found = 0
      let second = try sweep.run(in: folder, onFound: { found = $0.points })
      #expect(first.failures.map(\.index) == [3])
      #expect(second.failures == first.failures)
      #expect(found == 4)
    }
  }

  @Test(
    "in any number of shards, done in any order, merges to the same table, byte for byte",
    arguments: [2, 3, 4, 7])
  func shards(count: Int) throws {
    let axes = ["parties.a.willingness=0.5,0.75,1", "rounds=5,20"]
    let expected = try table(Sweep(plan(axes)).run())
    try Folder.use { folder in
      let sweep = try Sweep(plan(axes, shards: count))
      _ = try SweepDirectory(claiming: folder + "/s", for: sweep.plan, replacing: false)
      for shard in (1...count).reversed() { _ = try sweep.run(shard: shard, in: folder + "/s") }
      #expect(try table(SweepMerge.result(of: [folder + "/s"])) == expected)
    }
  }

  @Test("in shards names those that are missing or unfinished, and those that are there twice")
  func incomplete() throws {
    try Folder.use { folder in
      let sweep = try Sweep(plan(shards: 4))
      for name in ["a", "b"] {
        _ = try SweepDirectory(claiming: folder + "/" + name, for: sweep.plan, replacing: false)
      }
      let (a, b) = (folder + "/a", folder + "/b")
      _ = try sweep.run(shard: 1, in: a)
      _ = try sweep.run(shard: 3, in: b, shouldStop: { true })
      #expect(throws: SweepFault.missing([2, 3, 4])) { try SweepMerge.result(of: [a, b]) }
      _ = try sweep.run(shard: 1, in: b)
      #expect(throws: SweepFault.overlap([1], a, b)) { try SweepMerge.result(of: [a, b]) }
    }
  }

  @Test("of another version is not gone on with, and the versions are told; what it has is merged")
  func otherVersion() throws {
    try Folder.use { folder in
      var plan = try plan(shards: 2)
      plan.version = "0.0.9"
      let path = folder + "/s"
      _ = try SweepDirectory(claiming: path, for: plan, replacing: false)
      for shard in 1...2 { _ = try Sweep(plan).run(shard: shard, in: path) }
      let difference = "version: 0.0.9 in \(path), \(Release.identity) in this program"
      #expect(throws: SweepFault.otherPlan(path, differences: [difference])) {
        try SweepDirectory(resuming: path)
      }
      #expect(try SweepDirectory(opening: path).plan.digest == plan.digest)
      let expected = try table(Sweep(self.plan()).run())
      #expect(try table(SweepMerge.result(of: [path])) == expected)
    }
  }

  @Test("shards of different sweeps are not merged; the difference is told")
  func different() throws {
    try Folder.use { folder in
      for (name, runs) in [("a", 40), ("b", 50)] {
        let plan = try plan(runs: runs, shards: 2)
        _ = try SweepDirectory(claiming: folder + "/" + name, for: plan, replacing: false)
      }
      let (a, b) = (folder + "/a", folder + "/b")
      #expect(throws: SweepFault.otherPlan(b, differences: ["runs: 40 in \(a), 50 in \(b)"])) {
        try SweepMerge.result(of: [a, b])
      }
    }
  }

  @Test("stops its points at a precision after the same runs whatever interrupts it and whatever the threads")
  func precision() throws {
    let axes = ["parties.a.willingness=0.5,0.8,1"]
    let plan = try plan(axes, runs: 20_000, precision: 0.03)
    let whole = try Sweep(plan).run()
    for point in whole.points {
      let agreement = point.outcome.agreement
      #expect(point.outcome.runs % 1_024 == 0)
      #expect(point.outcome.runs < 20_000)
      #expect(agreement.high - agreement.low <= 0.06)
    }
    #expect(
      Set(whole.points.map(\.outcome.runs)).count > 1, "a rare agreement needs fewer runs than an even one")
    try Folder.use { folder in
      let sweep = try Sweep(plan, threads: 3)
      var result: SweepResult
      repeat {
        let looks = Atomic(0)
        result = try sweep.run(
          in: folder, shouldStop: { looks.wrappingAdd(1, ordering: .relaxed).newValue > 30 })
      } while result.wasStopped
      #expect(try table(result) == table(whole))
    }
  }
}
