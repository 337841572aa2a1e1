import Tables

/// Why a directory cannot be used for a result, or as one.
package enum ResultDirectoryFault: Error, Sendable, Equatable {
  /// There is something in it already.
  case occupied(String)
  /// Nothing in it is of this program, and files are in the way of a result.
  case foreign(String, names: [String])
  /// Another process is at work in it; its number where it is known.
  case inUse(String, process: Int32?)
  case notADirectory(String)
  case cannotCreate(String, reason: String)
  /// It is there, but cannot be looked at, or what a killed command left cannot be brought to its
  /// end.
  case cannotUse(String, reason: String)
  case missing(String)
  /// A directory, but without a manifest.
  case noResult(String)
  case cannotRead(String, reason: String)
  /// A killed command left an exchange half-way, and it cannot be carried out.
  case unfinished(String, reason: String)
  /// Another result came in the place of the one that was being read.
  case replaced(String)
  case notATable(String, TableError)
}

extension ResultDirectoryFault: CustomStringConvertible, Told {
  /// What to tell the user, without a capital and without a full stop.
  package var description: String { told.description }

  /// The same in any language.
  package var told: Message {
    switch self {
    case .occupied(let path): "\(path) holds files already"
    case .foreign(let path, let names):
      "\(path) holds no result, but files that one would overwrite: \(names.joined(separator: ", "))"
    case .inUse(let path, let process):
      process.map { "another process (PID \($0)) is at work in \(path)" }
        ?? "another process is at work in \(path)"
    case .notADirectory(let path): "\(path) is not a directory"
    case .cannotCreate(let path, let reason): "cannot create \(path): \(Message(whole: reason))"
    case .cannotUse(let path, let reason): "cannot use \(path): \(Message(whole: reason))"
    case .missing(let path): "there is no directory \(path)"
    case .noResult(let path): "\(path) holds no result: there is no \(ResultDirectory.manifestName) in it"
    case .cannotRead(let path, let reason): "cannot read \(path): \(Message(whole: reason))"
    case .unfinished(let path, let reason):
      "a new result in \(path) was not yet put in its place, and cannot be now: \(Message(whole: reason))"
    case .replaced(let path): "\(path) was replaced by another result while it was read"
    case .notATable(let path, let error): "\(path) is not a table: \(error)"
    }
  }
}
