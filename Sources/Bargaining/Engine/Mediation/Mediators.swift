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
  let agenda: Agenda
  let parties: Lane<Seat>
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
    _ scenario: Scenario, numbers: RunNumbers, agenda: Agenda, parties: Lane<Seat>,
    hypotheses: BayesianHypotheses, arena: Arena
  ) {
    self.numbers = numbers
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

  private func forgetTexts(_ mediator: Int) {
    states[mediator].hasText = false
    states[mediator].textVotes = 0
  }
}
