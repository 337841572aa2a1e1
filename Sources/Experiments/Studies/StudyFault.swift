import Results
import Tables

/// Why shards of a study or a simulation cannot be done or joined.
package enum StudyFault: Error, Sendable, Equatable {
  /// There is no plan in the directory.
  case noPlan(String)
  /// What stands in its place is none.
  case unreadablePlan(String)
  /// The plan in the directory is another; in what.
  case otherPlan(String, differences: [String])
  /// A journal that belongs to another study or shard, or is none.
  case foreignJournal(String)
  case cannotRead(String, reason: String)
  case directory(ResultDirectoryFault)
  /// A shard was found in two directories.
  case overlap(Int, String, String)
  /// Shards that are not there or not done.
  case missing([Int])
}

extension StudyFault: CustomStringConvertible, Told {
  /// What to tell the user, without a capital and without a full stop.
  package var description: String { told.description }

  /// The same in any language.
  package var told: Message {
    switch self {
    case .noPlan(let path): "\(path) holds no shards: there is no \(StudyPlan.fileName) in it"
    case .unreadablePlan(let path): "\(path)/\(StudyPlan.fileName) is no plan of this program"
    case .otherPlan(let path, let differences):
      "\(path) holds shards of something else\n  \(differences.joined(separator: "\n  "))"
    case .foreignJournal(let path): "\(path) is not the journal of this shard"
    case .cannotRead(let path, let reason): "cannot read \(path): \(Message(whole: reason))"
    case .directory(let fault): "\(fault)"
    case .overlap(let shard, let first, let second): "shard \(shard) is in both \(first) and \(second)"
    case .missing(let shards):
      "\(words: shards.count == 1 ? "shard \(shards[0]) is" : "shards \(ShardList.text(shards)) are") missing or unfinished"
    }
  }
}
