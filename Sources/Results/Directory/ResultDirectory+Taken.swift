import Tables

extension ResultDirectory {
  /// Whether something stands at a path already, so that a new result would be refused there. An
  /// empty directory is free.
  package static func isTaken(_ path: String) throws(ResultDirectoryFault) -> Bool {
    let files = FileSystem.current
    do throws(SystemError) {
      guard let status = try files.status(of: path) else { return false }
      guard status.kind == .directory else { return true }
      return try !Holdings(in: path, files).names.isEmpty
    } catch {
      throw .cannotUse(path, reason: error.reason)
    }
  }
}
