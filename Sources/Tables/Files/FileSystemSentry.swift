/// The kinds of system calls that ``FileSystem`` makes.
package enum FileCall: String, CaseIterable, Sendable {
  case open, read, write, sync, rename, link, unlink, makeDirectory, removeDirectory, lock, truncate, close
  case list, status
}

/// Sees every call of a ``FileSystem`` before it is made, and may have it fail: how tests make a
/// disk that is full, or that dies.
package protocol FileSystemSentry: Sendable {
  /// - Parameters:
  ///   - call: what is about to be called. A descriptor is closed already when a ``FileCall/close``
  ///     is shown, as the system closes it whatever happens.
  ///   - path: the path, empty where only a descriptor is known.
  func verdict(on call: FileCall, _ path: String) -> FileVerdict
}

/// What becomes of a call.
package enum FileVerdict: Sendable {
  case proceed
  /// Not made, and fails with this `errno`.
  case fail(Int32)
  /// A write of so many bytes at most, as a disk does that is just filling up.
  case cut(Int)
  /// Not made, and taken for done; only a ``FileCall/sync`` can be left out.
  case skip
}
