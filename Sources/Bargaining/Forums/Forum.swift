/// A place where some of the parties meet, with or without mediators, by a protocol and in a rhythm.
public struct Forum: Sendable, Equatable {
  public enum Rules: String, Sendable, Equatable, CaseIterable {
    /// Stacked alternating offers among any number of parties (Aydoğan, Festen, Hindriks, Jonker 2017,
    /// doi:10.1007/978-3-319-51563-2_10).
    case alternating
    /// Offers go to the mediators alone; the parties see only the mediators' texts.
    case shuttle
  }

  public var name: String
  public var label: LocalizedText?
  /// Indices of parties, in order of turn.
  public var members: [Int]
  /// Indices of mediators, in the order in which they table texts.
  public var mediators: [Int]
  public var rules: Rules
  /// It sits in rounds `first`, `first + every`, `first + 2 every`, …
  public var every: Int
  public var first: Int

  public init(
    name: String, label: LocalizedText? = nil, members: [Int], mediators: [Int], rules: Rules,
    every: Int = 1, first: Int = 0
  ) {
    self.name = name
    self.label = label
    self.members = members
    self.mediators = mediators
    self.rules = rules
    self.every = every
    self.first = first
  }

  /// Whether the forum sits in a round.
  public func sits(in round: Int) -> Bool {
    round >= first && (round - first) % every == 0
  }
}
