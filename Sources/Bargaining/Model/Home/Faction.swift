/// A group at a party's home without which, or without enough others, a deal does not pass.
///
/// It wants what the party wants but for its adjustments:
///
///     U_f(x) = sum_k w_fk v_fk(x_k) + sum_j b_ij [j holds] + sum_j b_fj [j holds]
///
/// with `w_fk` proportional to `w_ik` times a factor and normalised to sum 1, and
/// `v_fk = v_ik + delta_fk`, kept in [0, 1]. It accepts a deal when
///
///     U_f(x) >= minimum - bears (rho_i - r_i(t)) - carrot_share K_i
///
/// with `rho_i` the party's no-agreement value as drawn, `r_i(t)` that of the round, and `K_i` what
/// agreeing brings the party by carrots. The discount does not count.
public struct Faction: Sendable, Equatable {
  /// The machine name: the key in the scenario file.
  public var name: String
  /// What people call it, in one or several languages; `nil` for the machine name.
  public var label: LocalizedText?
  /// >= 0: what its consent counts beside that of the others.
  public var weight: ParameterID
  /// The least utility that it accepts, in [-10, 10].
  public var minimum: ParameterID
  /// In [0, 1]: the share of the cost of no agreement that it bears. By so much of what the party's
  /// no-agreement value has fallen, through delay, sticks and events, its minimum falls, and rises
  /// with it (selectorate and costs of war: Bueno de Mesquita & Siverson 1995,
  /// doi:10.2307/2082512).
  public var bears: ParameterID
  /// In [0, 1]: the share of the carrots promised to the party that it counts as its own (side
  /// payments to those who can block: Putnam 1988). What the party counts is not less for it.
  public var carrotShare: ParameterID
  /// One entry per issue of the scenario; `nil` where it wants what the party wants.
  public var adjustments: [Adjustment?]
  /// Beside those of the party.
  public var interactions: [Interaction]

  /// A faction of the given parts; `adjustments` has one entry per issue of the scenario.
  public init(
    name: String, label: LocalizedText? = nil, weight: ParameterID, minimum: ParameterID,
    bears: ParameterID, carrotShare: ParameterID,
    adjustments: [Adjustment?], interactions: [Interaction] = []
  ) {
    self.name = name
    self.label = label
    self.weight = weight
    self.minimum = minimum
    self.bears = bears
    self.carrotShare = carrotShare
    self.adjustments = adjustments
    self.interactions = interactions
  }

  /// How a faction departs from its party on one issue.
  public struct Adjustment: Sendable, Equatable {
    /// >= 0: multiplies the party's weight of the issue.
    public var weight: ParameterID
    /// Per option: what is added to the party's value, in [-1, 1]; `nil` for nothing. As many as
    /// the issue has options.
    public var values: [ParameterID?]

    /// An adjustment; `values` has one entry per option of the issue, `nil` where it values the
    /// option as the party does.
    public init(weight: ParameterID, values: [ParameterID?]) {
      self.weight = weight
      self.values = values
    }
  }
}
