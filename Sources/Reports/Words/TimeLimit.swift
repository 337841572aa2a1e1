import Bargaining

/// What the ending `out_of_time` is in some talks: the one rule by which it is spoken of.
///
/// It looks at the scenario that is simulated, in all models that may be drawn: at its deadline and
/// window, not at what its runs happened to do.
package enum TimeLimit: Sendable, Equatable {
  /// Talks that end so have come to a deadline that all know.
  case deadline
  /// They are still going on where the window ends.
  case window
  /// Some come to a deadline, and some are still going on.
  case either

  package init(of scenario: Scenario) {
    let drawn = scenario.models.isEmpty ? [1] : scenario.modelShares
    self =
      zip(scenario.alternatives, drawn).filter { $1 > 0 }.map { TimeLimit(ofOne: $0.0) }
      .reduce(nil) { $0?.joined(with: $1) ?? $1 } ?? .deadline
  }

  /// Of talks without models.
  private init(ofOne talks: Scenario) {
    guard talks.hasOwnEnds, let deadline = talks.talks.deadline else {
      self = talks.hasOwnEnds ? .window : .deadline
      return
    }
    let moved = Set(talks.events.flatMap { $0.effects.map(\.target) })
    let isPutOff =
      deadline.extensionRounds != nil
      && (talks[deadline.extensionChance].distribution.support.upperBound > 0
        || moved.contains(deadline.extensionChance))
    let isLate = talks[deadline.round].distribution.support.upperBound > Double(talks.rounds)
    if moved.contains(deadline.round) {
      self = .either
    } else if !talks.hasDeadlineInWindow {
      self = .window
    } else {
      self = isPutOff || isLate ? .either : .deadline
    }
  }

  /// Of talks some of which are limited in one way and some in the other.
  package func joined(with other: TimeLimit) -> TimeLimit { self == other ? self : .either }
}
