import Bargaining
import Experiments
import Foundation
import Results
import Simulation
import Synchronization
import Tables
import Testing

@Suite("The journal of a study")
struct StudyJournalTests {
  static let uncertain = #"{"uniform": [0.3, 0.7]}"#

  static func study(
    _ method: SensitivityStudy.Method = .morris(trajectories: 4)
  ) throws -> SensitivityStudy {
    SensitivityStudy(
      try StudyTexts.zone(a: uncertain, b: uncertain), method: method, runs: 70, seed: 3)
  }

  static func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "study-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.appending(path: StudyJournal.fileName).path)
  }

  /// Stops a study after so many runs.
  static func interrupt(
    _ method: SensitivityStudy.Method = .morris(trajectories: 4), after runs: Int, journal: StudyJournal
  ) throws {
    let done = Atomic<Int>(0)
    let result = try study(method).run(
      memory: journal, shouldStop: { done.load(ordering: .relaxed) >= runs },
      onRuns: { done.store($0, ordering: .relaxed) })
    #expect(result == nil)
    try journal.finish()
  }

  /// The 70 runs of a point are kept in two parts, 32 pairs of runs in one.
  @Test(
    "a study that was stopped goes on where it was and comes to the same",
    arguments: [
      (SensitivityStudy.Method.morris(trajectories: 4), 10 * 70, 20), (.sobol(samples: 256), 4 * 64, 4),
      // All 8 of the first sample, and 1 of the first number drawn anew.
      (.sobol(samples: 256), 9 * 64, 9),
    ])
  func resume(method: SensitivityStudy.Method, runs: Int, known: Int) throws {
    let whole = try #require(try Self.study(method).run()).table()
    try Self.inFolder { path in
      try Self.interrupt(method, after: runs, journal: try #require(try StudyJournal(path: path, study: "s")))
      let again = try #require(try StudyJournal(path: path, study: "s"))
      #expect(again.itemsKnown == known)
      let resumed = try Self.study(method).run(threads: 2, memory: again)
      #expect(try resumed?.table() == whole)
    }
  }

  @Test("a study that another version or revision has begun is not gone on with, and who began it is told")
  func otherVersion() throws {
    for (heading, version) in [
      ("detente study journal 4, version \(Release.identity), study", Release.identity),
      (
        "detente study journal 4, version \(Release.version)+r0.01234567, study",
        "\(Release.version)+r0.01234567"
      ),
      ("detente study journal 3, study", nil),
    ] {
      try Self.inFolder { path in
        let text = "\(heading) \(SHA256.hex(of: Array("s".utf8)))"
        _ = try #require(try Journal.open(path, heading: Array(text.utf8)))
        #expect(
          (try StudyJournal(path: path, study: "s") == nil) == (version != Release.identity), "\(heading)")
        #expect(StudyJournal.version(in: path) == version)
      }
    }
  }

  @Test("a journal cut anywhere gives the points of its whole records, and the study comes to the same")
  func torn() throws {
    let whole = try #require(try Self.study().run()).table()
    try Self.inFolder { path in
      try Self.interrupt(after: 10, journal: try #require(try StudyJournal(path: path, study: "s")))
      try Self.interrupt(after: 30, journal: try #require(try StudyJournal(path: path, study: "s")))
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      for cut in stride(from: 0, to: bytes.count, by: bytes.count / 12) {
        try bytes.prefix(cut).write(to: URL(fileURLWithPath: path))
        let journal = try #require(try StudyJournal(path: path, study: "s"))
        #expect([0, 20].contains(journal.itemsKnown))
        let resumed = try Self.study().run(memory: journal)
        #expect(try resumed?.table() == whole)
      }
    }
  }

  @Test("a study refuses the journal of another")
  func foreign() throws {
    try Self.inFolder { path in
      let own = try StudyJournal(path: path, study: "one")
      #expect(own?.itemsKnown == 0)
    }
    try Self.inFolder { path in
      do { _ = try StudyJournal(path: path, study: "one") }
      let other = try StudyJournal(path: path, study: "other")
      #expect(other == nil)
    }
  }

  /// Not all agree, not all have a gap, and moving both levers helps most: all stages have
  /// something to do.
  static func levers(threads: Int = 1) throws -> LeverStudy {
    let scenario = try StudyTexts.zone(a: uncertain, b: #"{"uniform": [0.55, 0.7]}"#)
    return LeverStudy(scenario, target: 0.9, runs: 70, threads: threads)
  }

  @Test("a study of levers keeps all its stages, stopped in any of them, and comes to the same")
  func stages() throws {
    let memory = MemoryDouble()
    let whole = try #require(try Self.levers().run(memory: memory)).tables()
    let stages = memory.records
    // Conditions, values of the levers, halvings, gaps, sets of several sizes, the check.
    #expect(stages.count > 5 && stages[0].count == LeverStudy.runsForConditions / 64)
    #expect(stages.contains { $0.count == LeverStudy.runsForGaps })
    let again = MemoryDouble()
    for stage in stages.indices {
      again.rewind()
      let target = stages.prefix(stage).reduce(0) { $0 + $1.count } + max(1, stages[stage].count / 2)
      let result = try Self.levers(threads: 3).run(memory: again, shouldStop: { again.count >= target })
      #expect(result == nil && (target..<memory.count).contains(again.count))
    }
    again.rewind()
    #expect(try Self.levers(threads: 3).run(memory: again)?.tables() == whole)
    #expect(again.records == stages)
    memory.rewind()
    #expect(try Self.levers().run(memory: memory)?.tables() == whole)
    #expect(memory.newRecords == 0, "what is known is not done again")
  }

  @Test("a journal in an older form belongs to another study")
  func versions() throws {
    try Self.inFolder { path in
      do { _ = try StudyJournal(path: path, study: "one") }
      let heading = try #require(try Journal.heading(of: path))
      #expect(String(decoding: heading, as: UTF8.self).hasPrefix("detente study journal 4, version "))
      let old = String(decoding: heading, as: UTF8.self).replacing("journal 4", with: "journal 3")
      try FileManager.default.removeItem(atPath: path)
      _ = try #require(try Journal.open(path, heading: Array(old.utf8)))
      let journal = try StudyJournal(path: path, study: "one")
      #expect(journal == nil)
    }
  }

  @Test("the end of a record of the journal that cannot be read is left out, what stands before it is taken")
  func unreadable() throws {
    try Self.inFolder { path in
      try {
        let journal = try #require(try StudyJournal(path: path, study: "one"))
        journal.beginStage()
        journal.keep([1, 2, 3], of: 0)
        journal.keep([], of: 9)
        try journal.finish()
      }()
      let heading = try #require(try Journal.heading(of: path))
      let record = try #require(try Journal.read(path, heading: heading)?.records.last)
      // Stage, item, length; of the second the length is wrong.
      #expect(record == [1, 0, 3, 1, 2, 3, 1, 9, 0])
      do { try #require(try Journal.open(path, heading: heading)).journal.append([1, 4, 1, 8, 1, 5, 200]) }
      let journal = try #require(try StudyJournal(path: path, study: "one"))
      journal.beginStage()
      #expect(journal.itemsKnown == 3)
      #expect([0, 9, 4, 5].map { journal.record(of: $0) } == [[1, 2, 3], [], [8], nil])
      #expect([0, 9, 4, 5].allSatisfy { journal.record(of: $0) == nil }, "what was handed out is not held")
      journal.beginStage()
      #expect(journal.record(of: 0) == nil)
    }
  }
}
