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

  /// The most bytes that can still be had at once, to within 1 MiB; `nil` where nothing limits
  /// them.
  package static var room: Int? {
    guard let limit else { return nil }
    let step = 1 << 20
    var (fits, fails) = (0, limit / step + 1)
    while fails - fits > 1 {
      let steps = (fits + fails) / 2
      let room = mmap(nil, steps * step, PROT_NONE, MAP_PRIVATE | MAP_ANON, -1, 0)
      if room == MAP_FAILED { fails = steps } else { fits = steps }
      if room != MAP_FAILED { _ = munmap(room, steps * step) }
    }
    return fits * step
  }

  /// What a thread takes of it as its stack, in bytes.
  package static var stack: Int {
    var (attributes, size) = (pthread_attr_t(), 0)
    guard pthread_attr_init(&attributes) == 0 else { return 8 << 20 }
    defer { pthread_attr_destroy(&attributes) }
    return pthread_attr_getstacksize(&attributes, &size) == 0 ? size : 8 << 20
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

  /// Gets the process ready to live with a limit, if there is one: memory is taken from one place
  /// by all threads, instead of 64 MiB set aside for each of them, and whoever finds none after all
  /// ends with words and a status, as no command can go on without.
  ///
  /// - Parameters:
  ///   - status: with which it ends then.
  package static func prepare(endingWith status: Int32) {
    guard limit != nil else { return }
    #if canImport(Glibc)
      // M_ARENA_MAX.
      _ = mallopt(-8, 1)
    #endif
    endStatus = status
    // What is called here may call nothing that takes memory. The runtime has said by then how much
    // it did not find.
    _ = signal(SIGABRT) { _ in
      let words: StaticString =
        "detente: the limit on memory (ulimit -v) leaves too little for this; what was done before is kept\n"
      _ = write(2, words.utf8Start, words.utf8CodeUnitCount)
      _exit(endStatus)
    }
  }
}

/// How a process ends that found no memory; set once, before there is a second thread.
nonisolated(unsafe) private var endStatus: Int32 = 73

#if canImport(Glibc)
  /// Of the C library, which does not show it to Swift.
  @_silgen_name("mallopt")
  private func mallopt(_ parameter: Int32, _ value: Int32) -> Int32
#endif
