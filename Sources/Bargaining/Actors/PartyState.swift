/// One party in one run: what outcomes are worth to it and where it stands. Times and utilities as in ``Party``.
struct PartyState: BitwiseCopyable {
  let table: UtilityTable
  let search: OutcomeSearch

  // Fixed for the run, unless an event changes preferences.
  /// M: best own utility; -infinity when its red lines and the locks leave nothing.
  var best = -Double.infinity
  /// Worst own utility.
  var worst = 0.0

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
  /// The utility at which the surplus is zero: (r - K) / delta^round.
  var threshold = 0.0
  /// What it has to bring home since a deal failed there, in utility; -infinity before.
  var homeDemand = -Double.infinity
  /// A(t).
  var aspiration = 0.0

  // What it would offer now.
  let offer: Lane<UInt8>
  var offerFound = OutcomeSearch.Found()
  /// The found outcome stays the lowest for every aspiration in (validAbove, validTo].
  var validAbove = Double.infinity
  var validTo = -Double.infinity

  // What it has seen of others.
  /// The best that it was offered so far.
  var bestSeen = -Double.infinity
  /// The last offer or text of somebody else.
  let lastSeen: Lane<UInt8>
  var hasSeen = false
  /// How often each party offered each option, as far as this party saw: party after party, slot after slot.
  let counts: Lane<Int32>
  var offersSeen = 0
  /// Of MiCRO only.
  let ledger: OfferLedger
  /// Its last new offer.
  var microLast = OutcomeSearch.Found()
  /// Whether `offer` is an earlier offer instead of what `offerFound` says.
  var offerIsRepeat = false

  init(
    _ plan: Party, layout: IssueLayout, parties: Int, rounds: Int, forums: Int, arena: Arena
  ) {
    table = UtilityTable(preferences: plan.preferences, layout: layout, arena: arena)
    search = OutcomeSearch(preferences: plan.preferences, table: table, layout: layout, arena: arena)
    let mostOffers = plan.tactic == .micro ? rounds * forums : 0
    ledger = OfferLedger(parties: parties, mostOffers: mostOffers, arena: arena)
    offer = arena.lane(layout.optionCounts.count, of: 0)
    lastSeen = arena.lane(layout.optionCounts.count, of: 0)
    counts = arena.lane(parties * layout.slotCount, of: 0)
  }
}
