import Randomness

/// What the rounds need of a ``Forum``, laid out flat.
struct ForumPlan: BitwiseCopyable {
  /// Indices of parties, in order of turn.
  let members: Lane<Int>
  /// Indices of mediators, as listed, and in the order of the present sitting.
  let mediators: Lane<Int>
  let turns: Lane<Int>
  /// Whether that order is drawn.
  let drawsTurns: Bool
  /// Per mediator, as listed: what decides whether it formulates a text.
  let formulation: StreamGroup
  let rules: Forum.Rules
  let rhythm: ForumRhythm

  init(_ forum: Forum, formulation streams: [StreamID], arena: Arena) {
    members = arena.lane(forum.members)
    mediators = arena.lane(forum.mediators)
    turns = arena.lane(forum.mediators)
    drawsTurns = forum.turns == .drawn && forum.mediators.count > 1
    formulation = StreamGroup(streams, arena: arena)
    rules = forum.rules
    rhythm = forum.rhythm
  }
}
