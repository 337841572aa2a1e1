import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Hears the signals that ask the program to stop: Ctrl-C, a terminal that closes, and a
/// scheduler's `TERM` and `XCPU`.
///
/// The first one is noted, so that the work can stop at the next good place and be kept. One that
/// comes later than ``echo`` ends the process as it would have without us.
///
/// The signals are heard by plain handlers: a source of Dispatch would need a file descriptor for
/// each, and ends the process where there is none left.
struct Interruption: Sendable {
  /// Milliseconds within which a further signal is the first one heard again: `timeout` signals its
  /// child and then the whole group.
  private static let echo: UInt64 = 500

  /// The first signal in the lowest byte, above it the millisecond in which it came; 0 as long as
  /// there was none.
  private static let first = Atomic<UInt64>(0)

  /// Starts to listen, until the process ends.
  init() {
    // A static value is made when it is first used, which must not be in a handler.
    _ = Interruption.first.load(ordering: .relaxed)
    var numbers = [SIGINT, SIGTERM, SIGXCPU]
    // Under `nohup` the closing of a terminal stays without effect.
    if !Interruption.isIgnored(SIGHUP) { numbers.insert(SIGHUP, at: 0) }
    for number in numbers { _ = signal(number) { Interruption.hear($0) } }
    Interruption.unblock(numbers)
  }

  /// Who starts a program may have left signals blocked, and they would wait for ever.
  private static func unblock(_ numbers: [Int32]) {
    var set = sigset_t()
    _ = sigemptyset(&set)
    for number in numbers { _ = sigaddset(&set, number) }
    _ = pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  /// Called in the handler of a signal: nothing here allocates or waits.
  private static func hear(_ number: Int32) {
    let code = errno
    defer { errno = code }
    let now = milliseconds
    let (isFirst, heard) = first.compareExchange(
      expected: 0, desired: now << 8 | UInt64(number), ordering: .sequentiallyConsistent)
    guard !isFirst, now - heard >> 8 > echo else { return }
    _ = signal(number, SIG_DFL)
    _ = kill(getpid(), number)
  }

  /// Of a clock that never goes back.
  private static var milliseconds: UInt64 {
    var time = timespec()
    _ = clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000 + UInt64(time.tv_nsec) / 1_000_000
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    #if canImport(Glibc)
      let handler = action.__sigaction_handler.sa_handler
    #elseif canImport(Musl)
      let handler = action.__sa_handler.sa_handler
    #else
      let handler = action.__sigaction_u.__sa_handler
    #endif
    return unsafeBitCast(handler, to: UInt.self) == unsafeBitCast(SIG_IGN, to: UInt.self)
  }

  /// Whether the work is to stop.
  var isRequested: Bool { Interruption.first.load(ordering: .relaxed) != 0 }

  /// The status to end with once the work has been kept; `nil` when nobody asked to stop.
  var status: ExitStatus? {
    switch Int32(truncatingIfNeeded: Interruption.first.load(ordering: .relaxed) & 0xFF) {
    case 0: nil
    case SIGINT: .interrupted
    default: .stoppedEarly
    }
  }
}
