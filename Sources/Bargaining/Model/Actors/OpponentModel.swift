/// How an actor estimates from offers what a party wants.
///
/// Both models suppose additive preferences over the issues that are bargained over and see nothing
/// but offers. Estimates are utilities in [0, 1], weight times value for every option of every
/// issue, weights summing to 1. Baarslag, Hendrikx, Hindriks, Jonker 2016
/// (doi:10.1007/s10458-015-9309-1) survey such models.
public enum OpponentModel: String, Sendable, Equatable, CaseIterable {
  /// What a party often offers, it wants; on which issue it seldom changes its offer, that issue
  /// weighs (Agent Smith of the 2010 competition: van Galen Last 2012,
  /// doi:10.1007/978-3-642-24696-8_12).
  ///
  /// With n_ko the number of offers that had option o on issue k, N_k the greatest of them and n
  /// all offers: value `n_ko / N_k`, weight `(N_k / n) / sum_j (N_j / n)`. Before any offer it says
  /// nothing: all 0. A party that has come down so far that it mostly offers what it does not care
  /// for is misread.
  case frequency
  /// Bayes' rule over hypotheses, issue by issue (Hindriks, Tykhonov 2008, "Opponent modelling in
  /// automated multi-issue negotiation using Bayesian learning", AAMAS, the scalable variant).
  ///
  /// For each numeric issue the value of its options is one of several shapes: uphill, downhill, or
  /// a triangle with its peak between the ends; options stand where their numbers are. Categories
  /// have no order: of n of them one is best, worth 1, and the others are worth
  /// `(n - 2) / (2 (n - 1))` each, or one is worst, worth 0, and the others `n / (2 (n - 1))`,
  /// which is what ranks in equal steps from 0 to 1 leave them on average. Its weight is that of
  /// one of the ranks r = 1 … K of the K issues, `2 r / (K (K + 1))`. All are as likely at first.
  /// An offer x at relative time t makes a hypothesis likelier the nearer the utility that it gives
  /// x, everything else at its expectation, comes to that of a party that concedes in equal steps
  /// from 1 to 0.2:
  ///
  ///     likelihood = exp(-(u(x) - (1 - 0.8 t))^2 / (2 · 0.25^2))
  ///
  /// Where rank r is tried on one issue, the others share what it leaves of the weights in
  /// proportion to their expectations. An offer equal to the party's last one teaches nothing.
  ///
  /// The supposed concession is what tells weights apart: who comes down far less than that seems
  /// to care most for what it gives away.
  case bayesian
}
