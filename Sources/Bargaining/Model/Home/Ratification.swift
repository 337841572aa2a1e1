/// What a deal at the table still needs at a party's home (two-level game: Putnam 1988,
/// doi:10.1017/S0020818300027697).
///
/// A deal passes when the factions that accept it hold at least ``quota`` of the weight of all. If
/// it does not pass, the talks are suspended and the party's trust in every mediator falls; after
/// ``failures`` deals turned down the run ends as ``Ending/rejectedAtHome``. What a failure reveals
/// changes what is asked for later (Iida 1993, doi:10.1177/0022002793037003001): see ``learning``.
///
/// In an agenda in stages (``AgendaOrder``) homes are asked about the whole deal, when the last
/// stage is agreed. A deal turned down reopens that stage alone; an interim deal that holds is not
/// put to them, and stands whatever they say of the rest.
public struct Ratification: Sendable, Equatable {
  /// In (0, 1]: the share of the factions' weight that has to accept; 1 is unanimity.
  public var quota: ParameterID
  /// At least one.
  public var factions: [Faction]
  /// After so many deals turned down the talks are over, >= 1; `nil` for never.
  public var failures: Int?
  /// In [0, 1]: the share of its trust in every mediator that the party loses each time, for the
  /// rest of the run.
  public var trustLoss: ParameterID
  /// In [0, 1]: how much of what was lacking the party asks for from then on. A deal worth U to the
  /// party that lacked a (``HomeVote/shortfall``) leaves it with a demand of at least
  /// `U + learning * a`, below which it neither offers nor accepts; 0 leaves it as it was.
  public var learning: ParameterID
  /// phi in [0, 1]: how much of the vote the party foresees. What is worth `s` to it above its
  /// threshold, and `g` to a faction above the faction's minimum, it expects the faction to find
  /// worth `phi g + (1 - phi) s`: 0 takes those at home to think as it does, and is blind, 1 knows
  /// the vote. It neither offers nor accepts what it expects its home to turn down. It never
  /// expects a no where there would be a yes.
  ///
  /// A deal turned down teaches: about a faction that has refused n deals it is
  /// `1 - (1 - phi)^(n + 1)`.
  ///
  /// Putnam 1988: who negotiates looks at both tables, and not to is involuntary defection. Iida
  /// 1993: between knowing the constraint at home and not knowing it, what counts is what is
  /// believed of it.
  public var foresight: ParameterID

  /// A vote of the given numbers and factions, of which there is at least one.
  public init(
    quota: ParameterID, factions: [Faction], failures: Int? = nil, trustLoss: ParameterID,
    learning: ParameterID, foresight: ParameterID
  ) {
    self.quota = quota
    self.factions = factions
    self.failures = failures
    self.trustLoss = trustLoss
    self.learning = learning
    self.foresight = foresight
  }
}

extension Party {
  /// Whether a deal needs this party's home.
  package var isAskedAtHome: Bool { hasVeto && ratification != nil }
}

extension Scenario {
  /// Whether a deal needs the home of some party.
  package var hasRatification: Bool { parties.contains(where: \.isAskedAtHome) }
}
