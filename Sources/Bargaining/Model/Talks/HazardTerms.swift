/// What raises or lowers the hazard of an ending or a beginning of talks, round by round:
///
///     h exp(distance d + pain p + shock s + trust t)
///
/// (proportional hazards: Cox 1972, doi:10.1111/j.2517-6161.1972.tb00899.x), with coefficients in
/// [-10, 10] and measures in [0, 1]:
///
/// - d, how far apart the parties are: 1 less the progress of the talks, which is the least, over
///   the parties with a veto, of the share of what it asks for beyond no agreement that the best
///   offer or text shown to it so far would give it; 1 while somebody has been shown nothing better
///   than no agreement;
/// - p, the least of the parties' accumulated costs of delay, at most 1 (the mutually hurting
///   stalemate: Zartman 2000, "Ripeness: the hurting stalemate and beyond", in
///   doi:10.17226/9897);
/// - s, the shocks of the last rounds: the greatest, over the events that have happened, of
///   ``Event/shock`` times 2^(-a / H), a the rounds since it happened last and H the half-life
///   (``Talks/shockHalfLife``; risks that decay with the time since an event: Raknerud, Hegre 1997,
///   doi:10.1177/0022343397034004002);
/// - t, the mean trust of the parties in the mediators whom they meet; 0 where nobody mediates.
///
/// A probability q per round is the hazard -ln(1 - q): with terms it becomes
/// `1 - (1 - q)^exp(…)`. All coefficients 0 leave it as it is.
public struct HazardTerms: Sendable, Equatable {
  /// The coefficient of d; `nil` for 0, as the others.
  public var distance: ParameterID?
  /// The coefficient of p.
  public var pain: ParameterID?
  /// The coefficient of s.
  public var shock: ParameterID?
  /// The coefficient of t.
  public var trust: ParameterID?

  /// Terms of the given coefficients; `nil` for 0.
  public init(
    distance: ParameterID? = nil, pain: ParameterID? = nil, shock: ParameterID? = nil,
    trust: ParameterID? = nil
  ) {
    self.distance = distance
    self.pain = pain
    self.shock = shock
    self.trust = trust
  }

  /// The values that a coefficient may have: e^10 is 22,026.
  package static let coefficients = -10.0...10.0

  /// Every coefficient that there is.
  var parameters: [ParameterID] { [distance, pain, shock, trust].compactMap(\.self) }
}
