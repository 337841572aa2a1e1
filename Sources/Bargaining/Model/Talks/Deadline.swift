/// A day that all know, on which the talks end unless it is put off.
///
/// Agreements bunch before deadlines: Roth, Murnighan, Schoumaker 1988, "The deadline effect in
/// bargaining", *American Economic Review* 78(4), 806–823.
public struct Deadline: Sendable, Equatable {
  /// D in [1, 1000000]: so many rounds are played, 0 … ceil(D) - 1.
  public var round: ParameterID
  /// In [0, 1]: the probability that the deadline, when it comes, is put off, if there was progress
  /// since it was set.
  public var extensionChance: ParameterID
  /// By so many rounds, in [1, 1000000]; `nil` where it is certainly not put off.
  public var extensionRounds: ParameterID?

  /// A deadline of the given numbers.
  public init(round: ParameterID, extensionChance: ParameterID, extensionRounds: ParameterID? = nil) {
    self.round = round
    self.extensionChance = extensionChance
    self.extensionRounds = extensionRounds
  }
}

extension Scenario {
  /// Whether parties measure time against deadlines and horizons, and ``rounds`` says only how long
  /// one looks. Where the scenario has none of either, ``rounds`` is the deadline.
  package var hasOwnEnds: Bool { talks.deadline != nil || parties.contains { $0.horizon != nil } }

  /// Whether talks may come to a deadline while one looks; if not, those that are open at the end
  /// of the window are still going on.
  package var hasDeadlineInWindow: Bool {
    guard hasOwnEnds else { return true }
    guard let deadline = talks.deadline else { return false }
    return self[deadline.round].distribution.support.lowerBound <= Double(rounds)
  }

  /// After how many rounds all know that the talks end: those of the deadline at the middle of its
  /// distribution, else of the window where that is the deadline. `nil` where no deadline lies in
  /// the window, and where models have different ones.
  package var roundsToDeadline: Double? {
    let ends = alternatives.map { talks -> Double? in
      guard talks.hasOwnEnds else { return Double(talks.rounds) }
      let end = talks.talks.deadline.map { talks[$0.round].distribution.quantile(0.5) }
      return end.flatMap { $0 <= Double(talks.rounds) ? $0 : nil }
    }
    return ends.allSatisfy { $0 == ends.first } ? ends.first ?? nil : nil
  }
}
