#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is read from its start in blocks of whole records, as often as is wished.
final class BlockReader {
  /// Bytes that are asked for at once. A record that is longer is read all the same.
  private static let blockSize = 1 << 16

  private let files = FileSystem.current
  private let descriptor: Int32
  /// Bytes after the last that are zero, so that several can be looked at at once.
  private static let slack = 8

  // Bytes beyond those that were read, and then the slack.
  private var room: UnsafeMutableBufferPointer<UInt8>
  private var filled = 0
  private var offset = 0
  private var isAtEnd = false

  /// - Throws: what opening throws, also `ENOENT`.
  init(_ path: String) throws(SystemError) {
    // What is no file, such as a pipe that nobody writes to, must not hold the program up.
    descriptor = try files.open(path, O_RDONLY | O_NONBLOCK)
    room = .allocate(capacity: BlockReader.blockSize + BlockReader.slack)
    room.initialize(repeating: 0)
  }

  deinit {
    try? files.close(descriptor)
    room.deallocate()
  }

  /// Begins anew.
  func rewind() { (filled, offset, isAtEnd) = (0, 0, false) }

  /// What has been read and not been taken, with some more bytes of the file where there are any.
  ///
  /// - Returns: the bytes, valid until the next call, and whether the file ends with them.
  func next(growing: Bool) throws(SystemError) -> (bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) {
    if growing, filled + BlockReader.slack == room.count { grow() }
    while !isAtEnd, filled + BlockReader.slack < room.count {
      let rest = UnsafeMutableRawBufferPointer(
        rebasing: UnsafeMutableRawBufferPointer(room)[filled..<room.count - BlockReader.slack])
      let count = try files.read(descriptor, into: rest, at: offset)
      if count == 0 { isAtEnd = true }
      filled += count
      offset += count
    }
    for place in filled..<filled + BlockReader.slack { room[place] = 0 }
    return (UnsafeBufferPointer(rebasing: UnsafeBufferPointer(room)[..<filled]), isAtEnd)
  }

  /// The first bytes of those handed out last are not wanted again.
  func take(_ count: Int) {
    guard let base = room.baseAddress else { return }
    base.update(from: base + count, count: filled - count)
    filled -= count
  }

  private func grow() {
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 2 * room.count)
    larger.initialize(repeating: 0)
    _ = larger.update(fromContentsOf: room)
    room.deallocate()
    room = larger
  }
}
