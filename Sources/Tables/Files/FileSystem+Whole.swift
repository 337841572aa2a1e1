#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileSystem {
  /// Bytes that are read in one call.
  private static let piece = 1 << 16

  /// All bytes of a file; `nil` when there is none.
  package func bytes(of path: String) throws(SystemError) -> [UInt8]? {
    var all: [UInt8] = []
    guard try read(path, { all.append(contentsOf: $0) }) else { return nil }
    return all
  }

  /// The first bytes of a file, fewer where it is shorter; `nil` when there is none.
  package func bytes(of path: String, first count: Int) throws(SystemError) -> [UInt8]? {
    let descriptor: Int32
    do {
      descriptor = try open(path, O_RDONLY | O_NONBLOCK)
    } catch {
      guard error.code == ENOENT || error.code == ENOTDIR else { throw error }
      return nil
    }
    var room = [UInt8](repeating: 0, count: count)
    do {
      let length = try room.withUnsafeMutableBufferPointer { (room) throws(SystemError) in
        try read(descriptor, into: UnsafeMutableRawBufferPointer(room), at: 0)
      }
      room.removeSubrange(length...)
    } catch {
      try? close(descriptor)
      throw error
    }
    try close(descriptor)
    return room
  }

  /// All bytes of an open file.
  package func bytes(of descriptor: Int32) throws(SystemError) -> [UInt8] {
    var all: [UInt8] = []
    try read(descriptor) { all.append(contentsOf: $0) }
    return all
  }

  /// The SHA-256 digest of a file's first bytes, in hexadecimal, without holding them; `nil` when
  /// there is no such file, or it is shorter.
  package func digest(of path: String, first count: Int = .max) throws(SystemError) -> String? {
    var hash = SHA256()
    var missing = count
    let isThere = try read(path) { piece in
      let part = UnsafeRawBufferPointer(rebasing: piece.prefix(missing))
      missing -= part.count
      part.withMemoryRebound(to: UInt8.self) { hash.update($0) }
    }
    return isThere && (count == .max || missing == 0) ? hash.hex : nil
  }

  /// Hands out a file piece by piece; `false` when there is none.
  private func read(
    _ path: String, _ body: (UnsafeRawBufferPointer) -> Void
  ) throws(SystemError) -> Bool {
    let descriptor: Int32
    do {
      // What is no file, such as a pipe that nobody writes to, must not hold the program up.
      descriptor = try open(path, O_RDONLY | O_NONBLOCK)
    } catch {
      guard error.code == ENOENT || error.code == ENOTDIR else { throw error }
      return false
    }
    do {
      try read(descriptor, body)
    } catch {
      try? close(descriptor)
      throw error
    }
    try close(descriptor)
    return true
  }

  private func read(_ descriptor: Int32, _ body: (UnsafeRawBufferPointer) -> Void) throws(SystemError) {
    var room = [UInt8](repeating: 0, count: FileSystem.piece)
    var offset = 0
    while true {
      let count = try room.withUnsafeMutableBufferPointer { (room) throws(SystemError) in
        try read(descriptor, into: UnsafeMutableRawBufferPointer(room), at: offset)
      }
      if count == 0 { return }
      room.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0.prefix(count))) }
      offset += count
    }
  }

  /// Whether a lock failed because the file system has none, rather than because it is held or the
  /// disk is failing.
  package static func cannotLock(_ error: SystemError) -> Bool {
    [ENOLCK, ENOSYS, EINVAL, ENOTSUP, EOPNOTSUPP].contains(error.code)
  }

  /// Writes all the bytes.
  package func write(_ descriptor: Int32, _ bytes: [UInt8]) throws(SystemError) {
    try bytes.withUnsafeBufferPointer { (bytes) throws(SystemError) in
      try write(descriptor, UnsafeRawBufferPointer(bytes))
    }
  }

  /// Makes the names in a directory durable. File systems that cannot do that (`EINVAL`,
  /// `EOPNOTSUPP`, `ENOSYS`) are no reason to stop, nor is a directory that may be written and not
  /// read (`EACCES`); every other failure is one.
  package func syncDirectory(_ path: String) throws(SystemError) {
    let descriptor: Int32
    do {
      descriptor = try open(path, O_RDONLY | O_DIRECTORY)
    } catch {
      if error.code == EACCES { return }
      throw error
    }
    do {
      try sync(descriptor)
    } catch {
      try? close(descriptor)
      if [EINVAL, EOPNOTSUPP, ENOTSUP, ENOSYS].contains(error.code) { return }
      throw error
    }
    try close(descriptor)
  }
}
