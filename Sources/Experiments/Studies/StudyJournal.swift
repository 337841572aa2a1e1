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
  private struct State {
    let journal: Journal
    var stage = 0
    var known: [StudyItems.Key: [UInt8]] = [:]
    /// Records that were made here.
    var made = 0
    var pending = WordWriter()
    /// Bytes of records that others stand for.
    var superseded = 0
    var lastWritten = ContinuousClock.now
    var fault: WriteError?
  }

  /// The name of the file in the directory of a result.
  package static let fileName = ResultDirectory.studyJournalName

  private let state: Mutex<State>
  private let hasFault = Atomic(false)
  /// The part of the study that is done here; `nil` for all of it.
  package let shard: StudyShard?
  /// How many items were known when it was opened.
  package let itemsKnown: Int
  /// Where the file has changed since it was written; items in it are done again.
  package let damages: [Journal.Damage]

  /// - Parameters:
  ///   - path: the file; made if it is not there.
  ///   - study: what decides the items: scenarios, overrides, seed, runs, options. Two studies with
  ///     equal texts have equal items.
  ///   - shard: the part that is done here.
  ///   - others: what is known from the journals of shards.
  /// - Throws: `WriteError`; `nil` is returned when the file belongs to another study, or was begun
  ///   by a program of another `Release.identity`, whose items may be others.
  package convenience init?(
    path: String, study: String, shard: StudyShard? = nil, others: StudyItems = StudyItems()
  ) throws(WriteError) {
    try self.init(path: path, digest: StudyJournal.digest(of: study), shard: shard, others: others)
  }

  /// - Parameter digest: of what decides the items.
  package init?(
    path: String, digest: String, shard: StudyShard? = nil, others: StudyItems = StudyItems()
  ) throws(WriteError) {
    let heading = StudyJournal.heading(digest, shard)
    guard let (journal, content) = try Journal.open(path, heading: heading) else { return nil }
    var known = others
    known.add(content)
    self.shard = shard
    damages = content.damages
    itemsKnown = known.items.keys.count { $0.stage != StudyItems.sealStage }
    state = Mutex(State(journal: journal, known: known.items))
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

  /// How many records were made since it was opened.
  package var itemsMade: Int { state.withLock { $0.made } }

  package var isShare: Bool { shard != nil }
  package func isOwn(_ item: Int) -> Bool { shard?.owns(item) ?? true }

  /// Puts down that all of this shard's items are done which can be done without those of others.
  package func seal() {
    guard let shard else { return }
    state.withLock { state in
      StudyItems.write([1], stage: StudyItems.sealStage, item: shard.index, to: &state.pending)
      write(&state)
    }
  }

  /// Takes what is known of one item of a stage.
  package func take(stage: Int, item: Int) -> [UInt8]? {
    state.withLock { $0.known.removeValue(forKey: StudyItems.Key(stage: stage, item: item)) }
  }

  /// The items of a stage that are known, ascending.
  package func items(of stage: Int) -> [Int] {
    state.withLock { state in state.known.keys.filter { $0.stage == stage }.map(\.item).sorted() }
  }

  /// Keeps the record of an item of any stage, on the disk when this returns.
  ///
  /// - Parameters:
  ///   - supersedes: whether it stands for those that were kept of the item before, which then go
  ///     in time, so that the file does not grow.
  ///   - isLast: whether no other will stand for it, so that they go at once.
  package func keep(
    _ record: [UInt8], stage: Int, item: Int, supersedes: Bool, isLast: Bool = false
  ) {
    state.withLock { state in
      write(&state)
      StudyItems.write(record, stage: stage, item: item, to: &state.pending)
      let whole = state.pending.bytes
      write(&state)
      guard supersedes, state.fault == nil else { return }
      state.superseded += record.count
      guard isLast || state.superseded > 4 * record.count + 1 << 20 else { return }
      do throws(WriteError) {
        try state.journal.rewrite { other in
          var words = WordReader(other)
          return other == whole || words.count() != stage || words.count() != item
        }
        state.superseded = 0
      } catch {
        state.fault = error
        hasFault.store(true, ordering: .relaxed)
      }
    }
  }

  package func beginStage() {
    state.withLock { $0.stage += 1 }
  }

  /// The record is handed out once, and no longer held from then on.
  package func record(of item: Int) -> [UInt8]? {
    // A study asks once, and has no need of it in two places.
    state.withLock { $0.known.removeValue(forKey: StudyItems.Key(stage: $0.stage, item: item)) }
  }

  package func keep(_ record: [UInt8], of item: Int) {
    state.withLock { state in
      StudyItems.write(record, stage: state.stage, item: item, to: &state.pending)
      state.made += 1
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

  /// What a study is called in its journals.
  package static func digest(of study: String) -> String { SHA256.hex(of: Array(study.utf8)) }

  static func heading(_ digest: String, _ shard: StudyShard?) -> [UInt8] {
    let part = shard.map { ", shard \($0.index) of \($0.count)" } ?? ""
    return Array("\(opening)\(Release.identity), study \(digest)\(part)".utf8)
  }

  private static let opening = "detente study journal 4, version "

  /// The identity of the program that began the study in a file; `nil` when it is not said there.
  package static func version(in path: String) -> String? {
    guard let heading = (try? Journal.heading(of: path)) ?? nil else { return nil }
    let text = String(decoding: heading, as: UTF8.self)
    return text.hasPrefix(opening) ? String(text.dropFirst(opening.count).prefix { $0 != "," }) : nil
  }
}
