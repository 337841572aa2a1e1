/// How a party's aspiration moves during the talks.
public enum Tactic: Sendable, Equatable {
  /// By the time that has passed (Faratin, Sierra, Jennings 1998, doi:10.1016/S0921-8890(98)00029-3).
  case time(TimeTactic)
  /// MiCRO: own outcomes from the best down, a new one whenever the others have made at least as many distinct offers as oneself
  /// (de Jonge 2022, "An Analysis of the Linear Bilateral ANAC Domains Using the MiCRO Benchmark Strategy", IJCAI).
  case micro
  /// Zeuthen: in the monotonic concession protocol the party with the lower risk limit concedes by the smallest sufficient step (Zeuthen 1930;
  /// Harsanyi 1956, doi:10.2307/1905748). It assumes complete information, and proposes in forums with the protocol
  /// ``Forum/Rules/simultaneous`` alone; in others it makes no offers.
  case zeuthen
}

/// A time-dependent tactic: the share F(t) of the way to the floor that is conceded by relative time t.
public struct TimeTactic: Sendable, Equatable {
  public enum Curve: String, Sendable, Equatable, CaseIterable {
    /// `F(t) = k + (1 - k) t^(1/beta)`.
    case polynomial
    /// `F(t) = exp((1 - t)^beta ln k)`, for k > 0.
    case exponential
  }

  public var curve: Curve
  /// beta > 0: below 1 Boulware, 1 linear (polynomial), above 1 conceder.
  public var beta: ParameterID
  /// k in [0, 1]: the share conceded at relative time 0; above 0 for the exponential curve.
  public var start: ParameterID
  /// Taken off the aspiration, never below its floor; in utility, >= 0.
  public var tolerance: ParameterID

  public init(curve: Curve, beta: ParameterID, start: ParameterID, tolerance: ParameterID) {
    self.curve = curve
    self.beta = beta
    self.start = start
    self.tolerance = tolerance
  }
}

/// Which outcome at the aspiration level is offered.
public enum OfferRule: String, Sendable, Equatable, CaseIterable {
  /// The worst own outcome not below the aspiration.
  case lowest
  /// The one most similar to the other side's last offer (the trade-off tactic of Faratin, Sierra, Jennings 2002,
  /// doi:10.1016/S0004-3702(02)00290-4).
  case closest
  /// The best for the other parties by an estimate of what they want.
  case modelled
}

/// When a standing offer is accepted (Baarslag, Hindriks 2013, "Accepting optimally in automated negotiation with
/// incomplete information", AAMAS). Never below the reservation and never across a red line.
public indirect enum Acceptance: Sendable, Equatable {
  /// At least as good as the offer that one is about to make.
  case next
  /// At least the aspiration.
  case aspiration
  /// At least a constant utility.
  case constant(ParameterID)
  /// Anything from a relative time on.
  case time(ParameterID)
  /// Any of several.
  case any([Acceptance])
  /// All of several.
  case all([Acceptance])
}
