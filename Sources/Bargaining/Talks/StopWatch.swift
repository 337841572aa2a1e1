/// When a run looks up whether somebody wants it to stop.
///
/// A look is a call, and most rounds are shorter than that; so runs look after about as many rounds
/// as take a millisecond, and where a single round may take longer, at every turn within it.
/// Nothing that a run comes to depends on when it looks.
struct StopWatch {
  /// Steps of a search between two looks, a few nanoseconds each.
  private static let steps = Double(1 << 20)

  /// Rounds between two looks.
  let rounds: Int
  /// Whether there is a look between two turns of a round, too.
  let isWithinRounds: Bool

  /// - Parameter roundSteps: about how many steps a round may take at most.
  init(roundSteps: Double) {
    rounds = max(1, Int(Self.steps / max(1, roundSteps)))
    isWithinRounds = roundSteps > Self.steps
  }
}

extension Negotiation {
  /// Lets somebody break off the runs to come: asked now and then inside each, so that no run,
  /// however long, holds up who wants to stop.
  ///
  /// - Parameter shouldStop: once it says yes, a run is broken off at the next look, and
  ///   ``run(_:seed:lookingForZone:)`` says so.
  package func heed(_ shouldStop: @escaping () -> Bool) { self.shouldStop = shouldStop }

  /// Looks up; what it sees stays in ``Course/isBrokenOff`` to the end of the run.
  @inline(never)
  func lookUp() -> Bool {
    if !course[0].isBrokenOff { course[0].isBrokenOff = shouldStop?() ?? false }
    return course[0].isBrokenOff
  }

  /// The same between two turns of a round, where rounds are long; elsewhere it costs a comparison.
  @inline(__always)
  func isBrokenOffBetweenTurns() -> Bool { stopWatch.isWithinRounds && lookUp() }
}
