/// One party to the conflict: what it wants, what fighting on is worth to it, how it bargains.
public struct Party: Sendable, Equatable {
  /// The machine name: the key in the scenario file.
  public var name: String
  /// What people call it, in one or several languages; `nil` for the machine name.
  public var label: LocalizedText?
  /// What it wants; one entry per issue of the scenario.
  public var preferences: Preferences
  /// rho: the no-agreement value in utility at round 0.
  public var reservation: ParameterID
  /// c >= 0: how much the reservation falls per round (Fearon 1995, doi:10.1017/S0020818300033324).
  public var costOfDelay: ParameterID
  /// delta in (0, 1]: discount per round (Rubinstein 1982, doi:10.2307/1912531); 1 is none. Deals
  /// and no agreement are discounted alike; an impatient party takes sooner what is on the table
  /// (``Acceptance/next``).
  public var discount: ParameterID
  /// In [0, 1]: how far it overstates to mediators what an agreement must bring it,
  ///
  ///     told = threshold + overstatement (1 - trust) (best - threshold),
  ///
  /// the less the more it trusts who asks; `nil` for 0. Incentives to misrepresent: Fearon 1995,
  /// doi:10.1017/S0020818300033324.
  public var overstatement: ParameterID?
  /// E in [0, 1000000]: for how many rounds it believes that it can hold out; nobody else knows.
  /// `nil` where it knows no end but the deadline.
  ///
  /// Its relative time is `(r + 1) / (E + 1)`, with the deadline in place of E where that is
  /// nearer. From round E on it stands at its floor, whatever its tactic: time pressure, not the
  /// calendar, brings concessions (Pruitt 1981, *Negotiation Behavior*; Stuhlmacher, Gillespie,
  /// Champagne 1998, doi:10.1108/eb022805).
  public var horizon: ParameterID?
  /// How its aspiration moves from its best outcome towards its floor.
  public var tactic: Tactic
  /// kappa in [0, 1]: 1 concedes down to the reservation, 0 never moves.
  public var willingness: ParameterID
  /// Which outcome it offers at its aspiration.
  public var offer: OfferRule
  /// Which of several outcomes worth the same to it it offers.
  public var ties: TieRule
  /// How it estimates what others want; matters for ``OfferRule/modelled`` and
  /// ``TieRule/bestForOthers`` alone.
  public var opponentModel: OpponentModel
  /// When it accepts what is on the table.
  public var acceptance: Acceptance
  /// How it votes on changes of a single text.
  public var voter: Voter
  /// Whether a deal needs its consent.
  public var hasVeto: Bool
  /// What a deal needs at its home; `nil` when its word at the table is enough. Asked only of a
  /// party with a veto.
  public var ratification: Ratification?
  /// Whether, where it decides if a deal is better than none, it counts `U(x)` times the
  /// probability that the deal will be carried out to its end (``Implementation``).
  public var looksAhead: Bool

  /// A party of the given parts; what is left out is as the file format has it.
  public init(
    name: String, label: LocalizedText? = nil, preferences: Preferences, reservation: ParameterID,
    costOfDelay: ParameterID, discount: ParameterID, tactic: Tactic, willingness: ParameterID,
    offer: OfferRule, ties: TieRule = .nearest, opponentModel: OpponentModel = .frequency,
    acceptance: Acceptance,
    voter: Voter = .hillClimber, hasVeto: Bool = true, ratification: Ratification? = nil,
    looksAhead: Bool = false, overstatement: ParameterID? = nil, horizon: ParameterID? = nil
  ) {
    self.name = name
    self.label = label
    self.preferences = preferences
    self.reservation = reservation
    self.costOfDelay = costOfDelay
    self.discount = discount
    self.tactic = tactic
    self.willingness = willingness
    self.offer = offer
    self.ties = ties
    self.opponentModel = opponentModel
    self.acceptance = acceptance
    self.voter = voter
    self.hasVeto = hasVeto
    self.ratification = ratification
    self.looksAhead = looksAhead
    self.overstatement = overstatement
    self.horizon = horizon
  }
}

extension Party {
  /// Whether it estimates from offers what the others want.
  var learnsFromOffers: Bool { offer == .modelled || ties == .bestForOthers }
}
