import Tables

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The hidden directory `.detente` in the directory of a result, which is there only while a
/// command is at work, or was killed:
///
/// - `lock`: held by whoever works in the directory, with the numbers of their processes;
/// - `new`: files of a result that is being made;
/// - `exchange`: what is to be moved where, once the new result is complete (``Exchange``);
/// - `sweep`: plan and journals of a sweep that was begun over another result, which stays until
///   the new one is there.
struct Workroom: Sendable {
  static let name = ".detente"

  let directory: String
  private let files: FileSystem

  init(in directory: String, _ files: FileSystem) {
    self.directory = directory
    self.files = files
  }

  var path: String { "\(directory)/\(Workroom.name)" }
  var lock: String { "\(path)/lock" }
  var new: String { "\(path)/new" }
  var sweep: String { "\(path)/sweep" }
  var exchange: String { "\(path)/exchange" }
  var unfinishedExchange: String { "\(path)/exchange.partial" }

  /// Brings to its end what a killed command left: an exchange that was decided is carried out,
  /// anything less is removed. For the one who holds the lock alone.
  func settle() throws(SystemError) {
    if let exchange = try Exchange.read(from: self, files) {
      try exchange.carryOut(in: self, files)
      return
    }
    try empty(new)
    try remove(unfinishedExchange)
    if try files.status(of: "\(sweep)/\(ResultDirectory.planName)") == nil { try empty(sweep) }
    for name in try namesIfThere(sweep) where name.hasSuffix(".partial") { try remove("\(sweep)/\(name)") }
  }

  /// Removes a directory of ours with the files in it.
  func empty(_ directory: String) throws(SystemError) {
    guard try files.status(of: directory, followingLinks: false)?.kind == .directory else { return }
    for name in try files.names(in: directory) { try remove("\(directory)/\(name)") }
    do {
      try files.removeDirectory(directory)
    } catch {
      if error.code != ENOENT { throw error }
    }
  }

  func remove(_ file: String) throws(SystemError) {
    do {
      try files.unlink(file)
    } catch {
      if error.code != ENOENT { throw error }
    }
  }

  private func namesIfThere(_ directory: String) throws(SystemError) -> [String] {
    try files.status(of: directory) == nil ? [] : files.names(in: directory)
  }
}
