import Randomness

/// The mediators of one run: what each knows and wants, what leverage they bring to bear, and the
/// draft that they work on.
///
/// They see the parties as the parties are; what of that a mediator may know is the matter of its
/// estimates.
final class Mediators {
  struct Memory: BitwiseCopyable {
    /// Whether carrots, sticks and efforts are to be found anew, and the distances between
    /// preferred texts.
    var leverageIsStale = true
    var distancesAreStale = true
    /// Sum over mediators of facilitation times mean trust: what brings suspended talks back.
    var effort = 0.0
    /// Drafts of the run that were made, and those that would have come to what they were before.
    var drafts = (made: 0, kept: 0)
  }

  let plans: Lane<MediatorPlan>
  let states: Lane<MediatorState>
  let numbers: RunNumbers
  let events: EventBook
  let agenda: Agenda
  let parties: Lane<Seat>
  let home: HomeFront
  /// Per party: where its overstatement is kept, or -1.
  let overstatements: Lane<Int>
  /// Mediators who coordinate, forum by forum; `benchOf[m * F + f]` is the place of that of
  /// mediator m in forum f, or -1.
  let benches: Lane<JointBench>
  let benchOf: Lane<Int>
  let benchViews: StageViews
  /// `benchTakeUps[b * P + i]`: how much trust it takes until party i takes up a text of bench b.
  let benchTakeUps: [StreamID]
  /// Per party: standard errors of a bench, slot by slot, then that of the reservation.
  let pooled: Lane<Double>
  /// `tabled[m * F + f]`: the last text that mediator m tabled in forum f.
  let tabled: Lane<TabledText>
  /// The slots of a text that was answered to.
  let textSlots: Lane<Int>
  /// 1 / sqrt K: errors about K options add up to the one of an outcome.
  let rootOfIssues: Double
  /// Per slot: what names the option.
  let optionKeys: Lane<UInt64>
  /// `lastDrafts[m * F + f]`: what mediator m last drafted for forum f.
  let lastDrafts: Lane<LastDraft>
  let forumCount: Int
  /// Per party: how the mediator who drafts sees it.
  let beliefs: Lane<Belief>
  /// Texts that each has tabled.
  let texts: Lane<Int>
  /// `meets[m * P + i]`: whether mediator m and party i share a forum.
  let meets: Lane<Bool>
  /// `distances[a * M + b]`: how far what mediator a prefers is from what mediator b prefers.
  let distances: Lane<Double>
  /// Whether each uses leverage; of the round in which leverage was found last.
  let pulls: Lane<Bool>
  /// Mediators and parties in the order of their names, for sums over them.
  let byName: Lane<Int>
  let partiesByName: Lane<Int>
  let memory: Lane<Memory>
  let leverage: Leverage
  /// Where the cost of incoherence and the width of first estimates are kept.
  let incoherence: Int
  let noise: Int
  /// Where the share of first errors that stays is kept, or -1.
  let floor: Int
  /// Where allegiance and suspicion are kept, or -1.
  let allegiance: Int
  let suspicion: Int
  /// Whether some mediator learns from offers.
  let hasLearners: Bool
  /// Per mediator, per party: errors of estimates.
  let estimateStreams: [[StreamID]]
  private let preferences: [Preferences]
  private let views: StageViews
  /// The text that a mediator works on.
  let draft: TextDraft
  /// What they have ready.
  let prepared: PreparedTexts
  /// What holds now, and on issues without a status quo what is drawn for the run.
  let statusQuo: Lane<UInt8>
  /// Per slot: which of several changes that better a text as much a mediator makes in this run.
  private let ties: Lane<UInt64>
  private let optionDraw: NamedDraw

