import Reports
import Synchronization
import Tables

/// Shows on standard error how far the work has come: a bar that is drawn over on a terminal, a
/// plain line about every tenth elsewhere, nothing when asked to be quiet. May be told from any
/// thread.
final class ProgressDisplay: Sendable {
  private struct State {
    var lastShown: ContinuousClock.Instant
    var tenthsShown = 0
    var isBarVisible = false
  }

  private let console: Console
  /// What is counted, such as `runs`.
  private let unit: String
  private let start: ContinuousClock.Instant
  private let state: Mutex<State>

  /// Least time between two drawings of the bar.
  private static let redrawInterval = Duration.milliseconds(100)
  /// Least time between two plain lines: short work needs none.
  private static let lineInterval = Duration.milliseconds(500)

  init(console: Console, unit: String) {
    self.console = console
    self.unit = unit
    start = .now
    state = Mutex(State(lastShown: start))
  }

  /// Tells how much is done, and what else there is to say about it.
  func update(done: Int, of total: Int, detail: Message = "") {
    guard !console.isQuiet, total > 0 else { return }
    let now = ContinuousClock.now
    state.withLock { state in
      if console.canRedraw {
        guard now - state.lastShown >= Self.redrawInterval else { return }
        state.isBarVisible = true
        draw(bar(done: done, total: total, elapsed: now - start, detail: detail))
      } else {
        let tenths = done * 10 / total
        guard tenths > state.tenthsShown, now - state.lastShown >= Self.lineInterval else { return }
        state.tenthsShown = tenths
        console.note(
          ProgressWords.figures(done: done, of: total, unit, elapsed: now - start, detail: detail))
      }
      state.lastShown = now
    }
  }

  /// Takes the bar away.
  func finish() {
    state.withLock { state in
      guard state.isBarVisible else { return }
      draw("")
      state.isBarVisible = false
    }
  }

  private func draw(_ line: String) {
    try? console.error.write("\r\u{1B}[K" + line)
  }

  private func bar(done: Int, total: Int, elapsed: Duration, detail: Message) -> String {
    let text = console.text(
      ProgressWords.figures(done: done, of: total, unit, elapsed: elapsed, detail: detail))
    // The last column is left free: some terminals go to the next line when it is filled.
    let available = (console.error.columns ?? 80) - 1
    let cells = min(30, available - DisplayWidth.of(text) - 3)
    guard cells >= 5 else { return DisplayWidth.truncated(text, to: available) }
    let filled = min(cells, done * cells / total)
    let cell = Array(repeating: "█", count: filled) + Array(repeating: "░", count: cells - filled)
    return cell.joined() + "  " + text
  }
}

extension Console {
  /// Shows how much is done of work whose extent is known, while it is under way.
  ///
  /// - Parameters:
  ///   - unit: what is counted, such as `runs`.
  ///   - planned: of how many; more than that is told as that.
  ///   - work: tells what it is given how many are done, on any thread.
  func counting<Result, Fault: Error>(
    _ unit: String, of planned: Int,
    _ work: (_ onProgress: @escaping @Sendable (Int) -> Void) throws(Fault) -> Result
  ) throws(Fault) -> Result {
    let display = ProgressDisplay(console: self, unit: unit)
    defer { display.finish() }
    return try work { display.update(done: min($0, planned), of: planned) }
  }
}
