import Bargaining
import Simulation
import Synchronization
import Tables

/// Keeps the points of a study of a scenario on disk, so that a study that was stopped goes on where it was.
///
/// The first record says which study it is: whatever decides its points, digested. Each other record holds the responses of about a second of work, each with its
/// stage and point; ``finish()`` writes what is left. A study that is killed loses that second.
public final class StudyJournal: PointMemory {
  private struct Key: Hashable {
    var stage: Int
    var point: Int
  }

  private struct State {
    let journal: Journal
    var stage = 0
    var known: [Key: PointResponse] = [:]
    var pending = WordWriter()
    var lastWritten = ContinuousClock.now
    var fault: WriteError?
  }

  /// The name of the file in the directory of a result.
  public static let fileName = "study.journal"

  private let state: Mutex<State>
  /// How many points were known when it was opened.
  public let pointsKnown: Int

  /// - Parameters:
  ///   - path: the file; made if it is not there.
  ///   - study: what decides the points: scenario, overrides, seed, runs, options. Two studies with equal texts have equal points.
  /// - Throws: `WriteError`; `nil` is returned when the file belongs to another study.
  public init?(path: String, study: String) throws(WriteError) {
    let (journal, content) = try Journal.open(path)
    let heading = StudyJournal.heading(study)
    var known: [Key: PointResponse] = [:]
    if let first = content.records.first {
      guard first == heading else { return nil }
      for record in content.records.dropFirst() {
        var words = WordReader(record)
        while !words.isAtEnd {
          guard let stage = words.count(), let point = words.count(),
            let response = PointResponse(reading: &words)
          else { break }
          known[Key(stage: stage, point: point)] = response
        }
      }
    } else {
      try journal.append(heading)
    }
    pointsKnown = known.count
    state = Mutex(State(journal: journal, known: known))
  }

  public func beginStage() {
    state.withLock { $0.stage += 1 }
  }

  public func response(of point: Int) -> PointResponse? {
    state.withLock { $0.known[Key(stage: $0.stage, point: point)] }
  }

  public func keep(_ response: PointResponse, of point: Int) {
    state.withLock { state in
      state.pending.write(state.stage)
      state.pending.write(point)
      response.write(to: &state.pending)
      if ContinuousClock.now - state.lastWritten > .seconds(1) { write(&state) }
    }
  }

  /// Writes what is not on disk yet.
  ///
  /// - Throws: the first fault of any writing; what was written before it is kept.
  public func finish() throws(WriteError) {
    let fault = state.withLock { state -> WriteError? in
      write(&state)
      return state.fault
    }
    if let fault { throw fault }
  }

  private func write(_ state: inout State) {
    state.lastWritten = ContinuousClock.now
    guard !state.pending.bytes.isEmpty, state.fault == nil else { return }
    do { try state.journal.append(state.pending.bytes) } catch { state.fault = error }
    state.pending = WordWriter()
  }

  private static func heading(_ study: String) -> [UInt8] {
    var hash = SHA256()
    hash.update(Array(study.utf8))
    let digest = hash.digest.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
    return Array("detente study journal 1, study \(digest)".utf8)
  }
}

extension PointResponse {
  func write(to record: inout WordWriter) {
    record.write(runs)
    record.write(endings.count)
    for count in endings { record.write(count) }
    record.write(utilities.count)
    for utility in utilities { record.write(utility) }
    record.write(rounds.count)
    for round in rounds { record.write(Int(round)) }
    for word in agreed.words { record.write(word) }
  }

  /// `nil` when the words are not those of a response.
  init?(reading words: inout WordReader) {
    guard let runs = words.count(), let endings = StudyWords.list(&words, { $0.count() }),
      endings.count == Ending.allCases.count, endings.reduce(0, +) == runs,
      let utilities = StudyWords.list(&words, { $0.number() }),
      let rounds = StudyWords.list(&words, { $0.count().flatMap { Int32(exactly: $0) } })
    else { return nil }
    var bits: [UInt64] = []
    for _ in 0..<(runs + 63) / 64 {
      guard let word = words.word() else { return nil }
      bits.append(word)
    }
    guard let agreed = BitRow(count: runs, words: bits) else { return nil }
    self.init(runs: runs, endings: endings, utilities: utilities, rounds: rounds, agreed: agreed)
  }
}

/// Lists in the records of studies.
private enum StudyWords {
  /// A number of elements, then the elements.
  static func list<Element>(
    _ words: inout WordReader, _ element: (inout WordReader) -> Element?
  ) -> [Element]? {
    guard let count = words.count(), count <= 1 << 28 else { return nil }
    var list: [Element] = []
    for _ in 0..<count {
      guard let next = element(&words) else { return nil }
      list.append(next)
    }
    return list
  }
}
