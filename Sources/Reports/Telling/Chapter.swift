import Bargaining

/// A piece of a telling: a round in which something is new, or several rounds in a row in which
/// nothing is.
package enum Chapter: Equatable {
  /// The acts worth telling, and the events whose effects end.
  case news(round: Int, acts: [ToldAct], over: [Int])
  case repetition(ClosedRange<Int>, Repetition)
  case silence(ClosedRange<Int>, isSuspended: Bool)
}

/// An act worth telling, with what went before that it refers to.
package struct ToldAct: Equatable {
  package var act: TalkAct
  /// Offers: the one of the same author that it is a change of; texts: the one that was discussed
  /// last in the forum; `nil` for the first.
  var before: [Int]?
  /// Texts: whether it is one that a forum works on.
  var singleText = SingleTextRole.none
  /// Offers and texts: issues that an earlier stage of the agenda has settled.
  var settled: [Int] = []
  /// Judgments: whose proposal is judged.
  var author: TalkAct.Actor?
  /// Judgments: whether the proposal stands from an earlier round.
  var isStanding = false
}

/// What a text is to a forum that works on a single one.
package enum SingleTextRole: Sendable, Equatable {
  /// A text or an offer like those of other forums.
  case none
  /// A change of the text.
  case amendment
  /// Several changes that were refused, and how often each party was against.
  case refused(count: Int, by: [Int])
  /// The text itself.
  case lastVote
}
