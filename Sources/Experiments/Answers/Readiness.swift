import Bargaining
import Simulation

/// How often the talks end in agreement where one party, or all of them, are ready to concede so
/// far: the curve of readiness to concede.
package struct Readiness: Sendable, Equatable {
  /// Into the parties of the scenario; `nil` for all of them at once.
  package let party: Int?
  /// In [0, 1]: 0 concedes nothing, 1 all the way to what no agreement is worth.
  package let value: Double
  package let agreement: WilsonInterval
  package let models: ModelRange?

  /// The values that are tried.
  static let values = stride(from: 0, through: 10, by: 1).map { Double($0) / 10 }
}

/// What one event does: agreement as it is (second) against the same runs without the event
/// (first).
package struct EventEffect: Sendable, Equatable {
  /// Into the events of the scenario.
  package let event: Int
  package let agreement: PairedShares
}

/// What a mediator or a forum brings: by how much the share of agreements is higher for it.
package struct Contribution: Sendable, Equatable {
  package enum Actor: Sendable, Equatable {
    case mediator(Int)
    case forum(Int)
  }

  package let actor: Actor
  package let value: Shapley.Value
  /// Of all agreements, those on its text, or in it.
  package let texts: WilsonInterval
}
