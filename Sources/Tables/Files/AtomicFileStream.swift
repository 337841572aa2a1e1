#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that grows piece by piece under a temporary name and takes its own name when complete.
///
/// The temporary file `.NAME.PID-N.partial` stands in the same directory. ``commit()`` makes its bytes
/// durable (`fsync`), renames it over the target, and makes the renaming durable. ``abandon()``, any
/// error, and letting go of the stream remove it; only a killed process leaves one behind.
///
/// A symbolic link is followed: the file that it names is replaced, the link stays. A target that
/// exists and is no regular file (`/dev/stdout`, a pipe) is written to directly, since replacing it
/// would be wrong; a directory is refused. A new file gets the permissions of the process's mask, a
/// replaced one keeps its own.
///
/// The order in which bytes arrive is the caller's: a stream is not for use by two threads at once.
/// Each `append` is at least one system call: hand over pieces of some tens of kilobytes.
public final class AtomicFileStream {
  private let path: String
  private let target: String
  private let temporary: String?  // `nil` when the target is written to directly.
  private var descriptor: Int32  // -1 once closed.

  /// - Parameter path: relative to the working directory, or absolute. The directory must exist.
  public init(_ path: String) throws(WriteError) {
    self.path = path
    var status = stat()
    if stat(path, &status) == 0 {
      switch status.st_mode & S_IFMT {
      case S_IFDIR: throw WriteError(path: path, step: .create, code: EISDIR)
      case S_IFREG: break
      default:
        descriptor = open(path, O_WRONLY | O_CLOEXEC)
        if descriptor < 0 { throw WriteError(path: path, step: .create, code: errno) }
        target = path
        temporary = nil
        return
      }
    }
    target = AtomicFileStream.followingLinks(path)
    let made = try AtomicFileStream.makeTemporary(beside: target, for: path)
    temporary = made.name
    descriptor = made.descriptor
    // Best effort: a file system without permissions is no reason to refuse a result.
    if status.st_mode != 0 { _ = fchmod(descriptor, status.st_mode & 0o7777) }
  }

  deinit { abandon() }

  public func append(_ bytes: [UInt8]) throws(WriteError) {
    try bytes.withUnsafeBufferPointer { (pointer) throws(WriteError) in try append(pointer) }
  }

  public func append(_ buffer: ByteBuffer) throws(WriteError) {
    try buffer.withBytes { (pointer) throws(WriteError) in try append(pointer) }
  }

  /// Writes all the bytes, or removes the temporary file and throws. After an error, a commit or
  /// ``abandon()`` the stream is closed and every further write throws `EBADF`.
  public func append(_ bytes: UnsafeBufferPointer<UInt8>) throws(WriteError) {
    guard descriptor >= 0 else { throw WriteError(path: path, step: .write, code: EBADF) }
    var rest = UnsafeRawBufferPointer(bytes)
    while !rest.isEmpty {
      let written = write(descriptor, rest.baseAddress, rest.count)
      if written >= 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      } else if errno != EINTR {
        try fail(.write, errno)
      }
    }
  }

  /// Gives the finished file its name.
  public func commit() throws(WriteError) {
    guard descriptor >= 0 else { throw WriteError(path: path, step: .write, code: EBADF) }
    guard let temporary else {
      let closing = close(descriptor)
      descriptor = -1
      if closing != 0 { throw WriteError(path: path, step: .write, code: errno) }
      return
    }
    if fsync(descriptor) != 0 { try fail(.write, errno) }
    // Network file systems report a full disk only here.
    let closing = close(descriptor)
    descriptor = -1
    if closing != 0 {
      let code = errno
      _ = unlink(temporary)
      throw WriteError(path: path, step: .write, code: code)
    }
    if rename(temporary, target) != 0 {
      let code = errno
      _ = unlink(temporary)
      throw WriteError(path: path, step: .rename, code: code)
    }
    AtomicFileStream.syncDirectory(of: target)
  }

  /// Removes what has been written, and leaves the target as it was. Does nothing after ``commit()``.
  public func abandon() {
    guard descriptor >= 0 else { return }
    _ = close(descriptor)
    descriptor = -1
    if let temporary { _ = unlink(temporary) }
  }

  private func fail(_ step: WriteError.Step, _ code: Int32) throws(WriteError) {
    abandon()
    throw WriteError(path: path, step: step, code: code)
  }

  private static func makeTemporary(
    beside target: String, for path: String
  ) throws(WriteError) -> (name: String, descriptor: Int32) {
    let (directory, name) = split(target)
    for attempt in 0..<10_000 {
      // A long name is cut, so that the temporary one stays within the usual 255 bytes.
      let short = String(decoding: name.utf8.prefix(200), as: UTF8.self)
      let candidate = "\(directory).\(short).\(getpid())-\(attempt).partial"
      let descriptor = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (candidate, descriptor) }
      if errno != EEXIST { throw WriteError(path: path, step: .create, code: errno) }
    }
    throw WriteError(path: path, step: .create, code: EEXIST)
  }

  private static func syncDirectory(of target: String) {
    let directory = split(target).directory
    let descriptor = open(directory.isEmpty ? "." : directory, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    // Some file systems refuse; the file itself is safe by then.
    _ = fsync(descriptor)
    _ = close(descriptor)
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
