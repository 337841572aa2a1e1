/// When a run looks up whether somebody wants it to stop.
///
/// A look is a call, and most rounds are shorter than that; so runs look after about as many rounds
/// as take a millisecond, and where a single round may take longer, at every turn within it.
/// Nothing that a run comes to depends on when it looks.
package final class StopWatch {
  /// Steps of a search between two looks, a few nanoseconds each.
  private static let steps = Double(1 << 20)

  /// Rounds between two looks.
  let rounds: Int
  /// Whether there is a look between two turns of a round, too.
  let isWithinRounds: Bool
  /// What says whether to stop; see `Negotiation/heed(_:)`.
  package var shouldStop: (() -> Bool)?
  /// Whether somebody wanted the run to stop; what it came to then means nothing.
  private(set) var isBrokenOff = false

  /// - Parameter roundSteps: about how many steps a round may take at most.
  package init(roundSteps: Double) {
    rounds = max(1, Int(Self.steps / max(1, roundSteps)))
    isWithinRounds = roundSteps > Self.steps
  }

  /// Begins a run.
  func begin() { isBrokenOff = false }

  /// Looks up; what it sees stays in ``isBrokenOff`` to the end of the run.
  @inline(never)
  func lookUp() -> Bool {
    if !isBrokenOff { isBrokenOff = shouldStop?() ?? false }
    return isBrokenOff
  }

  /// The same between two turns of a round, where rounds are long; elsewhere it costs a comparison.
  @inline(__always)
  func stopsBetweenTurns() -> Bool { isWithinRounds && lookUp() }
}
