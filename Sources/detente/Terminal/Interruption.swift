import Dispatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Hears the signals that ask a program to stop: Ctrl-C, and a scheduler's `TERM` and `XCPU`.
///
/// The first one is noted, so that the work can stop at the next good place and be kept. One that comes later than
/// ``echo`` ends the process as it would have without us.
final class Interruption: Sendable {
  /// Within it a further signal is the first one heard again: `timeout` signals its child and then the whole group.
  static let echo = Duration.milliseconds(500)

  private struct Request {
    let signal: Int32
    let time: ContinuousClock.Instant
  }

  private let caught = Atomic<Int32>(0)
  private let first = Mutex<Request?>(nil)
  // Kept because a source that nobody holds hears nothing; never touched again, so that no two threads meet in it.
  private nonisolated(unsafe) let sources: [any DispatchSourceSignal]

  /// Starts to listen, until the process ends.
  init() {
    // A file that has become too large is an error of writing like a full disk, not the end of the process.
    _ = signal(SIGXFSZ, SIG_IGN)
    let queue = DispatchQueue(label: "detente.signals", qos: .userInitiated)
    let numbers = [SIGINT, SIGTERM, SIGXCPU]
    sources = numbers.map { number in
      // The default would end the process before the source is told.
      _ = signal(number, SIG_IGN)
      return DispatchSource.makeSignalSource(signal: number, queue: queue)
    }
    for (number, source) in zip(numbers, sources) {
      source.setEventHandler { [weak self] in self?.hear(number) }
      source.resume()
    }
  }

  private func hear(_ number: Int32) {
    let now = ContinuousClock.now
    let request = first.withLock { request in
      if request == nil { request = Request(signal: number, time: now) }
      return request
    }
    caught.store(request?.signal ?? number, ordering: .relaxed)
    guard let request, now - request.time > Interruption.echo else { return }
    _ = signal(number, SIG_DFL)
    _ = kill(getpid(), number)
  }

  /// Whether the work is to stop.
  var isRequested: Bool { caught.load(ordering: .relaxed) != 0 }

  /// The status to end with once the work has been kept; `nil` when nobody asked to stop.
  var status: ExitStatus? {
    switch caught.load(ordering: .relaxed) {
    case 0: nil
    case SIGINT: .interrupted
    default: .stoppedEarly
    }
  }
}
