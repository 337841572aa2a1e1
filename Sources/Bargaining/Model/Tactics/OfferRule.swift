/// Which outcome at the aspiration level is offered.
public enum OfferRule: String, Sendable, Equatable, CaseIterable, BitwiseCopyable {
  /// The worst own outcome not below the aspiration.
  case lowest
  /// The one most similar to the other side's last offer (the trade-off tactic of Faratin, Sierra,
  /// Jennings 2002, doi:10.1016/S0004-3702(02)00290-4).
  case closest
  /// The best for the other parties by an estimate of what they want.
  case modelled
}
