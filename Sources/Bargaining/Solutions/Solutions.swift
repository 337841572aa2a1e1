/// What can be said of a conflict without simulating it, its numbers held at one draw: is there a
/// zone of agreement, which outcomes are efficient or distinguished, and, where there is no zone,
/// what would open one.
///
/// The parties that count are those with a veto. r_i is what party i must at least get at the start
/// of the talks: its reservation less the carrots and sticks of all mediators. An outcome is
/// **admissible** when it crosses no red line of these parties, and **feasible** when moreover
/// `U_i >= r_i` for each of them and no home of theirs turns it down (`Ratification`). Surplus
/// `s_i = U_i - r_i`. Tentative settlements do not bind; issues off the agenda are held at their
/// status quo. The Pareto frontier is that of the table, whatever homes say; the transfer of the
/// leverage gap buys an outcome that homes let pass.
///
/// Utilities no further apart than 1e-12 are equal, everywhere: that is more than rounding can put
/// between two sums that are the same in exact fractions (3e-13 each, for 32 issues and 62
/// conditions), and far less than any difference that a scenario states. So what exact fractions
/// would find is found. An outcome is efficient unless another gives someone more than that and
/// nobody less; of efficient outcomes of equal worth all are kept.
///
/// Up to ``enumerable`` outcomes everything is exact, by looking at all of them one after another.
/// Above, whatever can be had from the Pareto frontier, or by branch and bound within a budget, is
/// exact, too; the rest says that it was not computed. Where homes have a say that is all but the
/// frontier and whether there is a zone.
///
/// Of several outcomes equally good by a criterion the first by names is given, whichever way it is
/// found and however the scenario lists issues and options: the one with the first option, by name,
/// of the first issue by name, then of the next. Only above ``enumerable`` outcomes, where a
/// million steps do not suffice to find that one, it is the first of those that are efficient, or
/// the one that branch and bound found.
public struct Solutions: Sendable, Equatable {
  /// So many outcomes are looked at one after another.
  public static let enumerable: UInt64 = 10_000_000

  /// The parties with a veto: indices into `Scenario.parties`.
  public let parties: [Int]
  /// r_i of every party of the scenario, veto or not.
  public let thresholds: [Double]
  /// The number of outcomes on the agenda.
  public let outcomes: UInt64
  /// How many of them are feasible.
  public var feasible: Computed<UInt64>
  /// Whether any is.
  public var zone: Zone
  /// Who gains by some feasible outcome.
  public var surplus: Computed<ZoneSurplus>
  /// The ranks, ascending, of the admissible outcomes that no admissible outcome dominates; see
  /// ``options(of:)``.
  public var pareto: Computed<[UInt64]>
  /// Greatest product of surpluses (Nash 1950, doi:10.2307/1907266). `nil` here and below when
  /// nothing is feasible.
  public var nash: Computed<SolutionPoint?>
  /// Greatest least `s_i / (best_i - r_i)`, best_i over admissible outcomes (Kalai & Smorodinsky
  /// 1975, doi:10.2307/1914280).
  public var kalaiSmorodinsky: Computed<SolutionPoint?>
  /// The same with best_i over feasible outcomes.
  public var kalaiSmorodinskyFeasibleIdeal: Computed<SolutionPoint?>
  /// Greatest least surplus (Kalai 1977, doi:10.2307/1913954).
  public var egalitarian: Computed<SolutionPoint?>
  /// Greatest sum of utilities (Harsanyi 1955, doi:10.1086/257678).
  public var utilitarian: Computed<SolutionPoint?>
  /// The least total transfer that opens the zone; `nil` when no outcome is admissible and passes
  /// at home, so that no transfer opens it.
  public var leverageGap: Computed<LeverageGap?>
  /// For each party the issue on which its stand blocks most; empty when there is a zone. See
  /// ``BlockingIssue``.
  public var blocking: Computed<[BlockingIssue]>
  /// The red lines each of which opens the zone when it alone is relaxed, with the least relaxation
  /// that does; empty when there is a zone.
  public var relaxations: Computed<[RedLineRelaxation]>

  let space: OutcomeSpace

  /// The options of all issues in the outcome of that rank.
  public func options(of rank: UInt64) -> [Int] { space.options(of: rank) }
}

/// Who is better off than without agreement, by more than 1e-12, in the feasible outcomes.
///
/// A zone that does not leave a surplus for everyone is one in name: a party whose tactic concedes
/// with time comes down to its reservation when everything is conceded, which is after the last
/// round.
public enum ZoneSurplus: String, Sendable, Equatable {
  /// All at once, in some outcome.
  case forEveryone = "everyone"
  /// Some, but never all at once.
  case forSome = "some"
  /// Nobody, or nothing is feasible.
  case forNobody = "nobody"
}

/// A distinguished outcome.
public struct SolutionPoint: Sendable, Equatable {
  /// One option per issue.
  public let outcome: [Int]
  /// `U_i` of every party of the scenario, veto or not.
  public let utilities: [Double]
  /// What the criterion comes to: a product, a sum, a least surplus, a least share.
  public let value: Double
}

/// The leverage gap: `min_x sum_i max(0, r_i - U_i(x))` over admissible outcomes x.
public struct LeverageGap: Sendable, Equatable {
  /// In utility; 0 when there is a zone.
  public let value: Double
  /// The outcome that the transfer buys.
  public let outcome: [Int]
  /// Per party of the scenario: what it must be given on top of that outcome; 0 for parties without
  /// a veto.
  public let transfers: [Double]
}

/// The issue on which a party's stand blocks most.
///
/// Were the party content with whatever the others settle on this one issue (every option of it
/// worth to the party what the best is), the leverage gap would fall further than on any other
/// issue. Of equals the first by name; a party of whom no issue lowers the gap has none.
public struct BlockingIssue: Sendable, Equatable {
  /// Index of the party.
  public let party: Int
  /// Index of the issue.
  public let issue: Int
  /// The leverage gap that would be left; 0 when the party's yielding on this issue alone opens the
  /// zone.
  public let gapLeft: Double
}

/// The least relaxation of one red line that opens the zone, all else being equal.
///
/// A red line forbids a combination of options. Relaxed, it allows one more option of one of its
/// clauses; on a numeric issue a line moves along the scale, so that all options passed on the way
/// are allowed as well. Fewest options first; of equals the clause that names most options, since
/// that allows the fewest outcomes, then the first issue and option by name.
public struct RedLineRelaxation: Sendable, Equatable {
  /// Index of the party whose red line it is.
  public let party: Int
  /// Index into the red lines of the party's preferences.
  public let redLine: Int
  /// Index of the issue.
  public let issue: Int
  /// The options of the issue that the line must no longer forbid; of a numeric issue from the
  /// least number.
  public let freed: [Int]
  /// Whether the clause has no option left, so that the line is given up.
  public let isGivenUp: Bool
  /// An outcome that is feasible then.
  public let outcome: [Int]
}
