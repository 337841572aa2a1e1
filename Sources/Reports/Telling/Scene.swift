import Bargaining

/// One act with all that a sentence about it needs, in the reader's language.
struct Scene: Sendable {
  var act: TalkAct
  /// Who acts, several who judge alike in one; empty for the talks themselves.
  var actor: String
  /// Offers and texts: what is new in them.
  var move = Move.same
  /// Judgments: whose text is judged; `nil` for a party's offer.
  var mediator: String?
  /// Judgments: who made the offer that is judged, when it stands from an earlier round.
  var standing: String?
  /// Judgments: whether the judge is no member of the forum.
  var isOutside = false
  /// Refusals across a red line: the terms that cross it.
  var crossed: [String] = []
  /// Settlements of a stage of the agenda: the terms that are settled by now.
  var settled: [String] = []
  /// Events: what they change.
  var changes: [NumberChange] = []

  /// Votes at home: the factions that accept, and those that do not.
  var accepting: [String] = []
  var refusing: [String] = []
  /// Objections at home: who objects, and to which term; without a term, to the whole.
  var objection: (faction: String, term: String?)?
  /// Phases: which one.
  var phase = ""

  /// Whether two judgments are told in one sentence but for the judges.
  func isToldAs(_ other: Scene) -> Bool {
    let (a, b) = (act, other.act)
    return a.kind == b.kind && a.forum == b.forum && a.because == b.because && a.options == b.options
      && mediator == other.mediator && standing == other.standing && isOutside == other.isOutside
      && crossed == other.crossed && act.objection == other.act.objection
      && (a.kind == .accept || a.kind == .reject)
  }

  struct NumberChange: Sendable {
    var number: String
    var from: String
    var to: String
  }
}

/// What is new in an offer or a text.
enum Move: Sendable {
  /// The first of its author: the terms that move from what holds now, and whether others stay.
  case opening([String], restStays: Bool)
  /// A change of the author's last one.
  case change([TermChange])
  /// As before.
  case same
  /// A change of the single text that a forum works on.
  case amendment([TermChange])
  /// Several changes of the single text, with how often who was against.
  case refusals(count: Int, by: [(actor: String, count: Int)])
  /// The single text itself, put to the last vote.
  case lastVote
}

/// One issue on which an author moves.
struct TermChange: Sendable, Equatable {
  var issue: String
  var from: String
  var to: String
}
