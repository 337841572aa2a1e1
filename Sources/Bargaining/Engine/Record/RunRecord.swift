/// Whether an outcome that every party with a veto could accept, and every home would have let
/// pass, existed in some round of a run.
public enum Zone: Int, Sendable, Equatable, CaseIterable {
  /// In at least one round there was one; of a run that ended with an agreement, that is one.
  case exists
  /// Looked for in every round in which it could have changed, and never found.
  case none
  /// Not looked for (only some runs are asked, or the search gave up).
  case unknown
}

/// What one run leaves behind.
public struct RunRecord: Sendable, Equatable {
  /// The number of the run, from 0.
  public var run = 0
  /// Which of the models of the scenario it was played in; `nil` where there are none.
  package var model: Int?
  /// How the run ended.
  public var ending = Ending.outOfTime
  /// Of a run that ended ``Ending/outOfTime``: whether no deadline had come, so that the talks were
  /// still going on when one looked no longer. False in scenarios in which the window is the
  /// deadline.
  public var isStillTalking = false
  /// The round in which it ended, 0 … R-1; the last round played when time ran out. Of an interim
  /// deal that holds though the rest failed, the round in which it was agreed.
  public var round = 0
  /// The round in which a stage of the agenda was settled before the last; `nil` if none was.
  package var firstStage: Int?
  /// Rounds in which talks were active and a forum sat.
  public var roundsSat = 0
  /// The forum in which the agreement was reached; `nil` without agreement.
  public var forum: Int?
  /// The mediator whose text was agreed; `nil` if it was a party's own offer, or without agreement.
  public var mediator: Int?
  /// How often talks were suspended.
  public var suspensions = 0
  /// How often suspended talks resumed.
  public var resumptions = 0
  /// Rounds that talks spent suspended from beginning to end.
  public var roundsSuspended = 0
  /// The round in which suspended talks resumed for the first time; `nil` if they never did, or
  /// never were suspended.
  package var firstResumption: Int?
  /// Rounds that talks spent suspended before they resumed for the first time; all of
  /// ``roundsSuspended`` if they never did.
  package var roundsToResumption = 0
  /// One option per issue when ``ending`` is an agreement, else zeros.
  public var options: [UInt8]
  /// Per party: the utility of the agreement, or the no-agreement value in the last round; either
  /// discounted to round 0.
  public var utilities: [Double]
  /// Per party: `s_i = delta^t (U_i + K_i - r_i)` of the agreement, or 0: a gain over what no
  /// agreement was worth when it was signed. After an interim deal the first part of U counts from
  /// the round in which that was signed.
  public var surpluses: [Double]
  /// Per party: what it has in the end, carrots of an agreement included, above what no agreement
  /// was worth to it in the first round; negative where waiting has cost more than the end is
  /// worth.
  public var surplusesAtStart: [Double]
  /// Whether there was a zone of agreement in some round.
  public var zone = Zone.unknown
  /// Whether the run ended without agreement and its zone is one in name: in no round did an
  /// outcome that all could accept leave each party with a veto better off than no agreement, by
  /// more than 1e-12. Time-dependent tactics do not come down to such outcomes before the last
  /// round.
  public var zoneIsBare = false
  /// Why the run ended without agreement; `nil` of an agreement, and where ``zone`` is unknown.
  public var cause: FailureCause?
  /// Per party: deals that its home turned down.
  public var failedRatifications: [Int]
  /// Per phase of the scenario's ``Implementation``: what became of it.
  public var phases: [PhaseOutcome]
  /// Why the agreement was not carried out to its end; `nil` if it was, or without agreement.
  public var phaseFailure: PhaseFailure?
  /// Texts that each mediator tabled.
  public var mediatorTexts: [Int]
  /// Offers and texts made in each forum.
  public var forumTexts: [Int]

  /// Per toll of the scenario: what it comes to by the end of the window.
  package var tolls: [Double]

  init(issues: Int, parties: Int, mediators: Int, forums: Int, phases: Int, tolls: Int) {
    options = Array(repeating: 0, count: issues)
    utilities = Array(repeating: 0, count: parties)
    surpluses = utilities
    surplusesAtStart = utilities
    failedRatifications = Array(repeating: 0, count: parties)
    self.phases = Array(repeating: .notAgreed, count: phases)
    mediatorTexts = Array(repeating: 0, count: mediators)
    forumTexts = Array(repeating: 0, count: forums)
    self.tolls = Array(repeating: 0, count: tolls)
  }

  /// Back to what it is before a run.
  mutating func reset(run number: UInt32) {
    run = Int(number)
    ending = .outOfTime
    isStillTalking = false
    round = 0
    firstStage = nil
    roundsSat = 0
    forum = nil
    mediator = nil
    suspensions = 0
    resumptions = 0
    roundsSuspended = 0
    firstResumption = nil
    roundsToResumption = 0
    zone = .unknown
    zoneIsBare = false
    cause = nil
    phaseFailure = nil
    for i in failedRatifications.indices { failedRatifications[i] = 0 }
    for j in phases.indices { phases[j] = .notAgreed }
    for k in options.indices { options[k] = 0 }
    for m in mediatorTexts.indices { mediatorTexts[m] = 0 }
    for f in forumTexts.indices { forumTexts[f] = 0 }
  }

  /// Takes over what was counted while the rounds went on.
  mutating func take(_ course: Course.Counts, mediatorTexts texts: Lane<Int>, forumTexts offers: Lane<Int>) {
    roundsSat = course.roundsSat
    suspensions = course.suspensions
    resumptions = course.resumptions
    roundsSuspended = course.roundsSuspended
    firstResumption = course.firstResumption < 0 ? nil : course.firstResumption
    roundsToResumption = firstResumption == nil ? course.roundsSuspended : course.roundsToResumption
    for m in mediatorTexts.indices { mediatorTexts[m] = texts[m] }
    for f in forumTexts.indices { forumTexts[f] = offers[f] }
  }

  /// Phases carried out.
  public var phasesCompleted: Int { phases.reduce(0) { $1 == .completed ? $0 + 1 : $0 } }

  /// The last phase carried out; `nil` when none was.
  public var lastCompletedPhase: Int? { phases.lastIndex(of: .completed) }
}
