/// How a deal fared at one party's home.
public struct HomeVote: Sendable, Equatable {
  /// Whether the factions that accept have the quota between them.
  public var hasPassed: Bool
  /// The share of the factions' weight that accepted, in [0, 1]; 0 when no faction has any weight.
  public var share: Double
  /// The share that was needed.
  public var quota: Double
  /// The least utility that, had every faction got it on top, would have carried the deal; 0 when
  /// it passed, infinite when no faction has any weight.
  public var shortfall: Double
  /// In the order of the scenario.
  public var factions: [FactionVote]

  /// How one faction voted.
  public struct FactionVote: Sendable, Equatable {
    /// Its share of the weight of all.
    public var share: Double
    /// What the deal is worth to it.
    public var utility: Double
    /// The least that it accepts.
    public var minimum: Double
    /// Whether the deal is worth its minimum to it.
    public var accepts: Bool
  }
}
