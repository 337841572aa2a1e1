/// What the rounds need of a ``Party``, laid out flat: copying a party would count the references
/// of all its arrays.
struct PartyPlan: BitwiseCopyable {
  let reservation: ParameterID
  let costOfDelay: ParameterID
  let discount: ParameterID
  let willingness: ParameterID
  let offer: OfferRule
  let ties: TieRule
  /// Whether it learns from offers what others want.
  let learns: Bool
  /// Whether its offers depend on what it learns or was shown last.
  let looksAtOffers: Bool
  let voter: Voter
  let hasVeto: Bool
  /// Whether its aspiration follows time alone.
  let concedesWithTime: Bool
  /// Whether it asks mediators for no more than it did before, as long as what it asked for is
  /// still enough for it.
  let keepsOffers: Bool

  init(_ party: Party, keepsOffers: Bool) {
    self.keepsOffers = keepsOffers
    reservation = party.reservation
    costOfDelay = party.costOfDelay
    discount = party.discount
    willingness = party.willingness
    offer = party.offer
    ties = party.ties
    learns = party.learnsFromOffers
    looksAtOffers = party.offer != .lowest || party.learnsFromOffers
    voter = party.voter
    hasVeto = party.hasVeto
    if case .time = party.tactic { concedesWithTime = true } else { concedesWithTime = false }
  }
}
