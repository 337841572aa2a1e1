import Tables

/// A file that had to make room for a new result, and that was not this program's to replace.
package struct KeptFile: Sendable, Equatable {
  package enum Reason: Sendable {
    /// Somebody changed it since this program wrote it.
    case changed
    /// No manifest lists it: it is somebody else's.
    case foreign
    /// The manifest is of version 0.1.0, which did not list its files.
    case unlisted
  }

  /// The path that it had.
  package let path: String
  /// The name that it has now, in the same directory.
  package let name: String
  package let reason: Reason
}

extension KeptFile: CustomStringConvertible, Told {
  /// What to tell the user, without a full stop.
  package var description: String { told.description }

  /// The same in any language.
  package var told: Message {
    let cause: Message =
      switch reason {
      case .changed: "it was changed since it was written"
      case .foreign: "it is not of the former result"
      case .unlisted: "the manifest there does not list its files"
      }
    return "\(path) is kept as \(name): \(cause)"
  }
}
