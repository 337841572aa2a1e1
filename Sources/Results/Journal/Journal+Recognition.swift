import Tables

extension Journal {
  /// Whether a file is a journal of this program: one that begins with the heading of a sweep or a study, or whose first record
  /// was torn before there was one.
  package static func isJournal(_ path: String, _ files: FileSystem) throws(SystemError) -> Bool {
    guard try files.status(of: path, followingLinks: false)?.kind == .file,
      let bytes = try files.bytes(of: path)
    else { return false }
    let start = String(decoding: bytes.prefix(64), as: UTF8.self)
    return bytes.count < 40 || start.contains("detente sweep journal")
      || start.contains("detente study journal")
  }
}
