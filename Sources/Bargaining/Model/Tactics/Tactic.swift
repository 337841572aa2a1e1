/// How a party's aspiration moves during the talks.
///
/// Most tactics set a level, and the party's ``OfferRule`` picks an outcome at that level; they
/// conform to ``BiddingTactic``. MiCRO, Zeuthen and random walk through outcomes, and the level is
/// what the outcome that they come to is worth.
public enum Tactic: Sendable {
  /// By the time that has passed (Faratin, Sierra, Jennings 1998,
  /// doi:10.1016/S0921-8890(98)00029-3).
  case time(TimeTactic)
  /// By what the others do (same paper): see `TitForTat` for the formulas.
  case titForTat(TitForTatTactic)
  /// MiCRO: own outcomes from the best down, a new one whenever the others have made at least as
  /// many distinct offers as oneself (de Jonge 2022, "An Analysis of the Linear Bilateral ANAC
  /// Domains Using the MiCRO Benchmark Strategy", IJCAI).
  case micro
  /// Zeuthen: whoever risks least by holding out concedes, by the smallest step that makes another
  /// risk less (Harsanyi 1956, doi:10.2307/1905748; Rosenschein, Zlotkin 1994, *Rules of
  /// Encounter*).
  ///
  /// Risk of party i: `(s_i(x_i) - s_i(x_j)) / s_i(x_i)`, s surpluses, x_i its own last offer, x_j
  /// that of the others which is worst for it (Endriss 2006, "Monotonic concession protocols for
  /// multilateral negotiation", AAMAS); 1 if its own offer brings it nothing. Parties know each
  /// other's utilities and reservations, as in the theory. In a forum of alternating offers each
  /// party decides on its turn from what it last saw: while its own risk is no greater than anybody
  /// else's it goes down its own outcomes to the first that turns this round, or that is worth no
  /// more to it than what it is offered, and then it accepts. Where it sees no offers of parties
  /// (shuttle), it stays at its best. Where all propose at the same time
  /// (``Forum/Rules/simultaneous``), it follows the monotonic concession protocol: the lower risk
  /// concedes by the smallest sufficient step among the outcomes that all could live with, which
  /// ends at the greatest Nash product.
  case zeuthen
  /// Never leaves its best outcome.
  case hardliner
  /// Any outcome at or above its floor, each as likely, drawn anew each round: a baseline, as the
  /// random negotiators of other platforms, but one that offers nothing that it would not accept.
  /// ``OfferRule`` and ``TieRule`` have no say.
  case random
  /// A weighted mean of several tactics' aspirations (Faratin, Sierra, Jennings 1998, section 4.4):
  /// weights are normalised to sum 1; all 0 count as equal.
  ///
  /// Of tit-for-tat, the proposal that it starts from is that of the mixture. MiCRO takes a step
  /// down its own list for each own offer that it may make, whatever the mixture offers then;
  /// random brings in what the drawn outcome is worth, Zeuthen the outcome that it would offer.
  case mix([Part])
  /// One of the user's own.
  case custom(any BiddingTactic)

  /// One tactic of a mixture, and its weight >= 0.
  public struct Part: Sendable, Equatable {
    /// At least 0; all weights of a mixture 0 count as equal.
    public var weight: ParameterID
    /// The tactic that has this weight.
    public var tactic: Tactic

    /// A part of a mixture.
    public init(weight: ParameterID, tactic: Tactic) {
      self.weight = weight
      self.tactic = tactic
    }
  }
}

extension Tactic {
  /// Itself and all parts of mixtures.
  var count: Int {
    guard case .mix(let parts) = self else { return 1 }
    return parts.reduce(1) { $0 + $1.tactic.count }
  }
}

extension Tactic: Equatable {
  /// Whether both are of one kind and have the same numbers; custom tactics compare themselves.
  public static func == (a: Tactic, b: Tactic) -> Bool {
    // By the first alone, so that the compiler asks what a new case is equal to.
    switch a {
    case .time(let a): if case .time(let b) = b { a == b } else { false }
    case .titForTat(let a): if case .titForTat(let b) = b { a == b } else { false }
    case .mix(let a): if case .mix(let b) = b { a == b } else { false }
    case .custom(let a): if case .custom(let b) = b { areEqual(a, b) } else { false }
    case .micro: if case .micro = b { true } else { false }
    case .zeuthen: if case .zeuthen = b { true } else { false }
    case .hardliner: if case .hardliner = b { true } else { false }
    case .random: if case .random = b { true } else { false }
    }
  }

  private static func areEqual<Own: BiddingTactic>(_ a: Own, _ b: any BiddingTactic) -> Bool {
    (b as? Own) == a
  }
}
