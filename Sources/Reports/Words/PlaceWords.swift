import Tables

/// Where a result is, as a sentence.
package enum PlaceWords {
  /// - Parameters:
  ///   - what: what is there, as the sentence begins.
  ///   - path: the directory, as it was typed.
  package static func sentence(_ what: Message, in path: String) -> Message {
    // Else the full stop after "." would read as the directory above it.
    if path == "." || path == "./" { return "\(what) in this directory." }
    return "\(what) in \(path.hasSuffix("..") ? "\(path)/" : path)."
  }
}
