#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The memory that this process may address, which `ulimit -v` and schedulers limit.
package enum AddressSpace {
  /// Bytes without which no command can work on even a small scenario.
  package static let least = 32 << 20

  /// Whether less than ``least`` is left. A process that has no memory left cannot even say so.
  package static var isShort: Bool {
    let room = mmap(nil, least, PROT_NONE, MAP_PRIVATE | MAP_ANON, -1, 0)
    guard room != MAP_FAILED else { return true }
    _ = munmap(room, least)
    return false
  }

  /// The most bytes that the process may address (`ulimit -v`); `nil` for no limit.
  package static var limit: Int? {
    var limit = rlimit()
    #if canImport(Glibc)
      let code = getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    #else
      let code = getrlimit(RLIMIT_AS, &limit)
    #endif
    // What stands for no limit is above all that an Int holds.
    guard code == 0, limit.rlim_cur < UInt64(Int.max) else { return nil }
    return Int(limit.rlim_cur)
  }
}
