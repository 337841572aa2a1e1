import Tables

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file to which records are added one by one, each of which is on the disk before ``append(_:)`` returns.
///
/// A record is its length in bytes as a 32-bit number, the lowest byte first; the bytes; and the first eight bytes of the SHA-256
/// digest of length and bytes. Whatever ends the writer, a prefix of whole records is left and perhaps a torn last one. Reading
/// stops at the first record that is short or has another digest, and ``open(_:)`` cuts the file there: what follows is
/// done again.
public final class Journal {
  /// What a journal holds.
  public struct Content: Sendable, Equatable {
    /// Whole records in the order of writing.
    public var records: [[UInt8]] = []
    /// Bytes after the last whole record.
    public var tornBytes = 0
    /// Bytes of the whole records.
    var wholeBytes = 0
  }

  /// How often a lock is tried, a hundredth of a second apart: a child that another thread is just starting holds the lock of a journal that was closed meanwhile
  /// until it has become another program.
  private static let mostTries = 30

  public let path: String
  private let descriptor: Int32
  /// Where the last whole record ends.
  private var end: Int

  /// Opens a journal for writing, or makes an empty one, and cuts a torn record off.
  ///
  /// - Throws: `WriteError`; with the code `EWOULDBLOCK` when another process on this machine writes to it.
  public static func open(_ path: String) throws(WriteError) -> (journal: Journal, content: Content) {
    let journal = try Journal(path)
    let content = Journal.parse(try journal.bytes())
    journal.end = content.wholeBytes
    if content.tornBytes > 0 { try journal.cut() }
    return (journal, content)
  }

  /// Reads a journal that others may be writing; `nil` when there is none.
  public static func read(_ path: String) -> Content? {
    let descriptor = openFile(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { _ = close(descriptor) }
    return (try? bytes(of: descriptor, path)).map(parse)
  }

  private init(_ path: String) throws(WriteError) {
    self.path = path
    end = 0
    descriptor = openFile(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC)
    guard descriptor >= 0 else { throw WriteError(path: path, step: .create, code: errno) }
    // A file system that cannot lock is no reason to refuse; two writers are a slip that this catches where it can.
    var tries = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      tries += 1
      if tries > Journal.mostTries { throw WriteError(path: path, step: .create, code: EWOULDBLOCK) }
      usleep(10_000)
    }
    Journal.syncDirectory(of: path)
  }

  deinit { _ = close(descriptor) }

  /// Adds a record and waits until it is on the disk. When that fails, what was written of it is taken back if it can be.
  public func append(_ record: [UInt8]) throws(WriteError) {
    let framed = Journal.framed(record)
    var done = 0
    while done < framed.count {
      let written = framed[done...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if written >= 0 {
        done += written
      } else if errno != EINTR {
        let code = errno
        try? cut()
        throw WriteError(path: path, step: .write, code: code)
      }
    }
    guard Journal.sync(descriptor) == 0 else {
      let code = errno
      try? cut()
      throw WriteError(path: path, step: .write, code: code)
    }
    end += framed.count
  }

  private func cut() throws(WriteError) {
    guard ftruncate(descriptor, off_t(end)) == 0, Journal.sync(descriptor) == 0 else {
      throw WriteError(path: path, step: .write, code: errno)
    }
  }

  private func bytes() throws(WriteError) -> [UInt8] { try Journal.bytes(of: descriptor, path) }

  private static func bytes(of descriptor: Int32, _ path: String) throws(WriteError) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = piece.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress, $0.count, off_t(bytes.count))
      }
      if count == 0 { return bytes }
      if count > 0 {
        bytes += piece.prefix(count)
      } else if errno != EINTR {
        throw WriteError(path: path, step: .create, code: errno)
      }
    }
  }

  /// The records of some bytes, up to the first that is not whole.
  static func parse(_ bytes: [UInt8]) -> Content {
    var content = Content()
    while true {
      let rest = bytes[content.wholeBytes...]
      let length = rest.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
      // An empty record is none: a disk that lost power may have left zeros.
      guard rest.count >= 12, length > 0, length <= rest.count - 12 else { break }
      let record = Array(rest.dropFirst(4).prefix(length))
      guard rest.prefix(12 + length).elementsEqual(framed(record)) else { break }
      content.records.append(record)
      content.wholeBytes += 12 + length
    }
    content.tornBytes = bytes.count - content.wholeBytes
    return content
  }

  private static func framed(_ record: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    let body = (0..<4).map { UInt8(truncatingIfNeeded: record.count >> (8 * $0)) } + record
    hash.update(body)
    return body + hash.digest.prefix(8)
  }

  private static func sync(_ descriptor: Int32) -> Int32 {
    #if canImport(Darwin)
      // There fsync leaves the bytes in the drive's own memory.
      if fcntl(descriptor, F_FULLFSYNC) == 0 { return 0 }
    #endif
    return fsync(descriptor)
  }

  /// The name of a new file is on the disk only when its directory is. Some file systems refuse, which is no reason to stop.
  private static func syncDirectory(of path: String) {
    let directory = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = openFile(directory, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    _ = close(descriptor)
  }
}

/// `open`, whose name the class has taken.
private func openFile(_ path: String, _ flags: Int32) -> Int32 { open(path, flags, 0o666) }
