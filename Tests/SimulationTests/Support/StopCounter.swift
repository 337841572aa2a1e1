import Synchronization

/// Says yes from the n-th question on.
final class StopCounter: Sendable {
  private let asked = Atomic<Int>(0)
  private let limit: Int

  init(after limit: Int) { self.limit = limit }

  func shouldStop() -> Bool { asked.wrappingAdd(1, ordering: .relaxed).newValue > limit }
}
