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
  let partyPlans: Lane<PartyPlan>
  /// Mediators who coordinate, forum by forum; `benchOf[m * F + f]` is the place of that of mediator
  /// m in forum f, or -1.
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
  /// `distances[a * M + b]`: the share of the issues on which mediators a and b, b < a, prefer
  /// different options.
  let distances: Lane<Double>
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
  /// What holds now, and the first option of issues without a status quo.
  let statusQuo: Lane<UInt8>

  init(
    _ scenario: Scenario, numbers: RunNumbers, events: EventBook, agenda: Agenda, parties: Lane<Seat>,
    hypotheses: BayesianHypotheses, arena: Arena
  ) {
    self.numbers = numbers
    self.events = events
    self.agenda = agenda
    self.parties = parties
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
    memory = arena.lane(1, of: Memory())
    leverage = Leverage(
      carrots: arena.lane(parties.count, of: 0), sticks: arena.lane(parties.count, of: 0))
    incoherence = scenario.mediation.incoherence.index
    noise = scenario.mediation.noise.index
    floor = scenario.mediation.floor?.index ?? -1
    allegiance = scenario.mediation.allegiance?.index ?? -1
    suspicion = scenario.mediation.suspicion?.index ?? -1
    partyPlans = arena.lane(scenario.parties.map { PartyPlan($0) })
    hasLearners = scenario.mediators.contains { $0.estimates != nil }
    estimateStreams = scenario.mediators.map { mediator in
      scenario.parties.map { StreamID("mediators.\(mediator.name).toward.\($0.name).estimate") }
    }
    draft = TextDraft(layout: layout, parties: parties.count, arena: arena)
    statusQuo = arena.lane(layout.statusQuo.map { UInt8(truncatingIfNeeded: max($0, 0)) })
  }

  var count: Int { states.count }

  /// Begins a run.
  func begin() {
    memory[0] = Memory()
    texts.fill(0)
    for mediator in 0..<count {
      takeView(mediator)
      prepare(mediator)
      states[mediator].error.fill(1)
      states[mediator].model.reset()
      states[mediator].hasNoise = false
      forgetTexts(mediator)
    }
    beginBenches()
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
      let offset = layout.offsets[k]
      var best = 0
      for option in 1..<layout.optionCounts[k]
      where state.table.worth[offset + option] > state.table.worth[offset + best] { best = option }
      state.preferred[k] = best
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
