/// One mediator in one run: what it knows of the parties and the texts it has tabled.
struct MediatorState: BitwiseCopyable {
  /// What counts at the stage that the talks have come to, and in the end.
  var table: UtilityTable
  let whole: UtilityTable
  /// Per slot: whether it likes no option of the issue better at that stage; on issues on which it
  /// likes all alike, no slot.
  let preferred: Lane<Bool>
  /// No outcome is worth more than this to it.
  var most = 0.0
  /// Per party: the share of its first estimation error that is left, 1 before any contact.
  let error: Lane<Double>
  /// Per party: by how much it has corrected what an agreement must bring the party, from answers
  /// to texts.
  let corrections: Lane<Double>
  /// Per party: slots' standard normal errors, then the one of the reservation.
  let noise: Lane<Double>
  var hasNoise = false
  /// Per party: the sum over issues of the greatest error of an option.
  let mostNoise: Lane<Double>
  /// Per party, slot after slot: worths as learnt from offers, refreshed before each draft.
  let estimates: Lane<Double>
  /// What it learnt from offers, if that is how it comes to its estimates.
  let model: OpponentMemory

  init(
    _ plan: Mediator, layout: IssueLayout, hypotheses: BayesianHypotheses, parties: Int, arena: Arena
  ) {
    whole = UtilityTable(preferences: plan.preferences, layout: layout, arena: arena)
    table = whole
    model = OpponentMemory(
      plan.estimates, of: parties, layout: layout, hypotheses: hypotheses, arena: arena)
    preferred = arena.lane(layout.slotCount, of: false)
    error = arena.lane(parties, of: 1)
    corrections = arena.lane(parties, of: 0)
    noise = arena.lane(parties * (layout.slotCount + 1), of: 0)
    mostNoise = arena.lane(parties, of: 0)
    estimates = arena.lane(parties * layout.slotCount, of: 0)
  }
}
