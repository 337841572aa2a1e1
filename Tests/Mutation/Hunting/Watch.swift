import Foundation
import Synchronization

/// Ends the process when one mutant takes too long: no reader and no run may hold the program for
/// ever.
///
/// Counted is the processor time of the process, so that a busy machine makes nothing fail, and
/// besides, ten times as long, the time by the clock, for what waits instead of working.
final class Watch: Sendable {
  /// The status with which the process ends.
  static let status: Int32 = 124

  private struct Start {
    var processor: Double
    var clock: ContinuousClock.Instant
  }

  private let start = Mutex<Start?>(nil)

  /// - Parameter limit: seconds for each mutant.
  init(limit: Double) {
    Thread.detachNewThread { [self] in
      while true {
        usleep(100_000)
        guard let begun = start.withLock({ $0 }) else { continue }
        if Watch.processorTime() - begun.processor > limit
          || ContinuousClock.now - begun.clock > .seconds(10 * limit)
        {
          _exit(Watch.status)
        }
      }
    }
  }

  /// Does something that must end in time.
  func during<Result>(_ body: () -> Result) -> Result {
    start.withLock { $0 = Start(processor: Watch.processorTime(), clock: .now) }
    defer { start.withLock { $0 = nil } }
    return body()
  }

  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
