import Testing

@testable import Bargaining

/// The parts of a run put together by hand, with no negotiation that plays them.
struct PartsAtWork {
  let scenario: Scenario
  private let arena = Arena()
  let seats: Seats
  let events: EventBook
  let mediators: Mediators
  let causes: CauseWatch

  /// Hands over parts in the first round of run 0, their memory alive as long as `body` lasts.
  static func with(_ scenario: Scenario, _ body: (PartsAtWork) throws -> Void) throws {
    let parts = try PartsAtWork(scenario)
    try withExtendedLifetime(parts.arena) {
      parts.begin()
      try body(parts)
    }
  }

  private init(_ scenario: Scenario) throws {
    let layout = try #require(IssueLayout(issues: scenario.issues))
    let hypotheses = BayesianHypotheses(layout: layout, arena: arena)
    let numbers = RunNumbers(scenario, arena: arena)
    self.scenario = scenario
    seats = Seats(
      scenario, numbers: numbers, agenda: Agenda(scenario, layout: layout, arena: arena),
      course: Course(scenario, numbers: numbers, stopWatch: StopWatch(roundSteps: 0), arena: arena),
      home: HomeFront(scenario, layout: layout, numbers: numbers, arena: arena), hypotheses: hypotheses,
      searching: true, arena: arena)
    events = EventBook(scenario, arena: arena)
    mediators = Mediators(
      scenario, numbers: numbers, events: events, agenda: seats.agenda, parties: seats.parties,
      home: seats.home, hypotheses: hypotheses, arena: arena)
    causes = CauseWatch(
      scenario, agenda: seats.agenda, parties: seats.parties, home: seats.home, arena: arena)
  }

  var numbers: RunNumbers { seats.numbers }
  var agenda: Agenda { seats.agenda }
  var course: Course { seats.course }
  var home: HomeFront { seats.home }

  private func begin() {
    numbers.draw(run: 0, seed: 1)
    events.reset()
    course.begin()
    agenda.begin(numbers)
    home.begin(isWatched: true)
    causes.begin(isLooking: true)
    seats.begin()
    mediators.begin()
    enter(0)
  }

  func forums() -> ForumTable {
    let forums = ForumTable(scenario, seats: seats, mediators: mediators, causes: causes, arena: arena)
    forums.begin()
    return forums
  }

  func witness() -> Witness {
    let witness = Witness(scenario, seats: seats, home: home, causes: causes, arena: arena)
    witness.zone.begin(isLooking: true)
    witness.begin(run: 0)
    witness.noteFirstReservations()
    return witness
  }

  /// Everybody stands where this round has them.
  func enter(_ round: Int) {
    course.enter(round)
    course.measureTime()
    seats.updateStanding()
    seats.updateAspirations()
  }

  /// An outcome of a pie.
  func pieces(_ count: Int) -> Lane<UInt8> { arena.lane([UInt8(count)]) }

  func text(_ options: [UInt8]) -> Lane<UInt8> { arena.lane(options) }
}
