import Tables

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard output or standard error, unbuffered: what is written is out when the call returns.
package struct StandardStream: Sendable {
  package static let output = StandardStream(descriptor: 1)
  package static let error = StandardStream(descriptor: 2)

  let descriptor: Int32

  package init(descriptor: Int32) { self.descriptor = descriptor }

  /// Writes text. A reader that has gone away (`detente … | head`) is no error: what nobody reads
  /// is dropped.
  func write(_ text: String) throws(OutputFailure) {
    var text = text
    try StandardStream.check(text.withUTF8 { write(UnsafeRawBufferPointer($0)) })
  }

  /// Writes bytes; the same holds.
  func write(_ bytes: ByteBuffer) throws(OutputFailure) {
    try StandardStream.check(bytes.withBytes { write(UnsafeRawBufferPointer($0)) })
  }

  private static func check(_ code: Int32) throws(OutputFailure) {
    if code != 0, code != EPIPE { throw OutputFailure(code: code) }
  }

  /// Writes all bytes; returns 0 or the system's error number.
  private func write(_ bytes: UnsafeRawBufferPointer) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: rest))
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        // The other side made the pipe non-blocking; wait until it has room.
        var slot = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&slot, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }

  private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }

  /// Whether a person sees it.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Width of the terminal in columns; `nil` when it is none or will not say.
  var columns: Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Makes writing safe, before anything is written: a closed reader and a file that has become too
  /// large give an error, as a full disk does, instead of death; and a stream that was closed
  /// before the start is not silently replaced by the next file to be opened.
  static func prepare() {
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) == -1 {
      // Opened the wrong way round, so that using it fails as using a closed one does.
      _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }
}
