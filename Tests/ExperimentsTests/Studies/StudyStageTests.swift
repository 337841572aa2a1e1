import Bargaining
import Scenarios
import Simulation
import Synchronization
import Tables
import Testing

@Suite("A stage of a study")
struct StudyStageTests {
  /// A number and as many bytes, so that a record can be cut.
  struct Note: StudyRecord, Equatable {
    let number: Int

    init(_ number: Int) { self.number = number }

    func write(to record: inout WordWriter) {
      record.write(number)
      record.write(Array(repeating: UInt8(7), count: number))
    }

    init?(reading words: inout WordReader) {
      guard let number = words.count(), words.piece() == Array(repeating: 7, count: number) else {
        return nil
      }
      self.number = number
    }
  }

  struct Fault: Error, Equatable { let item: Int }

  static let items = 40
  /// What item n comes to, and no other item.
  static func value(_ item: Int) -> Int { item % 7 * 100 + item }
  static let whole = (0..<items).map(value)

  /// Adds the numbers to a list, which shows their order.
  static func list(
    threads: Int, memory: MemoryDouble?, stopper: Stopper = Stopper(), failing: Set<Int> = [],
    givingUp: Set<Int> = []
  ) throws(Fault) -> [Int]? {
    let stage = StudyStage<Note>(
      items: items, memory: memory, shouldStop: stopper.shouldStop, fits: { $0.number % 100 == $1 })
    return try stage.sum(
      of: Array(0..<threads), from: [Int](),
      make: { _, item throws(Fault) in
        if failing.contains(item) { throw Fault(item: item) }
        return givingUp.contains(item) ? nil : Note(value(item))
      }, add: { list, item, note in if list.count == item { list.append(note.number) } })
  }

  @Test("adds all items in their order", arguments: [1, 3, 100])
  func order(threads: Int) throws {
    #expect(try Self.list(threads: threads, memory: nil) == Self.whole)
    let memory = MemoryDouble()
    #expect(try Self.list(threads: threads, memory: memory) == Self.whole)
    #expect(
      memory.records == [
        Dictionary(uniqueKeysWithValues: (0..<Self.items).map { ($0, Note(Self.value($0)).bytes) })
      ])
  }

  @Test(
    "stopped before any item it keeps what is done, does the rest and no more, and comes to the same",
    arguments: [1, 3])
  func resume(threads: Int) throws {
    for limit in 0..<Self.items {
      let memory = MemoryDouble()
      #expect(try Self.list(threads: threads, memory: memory, stopper: Stopper(after: limit)) == nil)
      // It is asked once before each item.
      #expect(memory.count == limit)
      memory.rewind()
      #expect(try Self.list(threads: threads, memory: memory) == Self.whole)
      #expect(memory.newRecords == Self.items - limit)
    }
  }

  @Test("an item that was given up is not kept, and the stage is not done", arguments: [1, 3])
  func givingUp(threads: Int) throws {
    let memory = MemoryDouble()
    #expect(try Self.list(threads: threads, memory: memory, givingUp: [11]) == nil)
    #expect(memory.records[0][11] == nil && memory.records[0][10] != nil)
    memory.rewind()
    #expect(try Self.list(threads: threads, memory: memory) == Self.whole)
  }

  @Test("of several faults the one of the first item is thrown", arguments: [1, 3])
  func faults(threads: Int) {
    #expect(throws: Fault(item: 6)) {
      try Self.list(threads: threads, memory: MemoryDouble(), failing: [6, 7, 8, 20])
    }
  }

  @Test(
    "a record that is cut, too long, nonsense or another item's is not taken but made anew; a right one is taken"
  )
  func records() throws {
    let right = Note(Self.value(5)).bytes
    var wrong = right.indices.map { Array(right.prefix($0)) }
    wrong += [right + [0], right.reversed(), Array(repeating: 0xFF, count: 30), Note(Self.value(6)).bytes]
    for bytes in wrong {
      let memory = MemoryDouble([5: bytes])
      #expect(try Self.list(threads: 1, memory: memory) == Self.whole)
      #expect(memory.newRecords == Self.items && memory.records[0][5] == right)
    }
    // 905 is not what item 5 comes to, so that a record that is taken can be seen.
    let memory = MemoryDouble([5: Note(905).bytes])
    #expect(try Self.list(threads: 1, memory: memory)?[5] == 905)
    #expect(memory.newRecords == Self.items - 1)
  }

  @Test("each stage has records of its own")
  func stages() throws {
    let memory = MemoryDouble()
    _ = try Self.list(threads: 1, memory: memory)
    #expect(try Self.list(threads: 1, memory: memory, stopper: Stopper(after: 3)) == nil)
    #expect(memory.records.map(\.count) == [Self.items, 3])
  }

  @Test("stretches are consecutive, leave no run out, and are short where runs may be long")
  func stretches() throws {
    for (rounds, length) in [(1, 64), (1_024, 64), (1_025, 63), (30_000, 2), (1_000_000, 1)] {
      let scenario = try ShippedScenario.read("split-the-pie", ["rounds": "\(rounds)"])
      for runs in [0..<0, 0..<1, 5..<133, 7..<500] {
        let stretches = RunStretches(runs, of: scenario)
        let parts = (0..<stretches.count).map { stretches[$0] }
        #expect(parts.flatMap { Array($0) } == Array(runs))
        #expect(
          parts.dropLast().allSatisfy { $0.count == length } && parts.allSatisfy { 1...length ~= $0.count })
      }
      let short = try ShippedScenario.read("split-the-pie", ["rounds": "10"])
      #expect(RunStretches(0..<64, of: short, scenario)[0].count == length, "the longer scenario decides")
      #expect(RunStretches(0..<64, of: scenario, short)[0].count == length)
    }
  }

  @Test("stretches are short where the outcomes are so many that it takes long to sort them")
  func largeScenario() throws {
    func scenario(issues: Int) throws -> Scenario {
      let names = (0..<issues).map { "i\($0)" }
      func party(_ shape: String) -> String {
        let preferences = names.map { #""\#($0)": {"weight": 1, "shape": "\#(shape)"}"# }.joined(
          separator: ",")
        return #"{"preferences": {\#(preferences)}, "reservation": 0.5, "tactic": {"time": {"beta": 1}}}"#
      }
      let ranges = names.map { #""\#($0)": {"range": {"from": 1, "to": 10, "step": 1}}"# }.joined(
        separator: ",")
      return try ScenarioReader.read(
        text: """
          {"rounds": 24, "issues": {\(ranges)}, "parties": {"a": \(party("increasing")), "b": \(party("decreasing"))}}
          """, name: "test.jsonc"
      ).scenario
    }
    // 24 rounds and 4 · 10^(issues/2) / 64 more.
    for (issues, length) in [(4, 64), (8, 64), (9, 32), (10, 10), (12, 1)] {
      let stretches = RunStretches(0..<100, of: try scenario(issues: issues))
      #expect(stretches[0].count == length, "\(issues) issues")
    }
  }
}
