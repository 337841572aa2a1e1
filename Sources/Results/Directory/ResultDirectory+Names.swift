extension ResultDirectory {
  /// Whether files of results have this name: one that a manifest does not list does not belong
  /// where it is.
  package static func isNameOfResult(_ name: String) -> Bool { ResultNames.isKnown(name) }
}
