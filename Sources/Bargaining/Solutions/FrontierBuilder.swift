/// Finds the Pareto frontier of a ``FixedGame``: the admissible outcomes that no admissible outcome
/// dominates.
///
/// An outcome is admissible when it crosses no voter's red line; one dominates another when it is
/// worth at least as much to every voter and more to some, by more than the tolerance of
/// ``UtilityGrid``. Outcomes of equal worth do not dominate each other, so all of them are kept.
///
/// The frontier grows issue by issue (Nemhauser & Ullmann 1969, doi:10.1287/mnsc.15.9.494): a
/// partial outcome that another of its class (``FrontierPlan``) dominates cannot become efficient
/// any more and is dropped. Lists are sorted from the greatest utility of the first voter down, and
/// stay so when an option's worth is added to all their points; merging them needs no sorting, and
/// a point can be dominated only by points before it (Kung, Luccio, Preparata 1975,
/// doi:10.1145/321906.321910) or by those of its **band**, which are worth the same to the first
/// voter though their last bits differ.
///
/// Complexity: O(F O K) for two voters, with F the size of the largest partial frontier and O
/// options per issue, and O(F^2 V O K) at worst for more. N, the number of outcomes, does not enter
/// but through F.
final class FrontierBuilder {
  enum Fault: Error, Equatable {
    /// More than ``mostPoints`` points at once.
    case tooManyPoints
    /// More steps than were allowed.
    case tooManySteps
  }

  static let mostPoints = 1 << 20
  /// Steps that ``build(mostSteps:)`` makes at most unless told otherwise; the better part of a
  /// second.
  static let mostSteps = 150_000_000

  private let arena = Arena()
  private var growth: FrontierGrowth

  /// `nil` when there is no ``FrontierPlan``.
  init?(_ game: FixedGame) {
    guard let plan = FrontierPlan(game) else { return nil }
    growth = FrontierGrowth(game, plan, arena: arena)
  }

  /// The frontier, after a successful ``build(mostSteps:)``.
  var frontier: PointList { growth.frontier }
  /// What the last frontier took: points visited and tests for domination.
  var steps: Int { growth.steps }

  /// Builds the frontier from the game's present numbers; sorted as described above.
  func build(mostSteps: Int = FrontierBuilder.mostSteps) throws(Fault) {
    try growth.build(mostSteps: mostSteps)
  }
}
