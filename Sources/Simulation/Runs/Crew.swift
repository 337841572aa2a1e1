#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Threads that work at once: the one that asks, and others that are started for the work.
///
/// Where the system lets no further thread be started, because of a limit on memory or on
/// processes, there are fewer. Dispatch would wait for one for ever.
enum Crew {
  /// The stack of a thread, whatever the limits are: musl's own choice is 128 KiB, and `ulimit -s`
  /// may say less.
  private static let stackBytes = 1 << 20

  /// Further threads would only wait for one of these.
  private static let processors = sysconf(Int32(_SC_NPROCESSORS_ONLN))

  /// Calls `work` on all threads at once, each with a number of its own from 0 on, and returns when
  /// all calls have returned.
  ///
  /// - Parameters:
  ///   - most: how many threads at most, of which there is always 1. There are no more than
  ///     processors.
  ///   - work: takes pieces that are left until there is none, so that everything is done however
  ///     many threads there are.
  static func work(upTo most: Int, _ work: @Sendable (Int) -> Void) {
    withoutActuallyEscaping(work) { work in
      var threads: [pthread_t] = []
      for number in 1..<max(1, min(most, processors)) {
        guard let thread = start(Duty(number: number, work: work)) else { break }
        threads.append(thread)
      }
      work(0)
      for thread in threads { _ = pthread_join(thread, nil) }
    }
  }

  /// What a thread is started for.
  private final class Duty {
    let number: Int
    let work: @Sendable (Int) -> Void

    init(number: Int, work: @escaping @Sendable (Int) -> Void) {
      self.number = number
      self.work = work
    }
  }

  /// Starts a thread; `nil` when the system refuses.
  private static func start(_ duty: Duty) -> pthread_t? {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { _ = pthread_attr_destroy(&attributes) }
    guard pthread_attr_setstacksize(&attributes, stackBytes) == 0 else { return nil }
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    let context = Unmanaged.passRetained(duty)
    let code = pthread_create(&thread, &attributes, { Crew.perform($0) }, context.toOpaque())
    guard code == 0 else {
      context.release()
      return nil
    }
    return thread
  }

  private static func perform(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    let duty = Unmanaged<Duty>.fromOpaque(context).takeRetainedValue()
    duty.work(duty.number)
    return nil
  }
}
