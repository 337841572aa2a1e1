import Randomness

/// A scenario made ready to be negotiated, and one run of it at a time.
///
/// One is made per worker and used for run after run; after the first run nothing is allocated any
/// more. Run number n of a seed is the same run wherever and after whatever it is played:
/// everything random comes from streams keyed by (seed, run, path).
public final class Negotiation {
  /// The scenario as it was when the negotiation was made.
  public let scenario: Scenario
  /// The run that was played last.
  public internal(set) var record: RunRecord

  let layout: IssueLayout
  let issueCount: Int
  let arena = Arena()
  let dice: Dice
  /// The numbers as drawn, and as events have changed them.
  let drawn: Lane<Double>
  let numbers: Lane<Double>
  /// Per parameter: the quantile at which it is held in all runs, or NaN where it is drawn.
  let levels: Lane<Double>
  /// What is held at a value in all runs; usually nothing.
  var fixedNumbers: [FixedNumber] = []
  let partyPlans: Lane<PartyPlan>
  let mediatorPlans: Lane<MediatorPlan>
  let forumPlans: Lane<ForumPlan>
  let parties: Lane<PartyState>
  let tactics: Lane<TacticPlan>
  /// The user's own tactics, which are called through their protocol.
  let customTactics: [any BiddingTactic]
  let rules: Lane<AcceptanceRule>
  let mediators: Lane<MediatorState>
  let forums: Lane<ForumState>
  let course: Lane<Course>
  /// Of the first rounds.
  let clocks: Lane<RoundClock>
  /// Texts that each mediator tabled, offers and texts made in each forum.
  let mediatorTexts: Lane<Int>
  let forumTexts: Lane<Int>
  let effects: EffectBook
  let zone: ZoneSearch
  let similarity: Similarity
  let tieDraw: TieDraw
  /// One, in a lane so that it is worked on in place.
  let drafts: Lane<TextDraft>
  let concession: ConcessionSearch
  /// Per issue: the option it is locked to in this run, or -1.
  let locked: Lane<Int>
  /// The same without what is held because its stage of the agenda is still to come; settled issues
  /// included.
  let bound: Lane<Int>
  let stages: StageBook
  /// Per slot: scratch for scores.
  let slotScores: Lane<Int32>
  /// Per party: scratch for what a text is worth.
  let worths: Lane<Double>
  /// `meets[m * P + i]`: whether mediator m and party i share a forum.
  let meets: Lane<Bool>
  /// `distances[a * M + b]`: the share of the issues on which mediators a and b, b < a, prefer
  /// different options.
  let distances: Lane<Double>
  /// What is agreed, or judged outside the forum.
  let deal: Lane<UInt8>
  /// The interim deal that holds, if there is one.
  let inForce: Lane<UInt8>
  let vetoes: UInt32
  /// Whether some mediator learns from offers.
  let hasLearners: Bool
  let key: Lane<RunKey>
  let eventRates: Lane<Int>
  let eventIsOnce: Lane<Bool>
  /// Per event: where its progress rate is kept, or -1; empty when no event has one.
  let eventProgressRates: Lane<Int>
  let home: HomeFront
  let phases: PhasePlan
  let stopWatch: StopWatch
  /// What says whether to stop; see `heed(_:)`.
  var shouldStop: (() -> Bool)?

  /// What its lanes take, in bytes.
  package var bytes: Int { arena.bytes }

  var partyCount: Int { parties.count }
  var mediatorCount: Int { mediators.count }
  var draft: TextDraft {
    @inline(__always) _read { yield drafts[0] }
    @inline(__always) _modify { yield &drafts[0] }
  }

  /// Lays out the memory for one run after another.
  ///
  /// Memory: O(sqrt N) per party for N outcomes; `NegotiationSize` tells it beforehand.
  /// - Throws: ``NegotiationFault`` when the outcome space is too large.
  public convenience init(_ scenario: Scenario) throws(NegotiationFault) {
    try self.init(scenario, searching: true)
  }

