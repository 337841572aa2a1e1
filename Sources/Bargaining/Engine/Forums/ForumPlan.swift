/// What the rounds need of a ``Forum``, laid out flat.
struct ForumPlan: BitwiseCopyable {
  /// Indices of parties, in order of turn.
  let members: Lane<Int>
  /// Indices of mediators, in the order in which they table texts.
  let mediators: Lane<Int>
  let rules: Forum.Rules
  let rhythm: ForumRhythm

  init(_ forum: Forum, arena: Arena) {
    members = arena.lane(forum.members)
    mediators = arena.lane(forum.mediators)
    rules = forum.rules
    rhythm = forum.rhythm
  }
}
