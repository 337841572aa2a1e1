import Tables

/// Why a directory cannot be used for a result, or as one.
public enum ResultDirectoryFault: Error, Sendable, Equatable {
  /// There is something in it already.
  case occupied(String)
  case notADirectory(String)
  case cannotCreate(String, reason: String)
  case missing(String)
  /// A directory, but without a manifest.
  case noResult(String)
  case cannotRead(String)
  case notATable(String, TableError)
}

extension ResultDirectoryFault: CustomStringConvertible {
  /// What to tell the user, without a capital and without a full stop.
  public var description: String {
    switch self {
    case .occupied(let path): "\(path) holds files already"
    case .notADirectory(let path): "\(path) is not a directory"
    case .cannotCreate(let path, let reason): "cannot create \(path): \(reason)"
    case .missing(let path): "there is no directory \(path)"
    case .noResult(let path): "\(path) holds no result: there is no \(ResultDirectory.manifestName) in it"
    case .cannotRead(let path): "cannot read \(path)"
    case .notATable(let path, let error): "\(path) is not a table: \(error)"
    }
  }
}
