import Bargaining
import Results

/// How many threads find room in memory.
package struct MemoryPlan: Sendable {
  package let limit: MemoryLimit
  /// How many are asked for; `nil` when it is left open.
  package let threads: Int?

  package init(limit: MemoryLimit, threads: Int?) {
    self.limit = limit
    self.threads = threads
  }

  /// Why scenarios do not fit.
  package struct Shortage: Sendable {
    package let plan: MemoryPlan
    /// Those whose size is known.
    package let sizes: [(scenario: Scenario, size: NegotiationSize)]
    /// What a thread takes.
    package let bytes: Int
  }

  /// `nil` for scenarios of which the threads that are asked for, else one, find room.
  package func shortage(of scenarios: [Scenario]) -> Shortage? {
    let sizes = scenarios.flatMap(\.alternatives).compactMap { scenario in
      (try? NegotiationSize(of: scenario)).map { (scenario: scenario, size: $0) }
    }
    let bytes = Self.bytes(scenarios)
    return limit.threads(of: bytes) < threads ?? 1 ? Shortage(plan: self, sizes: sizes, bytes: bytes) : nil
  }

  /// How many threads find room, at least 1.
  package func room(for scenarios: [Scenario]) -> Int {
    max(1, limit.threads(of: Self.bytes(scenarios)))
  }

  /// What one thread takes: the first with the largest of the others beside it.
  private static func bytes(_ scenarios: [Scenario]) -> Int {
    let sizes = scenarios.compactMap { NegotiationSize.bytes(of: $0) }
    return (sizes.first ?? 0) + (sizes.dropFirst().max() ?? 0)
  }
}
