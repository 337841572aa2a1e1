import Experiments
import Foundation
import Simulation
import Synchronization
import Tables
import Testing

/// A number as a record.
private struct Number: StudyRecord {
  var number: Int

  init(_ number: Int) { self.number = number }

  func write(to record: inout WordWriter) { record.write(number) }

  init?(reading words: inout WordReader) {
    guard let number = words.count() else { return nil }
    self.number = number
  }
}

@Suite("Shares of a study")
struct StudyShareTests {
  /// A stage that adds up the squares of 0 ..< 100; tells which it makes.
  private static func sum(_ memory: any StudyMemory, made: @escaping @Sendable (Int) -> Void) -> Int? {
    StudyStage<Number>(items: 100, memory: memory, shouldStop: { false }, fits: { _, _ in true }).sum(
      of: [1, 2, 3], from: 0,
      make: { _, item in
        made(item)
        return Number(item * item)
      }, add: { $0 += $2.number })
  }

  @Test("each makes its own items and no others, and together they are all", arguments: [1, 2, 5, 150])
  func shares(count: Int) throws {
    try Folder.use { folder in
      let digest = StudyJournal.digest(of: "squares")
      let shards = (1...count).map { StudyShard(index: $0, count: count) }
      for shard in shards {
        let journal = try #require(
          try StudyJournal(path: "\(folder)/\(shard.journalName)", study: "squares", shard: shard))
        let made = Mutex<Set<Int>>([])
        let sum = Self.sum(journal) { item in made.withLock { _ = $0.insert(item) } }
        #expect(sum == (count == 1 ? 328_350 : nil))
        #expect(made.withLock { $0 } == Set((0..<100).filter { $0 % count == shard.index - 1 }))
        journal.seal()
        try journal.finish()
      }
      var all = StudyItems()
      try StudyItems.read(in: folder, digest: digest, shards: shards) { all.add($1) }
      #expect(shards.allSatisfy { all.isSealed($0) })
      let whole = try #require(try StudyJournal(path: "\(folder)/whole", study: "squares", others: all))
      #expect(Self.sum(whole) { _ in Issue.record("an item was made again") } == 328_350)
      #expect(whole.itemsMade == 0)
    }
  }

  @Test(
    "a record that stands for those before it leaves a journal that does not grow, and is what is read again")
  func superseding() throws {
    try Folder.use { folder in
      let path = "\(folder)/journal"
      do {
        let journal = try #require(try StudyJournal(path: path, study: "one"))
        journal.keep([7], stage: 1, item: 0, supersedes: false)
        for number in 0..<100 {
          journal.keep(
            Array(repeating: UInt8(number), count: 100_000), stage: 2, item: 3, supersedes: true)
        }
        try journal.finish()
      }
      #expect(try Data(contentsOf: URL(filePath: path)).count < 2_000_000)
      let again = try #require(try StudyJournal(path: path, study: "one"))
      #expect(again.take(stage: 2, item: 3) == Array(repeating: 99, count: 100_000))
      #expect(again.take(stage: 1, item: 0) == [7])
    }
  }
}
