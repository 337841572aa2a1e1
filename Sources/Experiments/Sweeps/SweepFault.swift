import Results
import Tables

/// Why a sweep cannot go on in a directory, or shards cannot be joined.
package enum SweepFault: Error, Sendable, Equatable {
  /// There is no plan in the directory.
  case noPlan(String)
  case unreadablePlan(String, SweepPlanFault)
  /// The plan in the directory is another; in what.
  case otherPlan(String, differences: [String])
  case cannotRead(String, reason: String)
  case directory(ResultDirectoryFault)
  /// A journal that belongs to another plan or shard, or is none.
  case foreignJournal(String)
  /// Another process writes to the journal.
  case inUse(String)
  case journal(WriteError)
  /// A shard was found in two directories.
  case overlap([Int], String, String)
  /// Shards without all their points.
  case missing([Int])
  /// There is no finished table in the directory, or it cannot be read.
  case noTable(String)
}

extension SweepFault: CustomStringConvertible, Told {
  /// What to tell the user, without a capital and without a full stop.
  package var description: String { told.description }

  /// The same in any language.
  package var told: Message {
    switch self {
    case .noPlan(let path): "\(path) holds no sweep: there is no \(SweepPlan.fileName) in it"
    case .unreadablePlan(let path, let fault): "cannot use \(path)/\(SweepPlan.fileName): \(fault)"
    case .cannotRead(let path, let reason): "cannot read \(path): \(Message(whole: reason))"
    case .directory(let fault): "\(fault)"
    case .otherPlan(let path, let differences):
      "\(path) holds another sweep\n  \(differences.joined(separator: "\n  "))"
    case .foreignJournal(let path): "\(path) is not the journal of this sweep"
    case .inUse(let path): "another process is at work on \(path)"
    case .journal(let fault): "\(fault)"
    case .overlap(let shards, let first, let second):
      "\(SweepFault.named(shards)) in both \(first) and \(second)"
    case .missing(let shards): "\(SweepFault.named(shards)) missing or unfinished"
    case .noTable(let path): "\(path) holds no finished table of a sweep"
    }
  }

  private static func named(_ shards: [Int]) -> Message {
    shards.count == 1 ? "shard \(shards[0]) is" : "shards \(ShardList.text(shards)) are"
  }
}

/// Numbers of shards as schedulers write them: `1,3,7-9`.
package enum ShardList {
  /// - Parameter shards: ascending.
  package static func text(_ shards: [Int]) -> String {
    var spans: [ClosedRange<Int>] = []
    for shard in shards {
      if let last = spans.last, last.upperBound + 1 == shard {
        spans[spans.count - 1] = last.lowerBound...shard
      } else {
        spans.append(shard...shard)
      }
    }
    return spans.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ",")
  }
}
