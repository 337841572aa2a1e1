/// The parties of one run, each on its seat: what they want, where they stand, what they would
/// offer, what they have heard.
///
/// What lies on the tables of the forums they see, as far as their rules let them, and never
/// change.
final class Seats {
  let parties: Lane<Seat>
  let plans: Lane<PartyPlan>
  let tactics: Lane<TacticPlan>
  /// Owns the rules that `tactics` refers to.
  private let tacticRules: [SeatTactic]
  let rules: Lane<AcceptanceRule>
  let tables: Lane<ForumState>
  let forums: Lane<ForumPlan>
  let numbers: RunNumbers
  let agenda: Agenda
  let course: Course
  let aftermath: Aftermath
  let home: HomeFront
  let layout: IssueLayout
  let issueCount: Int
  /// Per issue: by how much the next option raises the rank of an outcome.
  private let strides: Lane<UInt64>
  /// The parties in the order of their names, for what depends on an order and has none.
  let byName: Lane<Int>
  /// Bits of the parties whose consent a deal needs.
  let vetoes: UInt32
  private let anchors: Anchors
  let similarity: Similarity
  let tieDraw: TieDraw
  let concession: ConcessionSearch
  /// What each wants in the end, how it sees the stages of the agenda, and what it looks for
  /// outcomes by in the end; the last for stages alone.
  let preferences: [Preferences]
  private let views: StageViews
  private let searches: [OutcomeSearch]
  /// Per slot: scratch for scores.
  let slotScores: Lane<Int32>
  /// Scratch for an outcome that is judged.
  let judged: Lane<UInt8>
  /// Scratch for an offer that is amended.
  let amended: Lane<UInt8>

  init(
    _ scenario: Scenario, numbers: RunNumbers, agenda: Agenda, course: Course, home: HomeFront,
    hypotheses: BayesianHypotheses,
    searching: Bool, arena: Arena
  ) {
    self.numbers = numbers
    self.agenda = agenda
    self.course = course
    self.home = home
    let layout = agenda.layout
    self.layout = layout
    issueCount = layout.optionCounts.count
    strides = arena.lane(layout.space.strides)
    var tacticRules: [SeatTactic] = []
    let tactics = scenario.parties.map { TacticPlan($0.tactic, rules: &tacticRules, arena: arena) }
    self.tactics = arena.lane(tactics)
    self.tacticRules = tacticRules
    let mostOffers = Int(min(UInt64(scenario.rounds * scenario.forums.count), layout.space.count))
    // Tactics that walk through a list of outcomes have their own ways of coming back to one.
    let keepsOffers = scenario.parties.indices.map { party in
      scenario.parties[party].offer != .lowest && tactics[party].needs.isDisjoint(with: [.ledger, .offers])
        && scenario.forums.contains { !$0.mediators.isEmpty && $0.members.contains(party) }
    }
    let parties = arena.lane(
      scenario.parties.indices.map {
        Seat(
          scenario.parties[$0], tactic: tactics[$0], layout: layout, hypotheses: hypotheses,
          parties: scenario.parties.count, mostOffers: mostOffers, searching: searching,
          keepsOffers: keepsOffers[$0], arena: arena)
      })
    self.parties = parties
    forums = arena.lane(
      scenario.forums.enumerated().map { [numbers] place, forum in
        let streams = forum.mediators.map { numbers.dice.texts[$0 * scenario.forums.count + place] }
        return ForumPlan(forum, formulation: streams, arena: arena)
      })
    tables = arena.lane(
      scenario.forums.map {
        ForumState(forum: $0, parties: scenario.parties, issues: layout.optionCounts.count, arena: arena)
      })
    aftermath = Aftermath(
      scenario, parties: parties, numbers: numbers, course: course, layout: layout, arena: arena)
    plans = arena.lane(zip(scenario.parties, keepsOffers).map { PartyPlan($0, keepsOffers: $1) })
    rules = arena.lane(scenario.parties.map { AcceptanceRule($0.acceptance, arena: arena) })
    byName = arena.lane(NameOrder.places(of: scenario.parties.map(\.name)))
    vetoes = scenario.vetoes
    anchors = Anchors(scenario, layout: layout, arena: arena)
    similarity = Similarity(layout: layout, arena: arena)
    tieDraw = TieDraw(layout: layout, arena: arena)
    concession = ConcessionSearch(layout: layout, parties: parties.count, arena: arena)
    preferences = scenario.parties.map(\.preferences)
    views = StageViews(preferences, agenda: agenda, searchable: searching, arena: arena)
    searches = agenda.isStaged ? parties.map { $0.worth.search } : []
    slotScores = arena.lane(layout.slotCount, of: 0)
    judged = arena.lane(layout.optionCounts.count, of: 0)
    amended = arena.lane(layout.optionCounts.count, of: 0)
  }

