import Bargaining
import Experiments
import Foundation
import Simulation
import Synchronization
import Testing

@Suite("The journal of a study")
struct StudyJournalTests {
  static let uncertain = #"{"uniform": [0.3, 0.7]}"#

  static func study() throws -> SensitivityStudy {
    SensitivityStudy(
      try StudyTexts.zone(a: uncertain, b: uncertain), method: .sobol(samples: 16), runs: 70, seed: 3)
  }

  static func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "study-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.appending(path: StudyJournal.fileName).path)
  }

  /// Stops a study after so many points.
  static func interrupt(after points: Int, journal: StudyJournal) throws {
    let done = Atomic<Int>(0)
    let result = try study().run(
      memory: journal, shouldStop: { done.load(ordering: .relaxed) >= points },
      onPoint: { done.store($0, ordering: .relaxed) })
    #expect(result == nil)
    try journal.finish()
  }

  @Test("a study that was stopped goes on where it was and comes to the same")
  func resume() throws {
    let whole = try #require(try Self.study().run()).table()
    try Self.inFolder { path in
      try Self.interrupt(after: 20, journal: try #require(try StudyJournal(path: path, study: "s")))
      let again = try #require(try StudyJournal(path: path, study: "s"))
      #expect(again.pointsKnown == 20)
      let resumed = try Self.study().run(threads: 2, memory: again)
      #expect(try resumed?.table() == whole)
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
        #expect([0, 10].contains(journal.pointsKnown))
        let resumed = try Self.study().run(memory: journal)
        #expect(try resumed?.table() == whole)
      }
    }
  }

  @Test("a study refuses the journal of another")
  func foreign() throws {
    try Self.inFolder { path in
      let own = try StudyJournal(path: path, study: "one")
      #expect(own?.pointsKnown == 0)
    }
    try Self.inFolder { path in
      do { _ = try StudyJournal(path: path, study: "one") }
      let other = try StudyJournal(path: path, study: "other")
      #expect(other == nil)
    }
  }

  @Test("a study of levers with several stages comes to the same from its own journal")
  func stages() throws {
    let scenario = try StudyTexts.zone(a: Self.uncertain, b: #"{"uniform": [0.55, 0.7]}"#)
    let study = LeverStudy(scenario, target: 0.9, runs: 50)
    let whole = try #require(try study.run()).tables()
    try Self.inFolder { path in
      // Closed at the end of the closure: a journal has one writer.
      try {
        let first = try #require(try StudyJournal(path: path, study: "s"))
        let result = try study.run(memory: first)
        #expect(try result?.tables() == whole)
        try first.finish()
      }()
      let journal = try #require(try StudyJournal(path: path, study: "s"))
      #expect(journal.pointsKnown > 10)
      let result = try study.run(memory: journal)
      #expect(try result?.tables() == whole)
    }
  }
}