  /// - Parameter searching: false where nobody is going to offer anything, so that nothing need be
  ///   kept sorted: for questions about the numbers before the first round. Such a negotiation
  ///   cannot be run.
  init(_ scenario: Scenario, searching: Bool) throws(NegotiationFault) {
    // Before any memory is laid out.
    let size = searching ? try NegotiationSize(of: scenario) : nil
    guard let layout = IssueLayout(issues: scenario.issues) else { throw .tooManyOutcomes }
    self.scenario = scenario
    self.layout = layout
    issueCount = layout.optionCounts.count
    let arena = self.arena
    let partyCount = scenario.parties.count
    dice = Dice(scenario)
    drawn = arena.lane(scenario.parameters.count, of: 0)
    numbers = arena.lane(scenario.parameters.count, of: 0)
    levels = arena.lane(scenario.parameters.count, of: .nan)
    var customTactics: [any BiddingTactic] = []
    let tactics = scenario.parties.map { TacticPlan($0.tactic, customs: &customTactics, arena: arena) }
    self.tactics = arena.lane(tactics)
    self.customTactics = customTactics
    partyPlans = arena.lane(scenario.parties.map { PartyPlan($0) })
    mediatorPlans = arena.lane(scenario.mediators.map { MediatorPlan($0, arena: arena) })
    forumPlans = arena.lane(scenario.forums.map { ForumPlan($0, arena: arena) })
    let hypotheses = BayesianHypotheses(layout: layout, arena: arena)
    parties = arena.lane(
      zip(scenario.parties, tactics).map {
        PartyState(
          $0, tactic: $1, layout: layout, hypotheses: hypotheses, parties: partyCount,
          rounds: scenario.rounds,
          forums: scenario.forums.count, searching: searching, arena: arena)
      })
    rules = arena.lane(scenario.parties.map { AcceptanceRule($0.acceptance, arena: arena) })
    mediators = arena.lane(
      scenario.mediators.map {
        MediatorState($0, layout: layout, hypotheses: hypotheses, parties: partyCount, arena: arena)
      })
    forums = arena.lane(
      scenario.forums.map {
        ForumState(
          forum: $0, parties: scenario.parties, issues: layout.optionCounts.count, arena: arena)
      })
    course = arena.lane(1, of: Course())
    let rounds = scenario.rounds
    clocks = arena.lane((0..<min(rounds, RoundClock.mostKept)).map { RoundClock(round: $0, of: rounds) })
    mediatorTexts = arena.lane(scenario.mediators.count, of: 0)
    forumTexts = arena.lane(scenario.forums.count, of: 0)
    effects = EffectBook(scenario, arena: arena)
    zone = ZoneSearch(scenario, layout: layout, arena: arena)
    similarity = Similarity(layout: layout, arena: arena)
    tieDraw = TieDraw(scenario.issues, layout: layout, arena: arena)
    drafts = arena.lane(1, of: TextDraft(layout: layout, parties: partyCount, arena: arena))
    concession = ConcessionSearch(layout: layout, parties: partyCount, arena: arena)
    let locked = arena.lane(layout.optionCounts.count, of: -1)
    self.locked = locked
    stages = StageBook(scenario, parties: parties, layout: layout, arena: arena)
    bound = stages.isStaged ? arena.lane(layout.optionCounts.count, of: -1) : locked
    slotScores = arena.lane(layout.slotCount, of: 0)
    worths = arena.lane(partyCount, of: 0)
    meets = arena.lane(
      scenario.mediators.indices.flatMap { mediator in
        scenario.parties.indices.map { party in
          scenario.forums.contains { $0.mediators.contains(mediator) && $0.members.contains(party) }
        }
      })
    distances = arena.lane(scenario.mediators.count * scenario.mediators.count, of: 0)
    deal = arena.lane(layout.optionCounts.count, of: 0)
    inForce = arena.lane(layout.optionCounts.count, of: 0)
    key = arena.lane(1, of: RunKey())
    eventRates = arena.lane(scenario.events.map(\.rate.index))
    eventIsOnce = arena.lane(scenario.events.map(\.once))
    hasLearners = scenario.mediators.contains { $0.estimates != nil }
    eventProgressRates = arena.lane(scenario.progressRates)
    home = HomeFront(scenario, layout: layout, arena: arena)
    phases = PhasePlan(scenario, layout: layout, arena: arena)
    stopWatch = StopWatch(roundSteps: size?.roundSteps ?? 0)
    vetoes = scenario.parties.indices.reduce(0) {
      $0 | (scenario.parties[$1].hasVeto ? 1 << UInt32($1) : 0)
    }
    record = RunRecord(
      issues: layout.optionCounts.count, parties: partyCount, mediators: scenario.mediators.count,
      forums: scenario.forums.count, phases: scenario.implementation?.phases.count ?? 0)
  }

  /// Plays run number `run` of `seed`; the result is in ``record``.
  /// - Parameters:
  ///   - run: the number of the run.
  ///   - seed: what all runs of a simulation have in common.
  ///   - lookingForZone: whether to find out, should it end without agreement, if there was a zone.
  /// - Returns: whether it came to its end; false only where somebody whom it heeds (`heed(_:)`)
  ///   wanted to stop. What is in the record of a run that was broken off means nothing.
  @discardableResult
  public func run(_ run: UInt32, seed: UInt64, lookingForZone: Bool = false) -> Bool {
    var nobody = NoObserver()
    begin(run: run, seed: seed, lookingForZone: lookingForZone)
    if !course[0].isBrokenOff { play(&nobody) }
    record.take(course[0], mediatorTexts: mediatorTexts, forumTexts: forumTexts)
    return !course[0].isBrokenOff
  }

  /// Plays a run and tells an observer what happens.
  @discardableResult
  public func run<Observer: TalksObserver>(
    _ run: UInt32, seed: UInt64, lookingForZone: Bool = false, observer: inout Observer
  ) -> Bool {
    begin(run: run, seed: seed, lookingForZone: lookingForZone)
    if !course[0].isBrokenOff { play(&observer) }
    record.take(course[0], mediatorTexts: mediatorTexts, forumTexts: forumTexts)
    return !course[0].isBrokenOff
  }

  /// The value of a parameter in the run played last, as events left it.
  package func value(of id: ParameterID) -> Double { numbers[id.index] }

  /// What an outcome is worth to a party in the run played last, undiscounted.
  package func utility(of options: [Int], to party: Int) -> Double {
    for k in options.indices { deal[k] = UInt8(truncatingIfNeeded: options[k]) }
    return parties[party].whole.utility(deal)
  }
}
