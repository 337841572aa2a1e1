/// A scenario made ready to be negotiated, and one run of it at a time.
///
/// One is made per worker and used for run after run; after the first run nothing is allocated any
/// more. Run number n of a seed is the same run wherever and after whatever it is played:
/// everything random comes from streams keyed by (seed, run, path). Of a scenario with models it
/// plays the scenario itself; a simulation plays the models.
///
/// It is a list of parts, each of which owns its state, and the order in which they act
/// (``run(_:seed:lookingForZone:)``).
public final class Negotiation {
  /// The scenario as it was when the negotiation was made.
  public let scenario: Scenario
  let arena = Arena()
  let numbers: RunNumbers
  let events: EventBook
  let agenda: Agenda
  let course: Course
  let seats: Seats
  let mediators: Mediators
  let forums: ForumTable
  let homeTable: HomeTable
  let witness: Witness
  let dependents: Dependents

  /// Lays out the memory for one run after another.
  ///
  /// Memory: O(sqrt N) per party for N outcomes; `NegotiationSize` tells it beforehand.
  /// - Throws: ``NegotiationFault`` when the outcome space is too large.
  public convenience init(_ scenario: Scenario) throws(NegotiationFault) {
    try self.init(scenario, searching: true)
  }

  /// The same for one of several models, which every record then names.
  package convenience init(_ scenario: Scenario, asModel model: Int?) throws(NegotiationFault) {
    try self.init(scenario, searching: true)
    witness.play(model: model)
  }

  /// - Parameter searching: false where nobody is going to offer anything, so that nothing need be
  ///   kept sorted: for questions about the numbers before the first round. Such a negotiation
  ///   cannot be run.
  init(_ scenario: Scenario, searching: Bool) throws(NegotiationFault) {
    // Before any memory is laid out.
    let size = searching ? try NegotiationSize(of: scenario) : nil
    guard let layout = IssueLayout(issues: scenario.issues) else { throw .tooManyOutcomes }
    self.scenario = scenario
    numbers = RunNumbers(scenario, arena: arena)
    events = EventBook(scenario, arena: arena)
    agenda = Agenda(scenario, layout: layout, arena: arena)
    course = Course(
      scenario, numbers: numbers, stopWatch: StopWatch(roundSteps: size?.roundSteps ?? 0), arena: arena)
    let hypotheses = BayesianHypotheses(layout: layout, arena: arena)
    let home = HomeFront(scenario, layout: layout, numbers: numbers, arena: arena)
    seats = Seats(
      scenario, numbers: numbers, agenda: agenda, course: course, home: home, hypotheses: hypotheses,
      searching: searching, arena: arena)
    mediators = Mediators(
      scenario, numbers: numbers, events: events, agenda: agenda, parties: seats.parties, home: home,
      hypotheses: hypotheses, arena: arena)
    let causes = CauseWatch(
      scenario, agenda: agenda, parties: seats.parties, home: home, arena: arena)
    forums = ForumTable(scenario, seats: seats, mediators: mediators, causes: causes, arena: arena)
    witness = Witness(scenario, seats: seats, home: home, causes: causes, arena: arena)
    homeTable = HomeTable(
      scenario, events: events, home: home, seats: seats, mediators: mediators, forums: forums,
      witness: witness)
    dependents = Dependents(events, seats: seats, mediators: mediators, forums: forums, zone: witness.zone)
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
    return self.run(run, seed: seed, lookingForZone: lookingForZone, observer: &nobody)
  }

  /// Plays a run and tells an observer what happens.
  @discardableResult
  public func run<Observer: TalksObserver>(
    _ run: UInt32, seed: UInt64, lookingForZone: Bool = false, observer: inout Observer
  ) -> Bool {
    begin(run: run, seed: seed, lookingForZone: lookingForZone)
    if !course.stopWatch.isBrokenOff { play(&observer) }
    witness.end(course.counts, mediatorTexts: mediators.texts, forumTexts: forums.texts)
    return !course.stopWatch.isBrokenOff
  }
}
