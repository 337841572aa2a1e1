/// When a standing offer is accepted (Baarslag, Hindriks 2013, "Accepting optimally in automated
/// negotiation with incomplete information", AAMAS). Never below the reservation and never across a
/// red line.
public indirect enum Acceptance: Sendable, Equatable {
  /// At least as good as the offer that one is about to make, were that taken a round later:
  /// `U(x) >= delta U(own) + (1 - delta) r`, with ``Party/discount`` delta and r the utility at
  /// which the surplus is zero (Rubinstein 1982, doi:10.2307/1912531). Without a discount, at least
  /// as good as that offer.
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
