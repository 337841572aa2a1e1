import Bargaining

/// A piece of a telling: a round in which something is new, or several rounds in a row in which nothing is.
package enum Chapter: Equatable {
  /// The acts worth telling, and the events whose effects end.
  case news(round: Int, acts: [ToldAct], over: [Int])
  case repetition(ClosedRange<Int>, Repetition)
  case silence(ClosedRange<Int>, isSuspended: Bool)
}

/// An act worth telling, with what went before that it refers to.
package struct ToldAct: Equatable {
  package var act: TalkAct
  /// Offers and texts: the one of the same author that it is a change of; `nil` for its first.
  var before: [Int]?
  /// Judgments: whose proposal is judged.
  var author: TalkAct.Actor?
  /// Judgments: whether the proposal stands from an earlier round.
  var isStanding = false
}