  var count: Int { parties.count }

  /// Begins a run, unless it is broken off meanwhile.
  func begin() {
    if agenda.isStaged { takeViews() }
    for party in 0..<count {
      if course.stopWatch.stopsBetweenTurns() { return }
      prepare(party)
      parties[party].standing.begin()
      parties[party].standing.aspiration = parties[party].worth.best
      forgetOffers(party)
    }
  }

  /// The parties turn to the stage that the agenda has come to, and make a fresh start.
  func turnToStage() {
    takeViews()
    for party in 0..<count {
      prepare(party)
      parties[party].standing.forgetDemand()
      parties[party].standing.forgetHope()
      parties[party].standing.aspiration = parties[party].worth.best
      forgetOffers(party)
    }
  }

  /// Recomputes what outcomes are worth to a party, at the start or after an event changed its
  /// preferences.
  func prepare(_ party: Int) {
    let worth = parties[party].worth
    let view = views.view(of: party, at: agenda.stage)
    fill(worth.table, from: view?.preferences ?? preferences[party])
    if agenda.isStaged { fill(worth.whole, from: preferences[party]) }
    parties[party].worth.prepare(locked: agenda.locked)
    parties[party].desk.forgetFound()
    for other in 0..<count { parties[other].desk.offerKnownIn = -1 }
  }

  private func fill(_ table: UtilityTable, from preferences: Preferences) {
    table.fill(from: preferences, numbers: numbers.current, layout: layout)
    anchors.charge(table.worth, numbers.current)
  }

  private func takeViews() {
    for party in 0..<count {
      let view = views.view(of: party, at: agenda.stage)
      parties[party].worth.table = view?.table ?? parties[party].worth.whole
      parties[party].worth.search = view?.search ?? searches[party]
    }
  }

  /// Everybody's offers so far count no longer.
  private func forgetOffers(_ party: Int) {
    parties[party].desk.forgetOffers()
    parties[party].hearing.forget()
  }

  /// The rank of an outcome.
  func rank(of options: Lane<UInt8>) -> UInt64 {
    let strides = strides
    var rank: UInt64 = 0
    for k in 0..<strides.count { rank += UInt64(options[k]) * strides[k] }
    return rank
  }

  /// Mediators pull with so much from now on.
  func feel(_ leverage: Leverage) {
    for party in 0..<count {
      parties[party].standing.carrots = leverage.carrots[party]
      parties[party].standing.sticks = leverage.sticks[party]
    }
  }

  /// Those at a party's home turned the deal down, and it asks for a share of what they lacked.
  func learnAtHome(_ party: Int, lacking shortfall: Double, learning: Double) {
    guard learning > 0, shortfall < .infinity else { return }
    let worth = parties[party].worth.table.utility(agenda.deal)
    parties[party].standing.demand(worth + learning * shortfall)
  }

  /// An agreement is signed, or the run ends.
  func sign(_ party: Int) { parties[party].standing.sign() }

  /// Pain: the least of the parties' accumulated costs of delay.
  var leastDelay: Double {
    var least = Double.infinity
    for party in 0..<count { least = min(least, parties[party].standing.delay) }
    return least
  }
}

extension Scenario {
  /// Bits of the parties whose consent a deal needs.
  var vetoes: UInt32 { parties.indices.reduce(0) { $0 | (parties[$1].hasVeto ? .bit($1) : 0) } }
}
