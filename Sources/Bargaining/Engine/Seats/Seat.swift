/// One party at the talks of one run: what outcomes are worth to it, where it stands, what it would
/// offer and what it has heard.
///
/// Times and utilities as in ``Party``.
struct Seat: BitwiseCopyable {
  var worth: Worth
  var standing = Standing()
  var desk: OfferDesk
  var hearing: Hearing

  init(
    _ party: Party, tactic: TacticPlan, layout: IssueLayout, hypotheses: BayesianHypotheses, parties: Int,
    mostOffers: Int, searching: Bool, keepsOffers: Bool, arena: Arena
  ) {
    worth = Worth(party.preferences, layout: layout, searching: searching, arena: arena)
    desk = OfferDesk(issues: layout.optionCounts.count, keepsOffers: keepsOffers, arena: arena)
    hearing = Hearing(
      party, tactic: tactic, layout: layout, hypotheses: hypotheses, parties: parties, mostOffers: mostOffers,
      arena: arena)
  }
}
