/// Why those at home do not let a deal pass: what it comes back with.
public struct HomeObjection: Sendable, Equatable {
  /// The faction whose consent would have carried the deal at the least cost, by its index among
  /// the factions of the party.
  public var faction: Int
  /// The issue on which the deal falls furthest short of what the faction could get, by its index;
  /// `nil` when there is none, since what it lacks comes of combinations or cannot be had.
  public var issue: Int?
  /// What was lacking, in utility of the faction; of a vote that is only expected, as expected.
  public var lack: Double

  /// An objection of a faction on an issue.
  public init(faction: Int, issue: Int?, lack: Double) {
    self.faction = faction
    self.issue = issue
    self.lack = lack
  }
}
