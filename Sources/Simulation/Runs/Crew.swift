import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Work done at once by Dispatch, as far as the system lets Dispatch have threads.
///
/// Where it refuses a thread, because of a limit on memory or on processes, Dispatch asks again for
/// ever; and on Linux it watches its threads through files of `/proc`, and ends the program where
/// there is none or no descriptor is left. Both are tried once, before the first work: then
/// everything is done on the thread that asks.
package enum Crew {
  /// How many can work at once, the one that asks among them.
  static let size: Int = {
    let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    // Dispatch has a thread of its own to manage the others, and may start one for a timer.
    return processors > 1 && canWatchThreads && startsThreads(processors + 1) ? processors : 1
  }()

  /// Calls `work` at once, each time with a number of its own from 0 on, and returns when all calls
  /// have returned.
  ///
  /// - Parameters:
  ///   - most: how many calls at most, of which there is always 1.
  ///   - work: takes pieces that are left until there is none, so that everything is done however
  ///     many calls are made at once.
  package static func work(upTo most: Int, _ work: @Sendable (Int) -> Void) {
    let calls = max(1, min(most, size))
    if calls == 1 { return work(0) }
    DispatchQueue.concurrentPerform(iterations: calls, execute: work)
  }

  private static var canWatchThreads: Bool {
    #if os(Linux)
      let files = (0..<4).map { _ in open("/proc/self/stat", O_RDONLY | O_CLOEXEC) }
      for file in files where file >= 0 { _ = close(file) }
      return files.allSatisfy { $0 >= 0 }
    #else
      true
    #endif
  }

  /// Whether the system lets so many threads be at once, each with the stack that Dispatch gives.
  private static func startsThreads(_ count: Int) -> Bool {
    let end = DispatchSemaphore(value: 0)
    var threads: [pthread_t] = []
    for _ in 0..<count {
      #if canImport(Glibc)
        var thread = pthread_t()
      #else
        var thread: pthread_t?
      #endif
      let context = Unmanaged.passRetained(end)
      let code = pthread_create(&thread, nil, { Crew.wait($0) }, context.toOpaque())
      guard code == 0 else {
        context.release()
        break
      }
      #if canImport(Glibc)
        threads.append(thread)
      #else
        if let thread { threads.append(thread) }
      #endif
    }
    for _ in threads { end.signal() }
    for thread in threads { _ = pthread_join(thread, nil) }
    return threads.count == count
  }

  private static func wait(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let context { Unmanaged<DispatchSemaphore>.fromOpaque(context).takeRetainedValue().wait() }
    return nil
  }
}
