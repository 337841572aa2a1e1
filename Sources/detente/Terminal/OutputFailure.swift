#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard output would not take what was written to it.
struct OutputFailure: Error, Sendable {
  /// The system's error number.
  let code: Int32

  /// The system's reason in words, such as `No space left on device`.
  var reason: String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }
}
