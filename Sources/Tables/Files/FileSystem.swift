#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The system calls through which everything that is a result is read and written.
///
/// Interrupted calls (`EINTR`) are made again and short writes completed, so that a call has been
/// done or has failed. Every call is first shown to a ``FileSystemSentry`` where there is one,
/// which only tests have: it lets the nth call of a kind fail, so that each place where a disk may
/// give up can be tried.
package struct FileSystem: Sendable {
  /// The file system of this task. Whatever keeps files open keeps the one with which it opened
  /// them.
  @TaskLocal package static var current = FileSystem()

  private let sentry: (any FileSystemSentry)?

  package init(sentry: (any FileSystemSentry)? = nil) { self.sentry = sentry }

  /// Opens a file, or makes it when the flags say so; it is closed when the process becomes another
  /// program.
  ///
  /// - Returns: a descriptor, to be given to ``close(_:)``.
  package func open(_ path: String, _ flags: Int32) throws(SystemError) -> Int32 {
    try done(.open, path) { systemOpen(path, flags | O_CLOEXEC) }
  }

  /// Reads up to as many bytes as there is room for, at an offset.
  ///
  /// - Returns: how many were read, 0 at the end of the file.
  package func read(
    _ descriptor: Int32, into room: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(SystemError) -> Int {
    try admit(.read, "")
    while true {
      let count = pread(descriptor, room.baseAddress, room.count, off_t(offset))
      if count >= 0 { return count }
      if errno != EINTR { throw SystemError(errno) }
    }
  }

  /// Writes all the bytes, at the end of what was written before.
  package func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) throws(SystemError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = systemWrite(descriptor, rest.baseAddress, try admittedBytes(of: rest.count))
      if count >= 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      } else if errno != EINTR {
        throw SystemError(errno)
      }
    }
  }

  /// Waits until the bytes of a file are on the disk.
  package func sync(_ descriptor: Int32) throws(SystemError) {
    if try isSkipped(.sync, "") { return }
    #if canImport(Darwin)
      // There fsync leaves the bytes in the drive's own memory.
      if fcntl(descriptor, F_FULLFSYNC) == 0 { return }
    #endif
    while fsync(descriptor) != 0 { if errno != EINTR { throw SystemError(errno) } }
  }

  package func rename(_ path: String, to other: String) throws(SystemError) {
    _ = try done(.rename, path) { systemRename(path, other) }
  }

  /// Gives a file a second name, which must not exist.
  package func link(_ path: String, as other: String) throws(SystemError) {
    _ = try done(.link, path) { systemLink(path, other) }
  }

  package func unlink(_ path: String) throws(SystemError) {
    _ = try done(.unlink, path) { systemUnlink(path) }
  }

  package func makeDirectory(_ path: String) throws(SystemError) {
    _ = try done(.makeDirectory, path) { mkdir(path, 0o777) }
  }

  /// Removes an empty directory.
  package func removeDirectory(_ path: String) throws(SystemError) {
    _ = try done(.removeDirectory, path) { rmdir(path) }
  }

  /// Takes a lock on an open file, or changes one, without waiting: `LOCK_SH` or `LOCK_EX`, which
  /// excludes all others on this machine.
  ///
  /// - Throws: `EWOULDBLOCK` when another process has a lock that excludes this one.
  package func lock(_ descriptor: Int32, _ kind: Int32) throws(SystemError) {
    _ = try done(.lock, "") { flock(descriptor, kind | LOCK_NB) }
  }

  package func truncate(_ descriptor: Int32, to length: Int) throws(SystemError) {
    _ = try done(.truncate, "") { ftruncate(descriptor, off_t(length)) }
  }

  /// Gives the permissions of another file to one that was just made.
  package func setPermissions(_ descriptor: Int32, _ mode: UInt32) throws(SystemError) {
    _ = try done(.status, "") { fchmod(descriptor, mode_t(mode)) }
  }

  /// Lets go of a descriptor, whether that fails or not. Network file systems report a full disk
  /// only here.
  package func close(_ descriptor: Int32) throws(SystemError) {
    let code = systemClose(descriptor) == 0 ? 0 : errno
    // A descriptor that was interrupted is gone all the same, and its number perhaps another's
    // already.
    if code != 0, code != EINTR { throw SystemError(code) }
    try admit(.close, "")
  }

  /// The names in a directory, sorted, without `.` and `..`.
  package func names(in path: String) throws(SystemError) -> [String] {
    try admit(.list, path)
    guard let directory = opendir(path) else { throw SystemError(errno) }
    defer { closedir(directory) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw SystemError(errno) }
    return names.sorted()
  }

  /// What is at a path; `nil` when there is nothing.
  package func status(
    of path: String, followingLinks: Bool = true
  ) throws(SystemError) -> FileStatus? {
    do {
      var status = stat()
      _ = try done(.status, path) { followingLinks ? stat(path, &status) : lstat(path, &status) }
      return FileStatus(status)
    } catch {
      guard error.code == ENOENT || error.code == ENOTDIR else { throw error }
      return nil
    }
  }

  /// What an open file is.
  package func status(of descriptor: Int32) throws(SystemError) -> FileStatus {
    var status = stat()
    _ = try done(.status, "") { fstat(descriptor, &status) }
    return FileStatus(status)
  }

  /// Makes a call until it is not interrupted.
  private func done(_ call: FileCall, _ path: String, _ body: () -> Int32) throws(SystemError) -> Int32 {
    try admit(call, path)
    while true {
      let result = body()
      if result >= 0 { return result }
      if errno != EINTR { throw SystemError(errno) }
    }
  }

  private func admit(_ call: FileCall, _ path: String) throws(SystemError) {
    _ = try isSkipped(call, path)
  }

  private func isSkipped(_ call: FileCall, _ path: String) throws(SystemError) -> Bool {
    guard let sentry else { return false }
    switch sentry.verdict(on: call, path) {
    case .proceed, .cut: return false
    case .skip: return true
    case .fail(let code): throw SystemError(code)
    }
  }

  private func admittedBytes(of count: Int) throws(SystemError) -> Int {
    guard let sentry else { return count }
    switch sentry.verdict(on: .write, "") {
    case .proceed, .skip: return count
    case .cut(let most): return min(count, max(1, most))
    case .fail(let code): throw SystemError(code)
    }
  }
}

// The names that the type has taken.
private func systemOpen(_ path: String, _ flags: Int32) -> Int32 { open(path, flags, 0o666) }
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
private func systemRename(_ path: String, _ other: String) -> Int32 { rename(path, other) }
private func systemLink(_ path: String, _ other: String) -> Int32 { link(path, other) }
private func systemUnlink(_ path: String) -> Int32 { unlink(path) }
private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
