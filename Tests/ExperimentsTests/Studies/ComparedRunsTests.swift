import Bargaining
import Experiments
import Simulation
import Tables
import Testing

@Suite("Comparisons that are stopped")
struct ComparedRunsTests {
  static let runs = 5 * 64 + 10

  static func pair() throws -> [Scenario] {
    try [
      StudyTexts.zone(a: #"{"uniform": [0.3, 0.7]}"#, b: "0.5"),
      StudyTexts.zone(a: #"{"uniform": [0.3, 0.7]}"#, b: #"{"uniform": [0.4, 0.7]}"#),
    ]
  }

  static func compare(
    _ pair: [Scenario], runs: Int = runs, threads: Int = 1, memory: (any StudyMemory)? = nil,
    stopper: Stopper = Stopper()
  ) throws -> ScenarioComparison? {
    try ScenarioComparison.compare(
      pair[0], pair[1], plan: SimulationPlan(runs: runs, seed: 5, threads: threads, firstRun: 3),
      memory: memory, shouldStop: stopper.shouldStop)
  }

  /// All numbers, those with a fraction as their bits.
  static func bits(_ comparison: ScenarioComparison) -> [UInt64] {
    let means = ([comparison.length] + comparison.utilities).flatMap { mean in
      [mean.moments, mean.first, mean.second].flatMap {
        [UInt64($0.count), ($0.mean ?? 0).bitPattern, $0.squaredDeviations.bitPattern]
      }
    }
    return means + (comparison.endings + comparison.examples).joined().map { UInt64(bitPattern: Int64($0)) }
  }

  @Test(
    "stopped at any stretch, gone on with and stopped again, a comparison comes to the same bits",
    arguments: [1, 3])
  func resume(threads: Int) throws {
    let pair = try Self.pair()
    let whole = Self.bits(try #require(try Self.compare(pair)))
    // In every run it is asked twice.
    for limit in stride(from: 0, to: 2 * Self.runs, by: 29) {
      let memory = MemoryDouble()
      #expect(try Self.compare(pair, threads: threads, memory: memory, stopper: Stopper(after: limit)) == nil)
      #expect(threads == 1 ? memory.count == limit / 128 : memory.count < 6)
      memory.rewind()
      let known = memory.count
      #expect(
        try Self.compare(pair, threads: threads, memory: memory, stopper: Stopper(after: known + 10)) == nil)
      memory.rewind()
      let resumed = try #require(try Self.compare(pair, threads: threads, memory: memory))
      #expect(Self.bits(resumed) == whole)
      #expect(memory.newRecords == 6 - known)
    }
  }

  @Test(
    "of a journal on the disk a comparison goes on to the same bits, and one that is done simulates nothing")
  func journal() throws {
    let pair = try Self.pair()
    let back = [pair[1], pair[0]]
    let wholes = try [pair, back].map { Self.bits(try #require(try Self.compare($0))) }
    try StudyJournalTests.inFolder { path in
      for (limit, known) in [(300, 0), (700, 2), (309, 8), (.max, 10)] {
        let journal = try #require(try StudyJournal(path: path, study: "two comparisons"))
        #expect(journal.itemsKnown == known)
        let stopper = Stopper(after: limit)
        let first = try Self.compare(pair, memory: journal, stopper: stopper)
        let second = first == nil ? nil : try Self.compare(back, memory: journal, stopper: stopper)
        #expect((second == nil) == (limit != .max))
        if let first { #expect(Self.bits(first) == wholes[0]) }
        if let second { #expect(Self.bits(second) == wholes[1]) }
        try journal.finish()
      }
      let journal = try #require(try StudyJournal(path: path, study: "two comparisons"))
      let stopper = Stopper()
      #expect(try Self.compare(pair, memory: journal, stopper: stopper).map(Self.bits) == wholes[0])
      #expect(stopper.asked == 7, "once for each stretch, and for the end")
    }
  }

  @Test("a record of a comparison that is cut or nonsense is not taken, wherever it is cut")
  func nonsense() throws {
    let pair = try Self.pair()
    let memory = MemoryDouble()
    let whole = Self.bits(try #require(try Self.compare(pair, memory: memory)))
    let records = memory.records[0]
    let right = try #require(records[1])
    #expect(ComparedRuns(bytes: right)?.bytes == right)
    for length in right.indices { #expect(ComparedRuns(bytes: Array(right.prefix(length))) == nil) }
    #expect(ComparedRuns(bytes: right + [0]) == nil)
    let last = try #require(records[5])
    let part = try #require(ComparedRuns(bytes: right))
    #expect(part.fits(67..<131, parties: 2) && !part.fits(67..<130, parties: 2))
    #expect(!part.fits(68..<132, parties: 2) && !part.fits(67..<131, parties: 1))
    let wrong: [[UInt8]] = [
      try #require(records[0]), last, Array(repeating: 0xFF, count: right.count),
      Array(repeating: 0, count: right.count), [right[0] &+ 1] + right.dropFirst(),
    ]
    for bytes in wrong {
      let memory = MemoryDouble(records.merging([1: bytes]) { $1 })
      #expect(try Self.compare(pair, memory: memory).map(Self.bits) == whole)
      #expect(memory.newRecords == 1 && memory.records[0][1] == right)
    }
    // A mean over as many runs as there are, and one that is no number.
    for (mean, isOne) in [(0.5, true), (.nan, false), (.infinity, false)] {
      var record = WordWriter()
      for _ in 0..<3 {
        record.write(64)
        record.write(mean)
        record.write(0.25)
      }
      #expect((PairedMean(bytes: record.bytes) != nil) == isOne)
    }
    // One that fits is taken, so that all this shows something.
    let other = MemoryDouble()
    _ = try Self.compare([pair[1], pair[0]], memory: other)
    let mixed = MemoryDouble(records.merging([1: try #require(other.records[0][1])]) { $1 })
    #expect(try Self.compare(pair, memory: mixed).map(Self.bits) != whole)
  }

  @Test("numbers of runs that do not exist are refused, and no runs are no differences")
  func numbers() throws {
    let pair = try Self.pair()
    for (first, runs) in [
      (SimulationPlan.mostRuns, 1), (0, SimulationPlan.mostRuns + 1), (Int.max, 1), (-1, 1),
    ] {
      #expect(throws: SimulationError.self) {
        try ScenarioComparison.compare(pair[0], pair[1], plan: SimulationPlan(runs: runs, firstRun: first))
      }
    }
    let none = try #require(try Self.compare(pair, runs: 0))
    #expect(none.runs == 0 && none.changed == 0)
    let last = try ScenarioComparison.compare(
      pair[0], pair[1], plan: SimulationPlan(runs: 2, firstRun: SimulationPlan.mostRuns - 2))
    #expect(last?.runs == 2 && last?.examples.joined().max() ?? 0 >= SimulationPlan.mostRuns - 2)
  }
}
