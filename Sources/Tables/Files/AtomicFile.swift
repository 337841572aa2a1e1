/// Writes whole files so that a reader sees the old content or the new, never half of it.
package enum AtomicFile {
  /// Replaces the content of a file; see ``AtomicFileStream`` for how and for special paths.
  package static func write(_ bytes: [UInt8], to path: String) throws(WriteError) {
    let stream = try AtomicFileStream(path)
    try stream.append(bytes)
    try stream.commit()
  }

  /// Replaces the content of a file by a text in UTF-8.
  package static func write(_ text: String, to path: String) throws(WriteError) {
    try write(Array(text.utf8), to: path)
  }
}
