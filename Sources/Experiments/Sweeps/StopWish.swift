import Synchronization

/// Tells a wish to stop from a pause of the work that is made to write down how far it has come.
final class StopWish: Sendable {
  private let shouldStop: @Sendable () -> Bool
  private let hasSaidYes = Atomic(false)

  init(_ shouldStop: @escaping @Sendable () -> Bool) { self.shouldStop = shouldStop }

  /// Whether somebody has asked to stop.
  var isExpressed: Bool { hasSaidYes.load(ordering: .relaxed) }

  /// What a simulation is to ask before every chunk: says yes when somebody wants to stop, and from
  /// a time on, but for the first question, so that something is done between two pauses however
  /// slow it is.
  func question(from pause: ContinuousClock.Instant?) -> @Sendable () -> Bool {
    let asked = Asked()
    return {
      if self.shouldStop() {
        self.hasSaidYes.store(true, ordering: .relaxed)
        return true
      }
      guard let pause, asked.flag.exchange(true, ordering: .relaxed) else { return false }
      return .now >= pause
    }
  }

  private final class Asked: Sendable {
    let flag = Atomic(false)
  }
}
