/// What an actor wants: additive utilities over the issues, interactions between issues, and red
/// lines.
///
///     U(x) = sum_k w_k v_k(x_k) + sum_j b_j [condition j holds in x]
///
/// Additive multi-attribute utility with interactions: Keeney & Raiffa 1976, *Decisions with
/// Multiple Objectives*. Weights are normalised to sum 1 after each random draw.
public struct Preferences: Sendable, Equatable {
  /// One entry per issue of the scenario; `nil` where the actor is indifferent (weight 0).
  public var issues: [IssuePreference?]
  /// Bonuses and maluses of combinations, which come on top of the weighted sum.
  public var interactions: [Interaction]
  /// An outcome in which any of these holds is unacceptable whatever its utility.
  public var redLines: [Condition]

  /// Preferences of the given parts; `issues` has one entry per issue of the scenario.
  public init(
    issues: [IssuePreference?], interactions: [Interaction] = [], redLines: [Condition] = []
  ) {
    self.issues = issues
    self.interactions = interactions
    self.redLines = redLines
  }
}

/// The weight w_k >= 0 of one issue and the values v_k of its options.
public struct IssuePreference: Sendable, Equatable {
  /// w_k >= 0; weights are divided by their sum in each run.
  public var weight: ParameterID
  /// How the options of the issue are valued.
  public var valuation: Valuation

  /// A preference of this weight and valuation.
  public init(weight: ParameterID, valuation: Valuation) {
    self.weight = weight
    self.valuation = valuation
  }
}

/// How the options of an issue are valued, each in [0, 1].
public enum Valuation: Sendable, Equatable {
  /// Option by option, as many as the issue has options.
  case listed([ParameterID])
  /// Numeric issues only: `(x - least) / (greatest - least)`.
  case increasing
  /// Numeric issues only: `(greatest - x) / (greatest - least)`.
  case decreasing
  /// Numeric issues only: 1 at the peak p, falling linearly to 0 at the farther end of the range:
  /// `1 - |x - p| / max(p - least, greatest - p)`.
  case peak(ParameterID)
  /// Numeric issues only: 1 at or above the threshold, else 0.
  case threshold(ParameterID)
}

/// A bonus or a malus b in [-1, 1] when a condition on two or more issues holds.
public struct Interaction: Sendable, Equatable {
  /// When the bonus counts.
  public var condition: Condition
  /// b in [-1, 1], added to the utility.
  public var bonus: ParameterID

  /// A bonus on a condition.
  public init(condition: Condition, bonus: ParameterID) {
    self.condition = condition
    self.bonus = bonus
  }
}
