/// A group at a party's home without which, or without enough others, a deal does not pass.
///
/// It wants what the party wants but for its adjustments:
///
///     U_f(x) = sum_k w_fk v_fk(x_k) + sum_j b_ij [j holds] + sum_j b_fj [j holds]
///
/// with `w_fk` proportional to `w_ik` times a factor and normalised to sum 1, and
/// `v_fk = v_ik + delta_fk`, kept in [0, 1]. It accepts a deal when `U_f(x) >= minimum`; neither
/// discount nor carrots count.
public struct Faction: Sendable, Equatable {
  /// The machine name: the key in the scenario file.
  public var name: String
  /// What people call it, in one or several languages; `nil` for the machine name.
  public var label: LocalizedText?
  /// >= 0: what its consent counts beside that of the others.
  public var weight: ParameterID
  /// The least utility that it accepts, in [-10, 10].
  public var minimum: ParameterID
  /// One entry per issue of the scenario; `nil` where it wants what the party wants.
  public var adjustments: [Adjustment?]
  /// Beside those of the party.
  public var interactions: [Interaction]

  /// A faction of the given parts; `adjustments` has one entry per issue of the scenario.
  public init(
    name: String, label: LocalizedText? = nil, weight: ParameterID, minimum: ParameterID,
    adjustments: [Adjustment?], interactions: [Interaction] = []
  ) {
    self.name = name
    self.label = label
    self.weight = weight
    self.minimum = minimum
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