  init(
    _ scenario: Scenario, numbers: RunNumbers, events: EventBook, agenda: Agenda, parties: Lane<Seat>,
    home: HomeFront,
    hypotheses: BayesianHypotheses, arena: Arena
  ) {
    self.numbers = numbers
    self.events = events
    self.agenda = agenda
    self.parties = parties
    self.home = home
    let layout = agenda.layout
    let count = scenario.mediators.count
    plans = arena.lane(scenario.mediators.map { MediatorPlan($0, arena: arena) })
    states = arena.lane(
      scenario.mediators.map {
        MediatorState($0, layout: layout, hypotheses: hypotheses, parties: parties.count, arena: arena)
      })
    preferences = scenario.mediators.map(\.preferences)
    views = StageViews(preferences, agenda: agenda, arena: arena)
    forumCount = scenario.forums.count
    let joint = Self.benches(of: scenario, layout: layout, arena: arena)
    benches = arena.lane(joint.benches)
    benchOf = arena.lane(joint.benchOf)
    benchViews = StageViews(joint.preferences, agenda: agenda, arena: arena)
    benchTakeUps = joint.takeUps
    pooled = arena.lane(joint.benches.isEmpty ? 0 : parties.count * (layout.slotCount + 1), of: 0)
    tabled = arena.lane(
      (0..<count * forumCount).map { _ in TabledText(issues: layout.optionCounts.count, arena: arena) })
    textSlots = arena.lane(layout.optionCounts.count, of: 0)
    rootOfIssues = 1 / Double(layout.optionCounts.count).squareRoot()
    optionKeys = arena.lane(
      scenario.issues.flatMap { issue in
        let path = StreamID("issues.\(issue.name)")
        return issue.options.map { path.child($0.name).value }
      })
    beliefs = arena.lane(parties.count, of: Belief())
    lastDrafts = arena.lane(
      (0..<count * forumCount).map { _ in
        LastDraft(issues: layout.optionCounts.count, parties: parties.count, arena: arena)
      })
    texts = arena.lane(count, of: 0)
    meets = arena.lane(
      scenario.mediators.indices.flatMap { mediator in
        scenario.parties.indices.map { party in
          scenario.forums.contains { $0.mediators.contains(mediator) && $0.members.contains(party) }
        }
      })
    distances = arena.lane(count * count, of: 0)
    pulls = arena.lane(count, of: false)
    memory = arena.lane(1, of: Memory())
    leverage = Leverage(
      carrots: arena.lane(parties.count, of: 0), sticks: arena.lane(parties.count, of: 0))
    incoherence = scenario.mediation.incoherence.index
    noise = scenario.mediation.noise.index
    floor = scenario.mediation.floor?.index ?? -1
    allegiance = scenario.mediation.allegiance?.index ?? -1
    suspicion = scenario.mediation.suspicion?.index ?? -1
    overstatements = arena.lane(scenario.parties.map { $0.overstatement?.index ?? -1 })
    hasLearners = scenario.mediators.contains { $0.estimates != nil }
    estimateStreams = scenario.mediators.map { mediator in
      scenario.parties.map { StreamID("mediators.\(mediator.name).toward.\($0.name).estimate") }
    }
    byName = arena.lane(NameOrder.places(of: scenario.mediators.map(\.name)))
    partiesByName = arena.lane(NameOrder.places(of: scenario.parties.map(\.name)))
    draft = TextDraft(layout: layout, parties: parties.count, arena: arena)
    prepared = PreparedTexts(scenario, numbers: numbers, agenda: agenda, arena: arena)
    statusQuo = arena.lane(layout.statusQuo.map { UInt8(truncatingIfNeeded: max($0, 0)) })
    ties = draft.ties
    optionDraw = NamedDraw(words: layout.names, arena: arena)
  }

  var count: Int { states.count }

  /// Begins a run.
  func begin() {
    memory[0] = Memory()
    texts.fill(0)
    if count > 0 { draw() }
    for mediator in 0..<count {
      takeView(mediator)
      prepare(mediator)
      states[mediator].error.fill(1)
      states[mediator].model.reset()
      states[mediator].hasNoise = false
      forgetTexts(mediator)
    }
    prepared.reset()
    beginBenches()
  }

