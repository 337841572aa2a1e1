import Bargaining

/// The sentences of a telling in one language. Labels come in as they are to be shown.
///
/// Rounds are numbered from 0, as in tables; sentences count them from 1, as people count days.
protocol TellingWords: Sendable {
  /// What one act is, in a sentence. A new kind of act needs a new sentence here and nothing else.
  func sentence(for scene: Scene) -> String

  /// The head of a round: `Day 3`.
  func round(_ round: Int) -> String
  /// Some rounds in a row: `Days 3 to 9`.
  func rounds(_ rounds: ClosedRange<Int>) -> String
  /// What rounds are like in which nothing is new.
  func repetition(_ answers: Repetition) -> String
  /// What rounds are like in which nobody says anything.
  func silence(isSuspended: Bool) -> String
  /// The temporary effects of an event are over.
  func isOver(event: String) -> String

  // The opening.
  var atTheTable: String { get }
  func run(_ run: UInt32, seed: UInt64, rounds: Int) -> String
  /// Which of several accounts of the talks the run was played in.
  func model(_ model: String) -> String
  func party(_ party: String, _ standing: Standing) -> String
  /// What a party cares most about, with shares such as `31%`.
  func priorities(_ priorities: [(issue: String, share: String)]) -> String
  /// Other uncertain numbers of an actor, as drawn.
  func draws(_ draws: [(name: String, value: String)]) -> String
  func mediator(_ mediator: String, facilitate: String, formulate: String, manipulate: String) -> String
  func forum(_ forum: String, _ sittings: Sittings) -> String
  /// Issues that the talks had settled, as they were.
  func settled(_ terms: [String]) -> String
  /// Issues that the talks had settled, with how firmly, and that may be reopened at a cost.
  func anchored(_ terms: [(term: String, firmness: String)]) -> String
  /// Issues that the talks had settled and that are open again.
  func reopened(_ issues: [String]) -> String
  var startsSuspended: String { get }

  // The end.
  var howItEnds: String { get }
  /// How a run stands that was open when one looked no longer, its deadline, if any, being later.
  func stillTalking(round: Int, hasDeadline: Bool) -> String
  func ending(_ ending: Ending, round: Int, at place: AgreedPlace?) -> String
  func agreed(party: String, utility: String, surplus: String) -> String
  func noAgreement(party: String, worth: String) -> String
  func stays(_ term: String) -> String
  /// An interim deal holds; what was left for later failed.
  var restUnsettled: String { get }
  /// - Parameter fromStart: whether the talks begin suspended, which is no suspension of its own.
  func interruptions(_ record: RunRecord, fromStart: Bool) -> String
  /// What a run without agreement could have come to; `nil` when that is not known.
  func zone(_ record: RunRecord) -> String?
  /// What it failed by, beyond what ``zone(_:)`` says; `nil` when there is nothing to add.
  func cause(_ cause: FailureCause, isStillTalking: Bool) -> String?

  /// What a toll has come to by the end of the window, amount and unit.
  func toll(_ toll: String, amount: String) -> String

  /// Several names as one.
  func list(_ names: [String]) -> String
  /// A key of a path in words; `nil` for the key as it is.
  func word(for key: String) -> String?
  /// Between the parts of the name of a number.
  var comma: String { get }
}

/// How the offers of rounds in which nothing was new were answered.
package enum Repetition: Sendable {
  /// All refused, for the same reasons as before.
  case refused
  /// Some accepted, as before.
  case answered
  /// Nobody had to judge.
  case offered
}

/// What no agreement is worth to a party in a run, and how it may move.
struct Standing: Sendable {
  var reservation: String
  /// `nil` when delay costs nothing.
  var costOfDelay: String?
  var willingness: String
  var hasVeto: Bool
}

/// Who meets in a forum, how and when.
struct Sittings: Sendable {
  var members: [String]
  var mediators: [String]
  /// The name of the protocol in files.
  var rules: String
  var every: Int
  var first: Int
}

/// Where a deal was struck, and whose text it was.
struct AgreedPlace: Sendable {
  /// `nil` when there is only one forum.
  var forum: String?
  var mediator: String?
  /// Whose own offer it was, when it was no mediator's text.
  var party: String?
}
