import Results
import Simulation
import Synchronization
import Tables

/// Keeps what is done of a study on disk, so that a study that was stopped goes on where it was.
///
/// The first record says which study it is: whatever decides its items, digested. Each other record
/// holds those of about a second of work, each with its stage and number; ``finish()`` writes what
/// is left. A study that is killed loses that second and the items under way. What a journal knows
/// when it is opened is held in memory until it is asked for.
package final class StudyJournal: StudyMemory {
  private struct Key: Hashable {
    var stage: Int
    var item: Int
  }

  private struct State {
    let journal: Journal
    var stage = 0
    var known: [Key: [UInt8]] = [:]
    var pending = WordWriter()
    var lastWritten = ContinuousClock.now
    var fault: WriteError?
  }

  /// The name of the file in the directory of a result.
  package static let fileName = ResultDirectory.studyJournalName

  private let state: Mutex<State>
  private let hasFault = Atomic(false)
  /// How many items were known when it was opened.
  package let itemsKnown: Int
  /// Where the file has changed since it was written; items in it are done again.
  package let damages: [Journal.Damage]

  /// - Parameters:
  ///   - path: the file; made if it is not there.
  ///   - study: what decides the items: scenarios, overrides, seed, runs, options. Two studies with
  ///     equal texts have equal items.
  /// - Throws: `WriteError`; `nil` is returned when the file belongs to another study, or was begun
  ///   by a program of another `Release.identity`, whose items may be others.
  package init?(path: String, study: String) throws(WriteError) {
    guard let (journal, content) = try Journal.open(path, heading: StudyJournal.heading(study)) else {
      return nil
    }
    var known: [Key: [UInt8]] = [:]
    for record in content.records {
      var words = WordReader(record)
      while !words.isAtEnd {
        guard let stage = words.count(), let item = words.count(), let bytes = words.piece() else { break }
        known[Key(stage: stage, item: item)] = bytes
      }
    }
    damages = content.damages
    itemsKnown = known.count
    state = Mutex(State(journal: journal, known: known))
  }

  /// Whether a study was stopped in a directory.
  package static func isThere(in path: String) throws(ResultDirectoryFault) -> Bool {
    try ResultDirectory.settle(path)
    do {
      return try FileSystem.current.status(of: "\(path)/\(fileName)") != nil
    } catch {
      throw .cannotUse(path, reason: error.reason)
    }
  }

  /// Removes what a study that was stopped left in a directory, unless it is somebody else's file.
  package static func discard(in directory: ResultDirectory) throws(WriteError) {
    try directory.discardStudy()
  }

  /// Whether writing has failed. Nothing is kept from then on, and ``finish()`` throws the fault.
  package var hasFailed: Bool { hasFault.load(ordering: .relaxed) }

  package func beginStage() {
    state.withLock { $0.stage += 1 }
  }

  /// The record is handed out once, and no longer held from then on.
  package func record(of item: Int) -> [UInt8]? {
    // A study asks once, and has no need of it in two places.
    state.withLock { $0.known.removeValue(forKey: Key(stage: $0.stage, item: item)) }
  }

  package func keep(_ record: [UInt8], of item: Int) {
    state.withLock { state in
      state.pending.write(state.stage)
      state.pending.write(item)
      state.pending.write(record)
      if ContinuousClock.now - state.lastWritten > .seconds(1) { write(&state) }
    }
  }

  /// Writes what is not on disk yet.
  ///
  /// - Throws: the first fault of any writing; what was written before it is kept.
  package func finish() throws(WriteError) {
    let fault = state.withLock { state -> WriteError? in
      write(&state)
      return state.fault
    }
    if let fault { throw fault }
  }

  private func write(_ state: inout State) {
    state.lastWritten = ContinuousClock.now
    guard !state.pending.bytes.isEmpty, state.fault == nil else { return }
    do {
      try state.journal.append(state.pending.bytes)
    } catch {
      state.fault = error
      hasFault.store(true, ordering: .relaxed)
    }
    state.pending = WordWriter()
  }

  private static func heading(_ study: String) -> [UInt8] {
    Array("\(opening)\(Release.identity), study \(SHA256.hex(of: Array(study.utf8)))".utf8)
  }

  private static let opening = "detente study journal 4, version "

  /// The identity of the program that began the study in a file; `nil` when it is not said there.
  package static func version(in path: String) -> String? {
    guard let heading = (try? Journal.heading(of: path)) ?? nil else { return nil }
    let text = String(decoding: heading, as: UTF8.self)
    return text.hasPrefix(opening) ? String(text.dropFirst(opening.count).prefix { $0 != "," }) : nil
  }
}
