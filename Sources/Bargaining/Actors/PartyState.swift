/// One party in one run: what outcomes are worth to it and where it stands. Times and utilities as
/// in ``Party``.
struct PartyState: BitwiseCopyable {
  /// What counts at the stage that the talks have come to (``AgendaOrder``); in a package,
  /// everything.
  var table: UtilityTable
  var search: OutcomeSearch
  /// What counts in the end.
  let whole: UtilityTable

  // Fixed for the run, unless an event changes preferences.
  /// M: best own utility; -infinity when its red lines and the locks leave nothing.
  var best = -Double.infinity
  /// Worst own utility.
  var worst = 0.0
  /// No outcome is worth more than this to it, red lines and locks aside.
  var most = 0.0

  // This round.
  /// Costs of delay so far.
  var delay = 0.0
  /// K: carrots that agreeing brings, in utility.
  var carrots = 0.0
  /// F: sticks taken off the reservation.
  var sticks = 0.0
  /// delta^round.
  var discounting = 1.0
  /// r(t): what no agreement is worth.
  var reservation = 0.0
  /// The utility at which the surplus is zero, (r - K) / delta^round, or what it has to bring home
  /// if that is more.
  var wholeThreshold = 0.0
  /// That of the round in which the agreement was signed or the run ended, whatever it has to bring
  /// home.
  var signingThreshold = 0.0
  /// The same as ``wholeThreshold`` for what ``table`` counts at this stage.
  var threshold = 0.0
  /// What it has to bring home since a deal failed there, in utility; -infinity before.
  var homeDemand = -Double.infinity
  /// A(t), and what it is willing to go down to.
  var aspiration = 0.0
  var floor = 0.0

  // What it would offer now.
  let offer: Lane<UInt8>
  var offerFound = OutcomeSearch.Found()
  /// The found outcome stays the lowest for every aspiration in (validAbove, validTo].
  var validAbove = Double.infinity
  var validTo = -Double.infinity

  /// Whether other outcomes may be worth the same to it as the found one, so that its ``TieRule``
  /// decides; which ones if so.
  var isTied = false
  var ties = TieBand()
  /// The one that the rule chose last, where a tactic walks on from it.
  var tiedFound = OutcomeSearch.Found()

  /// The forum that has a copy of `offer` and of what it is worth to each of its members; -1 for
  /// none.
  var offerKnownIn = -1

  /// The aspiration for which `offerFound` was looked for by score, as long as nothing was seen
  /// that changes the scores; else no number.
  var scoredFor = Double.nan
  /// Whether the scores by which it was looked for still are those of the search.
  var hasScores = false

  // What it has seen of others.
  /// The best that it was offered so far.
  var bestSeen = -Double.infinity
  /// The last offer or text of somebody else; kept for offer rules that look at it.
  let lastSeen: Lane<UInt8>
  var hasSeen = false
  /// What it makes of what others offered; nothing where neither its offer rule nor its ties look
  /// at it.
  let model: OpponentMemory
  var offersSeen = 0
  /// What its tactic remembers, by what the tactic looks at.
  let memory: TacticMemory
  /// Offers and texts it was shown, and how many of them its last own offer answered.
  var heard = 0
  var answered = 0
  /// The aspiration behind its last own offer.
  var lastAspiration = Double.infinity
  /// Of MiCRO only.
  let ledger: OfferLedger
  /// Of MiCRO and Zeuthen: the outcome on its own list that it has come to.
  var lastNew = OutcomeSearch.Found()
  /// Of MiCRO: the level of that outcome, and the level of the one after it, if it was looked for
  /// since.
  var newLevel = MicroLevel()
  var afterNew = MicroLevel()
  var knowsAfterNew = false
  /// Of MiCRO in a mixture: the one that it would come to with its next offer.
  var nextNew = OutcomeSearch.Found()
  /// Of Zeuthen in a mixture: its last own offer.
  var lastOwn = OutcomeSearch.Found()
  /// Whether `offer` is an earlier offer instead of what `offerFound` says.
  var offerIsRepeat = false
  /// Whether it is a Zeuthen party that has proposed where all propose at the same time; its
  /// aspiration is then what its proposal is worth.
  var hasProposed = false

  init(
    _ plan: Party, tactic: TacticPlan, layout: IssueLayout, hypotheses: BayesianHypotheses, parties: Int,
    rounds: Int, forums: Int, searching: Bool, arena: Arena
  ) {
    whole = UtilityTable(preferences: plan.preferences, layout: layout, arena: arena)
    table = whole
    search =
      searching
      ? OutcomeSearch(preferences: plan.preferences, table: whole, layout: layout, arena: arena)
      : OutcomeSearch(amongNothing: whole, layout: layout, arena: arena)
    let mostOffers = tactic.usesLedger ? Int(min(UInt64(rounds * forums), layout.space.count)) : 0
    memory = TacticMemory(tactic, parties: parties, issues: layout.optionCounts.count, arena: arena)
    model = OpponentMemory(
      plan.learnsFromOffers ? plan.opponentModel : nil, of: parties, layout: layout, hypotheses: hypotheses,
      arena: arena)
    ledger = OfferLedger(parties: parties, mostOffers: mostOffers, arena: arena)
    offer = arena.lane(layout.optionCounts.count, of: 0)
    lastSeen = arena.lane(layout.optionCounts.count, of: 0)
  }
}
