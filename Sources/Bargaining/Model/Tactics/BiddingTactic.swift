/// A rule for how high a party aims: the one small protocol behind every tactic that sets a level.
///
/// Whenever a party is about to offer or to judge, it asks its tactic for an **aspiration**: the
/// utility below which it offers nothing. Which outcome at that level it offers is up to its
/// ``OfferRule``. The built-in `TimeConcession`, `TitForTat` and `Hardliner` conform, and a type of
/// yours that conforms can stand beside them: ``Tactic/custom(_:)``. See <doc:WritingATactic>.
///
/// A tactic is a pure function of what the party knows, so that a run can be repeated anywhere: it
/// keeps no state, and what is left to chance comes from ``BiddingView/draw``. The engine may ask
/// several times in one turn and expects the same answer.
public protocol BiddingTactic: Sendable, Equatable {
  /// The utility that the party aims for now.
  ///
  /// The engine holds the answer between ``BiddingView/floor`` and ``BiddingView/best``; an answer
  /// that is no number counts as the best.
  func aspiration(_ view: BiddingView) -> Double
}

/// What a party knows when it sets its aspiration. Utilities are its own, undiscounted, on the
/// scale of its preferences.
public struct BiddingView: Sendable, Equatable {
  /// Relative time of the round, `(round + 1) / (E + 1)`, in (0, 1), E the end that the party
  /// knows: the nearer of its ``Party/horizon`` and the deadline. It is not asked beyond.
  public var time: Double
  /// The round, from 0.
  public var round: Int
  /// How many rounds the talks may last as far as it knows: E, rounded down.
  public var rounds: Int
  /// M: the utility of its best outcome.
  public var best: Double
  /// The least it is willing to go down to: `m + (1 - kappa) (M - m)`, m the larger of its worst
  /// utility and ``reservation``.
  public var floor: Double
  /// The utility at which its surplus is zero in this round: what no agreement is worth, less
  /// carrots, undiscounted.
  public var reservation: Double
  /// The aspiration behind its own last offer; ``best`` before the first.
  public var lastAspiration: Double
  /// Whether somebody made an offer since its own last one.
  public var hasNews: Bool
  /// What its own last offers were worth to itself.
  public var made: RecentUtilities
  /// What the last offers of the others were worth to itself.
  ///
  /// Where several others offer, entry n is the mean over those heard so far of their n-th last
  /// offers, and there are as many entries as the one heard least often has made. Where no party is
  /// heard (offers go to mediators alone), these are the mediators' texts.
  public var received: RecentUtilities
  /// A number uniform on [0, 1), the same throughout a round.
  public var draw: Double

  /// A view of the given numbers, to try a tactic without a negotiation.
  public init(
    time: Double, round: Int, rounds: Int, best: Double = 1, floor: Double = 0, reservation: Double = 0,
    lastAspiration: Double? = nil, hasNews: Bool = true, made: RecentUtilities = RecentUtilities(),
    received: RecentUtilities = RecentUtilities(), draw: Double = 0
  ) {
    self.time = time
    self.round = round
    self.rounds = rounds
    self.best = best
    self.floor = floor
    self.reservation = reservation
    self.lastAspiration = lastAspiration ?? best
    self.hasNews = hasNews
    self.made = made
    self.received = received
    self.draw = draw
  }

  /// A level held between ``floor`` and ``best``; the best if it is no number.
  @inlinable
  public func held(_ level: Double) -> Double {
    level.isNaN ? best : min(max(level, floor), best)
  }
}
