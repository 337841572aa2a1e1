/// What the record of a run needs: whether there was a zone of agreement, how the run ended, and on
/// what.
final class Witness {
  /// What is written down; whole once the run is over.
  private(set) var record: RunRecord
  let zone: ZoneWatch
  let causes: CauseWatch
  let tolls: TollBook
  private let seats: Seats
  private let agenda: Agenda
  private let course: Course
  /// Per party: what no agreement was worth in the first round.
  private let firstReservations: Lane<Double>

  init(_ scenario: Scenario, seats: Seats, home: HomeFront, causes: CauseWatch, arena: Arena) {
    self.causes = causes
    self.seats = seats
    agenda = seats.agenda
    course = seats.course
    zone = ZoneWatch(
      scenario, agenda: agenda, parties: seats.parties, home: home, stopWatch: course.stopWatch, arena: arena)
    firstReservations = arena.lane(scenario.parties.count, of: 0)
    record = RunRecord(
      issues: scenario.issues.count, parties: scenario.parties.count, mediators: scenario.mediators.count,
      forums: scenario.forums.count, phases: scenario.implementation?.phases.count ?? 0,
      tolls: scenario.tolls.count)
    tolls = TollBook(scenario, numbers: seats.numbers, agenda: agenda, arena: arena)
  }

  /// Which of the models of a scenario is played.
  func play(model: Int?) { record.model = model }

  /// Begins a run.
  func begin(run: UInt32) {
    record.reset(run: run)
    tolls.begin()
  }

  /// The run is over: takes what the other parts have counted.
  func end(_ counts: Course.Counts, mediatorTexts: Lane<Int>, forumTexts: Lane<Int>) {
    record.take(counts, mediatorTexts: mediatorTexts, forumTexts: forumTexts)
    tolls.end(record)
    for toll in record.tolls.indices { record.tolls[toll] = tolls.sums[toll] }
  }

  /// The first round is about to be played.
  func noteFirstReservations() {
    for party in 0..<seats.count { firstReservations[party] = seats.parties[party].standing.reservation }
  }

  /// Numbers have changed, nothing that hangs on them yet. Thresholds only fall between changes, so
  /// the zone is widest just before one: that state is kept for a test.
  func noteChange() {
    if course.round > 0 { zone.keep() }
  }

  /// A stage is agreed and about to be locked. What was in force until now counts in what the deal
  /// is worth.
  func noteStage(_ agreed: Deal) {
    zone.keep()
    zone.test()
    if record.firstStage == nil { record.firstStage = course.round }
    if agenda.holds { recordAgreement(agreed) }
  }

  /// The home of a party has turned down what all at the table took. What the party makes of that
  /// may raise its threshold.
  func noteRejection(_ party: Int) {
    record.failedRatifications[party] += 1
    zone.keep()
  }

  /// What became of a phase of the deal, and why it failed if it did.
  func notePhase(_ phase: Int, _ outcome: PhaseOutcome, _ failure: PhaseFailure?) {
    record.phases[phase] = outcome
    if let failure { record.phaseFailure = failure }
  }

  /// The run ends without a deal on all stages.
  func recordEnd(_ ending: Ending, isStillTalking: Bool = false, isByEvent: Bool = false) {
    (record.zone, record.zoneIsBare) = zone.atEnd()
    if agenda.hasInterimDeal {
      // What was settled holds, as it was when it was settled.
      record.ending = .partialAgreement
      record.zone = .exists
      record.zoneIsBare = false
      return
    }
    record.ending = ending
    record.cause = causes.cause(
      of: ending, isByEvent: isByEvent, zone: record.zone,
      wasTurnedDown: record.failedRatifications.contains { $0 > 0 })
    record.isStillTalking = isStillTalking
    record.round = course.round
    for party in 0..<seats.count {
      seats.sign(party)
      let standing = seats.parties[party].standing
      record.utilities[party] = standing.discounting * standing.reservation
      record.surpluses[party] = 0
      record.surplusesAtStart[party] = record.utilities[party] - firstReservations[party]
    }
  }

  /// The run ends with the deal.
  func recordDeal(_ agreed: Deal) {
    record.ending = agenda.isDealFull ? .fullAgreement : .partialAgreement
    record.zone = .exists
    recordAgreement(agreed)
  }

  /// Writes down who agreed on what, and what it is worth to each. What an interim deal brought
  /// counts from the round in which it was signed, what the deal adds to it from now on.
  private func recordAgreement(_ agreed: Deal) {
    for k in 0..<agenda.issueCount { record.options[k] = agenda.deal[k] }
    record.round = course.round
    record.forum = agreed.forum
    record.mediator = agreed.mediator < 0 ? nil : agreed.mediator
    for party in 0..<seats.count {
      let standing = seats.parties[party].standing
      let whole = seats.parties[party].worth.whole
      let utility = whole.utility(agenda.deal)
      let value =
        agenda.hasInterimDeal
        ? record.utilities[party] + standing.discounting * (utility - whole.utility(agenda.inForce))
        : standing.discounting * utility
      record.utilities[party] = value
      record.surpluses[party] =
        value + standing.discounting * standing.carrots - standing.discounting * standing.reservation
      record.surplusesAtStart[party] =
        value + standing.discounting * standing.carrots - firstReservations[party]
      seats.sign(party)
    }
  }
}
