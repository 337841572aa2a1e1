/// The forums of one run: what lies on their tables, who may speak when, and what is agreed there.
///
/// Each protocol is an extension in a file of its own.
final class ForumTable {
  let plans: Lane<ForumPlan>
  let states: Lane<ForumState>
  /// Offers and texts made in each forum.
  let texts: Lane<Int>
  let seats: Seats
  let parties: Lane<Seat>
  let mediators: Mediators
  let causes: CauseWatch
  let numbers: RunNumbers
  let agenda: Agenda
  let course: Course
  /// Bits of the parties whose consent a deal needs.
  let vetoes: UInt32
  /// Per party: scratch for what a text is worth.
  let worths: Lane<Double>
  /// Per mediator: whether it formulates a text in the sitting at hand.
  let formulates: Lane<Bool>
  /// In which order the forums sit this round, and what decides it.
  private let order: Lane<Int>
  private let forumDraw: NamedDraw
  /// What decides in which order mediators take their turns, and whose of several agreeable
  /// proposals is taken.
  private let mediatorDraw: NamedDraw
  let partyDraw: NamedDraw

  init(
    _ scenario: Scenario, seats: Seats, mediators: Mediators, causes: CauseWatch, arena: Arena
  ) {
    self.causes = causes
    self.seats = seats
    self.mediators = mediators
    plans = seats.forums
    states = seats.tables
    parties = seats.parties
    numbers = seats.numbers
    agenda = seats.agenda
    course = seats.course
    vetoes = seats.vetoes
    texts = arena.lane(plans.count, of: 0)
    worths = arena.lane(seats.count, of: 0)
    formulates = arena.lane(scenario.mediators.count, of: false)
    order = arena.lane(Array(0..<plans.count))
    forumDraw = NamedDraw(scenario.forums.map { "forums.\($0.name)" }, arena: arena)
    mediatorDraw = NamedDraw(scenario.mediators.map { "mediators.\($0.name)" }, arena: arena)
    partyDraw = NamedDraw(scenario.parties.map { "parties.\($0.name)" }, arena: arena)
  }

  var count: Int { plans.count }
  var issueCount: Int { agenda.issueCount }
  var stopWatch: StopWatch { course.stopWatch }

  /// Begins a run.
  func begin() {
    reset()
    texts.fill(0)
  }

  /// Nobody has offered anything yet, and there is no text.
  func reset() {
    for forum in 0..<count { states[forum].reset() }
  }

  /// The talks are suspended: nothing that was on the table stands any longer.
  func clear() {
    for forum in 0..<count { states[forum].clear() }
  }

  /// What stands is worth something else to a party whose preferences have changed.
  func revalue(_ party: Int) {
    for forum in 0..<count where states[forum].proposer >= 0 {
      states[forum].utilities[party] = parties[party].worth.table.utility(states[forum].standing)
    }
  }

  /// Every forum that sits in this round, in an order that is drawn, up to the first that agrees.
  /// What is agreed is in ``Agenda/deal``.
  func sit<Observer: TalksObserver>(_ observer: inout Observer) -> Deal? {
    let round = course.round
    course.beginSittings()
    var sat = false
    if count > 1 { drawOrder() }
    for place in 0..<count {
      let forum = order[place]
      guard plans[forum].rhythm.sits(in: round) else { continue }
      if !sat { course.countSitting() }
      sat = true
      if let deal = sit(forum, &observer) { return deal }
    }
    if sat { course.endSittings() }
    return nil
  }

  /// The order of this round, the same whatever order the rounds before had.
  private func drawOrder() {
    for forum in 0..<count { order[forum] = forum }
    forumDraw.shuffle(order, numbers.chance(numbers.dice.sittings, at: course.round))
  }

  /// The order of the mediators in a sitting, the same whenever it is drawn in a round.
  func drawTurns(_ forum: Int) {
    let plan = plans[forum]
    guard plan.drawsTurns else { return }
    plan.turns.copy(from: plan.mediators)
    mediatorDraw.shuffle(plan.turns, numbers.chance(numbers.dice.turns[forum], at: course.round))
  }

  /// One sitting of a forum: what its protocol says, then the mediators' texts.
  private func sit<Observer: TalksObserver>(_ forum: Int, _ observer: inout Observer) -> Deal? {
    let hasMediators = plans[forum].mediators.count > 0
    if hasMediators { mediators.meet(plans[forum]) }
    switch plans[forum].rules {
    case .alternating:
      if alternate(forum, &observer) { return Deal(forum: forum, mediator: -1) }
    case .shuttle:
      confide(forum, &observer)
    case .simultaneous:
      if proposeTogether(forum, &observer) { return Deal(forum: forum, mediator: -1) }
    case .singleText(let plan):
      drawTurns(forum)
      if let deal = workOnText(plan, forum, &observer) { return deal }
    case .ultimatum:
      if putUltimatum(forum, &observer) { return Deal(forum: forum, mediator: -1) }
    }
    return hasMediators ? tableTexts(forum, &observer) : nil
  }

  /// What a forum agreed goes to all parties with a veto that were not there; on their consent it
  /// becomes the deal.
  func ratifyOutside<Observer: TalksObserver>(
    _ forum: Int, _ options: Lane<UInt8>, _ observer: inout Observer
  ) -> Bool {
    let outside = vetoes & ~states[forum].members
    let votes = poll(
      seats.byName.lazy.filter { outside.contains(bit: $0) }, on: options, in: forum,
      stopsAtRefusal: true, &observer
    ) { party in
      seats.refusal(of: options, worth: parties[party].worth.table.utility(options), by: party)
    }
    guard votes == outside else { return false }
    agenda.deal.copy(from: options)
    return true
  }

  /// Whether one party takes an outcome, which is told.
  @inline(__always)
  func takes<Observer: TalksObserver>(
    _ options: Lane<UInt8>, _ party: Int, in forum: Int, _ observer: inout Observer, refusal: Refusal?
  ) -> Bool {
    tell(&observer, forum, .party(party), refusal == nil ? .accept : .reject, options, refusal)
    return refusal == nil
  }

  @inline(__always)
  func tell<Observer: TalksObserver>(
    _ observer: inout Observer, _ forum: Int, _ actor: TalkAct.Actor, _ kind: TalkAct.Kind,
    _ options: Lane<UInt8>, _ because: Refusal?, isPrepared: Bool = false
  ) {
    guard Observer.isListening else { return }
    var act = TalkAct(
      round: course.round, forum: forum, actor: actor, kind: kind,
      options: (0..<options.count).map { Int(options[$0]) }, because: because,
      utilities: parties.map { $0.worth.table.utility(options) })
    act.isPrepared = isPrepared
    if because == .wouldFailAtHome, case .party(let party) = actor {
      act.objection = seats.expectedObjection(
        to: options, worth: parties[party].worth.table.utility(options), by: party)
    }
    observer.observe(act)
  }
}
