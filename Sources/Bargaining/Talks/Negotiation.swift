/// A scenario made ready to be negotiated, and one run of it at a time.
///
/// One is made per worker and used for run after run; after the first run nothing is allocated any more. Run number n of
/// a seed is the same run wherever and after whatever it is played: everything random comes from streams keyed by
/// (seed, run, path).
public final class Negotiation {
  public let scenario: Scenario
  /// The run that was played last.
  public internal(set) var record: RunRecord

  let layout: IssueLayout
  let issueCount: Int
  let arena = Arena()
  let numbers: RunNumbers
  let partyPlans: Lane<PartyPlan>
  let forumPlans: Lane<ForumPlan>
  let parties: Lane<PartyState>
  let tactics: Lane<TacticPlan>
  /// The user's own tactics, which are called through their protocol.
  let customTactics: [any BiddingTactic]
  let rules: Lane<AcceptanceRule>
  let mediators: Mediators
  let forums: Lane<ForumState>
  let course: Lane<Course>
  /// Of the first rounds.
  let clocks: Lane<RoundClock>
  /// Offers and texts made in each forum.
  let forumTexts: Lane<Int>
  let events: EventBook
  let zone: ZoneWatch
  let similarity: Similarity
  let tieDraw: TieDraw
  let concession: ConcessionSearch
  let agenda: Agenda
  /// How the parties see its stages, and what they look for outcomes by in the end; empty for a package.
  let views: StageViews
  let searches: [OutcomeSearch]
  /// Per slot: scratch for scores.
  let slotScores: Lane<Int32>
  /// Per party: scratch for what a text is worth.
  let worths: Lane<Double>
  let vetoes: UInt32
  let home: HomeFront
  let phases: PhasePlan
  let stopWatch: StopWatch

  /// What its lanes take, in bytes.
  package var bytes: Int { arena.bytes }

  var partyCount: Int { parties.count }

  /// Lays out the memory for one run after another.
  ///
  /// Memory: O(sqrt N) per party for N outcomes; `NegotiationSize` tells it beforehand.
  /// - Throws: ``NegotiationFault`` when the outcome space is too large.
  public convenience init(_ scenario: Scenario) throws(NegotiationFault) {
    try self.init(scenario, searching: true)
  }

  /// - Parameter searching: false where nobody is going to offer anything, so that nothing need be kept sorted: for questions about the
  ///   numbers before the first round. Such a negotiation cannot be run.
  init(_ scenario: Scenario, searching: Bool) throws(NegotiationFault) {
    // Before any memory is laid out.
    let size = searching ? try NegotiationSize(of: scenario) : nil
    guard let layout = IssueLayout(issues: scenario.issues) else { throw .tooManyOutcomes }
    self.scenario = scenario
    self.layout = layout
    issueCount = layout.optionCounts.count
    let arena = self.arena
    let partyCount = scenario.parties.count
    numbers = RunNumbers(scenario, arena: arena)
    var customTactics: [any BiddingTactic] = []
    let tactics = scenario.parties.map { TacticPlan($0.tactic, customs: &customTactics, arena: arena) }
    self.tactics = arena.lane(tactics)
    self.customTactics = customTactics
    partyPlans = arena.lane(scenario.parties.map { PartyPlan($0) })
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
    forums = arena.lane(
      scenario.forums.map {
        ForumState(
          forum: $0, parties: scenario.parties, issues: layout.optionCounts.count, arena: arena)
      })
    course = arena.lane(1, of: Course())
    let rounds = scenario.rounds
    clocks = arena.lane((0..<min(rounds, RoundClock.mostKept)).map { RoundClock(round: $0, of: rounds) })
    forumTexts = arena.lane(scenario.forums.count, of: 0)
    events = EventBook(scenario, arena: arena)
    similarity = Similarity(layout: layout, arena: arena)
    tieDraw = TieDraw(scenario.issues, layout: layout, arena: arena)
    concession = ConcessionSearch(layout: layout, parties: partyCount, arena: arena)
    agenda = Agenda(scenario, layout: layout, arena: arena)
    views = StageViews(scenario.parties.map(\.preferences), agenda: agenda, searchable: searching, arena: arena)
    let parties = self.parties
    stopWatch = StopWatch(roundSteps: size?.roundSteps ?? 0)
    zone = ZoneWatch(scenario, agenda: agenda, parties: parties, stopWatch: stopWatch, arena: arena)
    searches = agenda.isStaged ? (0..<partyCount).map { parties[$0].search } : []
    mediators = Mediators(
      scenario, numbers: numbers, agenda: agenda, parties: parties, hypotheses: hypotheses, arena: arena)
    slotScores = arena.lane(layout.slotCount, of: 0)
    worths = arena.lane(partyCount, of: 0)
    home = HomeFront(scenario, layout: layout, arena: arena)
    phases = PhasePlan(scenario, layout: layout, arena: arena)
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
  /// - Returns: whether it came to its end; false only where somebody whom it heeds (``heed(_:)``) wanted to stop. What is in the record of
  ///   a run that was broken off means nothing.
  @discardableResult
  public func run(_ run: UInt32, seed: UInt64, lookingForZone: Bool = false) -> Bool {
    var nobody = NoObserver()
    begin(run: run, seed: seed, lookingForZone: lookingForZone)
    if !stopWatch.isBrokenOff { play(&nobody) }
    record.take(course[0], mediatorTexts: mediators.texts, forumTexts: forumTexts)
    return !stopWatch.isBrokenOff
  }

  /// Plays a run and tells an observer what happens.
  @discardableResult
  public func run<Observer: TalksObserver>(
    _ run: UInt32, seed: UInt64, lookingForZone: Bool = false, observer: inout Observer
  ) -> Bool {
    begin(run: run, seed: seed, lookingForZone: lookingForZone)
    if !stopWatch.isBrokenOff { play(&observer) }
    record.take(course[0], mediatorTexts: mediators.texts, forumTexts: forumTexts)
    return !stopWatch.isBrokenOff
  }

  /// The value of a parameter in the run played last, as events left it.
  public func value(of id: ParameterID) -> Double { numbers[id.index] }

  /// What an outcome is worth to a party in the run played last, undiscounted.
  public func utility(of options: [Int], to party: Int) -> Double {
    for k in options.indices { agenda.deal[k] = UInt8(truncatingIfNeeded: options[k]) }
    return parties[party].whole.utility(agenda.deal)
  }
}
