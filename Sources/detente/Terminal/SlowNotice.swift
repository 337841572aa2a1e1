import Dispatch
import Synchronization
import Tables

/// Says on standard error what a command is at, when that takes longer than a moment.
final class SlowNotice: Sendable {
  private let stage = Mutex("")
  // Kept because a source that nobody holds does nothing; never touched again but to end it.
  private nonisolated(unsafe) let timer: any DispatchSourceTimer

  /// - Parameters:
  ///   - console: where to say it.
  ///   - subject: what is looked at, such as the name of a file.
  ///   - delay: seconds until the first time.
  ///   - interval: seconds between two times.
  init(_ console: Console, subject: String, after delay: Double = 1, every interval: Double = 5) {
    timer = DispatchSource.makeTimerSource(queue: .global())
    timer.schedule(deadline: .now() + delay, repeating: interval)
    timer.setEventHandler { [weak self] in
      let stage = self?.stage.withLock { $0 } ?? ""
      if !stage.isEmpty { console.note("\(subject): still looking for \(Message(whole: stage)) …") }
    }
    timer.resume()
  }

  /// What is looked for from now on, such as `the Pareto frontier`.
  func begin(_ what: String) { stage.withLock { $0 = what } }

  /// There is nothing more to say.
  func finish() {
    begin("")
    timer.cancel()
  }
}
