#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The most memory that this process has had at once.
package enum PeakMemory {
  /// Greatest resident set so far, in bytes; 0 when the system does not tell.
  package static var bytes: Int {
    var usage = rusage()
    #if canImport(Darwin)
      // Darwin counts bytes, Linux kilobytes.
      return getrusage(RUSAGE_SELF, &usage) == 0 ? Int(usage.ru_maxrss) : 0
    #elseif canImport(Musl)
      return getrusage(RUSAGE_SELF, &usage) == 0 ? Int(usage.ru_maxrss) * 1024 : 0
    #else
      return getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 ? Int(usage.ru_maxrss) * 1024 : 0
    #endif
  }
}
