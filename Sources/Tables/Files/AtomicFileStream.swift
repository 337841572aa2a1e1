#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that grows piece by piece under a temporary name and takes its own name when complete.
///
/// The temporary file `.NAME.PID-N.partial` stands in the same directory. ``commit()`` makes its
/// bytes durable (`fsync`), renames it over the target, and makes the renaming durable.
/// ``abandon()``, any error, and letting go of the stream remove it; only a killed process leaves
/// one behind.
///
/// A symbolic link is followed: the file that it names is replaced, the link stays. A target that
/// exists and is no regular file (`/dev/stdout`, a pipe) is written to directly, since replacing it
/// would be wrong; a directory is refused. A new file gets the permissions of the process's mask, a
/// replaced one keeps its own.
///
/// The order in which bytes arrive is the caller's: a stream is not for use by two threads at once.
/// Each `append` is at least one system call: hand over pieces of some tens of kilobytes.
package final class AtomicFileStream {
  /// How the file comes to its name.
  private enum Way {
    /// What stands there is written to.
    case direct
    /// Renamed when it is complete.
    case renamed(from: String, to: String)
    /// Made under its own name, in a directory where nobody looks yet; making that durable is the
    /// owner's.
    case made(String)
  }

  private let path: String
  private let files = FileSystem.current
  private let way: Way
  private var descriptor: Int32  // -1 once closed.
  private var hash = SHA256()
  private let isHashed: Bool

  /// Bytes written so far.
  package private(set) var byteCount = 0
  /// The SHA-256 digest of the bytes written so far, as 64 lowercase hexadecimal digits; `nil`
  /// where none was wished for.
  package var sha256: String? { isHashed ? hash.hex : nil }

  /// - Parameter path: relative to the working directory, or absolute. The directory must exist.
  package init(_ path: String) throws(WriteError) {
    self.path = path
    isHashed = true
    do throws(SystemError) {
      let status = try files.status(of: path)
      switch status?.kind {
      case .directory: throw SystemError(EISDIR)
      case .file, nil:
        let target = AtomicFileStream.followingLinks(path)
        let made = try AtomicFileStream.makeTemporary(beside: target, files)
        way = .renamed(from: made.name, to: target)
        descriptor = made.descriptor
        // Best effort: a file system without permissions is no reason to refuse a result.
        if let status { try? files.setPermissions(descriptor, status.permissions) }
      case .link, .other:
        descriptor = try files.open(path, O_WRONLY)
        way = .direct
      }
    } catch {
      throw WriteError(path: path, step: .create, code: error.code)
    }
  }

  /// A file under its own name at once, which must be free.
  ///
  /// - Parameters:
  ///   - path: where the file is made.
  ///   - shown: what to call it in errors.
  ///   - isHashed: whether ``sha256`` is wished for, which takes longer than the writing.
  package init(making path: String, shown: String, isHashed: Bool = true) throws(WriteError) {
    self.path = shown
    self.isHashed = isHashed
    way = .made(path)
    do {
      descriptor = try files.open(path, O_WRONLY | O_CREAT | O_EXCL)
    } catch {
      throw WriteError(path: shown, step: .create, code: error.code)
    }
  }

  deinit { abandon() }

  package func append(_ bytes: [UInt8]) throws(WriteError) {
    try bytes.withUnsafeBufferPointer { (pointer) throws(WriteError) in try append(pointer) }
  }

  package func append(_ buffer: ByteBuffer) throws(WriteError) {
    try buffer.withBytes { (pointer) throws(WriteError) in try append(pointer) }
  }

  /// Writes all the bytes, or removes the temporary file and throws. After an error, a commit or
  /// ``abandon()`` the stream is closed and every further write throws `EBADF`.
  package func append(_ bytes: UnsafeBufferPointer<UInt8>) throws(WriteError) {
    guard descriptor >= 0 else { throw WriteError(path: path, step: .write, code: EBADF) }
    do {
      try files.write(descriptor, UnsafeRawBufferPointer(bytes))
    } catch {
      try fail(.write, error)
    }
    byteCount += bytes.count
    if isHashed { hash.update(bytes) }
  }

  /// Gives the finished file its name.
  package func commit() throws(WriteError) {
    guard descriptor >= 0 else { throw WriteError(path: path, step: .write, code: EBADF) }
    do {
      if case .direct = way {} else { try files.sync(descriptor) }
      let finished = descriptor
      descriptor = -1
      try files.close(finished)
    } catch {
      try fail(.write, error)
    }
    guard case .renamed(let temporary, let target) = way else { return }
    do {
      try files.rename(temporary, to: target)
    } catch {
      try fail(.rename, error)
    }
    do {
      let directory = AtomicFileStream.split(target).directory
      try files.syncDirectory(directory.isEmpty ? "." : directory)
    } catch {
      throw WriteError(path: path, step: .sync, code: error.code)
    }
  }

  /// Removes what has been written, and leaves the target as it was. Does nothing after
  /// ``commit()``.
  package func abandon() {
    guard descriptor >= 0 else { return }
    try? files.close(descriptor)
    descriptor = -1
    removeUnfinished()
  }

  private func removeUnfinished() {
    switch way {
    case .direct: break
    case .renamed(let temporary, _): try? files.unlink(temporary)
    case .made(let path): try? files.unlink(path)
    }
  }

  private func fail(_ step: WriteError.Step, _ error: SystemError) throws(WriteError) -> Never {
    if descriptor >= 0 { try? files.close(descriptor) }
    descriptor = -1
    removeUnfinished()
    throw WriteError(path: path, step: step, code: error.code)
  }

  private static func makeTemporary(
    beside target: String, _ files: FileSystem
  ) throws(SystemError) -> (name: String, descriptor: Int32) {
    let (directory, name) = split(target)
    for attempt in 0..<10_000 {
      // A long name is cut, so that the temporary one stays within the usual 255 bytes.
      let short = String(decoding: name.utf8.prefix(200), as: UTF8.self)
      let candidate = "\(directory).\(short).\(getpid())-\(attempt).partial"
      do {
        return (candidate, try files.open(candidate, O_WRONLY | O_CREAT | O_EXCL))
      } catch {
        if error.code != EEXIST { throw error }
      }
    }
    throw SystemError(EEXIST)
  }

  private static func followingLinks(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The directory with its final slash (empty for the working directory), and the name in it.
  private static func split(_ path: String) -> (directory: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[...slash]), String(path[path.index(after: slash)...]))
  }
}