  /// Draws what decides where preferences do not.
  private func draw() {
    let (layout, ties) = (agenda.layout, ties)
    let draw = numbers.chance(numbers.dice.textTies, at: 0)
    for slot in 0..<layout.slotCount { ties[slot] = optionDraw.lot(of: slot, draw) }
    let start = numbers.chance(numbers.dice.textStart, at: 0)
    for k in 0..<statusQuo.count where layout.statusQuo[k] < 0 {
      statusQuo[k] = UInt8(truncatingIfNeeded: leastLot(of: k, start))
    }
  }

  /// The option of an issue that a draw falls on.
  func leastLot(of k: Int, _ draw: Double) -> Int {
    let slots = agenda.layout.offsets[k]..<agenda.layout.offsets[k] + agenda.layout.optionCounts[k]
    return (optionDraw.one(of: slots, draw) ?? slots.lowerBound) - slots.lowerBound
  }

  /// Turns to the stage that the agenda has come to: what was learnt and tabled before says nothing
  /// about it.
  func turnToStage() {
    memory[0].leverageIsStale = true
    for mediator in 0..<count {
      takeView(mediator)
      prepare(mediator)
      states[mediator].model.reset()
      forgetTexts(mediator)
    }
    prepared.reset()
    turnBenchesToStage()
  }

  /// Recomputes what outcomes are worth to a mediator.
  func prepare(_ mediator: Int) {
    let layout = agenda.layout
    let state = states[mediator]
    state.table.fill(
      from: views.view(of: mediator, at: agenda.stage)?.preferences ?? preferences[mediator],
      numbers: numbers.current, layout: layout)
    for k in 0..<agenda.issueCount {
      let slots = layout.offsets[k]..<layout.offsets[k] + layout.optionCounts[k]
      var (least, most) = (Double.infinity, -Double.infinity)
      for slot in slots {
        least = min(least, state.table.worth[slot])
        most = max(most, state.table.worth[slot])
      }
      let prefers = UtilityGrid.exceeds(most, least)
      for slot in slots {
        state.preferred[slot] = prefers && UtilityGrid.reaches(state.table.worth[slot], most)
      }
    }
    states[mediator].most = state.table.mostUtility(of: state.table.worth)
    memory[0].distancesAreStale = true
    forgetDrafts()
  }

  /// What outcomes are worth to somebody has changed: what was drafted from it has to be drafted
  /// anew.
  func forgetDrafts() {
    for place in 0..<lastDrafts.count { lastDrafts[place].forget() }
  }

  /// Each mediator of a forum talks to its members: its error about them shrinks by
  /// `1 - f * trust`.
  @inline(__always)
  func meet(_ forum: ForumPlan) {
    for mediator in forum.mediators {
      let plan = plans[mediator]
      let strength = numbers[plan.facilitate.index]
      guard strength > 0 else { continue }
      for party in forum.members {
        states[mediator].error[party] *= 1 - strength * numbers[plan.toward[party].trust.index]
      }
    }
  }

  /// The mediators of a forum that learn from offers learn from one.
  func hear(_ offer: Lane<UInt8>, of party: Int, in forum: ForumPlan, time: Double) {
    for mediator in forum.mediators {
      states[mediator].model.learn(offer, from: party, time: time, layout: agenda.layout)
    }
  }

  private func takeView(_ mediator: Int) {
    guard agenda.isStaged else { return }
    states[mediator].table =
      views.view(of: mediator, at: agenda.stage)?.table ?? states[mediator].whole
  }

  /// What was learnt from answers and tabled so far counts no longer.
  private func forgetTexts(_ mediator: Int) {
    states[mediator].corrections.fill(0)
    for forum in 0..<forumCount { tabled[mediator * forumCount + forum].forget() }
  }
}
