/// A tit-for-tat tactic: see `TitForTat` for what it does with these numbers.
public struct TitForTatTactic: Sendable, Equatable {
  /// Which way the random step of ``Imitation/absolute(step:direction:)`` goes.
  public enum Direction: String, Sendable, Equatable, CaseIterable, BitwiseCopyable {
    /// Off the aspiration: the paper's s, where a step always goes towards the opponent.
    case concede
    /// Added to it.
    case demand
  }

  /// What the tactic imitates.
  public enum Imitation: Sendable, Equatable, BitwiseCopyable {
    /// The share by which the opponent moved ``TitForTatTactic/window`` offers ago.
    case relative
    /// The amount by which it moved then, and a random step. `step`: the greatest random step M >=
    /// 0, in utility.
    case absolute(step: ParameterID, direction: Direction)
    /// The share by which it moved over its last ``TitForTatTactic/window`` offers together.
    case averaged
  }

  /// What is imitated.
  public var imitation: Imitation
  /// How many of the others' offers back it looks: 1 … `TitForTat.largestWindow`.
  public var window: Int

  /// An imitation over a window of 1 to 15 offers.
  public init(_ imitation: Imitation, window: Int = 1) {
    self.imitation = imitation
    self.window = window
  }
}
