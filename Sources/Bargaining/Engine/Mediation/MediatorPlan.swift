/// What the rounds need of a ``Mediator``, laid out flat.
struct MediatorPlan: BitwiseCopyable {
  let facilitate: ParameterID
  let formulate: ParameterID
  let manipulate: ParameterID
  let ownInterest: ParameterID
  /// Per party.
  let toward: Lane<Mediator.Relation>
  /// Whether it comes to its estimates by the offers that it hears.
  let learns: Bool

  init(_ mediator: Mediator, arena: Arena) {
    facilitate = mediator.facilitate
    formulate = mediator.formulate
    manipulate = mediator.manipulate
    ownInterest = mediator.ownInterest
    toward = arena.lane(mediator.toward)
    learns = mediator.estimates != nil
  }
}
