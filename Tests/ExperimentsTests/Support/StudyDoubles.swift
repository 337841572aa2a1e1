import Simulation
import Synchronization

/// A memory of a study that is not on a disk.
final class MemoryDouble: StudyMemory {
  private struct State {
    var stage = 0
    var records: [[Int: [UInt8]]] = []
    var newRecords = 0
  }

  private let state = Mutex(State())

  /// With records of the first stage.
  init(_ records: [Int: [UInt8]] = [:]) {
    state.withLock { $0.records = [records] }
  }

  /// Makes it that of a study that begins again.
  func rewind() {
    state.withLock { state in
      state.stage = 0
      state.newRecords = 0
    }
  }

  /// The records of each stage.
  var records: [[Int: [UInt8]]] { state.withLock { $0.records } }
  /// Items of all stages that are known.
  var count: Int { records.reduce(0) { $0 + $1.count } }
  /// How many were kept since it was made or rewound.
  var newRecords: Int { state.withLock { $0.newRecords } }

  func beginStage() {
    state.withLock { state in
      state.stage += 1
      if state.records.count < state.stage { state.records.append([:]) }
    }
  }

  func record(of item: Int) -> [UInt8]? { state.withLock { $0.records[$0.stage - 1][item] } }

  func keep(_ record: [UInt8], of item: Int) {
    state.withLock { state in
      state.records[state.stage - 1][item] = record
      state.newRecords += 1
    }
  }
}

/// Says yes from one question on.
final class Stopper: Sendable {
  private let questions = Atomic<Int>(0)
  private let limit: Int

  /// - Parameter limit: questions that are answered by no; all unless given.
  init(after limit: Int = .max) { self.limit = limit }

  /// How often it was asked.
  var asked: Int { questions.load(ordering: .relaxed) }

  func shouldStop() -> Bool { questions.wrappingAdd(1, ordering: .relaxed).newValue > limit }
}
