#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A system call that failed.
package struct SystemError: Error, Sendable, Equatable {
  /// The value of `errno`.
  package let code: Int32

  package init(_ code: Int32) { self.code = code }

  /// The system's words for the code, such as `No space left on device`.
  package var reason: String {
    // Files are read at offsets, which a pipe has not.
    if code == ESPIPE { return "it is a pipe, not a file" }
    // Unlike `strerror`, this one is safe on any thread.
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { room in
      guard let start = room.baseAddress, strerror_r(code, start, room.count) == 0 else {
        return "error \(code)"
      }
      return String(cString: start)
    }
  }
}
