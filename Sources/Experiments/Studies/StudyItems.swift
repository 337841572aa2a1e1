import Results
import Tables

/// Records of a study by stage and item.
package struct StudyItems: Sendable {
  package struct Key: Hashable, Sendable {
    package var stage: Int
    package var item: Int
  }

  package private(set) var items: [Key: [UInt8]] = [:]

  /// Of no items.
  package init() {}

  /// The stage of the record by which a shard says that it has done its part.
  package static let sealStage = 0

  static func write(_ record: [UInt8], stage: Int, item: Int, to words: inout WordWriter) {
    words.write(stage)
    words.write(item)
    words.write(record)
  }

  /// Adds what a journal holds; of an item that is there several times the last is taken.
  package mutating func add(_ content: Journal.Content) {
    for record in content.records {
      var words = WordReader(record)
      while !words.isAtEnd {
        guard let stage = words.count(), let item = words.count(), let bytes = words.piece() else { break }
        items[Key(stage: stage, item: item)] = bytes
      }
    }
  }

  package mutating func merge(_ other: StudyItems) { items.merge(other.items) { $1 } }

  /// Whether a shard has said that it has done its part.
  package func isSealed(_ shard: StudyShard) -> Bool {
    items[Key(stage: StudyItems.sealStage, item: shard.index)] != nil
  }

  /// The items of a stage with their records, ascending.
  package func records(of stage: Int) -> [(item: Int, record: [UInt8])] {
    items.filter { $0.key.stage == stage }.map { ($0.key.item, $0.value) }.sorted { $0.0 < $1.0 }
  }

  /// What the journals of shards hold that are in a directory.
  ///
  /// - Parameters:
  ///   - directory: where they are.
  ///   - digest: what the study is called in them.
  ///   - shards: which.
  ///   - found: told of each journal that is there, in order.
  /// - Throws: ``StudyFault``.
  package static func read(
    in directory: String, digest: String, shards: [StudyShard],
    found: (StudyShard, Journal.Content) -> Void
  ) throws(StudyFault) {
    for shard in shards {
      let path = "\(directory)/\(shard.journalName)"
      do {
        guard let content = try Journal.read(path, heading: StudyJournal.heading(digest, shard)) else {
          continue
        }
        found(shard, content)
      } catch {
        switch error {
        case .foreign(let path): throw .foreignJournal(path)
        case .cannotRead(let path, let reason): throw .cannotRead(path, reason: reason)
        }
      }
    }
  }
}
