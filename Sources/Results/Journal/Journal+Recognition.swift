import Tables

extension Journal {
  /// Whether a file is a journal of this program, whatever it belongs to: one that begins as every
  /// heading of a sweep or a study does, in this framing or in that of version 0.1.0, as far as it
  /// goes.
  package static func isJournal(_ path: String, _ files: FileSystem) throws(SystemError) -> Bool {
    guard try files.status(of: path, followingLinks: false)?.kind == .file,
      let bytes = try files.bytes(of: path, first: JournalFrame.mark.count + 4 + 32)
    else { return false }
    return ["detente sweep journal ", "detente study journal "].contains { heading in
      let text = Array(heading.utf8)
      // Without a mark, what is shorter than any text is no more ours than anybody's.
      return begins(bytes, mark: JournalFrame.mark, text)
        || bytes.count > 4 && begins(bytes, mark: [], text)
    }
  }

  /// What a journal says that it belongs to; `nil` when there is none, or its heading is damaged.
  package static func heading(of path: String) throws(SystemError) -> [UInt8]? {
    try FileSystem.current.bytes(of: path).flatMap { JournalFrame(of: nil).record(in: $0, at: 0) }
  }

  /// Mark, four bytes of a length, and the text; bytes that end before are compared as far as they
  /// go.
  private static func begins(_ bytes: [UInt8], mark: [UInt8], _ text: [UInt8]) -> Bool {
    let start = mark.count + 4
    return mark.starts(with: bytes.prefix(mark.count))
      && text.starts(with: bytes.dropFirst(start).prefix(text.count))
  }
}
