/// Which of several outcomes worth the same to a party it offers.
///
/// Outcomes are worth the same to a party if their utilities differ by at most
/// `UtilityGrid.tolerance` (1e-12), so that decimals whose sums differ in the last bit tie as well,
/// and if the party's tactic and ``OfferRule`` see no difference either: of offers that are
/// `closest` or `modelled` those alone tie that are as close, or seem as good to the others.
///
/// Each rule leaves exactly one outcome, and but for ``first`` none looks at the order in which a
/// scenario lists things.
public enum TieRule: String, Sendable, Equatable, CaseIterable, BitwiseCopyable {
  /// The one most similar to its own last offer in the forum, of these the one most similar to the
  /// last offers of the other members that it sees (all counting the same; in a shuttle it sees
  /// none), of these one at random, as under ``random``.
  ///
  /// Similar as in ``OfferRule/closest``: the sum over the issues of 1 for the same option and, on
  /// numeric issues, of 1 less the distance as a share of the range (Faratin, Sierra, Jennings
  /// 2002, doi:10.1016/S0004-3702(02)00290-4). A party whose last offer is among them thus repeats
  /// it.
  case nearest
  /// The best for the other parties by the party's own estimate from their offers
  /// (``Party/opponentModel``, all counting the same), of these as under ``nearest``. A party that
  /// has seen no offers knows nothing, and the rest decides.
  case bestForOthers = "best_for_others"
  /// The lowest option on the first issue, then on the next, in the order of the scenario.
  case first
  /// One at random, drawn anew for each offer, each as likely as any other.
  ///
  /// The draw is keyed by the names of the party, the forum, the issues and the options. Among more
  /// than 65,536 outcomes each option gets a number instead and the outcome of greatest sum is
  /// taken, which treats options alike but not every set of outcomes.
  case random
}
