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
}
